import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  directoryOf,
  shardsOf,
  targetOf
} from "./chunk-WFOV7J3K.mjs";
import "./chunk-P63LPAWB.mjs";
import {
  onInterrupt
} from "./chunk-HL2PCAZ2.mjs";
import {
  trialNumber
} from "./chunk-AQI3JSHU.mjs";
import {
  actionVariables,
  isDebugging,
  loadConfig,
  writeDebug
} from "./chunk-RIMC6TBK.mjs";
import {
  configInput
} from "./chunk-NTJ4RLI6.mjs";
import "./chunk-L57F3A4J.mjs";
import {
  endGroup,
  error,
  getInput,
  info,
  isDebug,
  setSecret,
  startGroup
} from "./chunk-WGMDFKAV.mjs";
import "./chunk-LPMUTJP6.mjs";
import {
  int,
  object,
  prettifyError,
  string
} from "./chunk-4NFQOBOK.mjs";
import "./chunk-JSZSJNMD.mjs";
import {
  basicOf
} from "./chunk-WLZJF3HT.mjs";
import {
  inputKeys
} from "./chunk-4GE5PX73.mjs";
import "./chunk-RAT3K6OK.mjs";
import {
  ConfigError,
  UserError,
  describeError,
  exitStatus
} from "./chunk-7RZFDP7O.mjs";
import {
  __callDispose,
  __using
} from "./chunk-DWPMDLRA.mjs";

// src/github/job/event.ts
import { readFile } from "node:fs/promises";
var repository = object({ full_name: string() });
var payloadSchema = object({
  repository: object({ default_branch: string().optional() }).optional(),
  pull_request: object({
    number: int().positive(),
    state: string().optional(),
    // null once the fork was deleted
    head: object({ repo: repository.nullable() }),
    base: object({ repo: repository })
  }).optional()
});
async function readEvent(env) {
  const name = env.GITHUB_EVENT_NAME;
  const path = env.GITHUB_EVENT_PATH;
  if (!name || !path) throw new ConfigError("GITHUB_EVENT_NAME and GITHUB_EVENT_PATH are not set", inAction);
  const payload = await readJson(path);
  const checked = payloadSchema.safeParse(payload, { jitless: true });
  if (!checked.success) {
    throw new ConfigError(`${path} is no GitHub event: ${prettifyError(checked.error)}`, inAction);
  }
  const defaultBranch = checked.data.repository?.default_branch ?? null;
  return { name, payload, pullRequest: pullRequest(checked.data), defaultBranch };
}
var inAction = "Run the action in a workflow, or use the command line: leakdiff run.";
async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`the event cannot be read from ${path}: ${why}`, inAction, { cause });
  }
}
function pullRequest({ pull_request: pull }) {
  if (!pull) return null;
  const fromFork = pull.head.repo?.full_name !== pull.base.repo.full_name;
  return { number: pull.number, fromFork, closed: pull.state === "closed" };
}

// src/github/job/failure.ts
function tellFailure(error2) {
  error(describeError(error2), { title: "leakdiff" });
  return error2 instanceof UserError ? exitStatus.usage : exitStatus.bug;
}

// src/github/job/inputs.ts
function readInputs() {
  const token = given("token");
  if (token) for (const secret of [token, basicOf(token)]) setSecret(secret);
  return {
    mode: oneOf("mode", ["compare", "measure", "report"]) ?? "compare",
    side: oneOf("side", ["base", "head"]),
    trial: trialNumber("the input `trial`", given("trial")),
    shards: given("shards"),
    token,
    config: given("config"),
    workload: given("workload"),
    base: given("base"),
    commentKey: given("comment-key"),
    matrix: given("matrix") ?? "null",
    legs: Number(given("legs") ?? 1) || 1,
    artifact: yesOrNo("artifact"),
    cache: yesOrNo("cache"),
    scalars: Object.fromEntries(
      inputKeys.flatMap(({ input: key }) => {
        const value = given(key);
        return value === null ? [] : [[key, value]];
      })
    )
  };
}
function given(name) {
  return getInput(name) || null;
}
function oneOf(name, values) {
  const value = given(name);
  const known = values.find((v) => v === value);
  if (value === null || known !== void 0) return known ?? null;
  throw new ConfigError(`the input \`${name}\` is \`${value}\``, `Write ${values.join(" or ")}.`);
}
function yesOrNo(name) {
  const value = given(name);
  if (value === null) return null;
  if (value === "true" || value === "false") return value === "true";
  throw new ConfigError(`the input \`${name}\` is \`${value}\``, "Write true or false.");
}

