import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  absentCode
} from "./chunk-R3D5S4IB.mjs";
import {
  checkOut,
  containsDirectory,
  dayOf,
  decision,
  hostOf,
  keeper,
  measureWorkload,
  roundsOf,
  runtimeOf
} from "./chunk-PIGE2JHZ.mjs";
import {
  trialPath
} from "./chunk-K5YJIIKY.mjs";
import {
  workloadHash
} from "./chunk-7ZYAI5EC.mjs";
import {
  version
} from "./chunk-KVCXQRUY.mjs";
import {
  InconclusiveError
} from "./chunk-RVF3GSDA.mjs";
import {
  __callDispose,
  __using
} from "./chunk-DWPMDLRA.mjs";

// src/measure-side.ts
import { join } from "node:path";

// src/measure/stand-in.ts
function standIn({ revision, version: version2, reason, ...trial }) {
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

// src/measure-side.ts
async function measureSide(request) {
  var _stack = [];
  try {
    const { commits, config, log, repository, side } = request;
    if (side === "base" && commits.base === null)
      throw new InconclusiveError("no-base", "There is no base to measure.", "Name one with --base.");
    const revisions = __using(_stack, await checkOut(repository, commits, {
      workloads: config.workloads,
      warn: (text) => log.detail(text, [])
    }), true);
    const paths = [];
    for (const workload of config.workloads) {
      for (const trial of await trialsOf(request, workload, revisions))
        paths.push(trialPath(request.out, trial));
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
  const { side, out } = request;
  const { base, head, folder } = revisions;
  const runtime = await runtimeOf(workload, join(head.directory, workload.directory));
  const keep = keeper(out);
  const named = { workload: workload.name, workloadHash: workloadHash(workload), runtime: runtime.name };
  const hasBase = base !== null && await containsDirectory(base, workload.directory);
  if (side === "base" && base !== null && !hasBase)
    return [await keep(standIn({ ...named, version, number: 1, revision: base, reason: absent(workload) }))];
  const decide = decision(workload, runtime, dayOf(/* @__PURE__ */ new Date()));
  const { trials, headFailure, baseFailure } = await measureWorkload({
    workload,
    workloadHash: named.workloadHash,
    runtime,
    base: hasBase ? base : null,
    head,
    only: side,
    scratch: folder,
    rounds: (stage) => roundsOf(workload, stage),
    version,
    // Each side as if nothing excused it: what is quiet by itself needs no confirming, whatever the other does.
    next: (measured) => decide(measured.map(asHead), workload.trials).next,
    isRed: () => false,
    keep,
    log: request.log,
    signal: request.signal
  });
  const reason = headFailure ?? baseFailure;
  const revision = side === "base" ? base : head;
  if (reason === null || revision === null) return trials;
  const number = trials.length + 1;
  return [...trials, await keep(standIn({ ...named, version, number, revision, reason }))];
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
