import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  blame
} from "./chunk-2H745DGP.mjs";
import {
  ConfigError
} from "./chunk-EEIPMXOZ.mjs";

// src/trial/shards.ts
var absentCode = "base-absent";
var skippedCode = "not-changed";
var sides = ["base", "head"];
var remedy = "Let every job measure the same commits with the same configuration, and hand each trial over once.";
function commitsOf(trials) {
  const of = (side) => {
    const first = trials.find((t) => t.side === side);
    return first === void 0 ? null : { sha: first.sha, how: first.how };
  };
  return { base: of("base"), head: of("head") };
}
function strangers(trials, workloads) {
  const names = new Set(trials.map((t) => t.workload).filter((name) => !workloads.includes(name)));
  return [...names].map((name) => ({
    code: "shard-foreign",
    text: `There are trials of \`${name}\`, which the configuration does not define.`,
    remedy
  }));
}
function joinShards(all, workload) {
  const commits = commitsOf(all);
  const own = all.filter((trial) => trial.workload === workload.name);
  const foreign = own.filter(
    (trial) => trial.workloadHash !== workload.hash || trial.sha !== commits[trial.side]?.sha
  );
  const fitting = own.filter((trial) => !foreign.includes(trial));
  const absent = fitting.some(isAbsent);
  const expected = fitting.some((trial) => trial.alone) ? workload.trials : 1;
  const failure = (side) => {
    const failed = fitting.find((t) => t.side === side && t.failures.length > 0 && !isAbsent(t));
    return failed?.failures[0] ?? null;
  };
  const [baseFailure, headFailure] = [failure("base"), failure("head")];
  return {
    trials: fitting.filter((t) => t.failures.length === 0).sort((a, b) => a.number - b.number),
    headFailure: headFailure && blame(headFailure, baseFailure, !absent),
    baseFailure,
    notes: [],
    absent,
    problems: [
      ...foreign.map(foreignReason),
      ...sides.flatMap((side) => gaps(fitting, side, workload.name, expected))
    ]
  };
}
var isAbsent = (trial) => trial.failures[0]?.code === absentCode;
var foreignReason = ({ side, number, workload, sha }) => ({
  code: "shard-foreign",
  text: `Trial ${number} of ${side} for \`${workload}\` at ${sha.slice(0, 7)} belongs to another commit or another configuration.`,
  remedy
});
function gaps(trials, side, workload, expected) {
  const numbers = trials.filter((t) => t.side === side).map((t) => t.number);
  const doubled = [...new Set(numbers.filter((n, i) => numbers.indexOf(n) !== i))];
  const last = numbers.reduce((a, b) => Math.max(a, b), 1);
  const most = Math.max(expected, Math.min(last, numbers.length + 1));
  const missing = Array.from({ length: most }, (_, i) => i + 1).filter((n) => !numbers.includes(n));
  const say = (code, number, what) => ({
    code,
    text: `Trial ${number} of ${side} for \`${workload}\` ${what}.`,
    remedy
  });
  return [
    ...doubled.map((n) => say("shard-doubled", n, "is there more than once")),
    ...missing.map((n) => say("shard-missing", n, "is missing"))
  ];
}
function trialNumber(place, written) {
  if (written === null) return null;
  if (/^[1-9]\d?$/.test(written)) return Number(written);
  throw new ConfigError(`${place} is \`${written}\``, "Write the number of a trial, from 1 on.");
}

export {
  absentCode,
  skippedCode,
  commitsOf,
  strangers,
  joinShards,
  trialNumber
};
