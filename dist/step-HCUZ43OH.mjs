import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  onInterrupt
} from "./chunk-H2CRCCJQ.mjs";
import {
  readEvent
} from "./chunk-ALXI4VYT.mjs";
import {
  directoryOf,
  targetOf
} from "./chunk-YRRI4HQC.mjs";
import {
  shellWord
} from "./chunk-YT4OKNQJ.mjs";
import "./chunk-VAU5ECCJ.mjs";
import {
  trialNumber
} from "./chunk-SIWKI2Y6.mjs";
import "./chunk-2H745DGP.mjs";
import {
  basicOf
} from "./chunk-AP363UB3.mjs";
import {
  configInput,
  loadConfig
} from "./chunk-LTN4BDOO.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import {
  actionVariables
} from "./chunk-YHPBO3HY.mjs";
import {
  inputKeys
} from "./chunk-AMEXP2G4.mjs";
import "./chunk-ILNH45AH.mjs";
import {
  createLog
} from "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import {
  keepPrivate,
  keepSecret,
  knowPublic,
  withoutSecrets,
  withoutSecretsIn
} from "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import {
  getBooleanInput,
  getInput,
  setSecret
} from "./chunk-QA6YXA5M.mjs";
import "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import {
  ConfigError
} from "./chunk-EEIPMXOZ.mjs";
import {
  __callDispose,
  __using
} from "./chunk-MUV4FIWC.mjs";

// src/github/step.ts
import { resolve } from "node:path";

// src/github/job/inputs.ts
function readInputs() {
  const token = given("token");
  if (token) for (const secret of [token, basicOf(token)]) setSecret(secret);
  keepSecret(...token === null ? [] : [token, basicOf(token)]);
  const all = givenIn(process.env);
  keepPrivate(
    ...Object.entries(all).flatMap(
      ([name, value]) => labels.includes(name) || isCommit(value) ? [] : [value]
    )
  );
  knowPublic(...ordinary);
  return {
    mode: oneOf("mode", ["compare", "measure", "report"]) ?? "compare",
    side: oneOf("side", ["base", "head"]),
    trial: trialNumber("the input `trial`", given("trial")),
    shards: given("shards"),
    path: given("path"),
    token,
    config: given("config"),
    workload: given("workload"),
    base: given("base"),
    commentKey: given("comment-key"),
    matrix: given("matrix") ?? "null",
    legs: numberOf("legs") || 1,
    leg: numberOf("leg"),
    artifact: yesOrNo("artifact"),
    cache: yesOrNo("cache"),
    given: all,
    scalars: Object.fromEntries(
      inputKeys.flatMap(({ input: key }) => {
        const value = given(key);
        return value === null ? [] : [[key, value]];
      })
    )
  };
}
var isCommit = (text) => /^[0-9a-f]{7,64}$/.test(text);
var labels = ["name", "workload", "matrix"];
var ordinary = ["inconclusive", "when-needed"];
function givenIn(env) {
  const named = Object.entries(env).filter(([name, value]) => name.startsWith("INPUT_") && value);
  return Object.fromEntries(
    named.map(([name, value = ""]) => [name.slice("INPUT_".length).toLowerCase(), value])
  );
}
function given(name) {
  return getInput(name) || null;
}
function numberOf(name) {
  const value = given(name);
  if (value === null || /^\d{1,6}$/.test(value)) return value === null ? null : Number(value);
  throw new ConfigError(`the input \`${name}\` is not a number`, "Leave it as it is in action.yml.");
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
  try {
    return getBooleanInput(name);
  } catch (cause) {
    throw new ConfigError(`the input \`${name}\` is \`${value}\``, "Write true or false.", { cause });
  }
}

