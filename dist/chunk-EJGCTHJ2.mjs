import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  absentCode,
  skippedCode
} from "./chunk-ANEUYRZX.mjs";
import {
  checkOut,
  clearOrphans,
  containsDirectory,
  dayOf,
  decision,
  hostOf,
  keeper,
  measureWorkload,
  roundsOf,
  runtimeOf,
  skippedWorkloads,
  strayGlobs
} from "./chunk-5NVYHFUY.mjs";
import {
  trialPath
} from "./chunk-554FMUD6.mjs";
import {
  workloadHash
} from "./chunk-4GX4QWZP.mjs";
import {
  version
} from "./chunk-KVCXQRUY.mjs";
import {
  ConfigError,
  InconclusiveError
} from "./chunk-7RZFDP7O.mjs";
import {
  __callDispose,
  __using
} from "./chunk-DWPMDLRA.mjs";

// src/pipeline/measure-side.ts
import { join } from "node:path";

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
async function measureSide(request) {
  var _stack = [];
  try {
    const { commits, config, log, repository, side, trial } = request;
    for (const workload of config.workloads) if (trial !== null) assertExpected(workload, trial);
    if (side === "base" && commits.base === null)
      throw new InconclusiveError("no-base", "There is no base to measure.", "Name one with --base.");
    const skipped = await skippedWorkloads(repository, commits, config.workloads);
    const stray = await strayGlobs(repository, commits, config.workloads);
    for (const { text } of [...stray.values()].flat()) log.detail(text, []);
    const workloads = config.workloads.filter(({ name }) => !skipped.has(name));
    await clearOrphans(log);
    const revisions = __using(_stack, await checkOut(repository, commits, {
      workloads,
      warn: (text) => log.detail(text, [])
    }), true);
    const paths = [];
    for (const workload of config.workloads) {
      if (skipped.has(workload.name)) paths.push(trialPath(request.out, await skippedTrial(request, workload)));
      else
        for (const trial2 of await trialsOf(request, workload, revisions))
          paths.push(trialPath(request.out, trial2));
    }
    return paths;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function trialsOf(request, workload, revisions) {
  const { side, out, trial: number } = request;
  const { base, head, folder } = revisions;
  const runtime = await runtimeOf(workload, join(head.directory, workload.directory));
  const alone = number === null ? {} : { alone: true };
  const keep = (trial) => keeper(out)({ ...trial, ...alone });
  const named = { workload: workload.name, workloadHash: workloadHash(workload), runtime: runtime.name };
  const hasBase = base !== null && await containsDirectory(base, workload.directory);
  if (side === "base" && base !== null && !hasBase)
    return [
      await keep(
        placeholder({ ...named, version, number: number ?? 1, revision: base, reason: absent(workload) })
      )
    ];
  const decide = decision(workload, runtime, dayOf(/* @__PURE__ */ new Date()));
  const { trials, headFailure, baseFailure } = await measureWorkload({
    workload,
    workloadHash: named.workloadHash,
    runtime,
    base: hasBase ? base : null,
    head,
    only: side,
    onlyTrial: number ?? void 0,
    scratch: folder,
    rounds: (stage) => roundsOf(workload, stage),
    version,
    // Each side as if nothing excused it: what is quiet by itself needs no confirming, whatever the other does.
    next: (measured) => decide(measured.map(asHead), workload.trials).next,
    goal: () => null,
    keep,
    log: request.log,
    signal: request.signal
  });
  const reason = headFailure ?? baseFailure;
  const revision = side === "base" ? base : head;
  if (reason === null || revision === null) return trials;
  const last = { ...named, version, number: number ?? trials.length + 1, revision, reason };
  return [...trials, await keep(placeholder(last))];
}
function assertExpected({ name, trials }, trial) {
  if (trial <= trials) return;
  throw new ConfigError(
    `trial ${trial} of \`${name}\` is none: it has ${trials}`,
    `Write trials: ${trial} in its configuration, or let the jobs measure trials 1 to ${trials}.`
  );
}
async function skippedTrial(request, workload) {
  const { commits, out, side } = request;
  const commit = commits[side] ?? commits.head;
  return await keeper(out)(
    placeholder({
      workload: workload.name,
      workloadHash: workloadHash(workload),
      runtime: workload.runtime ?? "node",
      version,
      number: 1,
      revision: { ...commit, side, directory: "" },
      reason: { code: skippedCode, text: "Nothing matching `changed` changed.", remedy: "" }
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
