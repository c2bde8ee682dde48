import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/judge/constants.ts
var baseMargin = 1.1;
var levellingRatio = 0.5;
var staysRatio = 0.5;
var lateShare = 0.25;
var idleMargin = 1.5;
var doubling = { share: 0.05, least: 1.15, most: 2.6, steps: 3, spread: 1.35 };
var fewestIntervals = 4;
var evidentTasks = { perOperation: 0.9, operations: 20, intervals: 2 };
var flatShare = 0.05;
var evenGrowth = 3;
var clearShare = 0.25;
var plainExcess = { counted: 2, other: 4 };
var uncountedShare = 0.5;
var confirmFactor = 3;
var defaultFloors = {
  tasks: 0.5,
  files: 0.5,
  threads: 0.5,
  "heap-bytes": 4096,
  "heap-objects": 12,
  "external-bytes": 16e3,
  // Resident memory of clean servers drifts by up to 150 kB a round over eight rounds, by up to 40 over 24.
  "rss-bytes": 256e3,
  "alloc-bytes": 16e3,
  "alloc-objects": 64
};
var screenNoise = 0.5;
var boundNoise = 3;
var rareMove = {
  spreads: 6,
  floors: 2,
  share: 0.25,
  shareOfFew: 0.45,
  long: 16,
  excursion: 3,
  undone: 0.5,
  oneLevel: 0.1,
  bound: 2.6,
  screen: 0.99,
  beyondBase: 2,
  silence: 2,
  longSilence: 6,
  alike: 1.35
};
var scatterQuantiles = [Number.POSITIVE_INFINITY, 637, 31.6, 12.9, 8.61];
var unknownMargin = 3;
var visibleNoise = 3;
var findingShare = 0.1;
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

export {
  baseMargin,
  levellingRatio,
  staysRatio,
  lateShare,
  idleMargin,
  doubling,
  fewestIntervals,
  evidentTasks,
  flatShare,
  evenGrowth,
  clearShare,
  plainExcess,
  uncountedShare,
  confirmFactor,
  defaultFloors,
  screenNoise,
  boundNoise,
  rareMove,
  scatterQuantiles,
  unknownMargin,
  visibleNoise,
  findingShare,
  insideShare,
  fixedShare,
  masked
};
