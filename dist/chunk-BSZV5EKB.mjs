import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  differences,
  growthOf,
  medianOf,
  mixedNoise,
  scaleOf
} from "./chunk-AM356UNS.mjs";

// src/judge/constants.ts
var baseMargin = 1.1;
var levellingRatio = 0.5;
var staysRatio = 0.5;
var wholeShare = 0.9;
var lateShare = 0.25;
var idleMargin = 1.5;
var doubling = { share: 0.05, least: 1.15, most: 2.6, steps: 3, spread: 1.35 };
var fewestIntervals = 4;
var evidentTasks = { perOperation: 0.9, operations: 20, intervals: 2 };
var flatShare = 0.05;
var fallenShare = 0.2;
var evenGrowth = 3;
var clearShare = 0.25;
var plainExcess = { counted: 2, other: 4 };
var counted = ["tasks", "files", "classes", "instances"];
var uncountedShare = 0.5;
var confirmFactor = 3;
var defaultFloors = {
  tasks: 0.5,
  files: 0.5,
  threads: 0.5,
  classes: 0.5,
  "class-bytes": 16e3,
  instances: 0.5,
  "heap-bytes": 4096,
  "heap-objects": 12,
  "external-bytes": 16e3,
  // Resident memory of clean servers drifts by up to 150 kB a round over eight rounds, by up to 40 over 24.
  "rss-bytes": 256e3,
  "alloc-bytes": 16e3,
  "alloc-objects": 64
};
var screenNoise = 0.5;
var keptNoise = 2;
var boundNoise = 3;
var rareMove = {
  spreads: 6,
  floors: 2,
  share: 0.25,
  shareOfFew: 0.45,
  long: 16,
  excursion: 3,
  burst: 2,
  undone: 0.5,
  oneLevel: 0.1,
  bound: 2.6,
  screen: 0.99,
  beyondBase: 2,
  silence: 2,
  longSilence: 6,
  alike: 1.35,
  faint: 0.05
};
var scatterQuantiles = [Number.POSITIVE_INFINITY, 637, 31.6, 12.9, 8.61];
var unknownMargin = 3;
var visibleNoise = 3;
var spareTrials = 2;
var findingShare = 0.1;
var kinShare = 0.05;
var insideShare = 0.9;
var fixedShare = 0.1;
var masked = {
  sigmas: 4,
  over: 1.25,
  overCounted: 10,
  evenness: 0.5,
  part: 0.1,
  hidden: 0.5,
  sigmasDown: 2
};

// src/judge/rules/bursts.ts
function burstsOf(parts) {
  const spikes = differences(parts.raw.map((value, i) => value - (parts.series[i] ?? value)));
  return parts.excursions.map((change, i) => change + (spikes[i] ?? 0));
}
function movesInSight(moves, bursts) {
  const largest = rareMove.burst * Math.max(0, ...bursts.map(Math.abs));
  const there = Math.sign(bursts.find((change) => change !== 0) ?? 0);
  return moves.map((move, i) => {
    const isBack = i < rareMove.excursion && Math.sign(move) === -there;
    const isThere = i >= moves.length - rareMove.excursion && Math.sign(move) === there;
    return (isBack || isThere) && Math.abs(move) <= largest ? 0 : move;
  });
}

// src/judge/rules/rare-moves.ts
function partsOf(series, least, how = "rare") {
  const known = taken.get(series) ?? /* @__PURE__ */ new Map();
  const key = `${least} ${how}`;
  const parts = known.get(key) ?? takeApart(series, least, how);
  taken.set(series, known.set(key, parts));
  return parts;
}
var taken = /* @__PURE__ */ new WeakMap();
function takeApart(raw, least, how) {
  const series = withoutSpikes(raw, least);
  const { excursions, moves, reach } = movesOf(series, least);
  const rounds = Math.max(1, moves.length);
  const share = moves.filter((move) => move !== 0).length / rounds;
  const few = share <= rareMove.shareOfFew;
  const rare = rounds < rareMove.long ? few : share <= rareMove.share;
  const apart = how === "apart" || how === "rare" && rare;
  const usual = apart ? withoutMoves(series, moves, excursions) : series;
  return {
    rare,
    few,
    reach,
    growth: growthOf(usual),
    moves,
    inSight: movesInSight(moves, burstsOf({ raw, series, excursions })),
    moved: sum(moves) / rounds,
    ...noisesOf(usual, moves, apart)
  };
}
function noisesOf(usual, moves, apart) {
  const rounds = Math.max(1, moves.length);
  const noise = mixedNoise(usual);
  const movedNoise = Math.hypot(...moves) / rounds;
  const noiseOfChanges = deviation(changesOf(usual, moves)) * Math.sqrt(1.2 / rounds);
  const ofUsual = moves.some((move) => move !== 0) ? noiseOfChanges : 0;
  return { movedNoise, noiseOfChanges, noise: Math.max(noise, apart ? ofUsual : movedNoise) };
}
function withoutSpikes(series, least) {
  if (series.length <= fewestIntervals) return series;
  const slope = growthOf(series).whole;
  const level = series.map((value, i) => value - slope * i);
  const centre = medianOf(level);
  const limit = Math.max(rareMove.spreads * scaleOf(level), rareMove.floors * least);
  const isOut = (i) => Math.abs((level[i] ?? centre) - centre) > limit;
  return series.map((value, i) => {
    const [before, after] = [series[i - 1], series[i + 1]];
    const alone = before !== void 0 && after !== void 0 && !isOut(i - 1) && !isOut(i + 1);
    return alone && isOut(i) ? (before + after) / 2 : value;
  });
}
function meanRise(series) {
  const mean = (values) => sum(values) / values.length;
  return series.length < 4 ? 0 : (mean(series.slice(-2)) - mean(series.slice(0, 2))) / (series.length - 2);
}
function movesOf(series, least) {
  const steps = differences(series);
  const usual = medianOf(steps);
  const limit = Math.max(rareMove.spreads * scaleOf(steps), rareMove.floors * least);
  const isFar = (step) => Math.abs(step - usual) > limit && Math.abs(step) > limit;
  const far = steps.map((step) => isFar(step) ? step - usual : 0);
  const moves = [...far];
  for (const [i, move] of far.entries()) {
    const back = move === 0 || moves[i] === 0 ? -1 : wayBack(far.slice(i, i + 1 + rareMove.excursion), limit);
    if (back > 0) moves.fill(0, i, i + back);
  }
  const reach = Math.abs(usual) > limit ? limit + Math.abs(usual) : limit;
  return { reach, moves, excursions: far.map((move, i) => move - (moves[i] ?? 0)) };
}
function wayBack(moves, limit) {
  let away = 0;
  const back = moves.findIndex((move) => {
    away += move;
    return Math.abs(away) <= limit;
  });
  return back < 0 ? -1 : back + 1;
}
function withoutMoves(series, moves, excursions) {
  let moved = 0;
  return series.map((value, i) => {
    moved += (moves[i - 1] ?? 0) + (excursions[i - 1] ?? 0);
    return value - moved;
  });
}
function changesOf(usual, moves) {
  const changes = differences(usual);
  const centre = medianOf(changes);
  const reach = 2 * Math.max(0, ...changes.map((change) => Math.abs(change - centre)));
  return changes.map((change, i) => change + Math.max(-reach, Math.min(reach, moves[i] ?? 0)));
}
var sum = (values) => values.reduce((a, b) => a + b, 0);
function deviation(values) {
  const mean = sum(values) / Math.max(1, values.length);
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / Math.max(1, values.length - 1));
}

