import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  absentCode,
  skippedCode
} from "./chunk-SIWKI2Y6.mjs";
import {
  baseFor,
  changesOf,
  dayOf,
  decision,
  keeper,
  lateCode,
  measureWorkload,
  millisecondsOf,
  pathsOf,
  planWorkloads,
  prepareRevisions,
  repeatsOf,
  runtimeOf,
  timingOf
} from "./chunk-CA6YT6O6.mjs";
import {
  hostOf
} from "./chunk-4KNU7ZCZ.mjs";
import {
  trialPath
} from "./chunk-ZSCABBQN.mjs";
import {
  spareTrials
} from "./chunk-BSZV5EKB.mjs";
import {
  shownAt
} from "./chunk-QFJ3QIYI.mjs";
import {
  workloadHash
} from "./chunk-LTN4BDOO.mjs";
import {
  version
} from "./chunk-SUCA5TFH.mjs";
import {
  runtimeNames
} from "./chunk-ILNH45AH.mjs";
import {
  ConfigError,
  InconclusiveError,
  UserError,
  reasonOfThrown
} from "./chunk-EEIPMXOZ.mjs";
import {
  __callDispose,
  __using
} from "./chunk-MUV4FIWC.mjs";

// src/trial/placeholder.ts
function placeholder({ revision, version: version2, reason, ...trial }) {
  const { side, sha, how } = revision;
  return {
    ...trial,
    side,
    stage: "first",
    sha,
    how,
    versions: { leakdiff: version2, toolchain: "" },
    host: hostOf(),
    roles: [],
    frames: [],
    sites: [],
    period: 0,
    rounds: [],
    drained: null,
    failures: [reason],
    notes: [],
    seconds: 0
  };
}

// src/pipeline/measure-side.ts
async function measureSide(given) {
  var _stack = [];
  try {
    const { commits, side, signal, trial } = given;
    signal.throwIfAborted();
    const config = await shownAt(commits.head.sha, given);
    const request = { ...given, config };
    for (const workload of config.workloads) if (trial !== null) assertExpected(workload, trial);
    if (side === "base" && commits.base === null)
      throw new InconclusiveError("no-base", "There is no base to measure.", "Name one with --base.");
    const plan = await planWorkloads(request);
    const revisions = __using(_stack, await prepareRevisions(request, plan), true);
    const paths = [];
    const clock = { spent: 0 };
    for (const workload of config.workloads) {
      const trials = plan.skipped.has(workload.name) ? [await skippedTrial(request, workload)] : await trialsOrReason(
        { ...request, revisions, clock, notes: plan.notes.get(workload.name) ?? [] },
        workload
      );
      paths.push(...trials.map((measured) => trialPath(request.out, measured)));
    }
    return paths;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function trialsOrReason(request, workload) {
  try {
    return await trialsOf(request, workload);
  } catch (error) {
    const alone = request.config.workloads.length === 1;
    if (alone || request.signal.aborted || !(error instanceof UserError)) throw error;
    return [await withoutFigures(request, workload, request.trial ?? 1, reasonOfThrown(error))];
  }
}
async function trialsOf(request, workload) {
  const { clock, log, revisions, side, signal, trial: number } = request;
  const { head, folder } = revisions;
  const runtime = await runtimeOf(workload, head);
  const named = {
    workload: workload.name,
    workloadHash: workloadHash(workload),
    runtime: runtime.name,
    version
  };
  const base = await baseFor(revisions, workload);
  const keep = keeping(request);
  if (side === "base" && revisions.base !== null && base === null) {
    const stands = { ...named, number: number ?? 1, revision: revisions.base, reason: absent(workload) };
    return [await keep(placeholder(stands))];
  }
  const decide = decision(workload, runtime, dayOf(/* @__PURE__ */ new Date()));
  const timing = timingOf(request, workload, clock);
  const { trials, headFailure, baseFailure } = await measureWorkload({
    ...named,
    workload,
    runtime,
    base,
    head,
    only: side,
    onlyTrial: number ?? void 0,
    scratch: folder,
    rounds: timing.rounds,
    repeats: repeatsOf(workload, null),
    // Each side as if nothing excused it: what is quiet by itself needs no confirming,
    // whatever the other does.
    next: (measured) => decide(measured.map(asHead), workload.trials, spareTrials).next === "done" ? "done" : timing.confirm(measured),
    goal: () => null,
    keep,
    keepProfiles: request.keepProfiles,
    changed: (await changesOf(request)).flatMap(pathsOf),
    testsLimit: timing.firstTrial,
    log,
    signal
  });
  clock.spent += millisecondsOf(trials);
  const reason = headFailure ?? baseFailure;
  const revision = side === "base" ? base : head;
  if (reason === null || revision === null) return await withTiming(trials, timing, request.out);
  return [
    ...trials,
    await keep(placeholder({ ...named, number: number ?? trials.length + 1, revision, reason }))
  ];
}
function keeping({ notes, out, revisions, trial }) {
  const alone = trial === null ? {} : { alone: true };
  const first = [...revisions.notes, ...notes];
  return (measured) => keeper(out)({
    ...measured,
    ...alone,
    notes: measured.number === 1 ? [...measured.notes, ...first] : measured.notes
  });
}
async function withTiming(trials, timing, out) {
  const late = timing.reason();
  const told = [...timing.notes(), ...late === null ? [] : [{ code: lateCode, text: late.text }]];
  const last = trials.at(-1);
  if (last === void 0 || told.length === 0) return trials;
  return [...trials.slice(0, -1), await keeper(out)({ ...last, notes: [...last.notes, ...told] })];
}
function assertExpected({ name, trials }, trial) {
  if (trial <= trials) return;
  throw new ConfigError(
    `\`${name}\` has no trial ${trial}: it has ${trials}`,
    `Write trials: ${trial} in its configuration, or let the jobs measure trials 1 to ${trials}.`
  );
}
var skippedTrial = (request, workload) => withoutFigures(request, workload, 1, {
  code: skippedCode,
  text: "No file that concerns it changed.",
  remedy: ""
});
async function withoutFigures(request, workload, number, reason) {
  const { commits, out, side } = request;
  const commit = commits[side] ?? commits.head;
  return await keeper(out)(
    placeholder({
      workload: workload.name,
      workloadHash: workloadHash(workload),
      // It has no figures, so nobody asks how they were taken.
      runtime: workload.runtime ?? runtimeNames[0],
      version,
      number,
      revision: { ...commit, side, directory: "" },
      reason
    })
  );
}
var asHead = (trial) => ({ ...trial, side: "head" });
var absent = (workload) => ({
  code: absentCode,
  text: `Base does not contain \`${workload.directory}\`.`,
  remedy: ""
});

export {
  measureSide
};
