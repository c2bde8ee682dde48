import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  directoryOf,
  shardsOf,
  targetOf
} from "./chunk-OGY53EJN.mjs";
import "./chunk-RXKMRQ6R.mjs";
import {
  endGroup,
  error,
  getInput,
  info,
  setSecret,
  startGroup
} from "./chunk-WE6XOSAV.mjs";
import {
  onInterrupt
} from "./chunk-2623WFVI.mjs";
import {
  configInput,
  loadConfig
} from "./chunk-7ZYAI5EC.mjs";
import "./chunk-CMULCZ6I.mjs";
import {
  inputKeys
} from "./chunk-L6CBNR6R.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-VFIJF76T.mjs";
import {
  external_exports
} from "./chunk-BYKPD5OU.mjs";
import {
  ConfigError,
  UserError,
  describeError,
  exitStatus
} from "./chunk-RVF3GSDA.mjs";
import {
  __callDispose,
  __using
} from "./chunk-DWPMDLRA.mjs";

// src/github/event.ts
import { readFile } from "node:fs/promises";
var repository = external_exports.object({ full_name: external_exports.string() });
var payloadSchema = external_exports.object({
  pull_request: external_exports.object({
    number: external_exports.int().positive(),
    // null once the fork was deleted
    head: external_exports.object({ repo: repository.nullable() }),
    base: external_exports.object({ repo: repository })
  }).optional()
});
async function readEvent(env) {
  const name = env.GITHUB_EVENT_NAME;
  const path = env.GITHUB_EVENT_PATH;
  if (!name || !path) throw new ConfigError("GITHUB_EVENT_NAME and GITHUB_EVENT_PATH are not set", inAction);
  const payload = await readJson(path);
  const checked = payloadSchema.safeParse(payload);
  if (!checked.success) {
    throw new ConfigError(`${path} is no GitHub event: ${external_exports.prettifyError(checked.error)}`, inAction);
  }
  return { name, payload, pullRequest: pullRequest(checked.data) };
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
  return { number: pull.number, fromFork: pull.head.repo?.full_name !== pull.base.repo.full_name };
}

// src/github/failure.ts
function tellFailure(error2) {
  error(describeError(error2), { title: "leakdiff" });
  return error2 instanceof UserError ? exitStatus.usage : exitStatus.bug;
}

// src/github/inputs.ts
function readInputs() {
  const token = given("token");
  if (token) for (const secret of [token, basicOf(token)]) setSecret(secret);
  return {
    mode: oneOf("mode", ["compare", "measure", "report"]) ?? "compare",
    side: oneOf("side", ["base", "head"]),
    shards: given("shards"),
    token,
    config: given("config"),
    workload: given("workload"),
    base: given("base"),
    commentKey: given("comment-key"),
    matrix: given("matrix") ?? "null",
    artifact: yesOrNo("artifact"),
    scalars: Object.fromEntries(
      inputKeys.flatMap(({ key }) => {
        const value = given(key);
        return value === null ? [] : [[key, value]];
      })
    )
  };
}
function basicOf(token) {
  return Buffer.from(`x-access-token:${token}`).toString("base64");
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

// src/github/job.ts
import { tmpdir } from "node:os";
function readJob(env) {
  const [owner = "", repo = ""] = (env.GITHUB_REPOSITORY ?? "").split("/");
  const serverUrl = env.GITHUB_SERVER_URL || "https://github.com";
  return {
    repository: { owner, repo },
    serverUrl,
    apiUrl: env.GITHUB_API_URL || "https://api.github.com",
    runUrl: env.GITHUB_RUN_ID ? `${serverUrl}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID}` : null,
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

// src/github/log.ts
import { randomUUID } from "node:crypto";
function createLog() {
  let last = "";
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

// src/github/secrets.ts
var ours = /^(INPUT_|ACTIONS_(RUNTIME|RESULTS|CACHE|ID_TOKEN)_)/;
function withhold(env) {
  const taken = Object.entries(env).filter(([name]) => ours.test(name));
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
    const giveBack = withhold(env);
    const event = await readEvent(env);
    const config = await loadConfig({
      ...inputs.config === null ? {} : configInput(inputs.config),
      root: job.workspace,
      inputs: inputs.scalars,
      workload: inputs.workload ?? void 0,
      defaultName: job.id
    });
    const { chooseCommits } = await import("./choose-PFW6V2RF.mjs");
    const { openRepository } = await import("./repository-PACN65NM.mjs");
    const { measure } = await import("./measure-JQ2X2CDF.mjs");
    const { run } = await import("./pipeline-A2SMJAQE.mjs");
    const { reportTrials } = await import("./report-trials-NNSINSU5.mjs");
    const credentials = inputs.token === null ? null : { server: job.serverUrl, token: inputs.token };
    const repository2 = await openRepository(job.workspace, { credentials, trusted: true });
    const interrupt = __using(_stack, onInterrupt());
    const { signal } = interrupt;
    const log = createLog();
    if (event.name === "workflow_run") {
      const { forkRunOf } = await import("./fork-run-KFKHW5ES.mjs");
      const fork = forkRunOf(event.payload, job);
      if (fork === null) {
        log.step("That run was no fork\u2019s: it has reported by itself.");
        return 0;
      }
      const shown = await reportTrials({ config, repository: repository2, directories: [shardsOf(job, inputs)] });
      const { display } = await import("./display-35CYGBAL.mjs");
      return await display({ job, inputs, config, run: fork, result: shown });
    }
    const choose = () => chooseCommits({ repository: repository2, event, base: inputs.base ?? void 0 });
    const out = directoryOf(job, inputs);
    if (inputs.mode === "measure") {
      const { measureShard } = await import("./shard-NAQARZEB.mjs");
      return await measureShard(
        job,
        inputs,
        { config, repository: repository2, commits: await choose(), log, signal },
        giveBack
      );
    }
    const result = await measure({
      sha: job.sha,
      choose,
      run: ({ base, head }) => inputs.mode === "report" ? reportTrials({ config, repository: repository2, head, directories: [shardsOf(job, inputs)] }) : run({ config, repository: repository2, commits: { base, head }, out, log, signal })
    });
    giveBack();
    const { formsOf, optionsOf } = await import("./forms-HSQXRUGS.mjs");
    const { publish } = await import("./publish-BBPTEPGP.mjs");
    const target = targetOf({ job, pullRequest: event.pullRequest, inputs, config }, result);
    return await publish(result, formsOf(result, optionsOf(job, inputs, result)), target);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
process.exit(await main(process.env).catch(tellFailure));