// src/trial/frame-name.ts
var frameName = ({ function: name, site }) => nameless.test(name) && site !== "" ? site : name;
var placedName = (frame) => frame.line > 0 && frame.site !== "" && nameless.test(frame.function) ? frameName(frame).replace(/\)$/, `:${frame.line})`) : frameName(frame);
var nameless = /^(?:$|[(<])|\s/;
function fileOf(frame) {
  const { location } = frame;
  return location.path ?? frame.file;
}

// src/trial/creators.ts
function handsOver(creator, stack) {
  if (creator.location.origin === "project") return false;
  return stack.some((frame) => isCode(frame) && homeOf(frame) !== homeOf(creator));
}
function homeOf({ location }) {
  return location.origin === "dependency" ? `dependency ${location.package}` : location.origin;
}
function byFunction(creators) {
  const found = /* @__PURE__ */ new Map();
  for (const one of creators) {
    const known = found.get(one.frame.site);
    found.set(one.frame.site, known === void 0 ? one : { ...known, count: known.count + one.count });
  }
  return [...found.values()];
}
var isCode = ({ location }) => location.origin !== "runtime";

// src/judge/rules/rule.ts
function excessOf(head, base, margin = baseMargin) {
  return head.growth.steady - margin * most(alike(head, base).map((b) => b.growth.steady));
}
function plainExcessOf(head, base, margin = baseMargin) {
  return head.growth.plain - margin * most(alike(head, base).map((b) => b.growth.plain));
}
function netExcessOf(head, base) {
  return meanRise(head.series) - baseMargin * most(alike(head, base).map((b) => meanRise(b.series)));
}
function alike(head, base) {
  const same = base.filter((b) => b.stage === head.stage);
  return same.length > 0 ? same : base;
}
var most = (values) => Math.max(0, ...values);
var leftOf = ({ left, series }) => (left ?? (series.at(-1) ?? 0) - (series[0] ?? 0)) / Math.max(1, series.length - 1);
function leftExcessOf(head, base, threshold) {
  const before = most(alike(head, base).map(leftOf));
  return leftOf(head) - (before > threshold ? unknownMargin : baseMargin) * before;
}
function stays({ left, series }) {
  const rise = (series.at(-1) ?? 0) - (series[0] ?? 0);
  return left === null || left >= rise - (1 - staysRatio) * Math.abs(rise);
}

export {
  handsOver,
  homeOf,
  byFunction,
  baseMargin,
  levellingRatio,
  staysRatio,
  wholeShare,
  lateShare,
  idleMargin,
  doubling,
  fewestIntervals,
  evidentTasks,
  flatShare,
  fallenShare,
  evenGrowth,
  clearShare,
  plainExcess,
  counted,
  uncountedShare,
  confirmFactor,
  defaultFloors,
  screenNoise,
  keptNoise,
  boundNoise,
  rareMove,
  scatterQuantiles,
  unknownMargin,
  visibleNoise,
  spareTrials,
  findingShare,
  kinShare,
  insideShare,
  fixedShare,
  masked,
  partsOf,
  meanRise,
  excessOf,
  plainExcessOf,
  netExcessOf,
  alike,
  most,
  leftOf,
  leftExcessOf,
  stays,
  frameName,
  placedName,
  fileOf
};
