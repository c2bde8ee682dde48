import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  targetOf
} from "./chunk-YRRI4HQC.mjs";
import {
  shardsOfRun
} from "./chunk-Q7JYTQZP.mjs";
import {
  refusal
} from "./chunk-EV2TQ76F.mjs";
import {
  inTime
} from "./chunk-LCA6NAPZ.mjs";
import {
  publish
} from "./chunk-DKAOV4L5.mjs";
import {
  writeSummary
} from "./chunk-SMRRN24X.mjs";
import "./chunk-DM3AJQTQ.mjs";
import {
  formsOf,
  optionsOf
} from "./chunk-37KHULWB.mjs";
import "./chunk-4ZALGVKS.mjs";
import "./chunk-P6OYUYKH.mjs";
import "./chunk-ATJKPRVI.mjs";
import "./chunk-JIHZRTOJ.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-2P7EBEDF.mjs";
import "./chunk-CYTD46RV.mjs";
import "./chunk-VAU5ECCJ.mjs";
import {
  createGitHub,
  patience
} from "./chunk-GOXNDPBR.mjs";
import "./chunk-T64HJJ6Q.mjs";
import {
  reportTrials
} from "./chunk-SNIOHUJR.mjs";
import "./chunk-SIWKI2Y6.mjs";
import "./chunk-DWY2ZQC4.mjs";
import "./chunk-CA6YT6O6.mjs";
import "./chunk-4KNU7ZCZ.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-2H745DGP.mjs";
import "./chunk-GQSSEWYV.mjs";
import "./chunk-DSLFNXAD.mjs";
import "./chunk-Y7JNUQT4.mjs";
import "./chunk-NACMARIK.mjs";
import "./chunk-OKCNATIS.mjs";
import "./chunk-RVZLFQ7D.mjs";
import {
  trialFiles
} from "./chunk-ZSCABBQN.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-QKW4WOB4.mjs";
import "./chunk-MGD4LKXX.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-BSZV5EKB.mjs";
import "./chunk-CZM7HAV4.mjs";
import "./chunk-DWPA6LHS.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-6L7WJVIJ.mjs";
import "./chunk-4SCVFKWV.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-PRUK76QJ.mjs";
import {
  openCheckout,
  repositoryOf
} from "./chunk-IMULOECF.mjs";
import "./chunk-JVMPRNDK.mjs";
import "./chunk-QFJ3QIYI.mjs";
import "./chunk-HJVQHNAO.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-LTN4BDOO.mjs";
import "./chunk-HRQOVSRH.mjs";
import {
  int,
  object,
  string
} from "./chunk-YB2R2HBG.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-AMEXP2G4.mjs";
import "./chunk-ILNH45AH.mjs";
import "./chunk-GXULDJ4S.mjs";
import {
  createLog,
  info,
  warn
} from "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import {
  withoutPrivate,
  withoutSecretsIn
} from "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-WQJLFMES.mjs";
import {
  ConfigError,
  UserError
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/github/fork/report.ts
import { existsSync } from "node:fs";

// src/github/fork/run.ts
var repository = object({
  full_name: string().regex(/^[\w.-]+\/[\w.-]+$/),
  owner: object({ login: string().min(1) })
});
var payloadSchema = object({
  workflow_run: object({
    id: int().positive(),
    event: string(),
    head_sha: string().regex(/^[0-9a-f]{40,64}$/),
    head_branch: string().nullable(),
    conclusion: string().regex(/^[a-z_]+$/).nullish(),
    path: string().nullish(),
    // null once the fork was deleted
    head_repository: repository.nullable()
  })
});
function forkRunOf(payload, job) {
  const checked = payloadSchema.safeParse(payload);
  if (!checked.success)
    throw new ConfigError("The event is not workflow_run.", "Run this workflow on: workflow_run.");
  const {
    event,
    head_branch: branch,
    head_repository: fork,
    head_sha: sha,
    ...run
  } = checked.data.workflow_run;
  const { conclusion = null, id, path } = run;
  const own = `${job.repository.owner}/${job.repository.repo}`;
  if (event !== "pull_request" || fork === null || branch === null || fork.full_name === own) return null;
  const workflow = path?.split("@")[0]?.split("/").at(-1) || null;
  return {
    id,
    sha,
    branch,
    conclusion,
    workflow,
    fork: { fullName: fork.full_name, owner: fork.owner.login }
  };
}
async function findPullRequests(github, job, run) {
  const pulls = await github.paginate(github.rest.pulls.list, {
    ...job.repository,
    state: "open",
    head: `${run.fork.owner}:${run.branch}`,
    per_page: 100
  });
  if (!Array.isArray(pulls) || !pulls.every(isPullRequest))
    throw new Error("GitHub\u2019s answer is not a list of pull requests.");
  return pulls.filter(
    ({ head }) => head.sha === run.sha && head.ref === run.branch && head.repo?.full_name === run.fork.fullName
  ).map(({ number }) => number);
}
var isPullRequest = (value) => typeof value === "object" && value !== null && "number" in value && "head" in value;
function originOf(job, run) {
  const { owner, repo } = job.repository;
  const url = `${job.serverUrl}/${owner}/${repo}/actions/runs/${run.id}`;
  return `Measured by [run ${run.id}](${url}) of \`${run.fork.fullName}\`; the figures are that fork\u2019s own, and that run is the check.`;
}

// src/github/fork/display.ts
async function display({ config, inputs, job, result, run, texts }) {
  const deadline = Date.now() + patience;
  const number = await pullRequestOf(job, inputs, run, deadline);
  const shown = { ...result, head: headOf(result, run.sha) };
  const forms = formsOf(shown, { ...optionsOf(job, inputs, shown, texts), acceptUntil: null });
  const origin = originOf(job, run);
  const pullRequest = number === null ? null : { number, fromFork: false, closed: false };
  const target = targetOf({ job, pullRequest, inputs, config }, shown);
  const signed = {
    ...forms,
    comment: () => `${forms.comment()}

${origin}
`,
    summary: () => `${forms.summary()}

${origin}
`,
    annotations: () => []
  };
  await publish(shown, signed, { ...target, failOn: "never", artifact: false }, deadline);
  return 0;
}
var headOf = ({ head: { pullRequest } }, sha) => ({
  sha,
  how: "head",
  ...pullRequest ? { pullRequest: { ...pullRequest, sha } } : {}
});
async function pullRequestOf(job, { token }, run, deadline) {
  if (token === null) {
    warn("There is no comment: the input `token` is empty.");
    return null;
  }
  try {
    const search = findPullRequests(createGitHub(token, job.apiUrl, deadline), job, run);
    const numbers = await inTime(deadline - Date.now(), search);
    const [number = null, ...more] = numbers;
    if (number === null) info("No open pull request has this commit as its newest: there is no comment.");
    if (more.length === 0) return number;
    warn(`There is no comment: ${severalOf(numbers)}`);
    return null;
  } catch (error) {
    warn(`The pull request could not be found: ${refusal(error, false)}`);
    return null;
  }
}
var severalOf = (numbers) => `this commit is the newest of ${numbers.map((n) => `#${n}`).join(", ")}, and GitHub does not tell which of them a fork's run is for.`;

// src/github/fork/report.ts
async function reportFork(report) {
  const { event, inputs, job } = report;
  try {
    const run = forkRunOf(event.payload, job);
    if (run === null) return await said("That run was not of a fork\u2019s pull request: it reported by itself.");
    const shards = shardsOfRun(job, inputs, createLog(), run.workflow);
    if (!await holdsTrials(shards.directories)) return await said(nothingLeft(job, run));
    const config = await report.configure();
    const repository2 = await repositoryOf(report.root, job, inputs);
    const { texts } = await openCheckout(repository2, job, inputs);
    const shown = await reportTrials({ config, repository: repository2, ...shards, merged: run.sha });
    return await display({ job, inputs, config, texts, run, result: withoutSecretsIn(shown) });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const why = withoutPrivate(`${error.message}. ${error.remedy}`);
    warn(`Nothing is shown: ${why}`);
    return await said("What the fork has measured could not be shown: the log says why.");
  }
}
async function holdsTrials(directories) {
  const there = directories.filter((directory) => existsSync(directory));
  const files = await Promise.all(there.map((directory) => trialFiles(directory)));
  return files.flat().length > 0;
}
function nothingLeft(job, run) {
  const how = run.conclusion === null ? "has left no trials" : `ended as ${run.conclusion} and has left no trials`;
  return `The run ${how}: there is nothing to show. ${originOf(job, run)}`;
}
async function said(text) {
  info(text);
  await writeSummary(`leakdiff: ${text}
`).catch((error) => warn(`No summary: ${String(error)}`));
  return 0;
}
export {
  reportFork
};