// src/github/job/job.ts
import { tmpdir } from "node:os";
function readJob(env) {
  const [owner = "", repo = ""] = (env.GITHUB_REPOSITORY ?? "").split("/");
  const serverUrl = env.GITHUB_SERVER_URL || "https://github.com";
  return {
    repository: { owner, repo },
    serverUrl,
    apiUrl: env.GITHUB_API_URL || "https://api.github.com",
    runUrl: env.GITHUB_RUN_ID ? `${serverUrl}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID}` : null,
    run: Number(env.GITHUB_RUN_ID) || 0,
    ref: env.GITHUB_REF ?? "",
    workflow: workflowFile(env.GITHUB_WORKFLOW_REF) ?? env.GITHUB_WORKFLOW ?? "workflow",
    id: env.GITHUB_JOB || "job",
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    temp: env.RUNNER_TEMP || tmpdir(),
    sha: env.GITHUB_SHA ?? "",
    action: actionReference(env),
    keepsArtifacts: Boolean(env.ACTIONS_RESULTS_URL) && /^https:\/\/(github\.com|[^/]+\.ghe\.com)$/.test(serverUrl)
  };
}
function workflowFile(reference) {
  const path = reference?.split("@")[0];
  return path?.split("/").at(-1) || null;
}
function actionReference(env) {
  if (!env.GITHUB_ACTION_REPOSITORY) return env.GITHUB_REPOSITORY ?? "";
  const reference = env.GITHUB_ACTION_REF;
  return reference ? `${env.GITHUB_ACTION_REPOSITORY}#${reference}` : env.GITHUB_ACTION_REPOSITORY;
}

// src/github/job/log.ts
import { randomUUID } from "node:crypto";
function createLog() {
  let last = "";
  if (isDebug() || isDebugging(process.env)) writeDebug((line) => info(withoutCommand(line)));
  return {
    step(text) {
      if (text !== last) info(withoutCommand(text));
      last = text;
    },
    detail(title, lines) {
      const resume = randomUUID();
      startGroup(withoutCommand(title));
      console.log(`::stop-commands::${resume}`);
      for (const line of lines) console.log(line);
      console.log(`::${resume}::`);
      endGroup();
    }
  };
}
function withoutCommand(text) {
  return text.replace(/[\r\n]+/g, " ").replace(/^\s*(?=::|##\[)/, "> ");
}

// src/github/job/secrets.ts
var reaching = /^ACTIONS_(RUNTIME|RESULTS|CACHE)_/;
var servicesOf = (env) => Object.fromEntries(
  Object.entries(env).flatMap(
    ([name, value]) => value !== void 0 && reaching.test(name) ? [[name, value]] : []
  )
);
function withhold(env) {
  const taken = Object.entries(env).filter(([name]) => actionVariables.test(name));
  for (const [name] of taken) delete env[name];
  return () => {
    for (const [name, value] of taken) env[name] = value;
  };
}

// src/action.ts
async function main(env) {
  var _stack = [];
  try {
    const inputs = readInputs();
    const job = readJob(env);
    const services = servicesOf(env);
    const giveBack = withhold(env);
    const event = await readEvent(env);
    const config = await loadConfig({
      ...inputs.config === null ? {} : configInput(inputs.config),
      root: job.workspace,
      inputs: inputs.scalars,
      workload: inputs.workload ?? void 0,
      defaultName: job.id
    });
    const { chooseCommits } = await import("./choose-H7TU5EKP.mjs");
    const { openRepository } = await import("./repository-OFGO74AE.mjs");
    const { measure } = await import("./measure-VBGQNVYJ.mjs");
    const { run } = await import("./run-VWLZ56QA.mjs");
    const { reportTrials } = await import("./report-trials-6LO74TEQ.mjs");
    const credentials = inputs.token === null ? null : { server: job.serverUrl, token: inputs.token };
    const repository2 = await openRepository(job.workspace, { credentials, trusted: true });
    const interrupt = __using(_stack, onInterrupt());
    const { signal } = interrupt;
    const log = createLog();
    if (event.name === "workflow_run") {
      const { forkRunOf } = await import("./run-O25KNXOO.mjs");
      const fork = forkRunOf(event.payload, job);
      if (fork === null) {
        log.step("That run was no fork\u2019s: it has reported by itself.");
        return 0;
      }
      const shards = [shardsOf(job, inputs)];
      const shown = await reportTrials({ config, repository: repository2, directories: shards, merged: fork.sha });
      const { display } = await import("./display-TOM6IVYK.mjs");
      return await display({ job, inputs, config, run: fork, result: shown });
    }
    const choose = () => chooseCommits({ repository: repository2, event, base: inputs.base ?? void 0 });
    const out = directoryOf(job, inputs);
    if (inputs.mode === "measure") {
      const { measureShard } = await import("./shard-PNKMIAXN.mjs");
      return await measureShard(
        job,
        inputs,
        { config, repository: repository2, commits: await choose(), log, signal },
        giveBack
      );
    }
    const { cacheFor } = await import("./base-cache-JR5ARPML.mjs");
    const baseCache = cacheFor(job, inputs, event, services, log);
    const result = await measure({
      sha: job.sha,
      choose,
      run: ({ base, head }) => inputs.mode === "report" ? reportTrials({ config, repository: repository2, head, directories: [shardsOf(job, inputs)] }) : run({ config, repository: repository2, commits: { base, head }, out, baseCache, log, signal })
    });
    giveBack();
    const { formsOf, optionsOf } = await import("./rendered-HTX5JNTK.mjs");
    const { publish } = await import("./publish-FEY2WV4Y.mjs");
    const target = targetOf({ job, pullRequest: event.pullRequest, inputs, config }, result);
    return await publish(result, formsOf(result, optionsOf(job, inputs, result)), target);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
process.exit(await main(process.env).catch(tellFailure));