// src/github/job/job.ts
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
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
    workflowPath: workflowPath(env),
    id: env.GITHUB_JOB || "job",
    step: env.GITHUB_ACTION ?? "",
    attempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    temp: env.RUNNER_TEMP || tmpdir(),
    sha: env.GITHUB_SHA ?? "",
    action: actionReference(env),
    starter: starterOf(env),
    keepsArtifacts: Boolean(env.ACTIONS_RESULTS_URL) && /^https:\/\/(github\.com|[^/]+\.ghe\.com)$/.test(serverUrl)
  };
}
function workflowFile(reference) {
  const path = reference?.split("@")[0];
  return path?.split("/").at(-1) || null;
}
function workflowPath({
  GITHUB_REPOSITORY: repository,
  GITHUB_WORKFLOW_REF: reference
}) {
  const start = `${repository}/`;
  if (!reference?.startsWith(start)) return null;
  return reference.slice(start.length).split("@")[0] || null;
}
function starterOf(env) {
  if (env.GITHUB_ACTION_REPOSITORY) return `npx github:${actionReference(env)}`;
  const here = env.GITHUB_ACTION_PATH ?? dirname(dirname(fileURLToPath(import.meta.url)));
  const path = relative(env.GITHUB_WORKSPACE || process.cwd(), join(here, "dist/cli.mjs"));
  return path.startsWith("..") ? "leakdiff" : `node ${shellWord(path)}`;
}
function actionReference(env) {
  if (!env.GITHUB_ACTION_REPOSITORY) return env.GITHUB_REPOSITORY ?? "";
  const reference = env.GITHUB_ACTION_REF;
  return reference ? `${env.GITHUB_ACTION_REPOSITORY}#${reference}` : env.GITHUB_ACTION_REPOSITORY;
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

// src/github/step.ts
async function runStep(env) {
  var _stack = [];
  try {
    const inputs = readInputs();
    const job = readJob(env);
    const services = servicesOf(env);
    const giveBack = withhold(env);
    const event = await readEvent(env);
    const root = inputs.path === null ? job.workspace : resolve(job.workspace, inputs.path);
    if (event.name === "workflow_run" && inputs.mode === "report") {
      const { reportFork } = await import("./report-WFHA3A4A.mjs");
      giveBack();
      return await reportFork({ job, inputs, event, root, configure: () => configure(inputs, job, root) });
    }
    const written = await configure(inputs, job, root);
    const { openCheckout, repositoryOf } = await import("./checkout-QDOEVU2J.mjs");
    const { chooseCommits } = await import("./choose-VMOWUEZF.mjs");
    const { measure } = await import("./measure-KV2BNTQ5.mjs");
    const { run } = await import("./run-YDWTXHEO.mjs");
    const { reportTrials } = await import("./report-trials-5UAJZKCE.mjs");
    const { shardsOf } = await import("./shards-3RXBYDUT.mjs");
    const repository = await repositoryOf(root, job, inputs);
    const { committed, configFile, texts } = await openCheckout(repository, job, inputs);
    const config = withLabels(written, job);
    const interrupt = __using(_stack, onInterrupt());
    const { signal } = interrupt;
    const log = createLog();
    const choose = () => chooseCommits({ repository, event: { ...event, ref: job.ref }, base: inputs.base ?? void 0 });
    const out = directoryOf(job, inputs, "report");
    if (inputs.mode === "measure") {
      const { measureShard } = await import("./shard-EZ4XUQDU.mjs");
      const request = { config, repository, committed, configFile, commits: await choose(), log, signal };
      return await measureShard(job, inputs, request, giveBack);
    }
    const { cacheFor } = await import("./base-cache-2CCNAK4P.mjs");
    const baseCache = cacheFor(job, inputs, event, services, log);
    const trials = [];
    const onTrials = (read) => void trials.push(...read);
    const measured = await measure({
      sha: job.sha,
      choose,
      run: ({ base, head }) => inputs.mode === "report" ? reportTrials({ config, repository, head, onTrials, ...shardsOf(job, inputs, log) }) : run({
        config,
        repository,
        committed,
        configFile,
        commits: { base, head },
        out,
        baseCache,
        log,
        signal,
        onTrials
      })
    });
    giveBack();
    const result = withoutSecretsIn(measured);
    const { formsOf, optionsOf } = await import("./rendered-VHWQFO5P.mjs");
    const { publish } = await import("./publish-PCDL2C4R.mjs");
    const target = targetOf({ job, pullRequest: event.pullRequest, inputs, config }, result);
    const { keepHistory } = await import("./keep-IN2JP3SK.mjs");
    const { checkDrift } = await import("./drift-S3XCDKPG.mjs");
    const shown = withoutSecretsIn(trials);
    const trend = await keepHistory({ job, event, inputs, config, repository, result, trials: shown });
    const options = { ...optionsOf(job, inputs, result, texts, event.pullRequest?.number), trend };
    const status = await publish(result, formsOf(result, options, shown, target.artifact), target);
    const drifted = await checkDrift(config, event, trend);
    return status === 0 ? drifted : status;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function configure(inputs, job, root) {
  return loadConfig({
    ...inputs.config === null ? {} : configInput(inputs.config),
    root,
    inputs: inputs.scalars,
    workload: inputs.workload ?? void 0,
    defaultName: job.id
  });
}
function withLabels(config, job) {
  const named = config.workloads.map(
    (workload) => withoutSecrets(workload.name) === workload.name ? workload : { ...workload, name: job.id }
  );
  return { ...config, workloads: named };
}
export {
  runStep
};
