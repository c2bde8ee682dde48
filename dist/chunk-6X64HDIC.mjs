import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  commitTime,
  limits,
  workloadName
} from "./chunk-OJAMNIEM.mjs";
import {
  runtimes
} from "./chunk-QV76MXEE.mjs";
import {
  quantities
} from "./chunk-S35DHJLG.mjs";
import {
  floorOf
} from "./chunk-FTQT7EFU.mjs";
import {
  workloadHash
} from "./chunk-7VOJPYMV.mjs";
import {
  version
} from "./chunk-SUCA5TFH.mjs";

// src/history/record-of.ts
function recordOf(workload, about, floor) {
  const { operations, runtime, verdict } = workload;
  const totals = workload.totals.flatMap((total) => totalOf(total, operations, floor)).slice(0, limits.totals);
  if (totals.length === 0) return null;
  return { schemaVersion: 1, ...about, verdict, runtime, operations, totals };
}
function totalOf(total, operations, floor) {
  const { budget, head, quantity, repeat, role, smallestVisible } = total;
  if (!isQuantity(quantity) || role.length > 300) return [];
  const each = (perRound) => Number((perRound / operations).toPrecision(6));
  return [
    {
      role,
      quantity,
      growth: each(head.perRound),
      low: each(head.low),
      high: each(head.high),
      smallestVisible: each(smallestVisible),
      floor: each(floor(quantity, repeat)),
      budget: budget === null ? null : each(budget)
    }
  ];
}
var isQuantity = (text) => Object.hasOwn(quantities, text);

// src/pipeline/history/records.ts
async function recordsOf(run) {
  const { config, leg, now, repository, result, trials } = run;
  const commit = result.head.sha;
  const committed = await commitTime(repository, commit);
  return result.workloads.flatMap((measured) => {
    const workload = config.workloads.find(({ name }) => name === measured.name);
    const trial = trials.findLast((one) => one.workload === measured.name && one.side === "head");
    if (workload === void 0 || trial === void 0 || !workloadName.test(measured.name)) return [];
    const versions = { leakdiff: version, toolchain: trial.versions.toolchain };
    const about = { commit, committed, leg, versions, measured: now.toISOString() };
    const { floors } = runtimes[trial.runtime];
    const floor = (quantity, repeat) => floorOf(floors, quantity, repeat);
    const record = recordOf(measured, { ...about, workloadHash: workloadHash(workload) }, floor);
    return record === null ? [] : [{ workload: measured.name, record }];
  });
}

export {
  recordsOf
};
