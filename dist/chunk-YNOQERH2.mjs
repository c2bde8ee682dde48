import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  commitsOf,
  joinShards,
  strangers
} from "./chunk-R3D5S4IB.mjs";
import {
  changedLines,
  changesBetween,
  conclude,
  dayOf,
  decision,
  notesOf,
  undecided,
  waiverNotes
} from "./chunk-PIGE2JHZ.mjs";
import {
  runtimes
} from "./chunk-6PGW3NJ4.mjs";
import {
  readTrial,
  trialFiles
} from "./chunk-K5YJIIKY.mjs";
import {
  workloadHash
} from "./chunk-7ZYAI5EC.mjs";
import {
  buildResult,
  workloadResult
} from "./chunk-2LHJRCZ5.mjs";
import {
  version
} from "./chunk-KVCXQRUY.mjs";
import {
  UserError
} from "./chunk-RVF3GSDA.mjs";

// src/report-trials.ts
async function reportTrials(request) {
  const started = performance.now();
  const { trials, broken } = await readAll(request.directories);
  const found = commitsOf(trials);
  const head = request.head ?? found.head ?? { sha: "", how: "given" };
  const changes = await changesOf(request.repository, { ...found, head });
  const expected = trials.filter((trial) => trial.side === "base" || trial.sha === head.sha);
  const foreign = trials.filter((trial) => !expected.includes(trial));
  const workloads = request.config.workloads.map((workload) => reportWorkload(workload, expected, changes));
  const names = request.config.workloads.map((workload) => workload.name);
  const reasons = [...broken, ...strangers(trials, names), ...otherHeads(foreign, head)];
  const seconds = (performance.now() - started) / 1e3;
  const judged = reasons.length === 0 ? workloads : workloads.map(unsure);
  return buildResult({ version, head, base: found.base, reasons, workloads: judged, seconds });
}
var unsure = (workload) => ({ ...workload, verdict: "inconclusive" });
function reportWorkload(workload, all, changes) {
  const shards = joinShards(all, { name: workload.name, hash: workloadHash(workload) });
  const { problems, trials, absent } = shards;
  const name = workload.runtime ?? trials[0]?.runtime ?? null;
  const today = dayOf(/* @__PURE__ */ new Date());
  const concluded = name === null ? { judgement: null, reasons: shards.headFailure === null ? [] : [shards.headFailure] } : conclude(shards, decision(workload, runtimes[name], today));
  const judgement = problems.length > 0 ? concluded.judgement && undecided(concluded.judgement) : concluded.judgement;
  return workloadResult({
    workload,
    runtime: name ?? "unknown",
    judgement,
    reasons: [...problems, ...concluded.reasons],
    notes: [...notesOf(shards, absent, workload), ...waiverNotes(workload.waivers, today, judgement)],
    trials,
    changed: changedLines(changes),
    spans: { measure: trials.reduce((sum, trial) => sum + trial.seconds, 0) }
  });
}
async function readAll(directories) {
  const trials = [];
  const broken = [];
  for (const directory of directories) {
    for (const path of await trialFiles(directory)) {
      try {
        trials.push(await readTrial(path));
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
async function changesOf(repository, { base, head }) {
  const named = (commit) => commit !== null && /^[0-9a-f]{40,64}$/.test(commit.sha);
  if (!named(base) || !named(head)) return [];
  try {
    return await changesBetween(repository, base.sha, head.sha);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

export {
  reportTrials
};
