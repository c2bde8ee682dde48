import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  commitsOf,
  joinShards,
  skippedCode,
  strangers
} from "./chunk-SIWKI2Y6.mjs";
import {
  changedLines,
  linesOf,
  withoutLines
} from "./chunk-DWY2ZQC4.mjs";
import {
  assemble,
  changesOf,
  dayOf,
  decision,
  goalOf,
  notMeasured,
  skippedWorkloads
} from "./chunk-CA6YT6O6.mjs";
import {
  runtimes
} from "./chunk-DSLFNXAD.mjs";
import {
  buildResult,
  filesOf
} from "./chunk-OKCNATIS.mjs";
import {
  readTrial,
  trialFiles
} from "./chunk-ZSCABBQN.mjs";
import {
  workloadHash
} from "./chunk-LTN4BDOO.mjs";
import {
  version
} from "./chunk-SUCA5TFH.mjs";
import {
  UserError
} from "./chunk-EEIPMXOZ.mjs";

// src/pipeline/report-trials.ts
import { relative } from "node:path";
async function reportTrials(request) {
  const started = performance.now();
  const { trials, broken } = await readAll(request);
  request.onTrials?.(trials);
  const found = commitsOf(trials);
  const head = request.head ?? found.head ?? { sha: "", how: "given" };
  const changes = await knownChanges(request.repository, { ...found, head });
  const expected = trials.filter((trial) => trial.side === "base" || trial.sha === head.sha);
  const foreign = trials.filter((trial) => !expected.includes(trial));
  const skipped = await skippedOf(request, expected, { ...found, head });
  const workloads = request.config.workloads.map(
    (workload) => skipped.has(workload.name) ? notMeasured(workload) : reportWorkload(workload, expected, changes)
  );
  const names = request.config.workloads.map((workload) => workload.name);
  const reasons = [...broken, ...strangers(trials, names), ...otherHeads(foreign, head)];
  const judged = reasons.length === 0 ? workloads : workloads.map(unsure);
  const pullRequest = await mappedLines(request, head, judged);
  const seconds = (performance.now() - started) / 1e3;
  return buildResult({ version, head, base: found.base, reasons, pullRequest, workloads: judged, seconds });
}
async function mappedLines({ merged, repository }, head, workloads) {
  if (merged === void 0 || merged === head.sha) return await linesOf(repository, head, workloads);
  const mapped = isCommit(head) ? await linesOf(repository, { ...head, merged }, workloads) : null;
  return mapped ?? withoutLines(merged, filesOf(workloads));
}
var unsure = (workload) => ({ ...workload, verdict: "inconclusive" });
function reportWorkload(workload, all, changes) {
  const shards = joinShards(all, {
    name: workload.name,
    hash: workloadHash(workload),
    trials: workload.trials
  });
  const name = workload.runtime ?? shards.trials[0]?.runtime ?? null;
  const runtime = name === null ? null : runtimes[name];
  const today = dayOf(/* @__PURE__ */ new Date());
  return assemble({
    workload,
    runtime,
    sides: shards,
    decide: runtime && decision(workload, runtime, today, changes),
    problems: shards.problems,
    late: null,
    notes: [],
    lastNotes: (judgement) => notDiagnosed(judgement, runtime),
    changedPaths: changes.map(({ path }) => path),
    explained: { changed: changedLines(changes) },
    today,
    spans: { measure: shards.trials.reduce((sum, trial) => sum + trial.seconds, 0) }
  });
}
function notDiagnosed(judgement, runtime) {
  if (judgement === null || runtime === null || goalOf(judgement, runtime) === null) return [];
  return [
    {
      code: "not-diagnosed",
      text: "Who holds it was not seen: a job that only reports starts no program for a diagnostic run."
    }
  ];
}
async function skippedOf({ config, repository }, trials, { base, head }) {
  const named = trials.filter((trial) => trial.failures[0]?.code === skippedCode).map((t) => t.workload);
  const left = config.workloads.filter(
    ({ name }) => named.includes(name) && trials.every((t) => t.workload !== name || t.failures[0]?.code === skippedCode)
  );
  if (left.length === 0 || !isCommit(base) || !isCommit(head)) return /* @__PURE__ */ new Set();
  return await skippedWorkloads(repository, { base, head }, left);
}
var isCommit = (commit) => commit !== null && /^[0-9a-f]{40,64}$/.test(commit.sha);
async function readAll({ accepts = () => true, directories }) {
  const trials = [];
  const broken = [];
  for (const directory of directories) {
    const files = (await trialFiles(directory)).filter((path) => accepts(relative(directory, path)));
    for (const path of files) {
      try {
        trials.push(await readTrial(path, relative(directory, path)));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        broken.push({ code: "shard-broken", text: error.message, remedy: error.remedy });
      }
    }
  }
  return { trials, broken };
}
function otherHeads(trials, head) {
  return [...new Set(trials.map((trial) => trial.sha))].slice(0, 10).map((sha) => ({
    code: "shard-foreign",
    text: `There are trials of head ${sha.slice(0, 7)}, but ${head.sha.slice(0, 7)} is reported on.`,
    remedy: "Hand over the trials of one run alone."
  }));
}
async function knownChanges(repository, { base, head }) {
  if (!isCommit(base) || !isCommit(head)) return [];
  try {
    return await changesOf({ repository, commits: { base, head } });
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

export {
  reportTrials
};
