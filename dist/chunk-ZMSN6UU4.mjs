import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  commitTime,
  limits,
  workloadName
} from "./chunk-75E2IP3J.mjs";
import {
  runtimes
} from "./chunk-DSLFNXAD.mjs";
import {
  floorOf
} from "./chunk-OKCNATIS.mjs";
import {
  quantities
} from "./chunk-CZM7HAV4.mjs";
import {
  workloadHash
} from "./chunk-LTN4BDOO.mjs";
import {
  version
} from "./chunk-SUCA5TFH.mjs";

// src/history/record-of.ts
function recordOf(workload, side, about, floor) {
  const { operations, runtime } = workload;
  const of = (total) => totalOf(total, side, operations, floor);
  const totals = workload.totals.flatMap(of).slice(0, limits.totals);
  if (totals.length === 0) return null;
  const verdict = side === "head" ? workload.verdict : "inconclusive";
  return { schemaVersion: 1, ...about, verdict, runtime, operations, totals };
}
function totalOf(total, side, operations, floor) {
  const { budget, quantity, repeat, role, smallestVisible } = total;
  const grown = total[side];
  if (grown === null || !isQuantity(quantity) || role.length > 300) return [];
  const each = (perRound) => Number((perRound / operations).toPrecision(6));
  return [
    {
      role,
      quantity,
      growth: each(grown.perRound),
      low: each(grown.low),
      high: each(grown.high),
      smallestVisible: each(smallestVisible),
      floor: each(floor(quantity, repeat)),
      budget: budget === null ? null : each(budget)
    }
  ];
}
var isQuantity = (text) => Object.hasOwn(quantities, text);

// src/pipeline/history/records.ts
async function recordsOf(run) {
  const { base, head } = run.result;
  const before = base === null || base.sha === head.sha ? [] : await recordsOfSide(run, "base", base.sha);
  return [...before, ...await recordsOfSide(run, "head", head.sha)];
}
async function recordsOfSide({ config, leg, now, repository, result, trials }, side, commit) {
  const committed = await commitTime(repository, commit);
  return result.workloads.flatMap((measured) => {
    const workload = config.workloads.find(({ name }) => name === measured.name);
    const trial = trials.findLast((one) => one.workload === measured.name && one.side === side);
    if (workload === void 0 || trial === void 0 || !workloadName.test(measured.name)) return [];
    const versions = { leakdiff: version, toolchain: trial.versions.toolchain };
    const about = { commit, committed, leg, versions, measured: now.toISOString() };
    const { floors } = runtimes[trial.runtime];
    const floor = (quantity, repeat) => floorOf(floors, quantity, repeat);
    const record = recordOf(measured, side, { ...about, workloadHash: workloadHash(workload) }, floor);
    return record === null ? [] : [{ workload: measured.name, record, ifMissing: side === "base" }];
  });
}

export {
  recordsOf
};
