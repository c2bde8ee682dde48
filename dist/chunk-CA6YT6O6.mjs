import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  assignRoles,
  checkOut,
  clearOrphans,
  commandContextOf,
  containsDirectory,
  createCalm,
  createRepeats,
  idleRounds,
  isFinal,
  leaveQuiet,
  locator,
  makeRounds,
  measureTrial,
  mostRepeats,
  openSandbox,
  readText,
  reasonOf,
  require_picomatch,
  runSetup,
  secondsIn,
  theProgram,
  wasAtWork
} from "./chunk-4KNU7ZCZ.mjs";
import {
  blame
} from "./chunk-2H745DGP.mjs";
import {
  definitions,
  recogniseRuntime,
  runtimes
} from "./chunk-DSLFNXAD.mjs";
import {
  acceptances,
  byDay,
  fewestRepeats,
  groupBy,
  growingGroups,
  identity,
  isRuntime,
  meanExcess,
  merged,
  moreThanBase,
  naming,
  newest,
  onBase,
  plainSlope,
  rateOf,
  robustRate,
  tasksOf,
  thresholdOf,
  usedBy,
  waive,
  withObjects,
  workloadResult
} from "./chunk-OKCNATIS.mjs";
import {
  readTrial,
  writeTrial
} from "./chunk-ZSCABBQN.mjs";
import {
  framing
} from "./chunk-UKAJ636F.mjs";
import {
  clockDoubt,
  compare,
  excessByRounds,
  grownWhileIdle,
  isDoubling,
  noTimeCode,
  renewedRoles,
  shapeOf
} from "./chunk-QKW4WOB4.mjs";
import {
  leftOutReasons
} from "./chunk-MGD4LKXX.mjs";
import {
  alike,
  baseMargin,
  boundNoise,
  confirmFactor,
  counted,
  defaultFloors,
  doubling,
  evidentTasks,
  fewestIntervals,
  findingShare,
  fixedShare,
  handsOver,
  insideShare,
  keptNoise,
  kinShare,
  lateShare,
  leftExcessOf,
  leftOf,
  levellingRatio,
  masked,
  meanRise,
  most,
  netExcessOf,
  partsOf,
  plainExcess,
  plainExcessOf,
  rareMove,
  scatterQuantiles,
  screenNoise,
  stays,
  staysRatio,
  uncountedShare,
  unknownMargin,
  visibleNoise,
  wholeShare
} from "./chunk-BSZV5EKB.mjs";
import {
  quantities
} from "./chunk-CZM7HAV4.mjs";
import {
  wordsFor
} from "./chunk-DWPA6LHS.mjs";
import {
  differences,
  growthOf,
  mixedNoise,
  slopeNoise
} from "./chunk-AM356UNS.mjs";
import {
  git,
  gitLines
} from "./chunk-HJVQHNAO.mjs";
import {
  budgetKeys,
  workloadKeys
} from "./chunk-AMEXP2G4.mjs";
import {
  debug
} from "./chunk-5MIBD2VL.mjs";
import {
  withoutSecretsIn
} from "./chunk-3D67X6WZ.mjs";
import {
  ConfigError,
  FormatError,
  InconclusiveError
} from "./chunk-EEIPMXOZ.mjs";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-MUV4FIWC.mjs";

// src/checkout/changes/changed-paths.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function pathMatcher(globs) {
  const not = globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  const wanted = globs.filter((glob) => !glob.startsWith("!"));
  const deep = (all) => all.flatMap((glob) => [glob, `${glob.replace(/\/$/, "")}/**`]);
  return (0, import_picomatch.default)(wanted.length > 0 ? deep(wanted) : "**", { dot: true, ignore: deep(not) });
}
async function skippedWorkloads(repository, { base, head }, workloads) {
  const restricted = workloads.flatMap(
    ({ name, changed = [] }) => changed.length > 0 ? [{ name, changed }] : []
  );
  if (base === null || restricted.length === 0) return /* @__PURE__ */ new Set();
  const diff = ["diff", "--name-only", "--no-renames", "--ignore-submodules=none", "-z", base.sha, head.sha];
  const changes = await paths(repository, diff);
  const skipped = restricted.filter(({ changed }) => !changes.some(pathMatcher(changed)));
  if (skipped.length === 0) return /* @__PURE__ */ new Set();
  const all = await filesAt(repository, head.sha);
  for (const { name, changed } of skipped) {
    if (!all.some(pathMatcher(changed))) throw matchesNothing(name, changed);
  }
  return new Set(skipped.map(({ name }) => name));
}
async function strayGlobs(repository, { base, head }, workloads) {
  if (!workloads.some(({ changed = [] }) => changed.length > 0)) return /* @__PURE__ */ new Map();
  const shas = [.../* @__PURE__ */ new Set([head.sha, ...base === null ? [] : [base.sha]])];
  const all = await Promise.all(shas.map((sha) => filesAt(repository, sha)));
  const isStray = (glob) => !all.some((files) => files.some(pathMatcher([glob.replace(/^!/, "")])));
  return new Map(
    workloads.flatMap(({ name, changed = [] }) => {
      const stray = changed.filter(isStray);
      return stray.length > 0 ? [[name, stray.map(strayNote)]] : [];
    })
  );
}
var strayNote = (glob) => ({
  code: "changed-matches-nothing",
  text: `\`changed\`: no file matches \`${glob}\`; globs are taken from the root of the repository.`
});
var filesAt = (repository, sha) => paths(repository, ["ls-tree", "-r", "--name-only", "-z", "--full-tree", sha]);
async function paths(repository, args) {
  return (await git(repository, args)).split("\0").filter((path) => path !== "");
}
function matchesNothing(name, changed) {
  return new ConfigError(
    `\`workloads.${name}.changed\`: no file of head matches ${changed.join(", ")}, so it would never be measured`,
    "Correct the globs, which are taken from the root of the repository: `api/**`, `Makefile`."
  );
}

// src/judge/findings/faint.ts
var told = ["heap-bytes", "external-bytes"];
var baseShare = 0.5;
var namingShare = 0.5;
function faintGrowth(names2, totals) {
  return totals.flatMap((total) => {
    const { figure, standing, smallestVisible: smallestVisible2, threshold } = total;
    const { head, quantity, role } = total.diff;
    const still = standing === "quiet" || standing === "cleared";
    if (!still || threshold === null || figure === null || !told.includes(quantity)) return [];
    const everyRound = head.length > 0 && head.every(neverFell);
    const news = (figure.base?.perRound ?? 0) <= baseShare * figure.head.perRound;
    if (!everyRound || !news || figure.more <= 0 || figure.more >= smallestVisible2) return [];
    return [{ role, quantity, function: nameOf(names2, total), perRound: figure.more, smallestVisible: smallestVisible2 }];
  });
}
function neverFell(trial) {
  const { growth, series } = trial;
  const rose = series.length > fewestIntervals && differences(series).every((step) => step > 0);
  return rose && stays(trial) && growth.late >= levellingRatio * growth.early;
}
function nameOf(names2, { diff: { quantity, role }, figure }) {
  const [first] = growingGroups(names2, { role, quantity, measure: moreThanBase });
  if (first === void 0 || isRuntime(first.culprit)) return null;
  return first.grown >= namingShare * (figure?.more ?? 0) ? first.culprit?.function ?? null : null;
}

// src/judge/findings/story.ts
function storyOf({
  standing,
  threshold,
  base
}) {
  if (threshold === null) return null;
  if (standing === "red") return "leak";
  if (standing === "waived") return "waived";
  if (standing === "between" || standing === "suspected") return "suspect";
  if (base === null || !stays(base)) return null;
  return base.growth.steady > Math.max(threshold, boundNoise * slopeNoise(base.series)) ? "past" : null;
}
var measureOf = (story) => story === "past" ? onBase : moreThanBase;

// src/judge/findings/figure.ts
var growing = ["suspected", "between", "red", "waived"];
function figureOf({ diff, excess, manner, standing, threshold }, past) {
  const newest2 = diff.head.at(-1);
  if (newest2 === void 0) return null;
  const grows = past || growing.includes(standing);
  const told4 = (trials) => rateOf(trials, manner, threshold ?? 0);
  const rate = grows ? told4 : robustRate;
  const head = rate(diff.head);
  if (head === null) return null;
  const base = past ? rate(diff.base) : steepest(diff, newest2, rate);
  const more = head.perRound - Math.max(0, base?.perRound ?? 0);
  return { head, base, more: grows && !past ? Math.max(more, excess) : more };
}
function withFigures(totals) {
  const counted4 = new Map(
    totals.filter(({ diff }) => diff.quantity === "heap-objects").map((t) => [t.diff.role, t.standing])
  );
  return totals.map((total) => {
    const { quantity, role } = total.diff;
    const other = quantity === "heap-bytes" ? counted4.get(role) : void 0;
    const standing = other !== void 0 && growing.includes(other) ? other : total.standing;
    const figure = figureOf({ ...total, standing }, storyOf(total) === "past");
    return { ...total, figure, smallestVisible: seen(total, [total.standing, standing], figure) };
  });
}
function seen({ smallestVisible: smallestVisible2, threshold }, standings, figure) {
  if (!standings.includes("red") || figure === null) return smallestVisible2;
  return Math.min(smallestVisible2, Math.max(figure.more, threshold ?? 0));
}
function steepest({ base }, head, rate) {
  const rates = alike(head, base).flatMap((trial) => rate([trial]) ?? []);
  return rates.toSorted((a, b) => b.perRound - a.perRound)[0] ?? null;
}

// src/judge/findings/excused.ts
function excused(names2, told4, findings) {
  const lines = offered(names2, told4);
  const [first] = findings;
  return findings.map((finding) => {
    const behind = finding === first ? told4 : told4.filter(({ total }) => total.diff.quantity === finding.quantity);
    const uses = behind.flatMap(({ total }) => total.waiver === null ? [] : [total.waiver]);
    const own = lines.filter((line) => (findings.find((one) => isOf(one, line)) ?? first) === finding);
    return {
      ...finding,
      waiver: uses.find(({ state }) => state !== "applied") ?? uses[0] ?? null,
      accept: own.toSorted((a, b) => Number(leads(finding, b)) - Number(leads(finding, a)))
    };
  });
}
function offered(names2, told4) {
  const fails = told4.filter(({ story }) => story === "leak" || story === "suspect");
  const inBytes2 = fails.some(({ total }) => total.diff.quantity === "heap-bytes");
  return fails.filter(({ total }) => !inBytes2 || total.diff.quantity !== "heap-objects").flatMap(({ total }) => acceptances(names2, total));
}
var leads = ({ culprit, quantity }, line) => line.quantity === quantity && line.site === culprit?.site;
var isOf = (finding, line) => leads(finding, line) || finding.parts.some(({ culprit, quantity }) => line.quantity === quantity && line.site === culprit?.site);

// src/judge/findings/finding-of.ts
function fromGroup(names2, told4, group, shared) {
  const found = ofSites(told4, group);
  const finding = found.ruling === "fixed" && !hasFallen(told4.total, -found.excess) ? elsewhere(names2, told4, found) : found;
  return shared ? finding : { ...finding, ...figures(told4, finding.ruling, finding.own) };
}
function figures({ total }, ruling, own) {
  const { base, head, more } = total.figure ?? { base: null, head: none, more: total.excess };
  const past = ruling === "existing" || ruling === "fixed";
  const excess = past ? head.perRound - (base?.perRound ?? 0) : more;
  const whole = ruling === "existing" ? head.perRound : Math.abs(excess);
  return { base, head, excess, own: Math.min(own ?? whole, whole) };
}
function elsewhere(names2, told4, was) {
  const { quantity, role } = was;
  const [now] = growingGroups(names2, { role, quantity, measure: moreThanBase });
  if (now === void 0) return { ...unnamed(told4), ruling: "existing" };
  const is = ofSites(told4, now);
  return { ...is, ruling: "existing", base: was.base, excess: is.excess + was.excess, own: is.head.perRound };
}
var hasFallen = ({ base, head }, lost) => (base?.growth.steady ?? 0) - (head?.growth.steady ?? 0) >= lost / 2;
function ofSites(told4, group) {
  const site = group.sites[0] ?? null;
  const slope = (rows2) => slopeOf(rows2, told4.total);
  const base = slope(group.sites.map((s) => s.base));
  const head = slope(group.sites.map((s) => s.head)) ?? none;
  const was = base?.perRound ?? 0;
  const is = head.perRound;
  return {
    ...unnamed(told4),
    ruling: rulingOf(told4, was, is),
    quantity: site?.quantity ?? told4.total.diff.quantity,
    unit: site?.unit ?? told4.total.diff.unit,
    culprit: group.culprit,
    site,
    kin: kinOf(told4, group),
    base,
    head,
    excess: is - was,
    own: rulingOf(told4, was, is) === "existing" ? is : Math.abs(is - was)
  };
}
var mostKin = 8;
var kinOf = ({ story }, { grown, sites }) => sites.slice(1, mostKin).filter((site) => measureOf(story).grown(site) >= kinShare * grown).map(({ stack }) => stack);
var none = { perRound: 0, low: 0, high: 0 };
function rulingOf({ story, total }, was, is) {
  const threshold = total.threshold ?? 0;
  if (story === "suspect" || story === "waived") return story;
  if (story === "leak") return was > Math.max(threshold, fixedShare * is) ? "worse" : "leak";
  return is <= Math.max(threshold, fixedShare * was) ? "fixed" : "existing";
}
function unnamed(told4) {
  const { diff, head, base, threshold } = told4.total;
  const ruling = rulingOf(told4, base?.growth.steady ?? 0, head?.growth.steady ?? 0);
  const shown = ruling === "fixed" ? base : head;
  return {
    ruling,
    quantity: diff.quantity,
    unit: diff.unit,
    role: diff.role,
    started: diff.started,
    culprit: null,
    site: null,
    inside: null,
    ...figures(told4, ruling, null),
    threshold,
    shape: shown === told4.total.head ? told4.total.shape : shown === null ? "flat" : shapeOf(shown, threshold ?? 0),
    parts: [],
    waiver: null,
    accept: []
  };
}
function slopeOf(rows2, { manner, threshold }) {
  const told4 = rows2.map((trials) => rateOf(trials, manner, threshold ?? 0));
  const known = told4.filter((rate) => rate !== null);
  if (known.length === 0) return null;
  const sum = (of) => known.reduce((all, rate) => all + of(rate), 0);
  const perRound = sum((rate) => rate.perRound);
  if (manner === "even") return { perRound, low: sum(({ low }) => low), high: sum(({ high }) => high) };
  const reach = Math.hypot(...known.map((rate) => rate.high - rate.perRound));
  return { perRound, low: perRound - reach, high: perRound + reach };
}
function inObjects(finding, told4) {
  const { quantity, own, excess, parts, role } = finding;
  if (quantity !== "heap-bytes") return finding;
  const counted4 = unnamed(told4);
  return {
    ...counted4,
    culprit: finding.culprit,
    site: finding.site,
    inside: finding.inside,
    ...finding.kin === void 0 ? {} : { kin: finding.kin },
    own: (excess > 0 ? own / excess : 1) * counted4.own,
    parts: [{ quantity, role, culprit: null, perRound: excess }, ...parts]
  };
}
function groupParts({ story, total }, quantity, groups) {
  const { base, more } = total.figure ?? { base: null, more: 0 };
  const whole = story === "past" ? base?.perRound ?? 0 : more;
  const sum = groups.reduce((all, { grown }) => all + grown, 0);
  const scale = sum > whole && whole > 0 && quantity === total.diff.quantity ? whole / sum : 1;
  return groups.map(
    ({ culprit, grown, sites }) => ({
      ...{ quantity, role: total.diff.role, culprit, perRound: scale * grown },
      ...sites[0]?.tasks?.state ? { state: sites[0].tasks.state } : {}
    })
  );
}
var totalPart = ({ total }) => ({
  quantity: total.diff.quantity,
  role: total.diff.role,
  culprit: null,
  perRound: total.figure?.more ?? total.excess
});

// src/judge/findings/inside.ts
function insideOf(groups, all, grown) {
  const sites = groups.flatMap((group) => group.sites).filter((site) => grown(site) > 0);
  const least = insideShare * sites.reduce((sum, site) => sum + grown(site), 0);
  const deepest = descend(sites, least, grown);
  const frame = deepest.stack.findLast(({ location }) => location.origin !== "runtime") ?? null;
  if (frame === null || frame.site === groups[0]?.culprit?.site) return null;
  const depth = deepest.stack.lastIndexOf(frame) + 1;
  const below = all.filter((site) => isBelow(site, deepest.names.slice(0, depth)));
  return below.length < insideShare * all.length ? frame : null;
}
function descend(sites, least, grown, path = { names: [], stack: [] }) {
  const depth = path.names.length;
  const weights = /* @__PURE__ */ new Map();
  for (const site of sites) {
    const name2 = site.names[depth];
    if (name2 !== void 0) weights.set(name2, (weights.get(name2) ?? 0) + grown(site));
  }
  const [name] = [...weights].find(([, weight]) => weight >= least) ?? [];
  const below = sites.filter((site) => site.names[depth] === name);
  const frame = below[0]?.stack[depth];
  if (name === void 0 || frame === void 0) return path;
  return descend(below, least, grown, { names: [...path.names, name], stack: [...path.stack, frame] });
}
var isBelow = ({ names: names2 }, path) => path.every((name, i) => names2[i] === name);

// src/judge/findings/join-roles.ts
function joinRoles(findings) {
  const rowOf = (f) => f.site === null ? f.role : identity(f.site, f.culprit);
  const worse = (ruling) => ruling === "worse" ? "leak" : ruling;
  const heap3 = (quantity) => quantity === "heap-objects" ? "heap-bytes" : quantity;
  return groupBy(findings, (f) => `${worse(f.ruling)}\0${heap3(f.quantity)}\0${rowOf(f)}`).flatMap((same) => {
    const [first, ...others] = same.toSorted(
      (a, b) => Number(b.started) - Number(a.started) || Math.abs(b.excess) - Math.abs(a.excess)
    );
    if (first === void 0) return [];
    const parts = others.flatMap((f) => [
      { quantity: f.quantity, role: f.role, culprit: f.culprit, perRound: f.excess },
      ...f.parts
    ]);
    const accept = merged(
      same.flatMap((f) => f.accept),
      Math.max
    );
    const waiver = same.find((f) => f.waiver !== null)?.waiver ?? null;
    return [{ ...first, parts: [...first.parts, ...parts], waiver, accept }];
  });
}
var severity = ["leak", "worse", "suspect", "waived", "existing", "fixed"];
var speaking = [
  "tasks",
  "files",
  "heap-bytes",
  "heap-objects",
  "external-bytes",
  "classes",
  "instances"
];
function byWeight(a, b) {
  const plainness = (f) => speaking.includes(f.quantity) ? speaking.indexOf(f.quantity) : speaking.length;
  const rank = (f) => severity.indexOf(f.ruling) * 10 + plainness(f);
  return rank(a) - rank(b) || Math.abs(b.excess) - Math.abs(a.excess);
}

// src/judge/findings/findings.ts
function findingsOf(names2, totals) {
  const told4 = totals.flatMap((total) => {
    const story = storyOf(total);
    return story === null ? [] : [{ total, story }];
  });
  const byRole = groupBy(told4, ({ total, story }) => `${total.diff.role}\0${story}`);
  return joinRoles(byRole.flatMap((one) => ofRole(names2, one, totals))).sort(byWeight);
}
function ofRole(names2, told4, totals) {
  const of = (...wanted) => told4.find((t) => wanted.includes(t.total.diff.quantity));
  const tasks = of("tasks");
  const [bytes, objects] = [of("heap-bytes"), of("heap-objects")];
  const heap3 = bytes ?? inBytes(objects, totals);
  const types = of("instances");
  const others = told4.filter((t) => t !== tasks && t !== types && !/^heap-/.test(t.total.diff.quantity));
  const alone = others.length === 0 && types !== void 0 ? ofTypes(names2, types) : [];
  const leading = tasks ? ofTasks(names2, tasks) : heap3 ? ofHeap(names2, heap3) : alone;
  const judged = !tasks && !bytes && objects ? leading.map((one) => inObjects(one, objects)) : leading;
  const [first, ...rest] = judged.length > 0 ? judged : others.slice(0, 1).map((t) => unnamed(t));
  if (first === void 0) return [];
  const beside = leading.length > 0 ? others : others.slice(1);
  const parts = [
    ...first.parts,
    ...tasks && heap3 ? rows(names2, heap3, "heap-bytes") : [],
    ...beside.map(totalPart)
  ];
  const kinds = others.flatMap((t) => t.total.diff.quantity === "files" ? rows(names2, t, "files") : []);
  const made = types === void 0 ? {} : { types: typesOf(names2, types) };
  return excused(names2, told4, [{ ...first, ...made, parts: [...parts, ...kinds] }, ...rest]);
}
var typesOf = (names2, { story, total }) => growingGroups(names2, {
  role: total.diff.role,
  quantity: "instances",
  measure: measureOf(story)
}).flatMap(({ sites }) => sites.flatMap((site) => site.names.at(-1) ?? []));
function inBytes(objects, totals) {
  const role = objects?.total.diff.role;
  const total = totals.find(({ diff }) => diff.role === role && diff.quantity === "heap-bytes");
  const grows = (total?.figure?.more ?? 0) > 0;
  return objects === void 0 || total === void 0 || !grows ? objects : { ...objects, total };
}
function ofTasks(names2, told4) {
  const groups = weighty(names2, told4, "tasks");
  if (groups.length === 0) return [unnamed(told4)];
  const leaks2 = joined(groups);
  return leaks2.map(([first, ...rest]) => ({
    ...fromGroup(names2, told4, first, leaks2.length > 1),
    parts: groupParts(told4, "tasks", [first, ...rest]).slice(1)
  }));
}
function joined(groups) {
  const leaks2 = [];
  for (const group of groups) {
    const of = leaks2.find(([first]) => belongsTo(group, first));
    if (of === void 0) leaks2.push([group]);
    else of.push(group);
  }
  return leaks2;
}
function belongsTo(group, first) {
  const [one, other] = [creatorOf(group), creatorOf(first)];
  const many = Math.max(group.grown, first.grown);
  if (isRuntime(group.culprit)) return group.grown <= baseMargin * first.grown;
  return one !== null && one === other && many <= baseMargin * Math.min(group.grown, first.grown);
}
function creatorOf({ sites: [site] }) {
  const creator = site?.tasks?.creators[0]?.frame;
  return site === void 0 || creator === void 0 || handsOver(creator, site.stack) ? null : creator.site;
}
function ofHeap(names2, told4) {
  const [first, ...rest] = weighty(names2, told4, "heap-bytes");
  if (first === void 0) return [unnamed(told4)];
  const { diff } = told4.total;
  const all = names2.comparison.sites.filter((s) => s.role === diff.role && s.quantity === "heap-bytes");
  const inside = rest.length === 0 ? null : insideOf([first, ...rest], all, measureOf(told4.story).grown);
  const [own, ...parts] = groupParts(told4, "heap-bytes", [first, ...rest]);
  const finding = fromGroup(names2, told4, first, false);
  return [{ ...finding, own: Math.min(finding.own, own?.perRound ?? finding.own), inside, parts }];
}
function ofTypes(names2, told4) {
  const [first, ...rest] = weighty(names2, told4, "instances");
  if (first === void 0) return [unnamed(told4)];
  const [own, ...parts] = groupParts(told4, "instances", [first, ...rest]);
  const finding = fromGroup(names2, told4, first, false);
  return [{ ...finding, own: Math.min(finding.own, own?.perRound ?? finding.own), parts }];
}
function weighty(names2, told4, quantity) {
  const groups = growingGroups(names2, {
    role: told4.total.diff.role,
    quantity,
    measure: measureOf(told4.story)
  });
  const total = groups.reduce((sum, group) => sum + group.grown, 0);
  return groups.filter((group) => group.grown >= findingShare * total);
}
var mostRows = 3;
var rows = (names2, told4, quantity) => groupParts(told4, quantity, weighty(names2, told4, quantity)).slice(0, mostRows);

// src/judge/findings/masked.ts
var masking = ["tasks", "heap-bytes"];
function maskedGrowth(names2, totals) {
  return totals.flatMap((total) => {
    const { role, quantity, unit, base, head } = total.diff;
    const still = total.standing === "quiet" || total.standing === "cleared";
    if (!still || total.threshold === null || base.length === 0 || !masking.includes(quantity)) return [];
    const rows2 = rowsOf(names2, role, quantity).map((row) => ({ row, shrunk: shrunkBy(row) }));
    const shrinking = rows2.filter(({ shrunk }) => shrunk > 0).sort((a, b) => b.shrunk - a.shrunk);
    const threshold = total.threshold;
    return rows2.filter(({ row }) => row.grown > threshold && growsAlone(row, threshold)).flatMap(({ row }) => told2(row, { role, quantity, unit, trials: head.length }, shrinking));
  });
}
function told2(row, about, shrinking) {
  const hiding = shrinking.filter((s) => s.row !== row && s.shrunk >= masked.part * row.grown);
  const hidden = hiding.reduce((sum, { shrunk }) => sum + shrunk, 0);
  const site = row.sites[0];
  if (hidden < masked.hidden * row.grown || site === void 0) return [];
  const by = hiding.map((s) => ({ function: nameOf2(s.row), perRound: s.shrunk }));
  const base = row.sites.reduce((sum, s) => sum + Math.max(0, plainSlope(s.base)), 0);
  return [{ ...about, function: nameOf2(row), base, head: base + row.grown, by }];
}
var nameOf2 = ({ culprit, sites }) => culprit?.function ?? sites[0]?.names.at(-1) ?? "";
function rowsOf({ comparison: comparison2, culpritOf }, role, quantity) {
  const sites = comparison2.sites.filter((s) => s.role === role && s.quantity === quantity);
  return groupBy(sites, (site) => identity(site, culpritOf(site))).map((same) => {
    const grown = (site) => plainSlope(site.head) - Math.max(0, plainSlope(site.base));
    const ordered = same.toSorted((a, b) => grown(b) - grown(a));
    const culprit = ordered[0] === void 0 ? null : culpritOf(ordered[0]);
    return { culprit, sites: ordered, grown: ordered.reduce((sum, site) => sum + grown(site), 0) };
  });
}
function shrunkBy({ sites }) {
  const slope = (side) => sites.reduce((sum, s) => sum + plainSlope(s[side]), 0);
  const noise = Math.hypot(...sites.flatMap((s) => [noiseOf(newest(s.base)), noiseOf(newest(s.head))]));
  const shrunk = Math.max(slope("base") - slope("head"), -slope("head"));
  return shrunk > masked.sigmasDown * noise ? shrunk : 0;
}
var noiseOf = (trial) => trial?.sampling ?? 0;
function growsAlone({ sites }, threshold) {
  const heads = summed(sites.map((s) => s.head));
  const bases = summed(sites.map((s) => s.base));
  const before = Math.max(0, ...bases.map(({ plain }) => plain));
  const isCounted = sites.some((s) => s.quantity === "tasks");
  const noiseBefore = Math.max(0, ...bases.map(({ noise }) => noise));
  return heads.length > 0 && heads.every(
    ({ plain, noise, steady, stayed }) => steady && stayed && plain > (isCounted ? masked.overCounted : masked.over) * before && plain - before > Math.max(threshold, masked.sigmas * Math.hypot(noise, noiseBefore))
  );
}
function summed(sites) {
  const numbers = [...new Set(sites.flat().map((t) => t.number))];
  return numbers.map((number) => {
    const trials = sites.flatMap((of) => of.filter((t) => t.number === number));
    const series = (trials[0]?.series ?? []).map(
      (_, i) => trials.reduce((sum, t) => sum + (t.series[i] ?? 0), 0)
    );
    const { early, late, plain } = growthOf(series);
    const slower = Math.min(early, late);
    return {
      plain,
      noise: Math.max(slopeNoise(series), Math.hypot(...trials.map(noiseOf))),
      steady: slower > 0 && slower >= masked.evenness * Math.max(early, late),
      stayed: trials.every(stays)
    };
  });
}

// src/judge/rules/stayed.ts
function afterDrain(diff, head, { evenly = 0, isOfTasks = false, threshold }) {
  if (stays(head)) return isOfTasks ? "slow to settle" : null;
  const isCounted = counted.includes(diff.quantity);
  const least = (isCounted ? 1 : plainExcess.other) * threshold;
  if (leftExcessOf(head, diff.base, threshold) <= least) return "slow to settle";
  return evenly > threshold ? "leaks" : isCounted ? null : "slow to settle";
}
var heap = ["heap-bytes", "heap-objects"];
function evenlyStaying({ comparison: comparison2, culpritOf }, { quantity, role }) {
  const wanted = heap.includes(quantity) ? "heap-bytes" : quantity;
  const whole = comparison2.sites.filter(
    (site) => site.role === role && site.quantity === wanted && !isRuntime(culpritOf(site)) && plainSlope(site.head) > Math.max(0, plainSlope(site.base)) && outlasts(site)
  );
  const trials = whole.flatMap(({ head }) => head.at(-1) ?? []);
  const series = sumOf(trials);
  const { early, late, steady } = growthOf(series);
  const clock = trials.reduce((sum, { idle }) => sum + (idle?.perRound ?? 0), 0);
  const isEven = late >= levellingRatio * early && !isDoubling(series);
  return isEven && steady - clock > boundNoise * slopeNoise(series) ? steady - clock : 0;
}
function isOfEndedTasks({ comparison: comparison2, culpritOf }, { quantity, role }) {
  const tasks = comparison2.totals.find((total) => total.role === role && total.quantity === "tasks");
  const trial = tasks?.head.at(-1);
  if (!heap.includes(quantity) || tasks === void 0 || trial === void 0 || stays(trial)) return false;
  if (trial.growth.plain <= baseMargin * most(tasks.base.map(({ growth }) => growth.plain))) return false;
  const sites = comparison2.sites.filter(
    (site) => site.role === role && site.quantity === "heap-bytes" && outlasts(site)
  );
  const grown = (some) => some.reduce((sum, site) => sum + Math.max(0, plainSlope(site.head)), 0);
  const all = grown(sites);
  return all > 0 && grown(sites.filter((site) => isRuntime(culpritOf(site)))) >= staysRatio * all;
}
function outlasts({ head }) {
  const trial = head.at(-1);
  if (trial === void 0 || trial.left === null) return false;
  const rise2 = (trial.series.at(-1) ?? 0) - (trial.series[0] ?? 0);
  return rise2 > 0 && leftOf(trial) * (trial.series.length - 1) >= wholeShare * rise2;
}
function sumOf(trials) {
  const longest3 = Math.max(0, ...trials.map(({ series }) => series.length));
  return Array.from(
    { length: longest3 },
    (_, i) => trials.reduce((sum, { series }) => sum + (series[i] ?? 0), 0)
  );
}

// src/judge/short-series.ts
var snapshotsOf = ({ base, head }) => Math.min(...[...base, ...head].map(({ series }) => series.length));
var isTooShort = (diff) => snapshotsOf(diff) <= fewestIntervals;
function standingOfShortSeries(diff, threshold, operations) {
  const head = diff.head.at(-1);
  const grows = head !== void 0 && plainExcessOf(head, diff.base) > threshold;
  if (!grows) return "quiet";
  const none2 = diff.base.every((trial) => rise(trial) <= 0);
  const evident = diff.quantity === "tasks" && none2 && diff.head.every((trial) => isEvident(trial, operations));
  if (!evident) return "between";
  return diff.head.length > 1 ? "red" : "suspected";
}
function isEvident({ series }, operations) {
  const steps = differences(series);
  const made = operations * steps.length;
  const each = steps.every((step) => step >= evidentTasks.perOperation * operations);
  return steps.length >= evidentTasks.intervals && made >= evidentTasks.operations && each;
}
var rise = ({ series }) => (series.at(-1) ?? 0) - (series[0] ?? 0);
var words = ["", "One snapshot", "Two snapshots", "Three snapshots", "Four snapshots"];
function shortSeriesReasons({ tooShort, verdict }) {
  if (tooShort === void 0 || verdict !== "inconclusive") return [];
  const text = `${words[tooShort] ?? `${tooShort} snapshots`} cannot tell a leak from a cache.`;
  const remedy = `Have the workload write ${fewestIntervals + 1} or more, with as many operations between any two of them.`;
  return [{ code: "too-few-snapshots", text, remedy }];
}

// src/judge/rules/over.ts
function isOver(diff, head, { threshold, warmup }) {
  const movesOf = (series) => telling(partsOf(series, threshold).moves, threshold);
  const trials = alike(head, diff.head).map(({ series }) => movesOf(series));
  const ended = (silence) => trials.every((moves) => hasEnded(moves, warmup, silence));
  if (!ended(rareMove.silence)) return "no";
  const [first] = diff.head;
  const again = first !== void 0 && risesAlike(movesOf(first.series), trials.at(-1) ?? []);
  return trials.length > 1 || again || ended(rareMove.longSilence) ? "beyond doubt" : "perhaps";
}
function telling(moves, threshold) {
  const least = rareMove.faint * Math.max(0, ...moves);
  const faint = moves.filter((move) => move > 0 && move < least).reduce((sum, move) => sum + move, 0);
  return faint > threshold * moves.length ? moves : moves.map((move) => move < least ? 0 : move);
}
function hasEnded(moves, warmup, silence) {
  const rises = roundsOf(moves);
  if (rises.length === 0) return true;
  const waits = rises.map((round, i) => round - (rises[i - 1] ?? -warmup));
  const since = moves.length - (rises.at(-1) ?? 0);
  return since >= (rises.length > 1 ? silence : silence / 2) * Math.max(...waits);
}
function risesAlike(first, later) {
  const [one, other] = [roundsOf(first), roundsOf(later)];
  const size = (moves, round) => moves[(round ?? 0) - 1] ?? 0;
  return one.length === other.length && one.every((round, i) => {
    const ratio = size(later, other[i]) / size(first, round);
    const near = Math.abs(round - (other[i] ?? 0)) <= 1;
    return near && ratio < rareMove.alike && ratio > 1 / rareMove.alike;
  });
}
var roundsOf = (moves) => moves.flatMap((move, i) => move > 0 ? [i + 1] : []);

// src/judge/rules/pooled.ts
function pooledOf(diff, head, { least, margin }) {
  const [heads, base] = [partsAlike(head, diff.head, least), partsAlike(head, diff.base, least)];
  const [headNoise, baseNoise] = [noiseOf2(heads), noiseOf2(base)];
  return {
    moved: meanOf(heads, ({ moved }) => moved) - margin * most([meanOf(base, ({ moved }) => moved)]),
    noise: Math.hypot(headNoise, margin * baseNoise),
    headNoise,
    baseNoise
  };
}
function undoneOf(diff, head, { climb, least }) {
  const heads = partsAlike(head, diff.head, least);
  const usual2 = most(diff.base.map(({ series }) => swingOf(partsOf(series, least).moves)));
  if (heads.every(({ rare }) => rare)) return meanOf(heads, ({ inSight }) => fallenBelow(inSight, usual2));
  const net = (trials) => alike(head, trials).reduce((sum, { series }) => sum + meanRise(series), 0) / Math.max(1, alike(head, trials).length);
  return climb - (net(diff.head) - most([net(diff.base)]));
}
function fallenBelow(moves, usual2) {
  const over = (of) => moves.reduce((sum, move) => sum + most([of(move)]), 0);
  return most([over((move) => -move - usual2) - over((move) => move)]) / moves.length;
}
function swingOf(moves) {
  const sizes = moves.map(Math.abs).toSorted((a, b) => b - a);
  return Math.max(sizes[1] ?? 0, ...moves.map((move) => -move));
}
function fallsToOneLevel(diff, head, least) {
  const falls = alike(head, diff.head).map((trial) => deepestFall(trial, least));
  const seen2 = falls.filter((fall) => fall !== null);
  if (seen2.length < falls.length || seen2.length < 2) return false;
  const levels = seen2.map(({ level }) => level);
  const size = Math.min(...seen2.map((fall) => fall.size));
  return Math.max(...levels) - Math.min(...levels) <= Math.max(rareMove.oneLevel * size, rareMove.floors * least);
}
function deepestFall({ series }, least) {
  const falls = partsOf(series, least).inSight.flatMap(
    (move, i) => move < 0 ? [{ level: series[i + 1] ?? 0, size: -move }] : []
  );
  return falls.toSorted((a, b) => a.level - b.level)[0] ?? null;
}
var partsAlike = (head, trials, least) => alike(head, trials).map(({ series }) => partsOf(series, least));
var meanOf = (parts, of) => parts.reduce((sum, one) => sum + of(one), 0) / Math.max(1, parts.length);
var noiseOf2 = (parts) => Math.hypot(...parts.map(({ movedNoise }) => movedNoise)) / Math.max(1, parts.length);

// src/judge/rules/scatter.ts
function allowanceOf(diff, head, least) {
  const grown = (trials) => trials.map(({ series }) => partsOf(series, least).growth.steady);
  const long = (trials) => grown(trials.filter((t) => t.stage === head.stage));
  const compared = { head: long(diff.head), base: long(diff.base) };
  const height = meanOf2(compared.base);
  if (height <= least) return (baseMargin - 1) * height;
  const known = [compared, { head: grown(diff.head), base: grown(diff.base) }].map((seen2) => quantileTimesScatter(seen2, height)).filter((value) => value !== null);
  if (known.length === 0) return (unknownMargin - 1) * height;
  const pairs = 1 / Math.max(1, compared.head.length) + 1 / Math.max(1, compared.base.length);
  return Math.max((baseMargin - 1) * height, Math.min(...known) * Math.sqrt(pairs));
}
function quantileTimesScatter({ base, head }, height) {
  const freedom = [base, head].reduce((sum, { length }) => sum + Math.max(0, length - 1), 0);
  if (freedom === 0) return null;
  const scale = Math.min(1, height / Math.max(meanOf2(head), Number.MIN_VALUE));
  const squares = squaresOf(base) + scale ** 2 * squaresOf(head);
  return (scatterQuantiles[freedom] ?? scatterQuantiles.at(-1) ?? 0) * Math.sqrt(squares / freedom);
}
var squaresOf = (values) => values.reduce((sum, value) => sum + (value - meanOf2(values)) ** 2, 0);
var meanOf2 = (values) => values.length === 0 ? 0 : most([values.reduce((sum, value) => sum + value, 0) / values.length]);

// src/judge/rules/sides.ts
function sidesOf(trial, trials, { least, margin = baseMargin }) {
  const bases = alike(trial, trials);
  const own = partsOf(trial.series, least);
  const usual2 = own.reach / rareMove.floors;
  const apart = own.rare && bases.every(({ series }) => partsOf(series, usual2).few);
  const how = apart ? "apart" : "whole";
  const head = partsOf(trial.series, least, how);
  const base = bases.map(({ series }) => partsOf(series, usual2, how));
  const before = margin * most(base.map(({ growth }) => Math.max(growth.steady, -growth.whole)));
  const leaks2 = most(base.map(({ growth }) => growth.whole)) > least;
  const noiseOf5 = (parts) => leaks2 ? Math.max(parts.noise, parts.noiseOfChanges) : parts.noise;
  const noises = { head: noiseOf5(head), base: margin * most(base.map(noiseOf5)) };
  return {
    head,
    base,
    before,
    excess: Math.min(head.growth.steady - before, ...base.map((b) => beyond(head.growth, b.growth, margin))),
    noise: Math.hypot(noises.head, noises.base),
    noises
  };
}
function meanOfSides(diff, head, options) {
  const heads = alike(head, diff.head);
  const sides = heads.map((trial) => sidesOf(trial, diff.base, options));
  const mean = (of) => sides.reduce((sum, one) => sum + of(one), 0) / sides.length;
  const bases = Math.max(1, alike(head, diff.base).length);
  const noise = Math.hypot(
    mean(({ noises }) => noises.head) / Math.sqrt(heads.length),
    mean(({ noises }) => noises.base) / Math.sqrt(bases)
  );
  const grown = (parts) => parts.reduce((sum, { growth }) => sum + growth.steady, 0) / parts.length;
  const [first] = sides;
  const difference = mean((one) => one.head.growth.steady) - (first === void 0 || first.base.length === 0 ? 0 : grown(first.base));
  return { excess: mean(({ excess }) => excess), noise, difference };
}
var beyond = (head, base, margin) => Math.min(head.whole - margin * most([base.whole]), head.late - margin * most([base.late]));

// src/judge/rules/confirming-trial.ts
function outcomeOf(diff, head, bounds) {
  const { threshold } = bounds;
  const sides = sidesOf(head, diff.base, { least: threshold });
  const screen = Math.max(threshold, screenNoise * sides.noise);
  if (sides.excess <= screen) return outcomeOfSteps(diff, head, { ...bounds, threshold: screen });
  const drained = afterDrain(diff, head, bounds);
  if (drained !== null) return drained;
  const { early, late, settled: settled2 } = sides.head.growth;
  if (late < levellingRatio * early && !isDoubling(head.series))
    return (settled2 ?? sides.excess) <= threshold ? "quiet" : "levels";
  const byRounds = excessByRounds(head, diff.base, { excess: sides.excess, threshold });
  const byClock = grownWhileIdle(head, diff.base, threshold);
  if (byRounds <= screen) return byClock;
  if (byClock === "while idle" && byRounds <= clockDoubt(head, sides.noise)) return byClock;
  const stepped = outcomeOfSteps(diff, head, { ...bounds, threshold: screen });
  if (stepped === "leaks in steps") return "leaks";
  const undone = undoneOf(diff, head, { climb: sides.excess, least: threshold });
  if (sides.excess - undone < rareMove.undone * sides.excess)
    return fallsToOneLevel(diff, head, threshold) ? "steps" : "undone";
  const mean = meanOfSides(diff, head, { least: threshold });
  return mean.excess > boundNoise * mean.noise ? beyondScatter(diff, head, threshold) : "unsure";
}
function beyondScatter(diff, head, threshold) {
  const allowed = allowanceOf(diff, head, threshold);
  return meanOfSides(diff, head, { least: threshold, margin: 1 }).difference > threshold + allowed ? "leaks" : scattered(diff, head);
}
var scattered = (diff, head) => isFirstOf(diff, head) ? "scattered" : "quiet";
var isFirstOf = (diff, head) => diff.head.filter((trial) => trial.stage === head.stage).length === 1;
function outcomeOfSteps(diff, head, bounds) {
  const { threshold } = bounds;
  const net = netExcessOf(head, diff.base);
  if (net <= threshold) return "quiet";
  const drained = afterDrain(diff, head, bounds);
  const base = alike(head, diff.base);
  if (isDoubling(head.series) && !base.some((b) => isDoubling(b.series))) {
    if (drained !== null) return drained;
    return base.some((b) => stepsAsMuch(head, b)) ? doublesOften(diff, head) : "leaks in steps";
  }
  const over = isOver(diff, head, bounds);
  if (over === "beyond doubt") return "steps";
  if (drained !== null) return drained;
  if (head.idle !== null && net - head.idle.perRound <= threshold)
    return grownWhileIdle(head, diff.base, threshold);
  return over === "perhaps" ? onceMore(diff, head, threshold) : howOften(diff, head, threshold);
}
function onceMore(diff, head, threshold) {
  const all = pooledOf(diff, head, { least: threshold, margin: baseMargin });
  return isNews(all) ? "rare" : "steps";
}
function doublesOften(diff, head) {
  if (isFirstOf(diff, head)) return "rare";
  return alike(head, diff.head).every(({ series }) => isDoubling(series)) ? "leaks in steps" : "steps";
}
function stepsAsMuch(head, base) {
  const largest = ({ series }) => Math.max(...differences(series));
  return largest(base) * doubling.most * doubling.spread >= largest(head);
}
function howOften(diff, head, threshold) {
  const all = pooledOf(diff, head, { least: threshold, margin: baseMargin });
  if (all.moved > threshold && all.moved > rareMove.bound * all.noise && risesLate(diff, head))
    return "leaks in steps";
  return isNews(all) && all.moved > rareMove.screen * all.noise ? "rare" : "steps";
}
var isNews = ({ baseNoise, headNoise }) => headNoise > rareMove.beyondBase * baseNoise;
function risesLate(diff, head) {
  const halves = alike(head, diff.head).map(({ series }) => {
    const half = Math.floor(series.length / 2);
    return { early: series.slice(0, half + 1), late: series.slice(half) };
  });
  const rise2 = (of) => halves.reduce((sum, h) => sum + meanRise(h[of]), 0);
  const chance = Math.hypot(...halves.map(({ late }) => Math.hypot(...differences(late)) / late.length));
  return rise2("late") + chance >= levellingRatio * rise2("early");
}

// src/judge/rules/first-trial.ts
function isSuspect(head, base, bounds) {
  const sides = sidesOf(head, base, { least: bounds.threshold });
  const screen = Math.max(bounds.threshold, screenNoise * sides.noise);
  return sides.excess > screen || isPromising(sides, screen) || isStepped(head, base, { ...bounds, threshold: screen }) || isKept(head, base, bounds);
}
function isPromising({ head, before }, screen) {
  const { whole, late } = head.growth;
  return whole - before > screen && late - before > lateShare * screen;
}
function isStepped(head, base, bounds) {
  return netExcessOf(head, base) > bounds.threshold;
}
function isKept(head, base, { threshold }) {
  const [own, ...others] = [head, ...alike(head, base)].map(({ series }) => keptOf(series));
  if (own === void 0) return false;
  const before = baseMargin * most(others.map((kept) => growthOf(kept).whole));
  const screen = Math.max(threshold, keptNoise * mixedNoise(own));
  const { whole, late } = growthOf(own);
  return whole - before > screen && late - before > lateShare * screen;
}
var keptOf = (series) => series.map((_, i) => Math.min(...series.slice(i)));

// src/judge/standing.ts
var memory = ["heap-bytes", "heap-objects", "external-bytes"];
var isReadLate = ({ head }) => head.every(({ stage }) => stage === "confirm");
function rolesThatGrew(totals, { threshold, warmup }) {
  const grew = totals.filter((diff) => {
    const [first] = diff.head;
    const bounds = { threshold: threshold(diff.quantity) ?? Number.POSITIVE_INFINITY, warmup };
    if (first === void 0 || isReadLate(diff) || !memory.includes(diff.quantity)) return false;
    return isSuspect(first, diff.base, bounds);
  });
  return new Set(grew.map(({ role }) => role));
}
function standingOf(diff, bounds, suspected) {
  const late = diff.head.length > 0 && isReadLate(diff) && memory.includes(diff.quantity);
  const [first, ...rest] = diff.head;
  const confirming = late ? diff.head : rest;
  if (first === void 0 || (late ? !suspected : !isSuspect(first, diff.base, bounds)))
    return settled("quiet");
  const last = confirming.at(-1);
  if (last === void 0) return settled("suspected");
  const outcome = outcomeOf(diff, last, bounds);
  if (leaks(outcome)) return settled("red", !stays(last) ? "left" : outcome === "leaks" ? "even" : "stepped");
  if (open.includes(outcome)) return { ...settled("between"), undecided: outcome };
  return { ...settled("cleared"), excused: !isClean(outcomeOf({ ...diff, base: [] }, last, bounds)) };
}
var leaks = (outcome) => outcome === "leaks" || outcome === "leaks in steps";
var isClean = (outcome) => !leaks(outcome) && !open.includes(outcome);
var settled = (standing, manner = "even") => ({
  standing,
  undecided: null,
  excused: false,
  manner
});
var open = ["levels", "unsure", "rare", "undone", "while idle", "scattered"];

// src/judge/visible.ts
function smallestVisible(diff, threshold) {
  return Math.max(
    threshold,
    ...["first", "confirm"].map((stage) => inStage(diff, stage, threshold))
  );
}
function inStage(diff, stage, threshold) {
  const of = (trials) => trials.filter((trial) => trial.stage === stage);
  const [heads, bases] = [of(diff.head), of(diff.base)];
  const head = heads.at(-1);
  if (head === void 0) return 0;
  const noise = (trials) => most(trials.map(({ series }) => noiseOf3(partsOf(series, threshold))));
  const chance = visibleNoise * Math.hypot(noise(heads), baseMargin * noise(bases));
  return excusedIn(diff, head, threshold) + Math.max(threshold, chance);
}
function excusedIn(diff, head, threshold) {
  if (head.stage === "confirm") return allowanceOf(diff, head, threshold);
  if (diff.base.some(({ stage }) => stage === "confirm")) return 0;
  const falls = [...diff.head, ...diff.base].map(({ growth }) => -growth.whole);
  const own = most([...diff.base.map(({ growth }) => growth.steady), ...falls]);
  return ((own > threshold ? unknownMargin : baseMargin) - 1) * own;
}
var noiseOf3 = ({ noise, movedNoise }) => Math.hypot(noise, movedNoise);

// src/judge/judge.ts
function judge(question) {
  const {
    comparison: comparison2,
    operations = 1,
    spare: spare2 = 0,
    threshold,
    taskStack,
    trials,
    warmup,
    waivers = []
  } = question;
  const names2 = naming(comparison2, taskStack);
  const suspects = rolesThatGrew(comparison2.totals, { threshold, warmup });
  const judged = comparison2.totals.map((diff) => {
    const suspected = suspects.has(diff.role);
    const limit = threshold(diff.quantity, fewestRepeats(diff));
    const left = { evenly: evenlyStaying(names2, diff), isOfTasks: isOfEndedTasks(names2, diff) };
    return judgeTotal(diff, limit, { operations, warmup, ...left, suspected });
  });
  const totals = withObjects(withFigures(judged).map((total) => waive(names2, total, waivers)));
  const measured = Math.max(0, ...comparison2.totals.map((diff) => diff.head.length));
  const undecided2 = totals.filter((t) => t.standing === "suspected" || t.standing === "between");
  const tooShort = comparison2.totals.some(isTooShort);
  const confirmable = undecided2.filter((t) => !tooShort || t.standing === "suspected");
  const next = confirmable.some((t) => measured < trials + (movesRarely(t) ? spare2 : 0)) ? "confirm" : "done";
  const red = totals.some((t) => t.standing === "red");
  const verdict = red ? "fail" : undecided2.length > 0 || tooShort ? "inconclusive" : "pass";
  return {
    next,
    verdict,
    totals,
    findings: next === "confirm" ? [] : findingsOf(names2, totals),
    masked: next === "confirm" ? [] : maskedGrowth(names2, totals),
    faint: next === "confirm" ? [] : faintGrowth(names2, totals),
    used: usedBy(totals),
    ...tooShort && { tooShort: Math.min(...comparison2.totals.map(snapshotsOf)) }
  };
}
var movesRarely = ({ undecided: undecided2 }) => undecided2 === "undone" || undecided2 === "rare";
function judgeTotal(diff, threshold, { operations, suspected, ...bounds }) {
  const head = diff.head.at(-1) ?? null;
  const limit = threshold ?? Number.POSITIVE_INFINITY;
  const short = isTooShort(diff);
  const { excused: excused2, manner, standing, undecided: undecided2 } = short ? settled(standingOfShortSeries(diff, limit, operations), "stepped") : standingOf(diff, { ...bounds, threshold: limit }, suspected);
  return {
    diff,
    standing,
    undecided: undecided2,
    excused: excused2,
    threshold,
    manner,
    excess: meanExcess(diff, manner),
    smallestVisible: smallestVisible(diff, threshold ?? 0),
    head,
    base: diff.base.at(-1) ?? null,
    shape: head === null ? "flat" : shapeOfTotal(head, { manner, standing, limit: threshold ?? 0, ...bounds }),
    waiver: null
  };
}
function shapeOfTotal(head, {
  isOfTasks,
  limit,
  manner,
  standing
}) {
  if (manner === "left") return "partly settled";
  return isOfTasks === true && standing === "cleared" ? "slow to settle" : shapeOf(head, limit);
}

// src/judge/undecided-reasons.ts
function undecidedReasons({ next, totals, verdict }) {
  if (next === "confirm" || verdict !== "inconclusive") return [];
  const told4 = totals.flatMap(({ diff, undecided: undecided2 }) => {
    const cause = undecided2 === null ? void 0 : causes[undecided2];
    return cause === void 0 ? [] : [[undecided2, { ...cause, text: cause.text(nameOf3(diff.quantity)) }]];
  });
  return [...new Map(told4.toReversed()).values()].reverse();
}
var causes = {
  unsure: {
    code: "within-noise",
    text: (what) => `${what} grew by more than is allowed, but within the noise of the trials.`,
    remedy: "More operations a round would decide it."
  },
  rare: {
    code: "too-rare",
    text: (what) => `${what} grew in only a few rounds, too rarely to tell a leak from chance.`,
    remedy: "Three times the `rounds`, or more operations in each, would decide it."
  },
  undone: {
    code: "let-go-of",
    text: (what) => `${what} climbed and fell back, but not to the same level each time, which may hide a leak.`,
    remedy: "Enough `rounds` to hold several of these falls would decide it."
  },
  levels: {
    code: "levelling",
    text: (what) => `${what} grew ever more slowly, and was still growing in the last round.`,
    remedy: "More `rounds`, or a `warmup` that fills it, would decide it."
  },
  scattered: {
    code: "starts-differ",
    text: (what) => `${what} grew more than on base, but by no more than one start of this program differs from the next.`,
    remedy: "More `trials` would decide it."
  },
  "while idle": {
    code: "by-the-clock",
    text: (what) => `${what} kept growing while no round ran, and only on head.`,
    remedy: "See what runs by itself, and whether what it keeps has a bound."
  }
};
var nameOf3 = (quantity) => names[quantity] ?? quantity;
var names = {
  tasks: "The number of tasks",
  files: "The number of open files",
  threads: "The number of threads",
  classes: "The number of loaded classes",
  instances: "The number of objects of one type",
  "heap-bytes": "The live heap",
  "heap-objects": "The number of live objects",
  "external-bytes": "What is held outside the heap",
  "rss-bytes": "Resident memory"
};

// src/pipeline/decision.ts
function decision(workload, runtime, today, changes = []) {
  const waivers = byDay(workload.waivers, today).active;
  const threshold = thresholdOf(workload.budgets, runtime.floors);
  const { identifiers, unversioned } = runtime.source;
  const moves = { files: changes, identifiers, ...unversioned && { unversioned } };
  const ofSide = (trials, side) => trials.filter((t) => t.side === side);
  return (trials, most2, spare2 = 0) => told3(
    judge({
      comparison: compare(ofSide(trials, "base"), ofSide(trials, "head"), moves),
      threshold,
      taskStack: runtime.taskStack,
      operations: workload.operations,
      trials: most2,
      spare: spare2,
      warmup: workload.warmup,
      waivers
    })
  );
}
function told3(judgement) {
  debug("judge", () => `${judgement.verdict}, next ${judgement.next}`);
  for (const { diff, head, base, excess, threshold, standing, shape } of judgement.totals)
    debug("judge", () => {
      const growth = `base ${base?.growth.whole ?? "-"}, head ${head?.growth.whole ?? "-"} a round`;
      const series = diff.head.at(-1)?.series.join(" ") ?? "";
      return `${diff.role}, ${diff.quantity}: ${growth}; excess ${excess}, allowed ${threshold}: ${standing}, ${shape}; head ${series}`;
    });
  return judgement;
}
var openRoles = ({ totals }) => new Set(
  totals.filter(({ excused: excused2, standing }) => excused2 || standing !== "quiet" && standing !== "cleared").map(({ diff }) => diff.role)
);
function shareOf(open2, trials) {
  const names2 = ofHead(trials)[0]?.roles.map(({ name }) => name) ?? [];
  const share = names2.filter((name) => open2.has(name)).length / Math.max(1, names2.length);
  return share === 0 ? 1 : share;
}
var ofHead = (trials) => trials.filter((trial) => trial.side === "head");
function goalOf({ findings, verdict }, runtime) {
  const leaks2 = findings.filter(({ ruling }) => ruling === "leak" || ruling === "worse");
  if (verdict !== "fail" || leaks2.length === 0) return null;
  if (leaks2.some(({ quantity, site }) => quantity === "files" && site === null))
    return { goal: "openers", of: "started" };
  const ofTasks2 = leaks2.some(hasTasks);
  const { objectGraph } = runtime;
  if (objectGraph === void 0 && !ofTasks2) return null;
  return { goal: "holders", of: objectGraph?.ofAny === true && !ofTasks2 ? "living" : "started" };
}
var hasTasks = ({ parts, quantity }) => quantity === "tasks" || parts.some((part) => part.quantity === "tasks");
function conclude({ trials, headFailure, baseFailure }, decide) {
  const heads = ofHead(trials).length;
  const judgement = heads === 0 ? null : decide(trials, heads);
  const unjudged = [
    ...judgement === null ? [] : [...shortSeriesReasons(judgement), ...undecidedReasons(judgement)],
    ...renewalReasons(trials)
  ];
  if (headFailure !== null) return { judgement: judgement && undecided(judgement), reasons: [headFailure] };
  if (baseFailure === null || judgement?.verdict === "pass") return { judgement, reasons: unjudged };
  return { judgement: judgement && undecided(judgement), reasons: [baseFailure] };
}
var renewalReasons = (trials) => [...renewedRoles(trials)].map((name) => ({
  code: "pool-renewed",
  text: `The pool \`${name}\` could not be judged: its workers were renewed during the trial.`,
  remedy: "Measure with renewal switched off: no limit of requests for each worker (gunicorn: no --max-requests)."
}));
function outOfTime(concluded2, reason) {
  if (reason === null || concluded2.judgement?.verdict !== "inconclusive") return concluded2;
  return { ...concluded2, reasons: [...concluded2.reasons, reason] };
}
var undecided = (judgement) => ({ ...judgement, verdict: "inconclusive" });
var dayOf = (now) => now.toISOString().slice(0, 10);

// src/explain/unseen.ts
var code = "not-explained";
function unseenHolders(judgement, diagnosis) {
  if (diagnosis === null) return [];
  if (diagnosis.failure !== null)
    return [{ code, text: `Who holds it was not seen: ${diagnosis.failure.text}` }];
  const roles = [...new Set((judgement?.findings ?? []).filter(isLeak).map(({ role }) => role))];
  return roles.flatMap((role) => {
    const seen2 = diagnosis.roles.find(({ name }) => name === role);
    const why = seen2 === void 0 ? "the diagnostic run had no such process." : seen2.unseen;
    return why === void 0 ? [] : [{ code, text: `Who holds what grows in \`${role}\` was not seen: ${why}` }];
  });
}
var isLeak = ({ ruling }) => ruling === "leak" || ruling === "worse";

// src/judge/budget-notes.ts
function budgetNotes(totals, budgets) {
  return Object.keys(budgetKeys).flatMap((key) => {
    const budget = budgets[key];
    if (typeof budget !== "number" || String(budget) === defaultOf(key)) return [];
    const coarse = totals.filter((t) => t.diff.quantity === budgetKeys[key] && t.smallestVisible > budget);
    const most2 = Math.max(0, ...coarse.map((t) => t.smallestVisible));
    if (most2 === 0) return [];
    const { unit } = coarse[0]?.diff ?? { unit: "" };
    const text = `\`budgets.${key}\` accepts ${budget} ${unit} a round, but this run could see no growth below ${Math.ceil(most2)} ${unit} a round: more operations a round lower that limit.`;
    return [{ code: "budget-below-visible", text }];
  });
}
var defaultOf = (key) => workloadKeys.find(({ name }) => name === `budgets.${key}`)?.default;

// src/judge/uncounted.ts
var counted2 = ["heap-bytes", "external-bytes"];
function uncountedGrowth(totals) {
  return totals.flatMap((total) => {
    const { base, head, quantity, role } = total.diff;
    const newest2 = head.at(-1);
    if (quantity !== "rss-bytes" || total.threshold !== null || newest2 === void 0) return [];
    const ofRole2 = totals.filter((t) => t.diff.role === role);
    const told4 = ofRole2.some((t) => t.standing !== "quiet" && t.standing !== "cleared");
    if (told4 || ofRole2.some(growsByTasks)) return [];
    const own = ofRole2.filter((t) => counted2.includes(t.diff.quantity));
    const explained = (side, number) => own.reduce((sum, t) => sum + plainOf(t.diff[side].find((trial) => trial.number === number)), 0);
    const beyond2 = (side, trial) => Math.max(0, trial.growth.steady - explained(side, trial.number));
    const before = Math.max(0, ...base.map((trial) => beyond2("base", trial)));
    const grown = beyond2("head", newest2);
    const floor = defaultFloors["rss-bytes"] / (newest2.repeat ?? 1);
    const least = Math.max(floor, boundNoise * noiseOf4([newest2, ...base]));
    const tells = grown - baseMargin * before > least && grown > uncountedShare * newest2.growth.steady;
    return tells && own.length > 0 ? [{ role, base: before, head: grown }] : [];
  });
}
var noiseOf4 = (trials) => Math.SQRT2 * Math.max(...trials.map(({ series }) => slopeNoise(series)));
var growsByTasks = ({ diff }) => diff.quantity === "tasks" && (diff.head.at(-1)?.growth.steady ?? 0) > 0;
var plainOf = (trial) => Math.max(0, trial?.growth.plain ?? 0);

// src/judge/waivers/waiver-notes.ts
function waiverNotes(waivers, today, judgement) {
  const { active, expired } = byDay(waivers, today);
  const used = judgement?.used ?? active;
  const uses = (judgement?.totals ?? []).flatMap((total) => total.waiver === null ? [] : [total.waiver]);
  const short = (state) => [
    ...new Set(uses.filter((use) => use.state === state).map((use) => named(use.lines[0].excuse)))
  ];
  return [
    ...short("exceeded").map((site) => ({
      code: "waiver-exceeded",
      text: `The waiver of ${site} does not hold: more grows than its up-to allows.`
    })),
    ...short("not alone").map((site) => ({
      code: "waiver-not-alone",
      text: `The waiver of ${site} does not suffice: something grows that no waiver names.`
    })),
    ...expired.map((waiver) => ({
      code: "waiver-expired",
      text: `The waiver of ${named(waiver)} ended on ${waiver.expires} and is ignored. Its reason was: ${waiver.reason}`
    })),
    ...active.filter((waiver) => !used.includes(waiver)).map((waiver) => ({
      code: "waiver-unused",
      text: `The waiver of ${named(waiver)} excuses nothing any more: remove it.`
    }))
  ];
}
var named = ({ quantity, site }) => quantity === null ? `\`${site}\`` : `\`${site}\` (${quantity})`;

// src/report/narrative/notes/faint-growth.ts
function faintNotes(words2, { faint, verdict }, { name, operations }) {
  if (verdict !== "pass") return [];
  const each = (perRound, quantity) => `${words2.amount(Number((perRound / operations).toPrecision(2)), quantity)} per ${words2.each}`;
  return faint.map(({ function: grown, perRound, quantity, smallestVisible: smallestVisible2 }) => ({
    code: "faint-growth",
    text: `${grown === null ? `The ${words2.name(quantity)} of \`${name}\`` : `What \`${grown}\` allocates`} grew by ${each(perRound, quantity)} in every round, below what this run can judge (${each(smallestVisible2, quantity)}): more operations a round would decide.`
  }));
}

// src/report/narrative/notes/masked-growth.ts
function maskedNotes(words2, { masked: masked2 }) {
  return masked2.slice(0, mostNotes).map((growth) => ({ code: "masked-growth", text: sentence(words2, growth) }));
}
var mostNotes = 3;
var mostNames = 2;
function sentence(words2, { quantity, base, head, by, trials, ...about }) {
  const amount = (perRound) => words2.amount(Number(perRound.toPrecision(3)), quantity);
  const others = by.slice(0, mostNames).map((one) => `\`${one.function}\` by ${amount(one.perRound)} less`).join(", and ");
  const seen2 = trials === 1 ? "seen in one start of head" : `seen in ${trials} starts of head`;
  return `\`${about.function}\` grows by ${amount(head)} a round, on base by ${amount(base)}, yet the total of ${words2.name(quantity)} does not grow more: ${others} (${seen2}). One may hide the other.`;
}

// src/report/narrative/notes/uncounted-growth.ts
function uncountedNotes(words2, growths) {
  const amount = (perRound) => words2.figure(Number(perRound.toPrecision(3)), "rss-bytes");
  return growths.map(({ role, base, head }) => ({
    code: "uncounted-growth",
    text: `Resident memory of \`${role}\` grows by ${amount(head)} a round (on base by ${amount(base)}), and no other total explains it: likely memory of native code, such as an add-on, cgo or mmap. Only \`budgets: { rss: auto }\` makes this fail.`
  }));
}

// src/trial/figures.ts
var promised = ["tasks", "heap-bytes"];
function absentFigures(trials) {
  const judged = trials.filter((trial) => trial.failures.length === 0);
  const isNeeded = (trial, quantity) => quantity === "tasks" || judged.some((other) => isAlike(other, trial) && holds(other, quantity));
  return judged.flatMap(
    (trial) => promised.filter((q) => isNeeded(trial, q) && !isExcused(trial, q) && !isWhole(trial, q)).map((q) => absent(trial, q))
  );
}
var isAlike = (one, other) => one.stage === other.stage;
var holds = ({ rounds }, quantity) => rounds.some(({ totals }) => totals.some((total) => total.quantity === quantity));
function isWhole({ roles, rounds }, quantity) {
  const probed = roles.flatMap((role, index) => role.seen === "probe" ? [index] : []);
  if (probed.length === 0) return true;
  return rounds.every(({ totals }) => {
    const here = totals.filter((total) => probed.includes(total.role));
    const has = (role) => here.some((total) => total.role === role && total.quantity === quantity);
    return here.length > 0 && here.every((total) => has(total.role) || !wasProbed(rounds, total.role, quantity)) && here.some((total) => has(total.role));
  });
}
var wasProbed = (rounds, role, quantity) => rounds.some(({ totals }) => totals.some((total) => total.role === role && total.quantity === quantity));
var isExcused = ({ notes }, quantity) => notes.some(
  ({ code: code2, text }) => code2 === "snapshot-partial" && text.includes(quantity === "tasks" ? "No tasks" : "No heap")
);
var absent = ({ number, side, workload }, quantity) => ({
  code: "figures-absent",
  text: `Trial ${number} of ${side} for \`${workload}\` has no total of ${quantity} (${quantities[quantity]}) after every round, though its runtime gives one.`,
  remedy: "Measure again, in every job with this version of leakdiff."
});

// src/pipeline/assemble.ts
function assemble(parts) {
  const { decide, runtime, sides, today, workload } = parts;
  const problems = [...parts.problems, ...absentFigures(sides.trials)];
  const { judgement, reasons } = concluded({ ...parts, problems }, decide);
  return workloadResult({
    workload,
    runtime,
    judgement,
    reasons: [
      ...problems,
      ...reasons,
      ...whenPassed(judgement, leftOutReasons(sides.trials, parts.changedPaths))
    ],
    notes: [
      ...parts.notes,
      ...sides.notes,
      ...budgetNotes(judgement?.totals ?? [], workload.budgets),
      ...sideNotes(parts),
      ...unseenHolders(judgement, sides.diagnosis ?? null),
      ...waiverNotes(workload.waivers, today, judgement),
      ...hiddenGrowth(workload, runtime, judgement),
      ...parts.lastNotes?.(judgement) ?? []
    ],
    trials: sides.trials,
    ...parts.explained,
    spans: parts.spans
  });
}
var whenPassed = (judgement, reasons) => judgement?.verdict === "pass" ? reasons : [];
function concluded({ problems, sides, late }, decide) {
  if (decide === null)
    return { judgement: null, reasons: sides.headFailure === null ? [] : [sides.headFailure] };
  const { judgement, reasons } = outOfTime(conclude(sides, decide), late ?? lateReason(sides.trials));
  return { judgement: problems.length > 0 ? judgement && undecided(judgement) : judgement, reasons };
}
var lateCode = "out-of-time";
function lateReason(trials) {
  const note = trials.flatMap((trial) => trial.notes).find(({ code: code2 }) => code2 === lateCode);
  if (note === void 0) return null;
  return {
    code: lateCode,
    text: note.text,
    remedy: "Raise `time-limit` of the jobs that measure, or let each measure one trial."
  };
}
function sideNotes({ sides, workload }) {
  const { absent: absent2, baseFailure, trials } = sides;
  const notes = trials.flatMap((t) => t.notes).filter(({ code: code2 }) => code2 !== lateCode);
  const told4 = [...new Map(notes.map((note) => [note.text, note])).values()];
  if (baseFailure !== null)
    told4.push({ code: "without-base", text: `Judged without a base. ${baseFailure.text}` });
  if (absent2) {
    const text = `Base does not contain \`${workload.directory}\`: all growth counts as new.`;
    told4.push({ code: "base-absent", text });
  }
  return told4;
}
function hiddenGrowth({ name, operations }, runtime, judgement) {
  if (judgement === null || runtime === null) return [];
  const words2 = wordsFor({ operations, tasks: tasksOf(runtime) });
  return [
    ...faintNotes(words2, judgement, { name, operations }),
    ...maskedNotes(words2, judgement),
    ...uncountedNotes(words2, uncountedGrowth(judgement.totals))
  ];
}
var withoutTrials = (workload) => ({
  workload,
  runtime: workload.runtime && runtimes[workload.runtime],
  notes: [],
  reasons: [],
  trials: [],
  changed: () => false,
  spans: {}
});
var notMeasured = (workload) => workloadResult({
  ...withoutTrials(workload),
  judgement: { next: "done", verdict: "pass", totals: [], findings: [], masked: [], faint: [], used: [] },
  notes: [{ code: "not-changed", text: "not measured: no file that concerns it changed" }]
});
var notReached = (workload) => unmeasured(workload, {
  code: "interrupted",
  text: "The run was interrupted before this was measured.",
  remedy: "Run it again."
});
var unmeasured = (workload, reason) => workloadResult({ ...withoutTrials(workload), judgement: null, reasons: [reason] });
var withNotes = (result, notes) => ({
  ...result,
  notes: [...result.notes, ...notes]
});

// src/pipeline/prepare.ts
import { join } from "node:path";

// src/checkout/changes/definitions.ts
var longest = 500;
function definedBy(patterns, line) {
  const text = line.length > longest ? "" : line.trim();
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return found.slice(1);
  }
  return null;
}
function readDefinitions(patterns) {
  const defined = { gone: [], come: [], pairs: [] };
  let removed = { lines: 0, names: [] };
  let added = { lines: 0, names: [] };
  const note = (hunk, line) => {
    const name = definedBy(patterns, line.slice(1));
    if (name !== null) hunk.names.push({ line: hunk.lines, name });
    hunk.lines++;
  };
  return {
    defined,
    add: (line) => {
      if (line.startsWith("-")) note(removed, line);
      else if (line.startsWith("+")) note(added, line);
    },
    endHunk: () => {
      defined.gone.push(...removed.names.map(({ name }) => name));
      defined.come.push(...added.names.map(({ name }) => name));
      defined.pairs.push(...paired(removed, added));
      removed = { lines: 0, names: [] };
      added = { lines: 0, names: [] };
    }
  };
}
function paired(removed, added) {
  const [was, ...more] = removed.names;
  const [is, ...others] = added.names;
  if (was !== void 0 && is !== void 0 && more.length + others.length === 0) return [[was.name, is.name]];
  if (removed.lines !== added.lines) return [];
  return removed.names.flatMap(({ line, name }) => {
    const there = added.names.find((other) => other.line === line);
    return there === void 0 ? [] : [[name, there.name]];
  });
}
function definitionsOf(files) {
  const came = counted3(files.map(({ defined }) => leftOf2(defined.come, defined.gone)));
  const went = counted3(files.map(({ defined }) => leftOf2(defined.gone, defined.come)));
  return files.map(({ defined }, index) => ({
    renamed: defined.pairs.flatMap(([was, is]) => renamedIn(was, is, came)),
    moved: leftOf2(defined.come, defined.gone).flatMap((name) => {
      const [from, ...others] = went.get(name) ?? [];
      const path = from === void 0 || from === index ? null : files[from]?.oldPath ?? null;
      const alone = others.length === 0 && came.get(name)?.length === 1;
      return path !== null && alone ? [{ name, from: path }] : [];
    })
  }));
}
var nameOf4 = (name) => name.join(".");
function leftOf2(names2, without) {
  const there = new Set(without.map(nameOf4));
  return [...new Set(names2.map(nameOf4))].filter((name) => !there.has(name));
}
function counted3(files) {
  const places = /* @__PURE__ */ new Map();
  for (const [index, names2] of files.entries()) {
    for (const name of names2) places.set(name, [...places.get(name) ?? [], index]);
  }
  return places;
}
function renamedIn(was, is, came) {
  if (was.length !== is.length || came.has(nameOf4(was))) return [];
  return was.flatMap((name, i) => {
    const now = is[i];
    return now === void 0 || now === name ? [] : [[name, now]];
  });
}

// src/checkout/changes/hunks.ts
var mostLines = 60;
var longest2 = 200;
function hunkOf(header) {
  const [, gone = "1", from, count = "1"] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(header) ?? [];
  if (from === void 0) return null;
  const lines = Number(count);
  return { after: lines === 0 ? Number(from) : Number(from) - 1, lines, gone: Number(gone), removed: [] };
}
function readRemoved(hunks, line) {
  const last = hunks?.at(-1);
  if (last === void 0 || !line.startsWith("-") || last.removed.length >= mostLines) return;
  last.removed.push(line.slice(1, 1 + longest2).trim());
}

// src/checkout/changes/changes.ts
var comparison = [
  "--find-renames",
  "--no-ext-diff",
  "--no-textconv",
  "--ignore-submodules",
  "--no-color"
];
async function changesBetween(repository, base, head, definitions2 = []) {
  const names2 = await git(repository, ["diff", ...comparison, "--name-status", "-z", base, head]);
  const files = filesOf(names2.split("\0"));
  const sections = await hunksOf(repository, [base, head], definitions2);
  const defined = sections.map((section, index) => ({
    oldPath: files[index]?.oldPath ?? null,
    defined: section.defined
  }));
  const named2 = definitionsOf(defined);
  return files.flatMap(({ deleted, path, oldPath }, index) => {
    const hunks = sections[index]?.hunks ?? [];
    const told4 = named2[index] ?? { renamed: [], moved: [] };
    return deleted ? [] : [{ path, oldPath, added: addedIn(hunks), hunks, definitions: told4 }];
  });
}
function filesOf(fields) {
  const files = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const [status = "", first = "", second = ""] = fields.slice(at, at + 3);
    const moved = /^[RC]/.test(status);
    at += moved ? 3 : 2;
    if (moved) files.push({ path: second, oldPath: first, deleted: false });
    else if (status === "A") files.push({ path: first, oldPath: null, deleted: false });
    else if (status === "T") files.push(...retyped(first));
    else files.push({ path: first, oldPath: first, deleted: status === "D" });
  }
  return files;
}
function retyped(path) {
  return [
    { path, oldPath: path, deleted: true },
    { path, oldPath: path, deleted: false }
  ];
}
var addedIn = (hunks) => hunks.flatMap(({ after, lines }) => lines === 0 ? [] : [[after + 1, after + lines]]);
async function hunksOf(repository, commits, definitions2) {
  const patch = ["diff", ...comparison, "--patch", "--unified=0", "--inter-hunk-context=0", ...commits];
  const sections = [];
  let reader = readDefinitions(definitions2);
  let inHunk = false;
  for await (const line of gitLines(repository, patch)) {
    if (line.startsWith("diff --git ")) {
      reader.endHunk();
      reader = readDefinitions(definitions2);
      sections.push({ hunks: [], defined: reader.defined });
      inHunk = false;
    } else if (line.startsWith("@@ ")) {
      reader.endHunk();
      const hunk = hunkOf(line);
      if (hunk !== null) sections.at(-1)?.hunks.push(hunk);
      inHunk = true;
    } else if (inHunk) {
      reader.add(line);
      readRemoved(sections.at(-1)?.hunks, line);
    }
  }
  reader.endHunk();
  return sections;
}

// src/pipeline/prepare.ts
async function planWorkloads({ commits, config, log, repository }) {
  const skipped = await skippedWorkloads(repository, commits, config.workloads);
  const notes = await strayGlobs(repository, commits, config.workloads);
  for (const { text } of [...notes.values()].flat()) log.detail(text, []);
  return { skipped, notes };
}
async function prepareRevisions({ commits, config, log, repository }, { skipped }) {
  await clearOrphans(log);
  return await checkOut(repository, commits, {
    workloads: config.workloads.filter(({ name }) => !skipped.has(name)),
    warn: (text) => log.detail(text, [])
  });
}
var changesOf = async ({
  commits: { base, head },
  repository
}) => base === null ? [] : await changesBetween(repository, base.sha, head.sha, definitions);
var baseFor = async ({ base }, { directory }) => base !== null && await containsDirectory(base, directory) ? base : null;
var pathsOf = ({ oldPath, path }) => oldPath === null || oldPath === path ? [path] : [path, oldPath];
var runtimeOf = async (workload, head) => workload.runtime === null ? await recogniseRuntime(join(head.directory, workload.directory)) : runtimes[workload.runtime];
function keeper(directory) {
  return async (trial) => {
    const path = await writeTrial(directory, withoutSecretsIn(trial));
    return await readTrial(path, `trial ${trial.number} of ${trial.side}`).catch((error) => {
      if (!(error instanceof FormatError)) throw error;
      throw new InconclusiveError("figures-absurd", error.message, error.remedy, { cause: error });
    });
  };
}

// src/measure/workload.ts
import { availableParallelism } from "node:os";
import { join as join3 } from "node:path";

// src/measure/lingering.ts
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
async function measureAndLinger(request) {
  const leave = new AbortController();
  const ended = AbortSignal.any([leave.signal, request.signal]);
  return await new Promise((resolve2, reject) => {
    const afterwards = async (trial, { elder, seconds }) => {
      resolve2({ trial, lingering: { elder, seconds, end } });
      await untilAborted(ended);
    };
    const whole = measureTrial({ ...request, afterwards });
    const end = async () => {
      leave.abort();
      await whole;
    };
    whole.then((trial) => resolve2({ trial, lingering: null }), reject);
  });
}
var untilAborted = (signal) => new Promise((resolve2) => {
  if (signal.aborted) resolve2();
  else signal.addEventListener("abort", () => resolve2(), { once: true });
});
var port = /\$(?:PORT\b|\{PORT\b)/;
var portOfScript = /\bPORT\b/;
var containers = /\b(?:docker|podman|nerdctl|kubectl|compose)\b/;
var longestScript = 64 * 1024;
function mayLiveTwice(workload, directory) {
  if (workload.form !== "server" || workload.stop !== null || workload.snapshot !== void 0) return false;
  const { profiles, ready, round, setup, start } = workload;
  const listens = port.test(start) || port.test(addressOf(ready));
  const scripts = scriptsIn(round, directory);
  const commands = [setup ?? "", start, round, ...scripts];
  return listens && (port.test(round) || scripts.some((text) => portOfScript.test(text))) && profiles.every(({ url }) => port.test(url)) && !commands.some((text) => containers.test(text));
}
function scriptsIn(command, directory) {
  const words2 = command.split(/[\s'"`;|&<>()=]+/).filter((word) => word.includes("/") || /\w\.\w+$/.test(word));
  return words2.flatMap((word) => textOf(resolve(directory, word)) ?? []);
}
function textOf(path) {
  try {
    const file = statSync(path);
    return file.isFile() && file.size <= longestScript ? readFileSync(path, "utf8") : null;
  } catch {
    return null;
  }
}
function addressOf(ready) {
  if (ready.kind === "url") return ready.url;
  return ready.kind === "port" ? ready.address : "";
}

// src/measure/one-trial.ts
import { mkdtemp } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/measure/diagnose/diagnostic-run.ts
import { readFile } from "node:fs/promises";
import { basename } from "node:path";

// src/measure/diagnose/retainers.ts
import { rm } from "node:fs/promises";
async function retainersOf(runtime, { files }, members, kept) {
  const { objectGraph } = runtime;
  if (objectGraph === void 0) return { retainers: [] };
  const found = [];
  const unseen = [];
  for (const path of members.flatMap((key) => (files.get(key) ?? []).flat()).filter(objectGraph.is)) {
    try {
      found.push(await objectGraph.retainers(path));
    } catch (error) {
      if (!(error instanceof FormatError) || error.kind !== "not-supported") throw error;
      unseen.push(error.message);
    } finally {
      if (!kept) await rm(path, { force: true });
    }
  }
  const retainers = ofAllProcesses(found);
  const [why] = unseen;
  return retainers.length > 0 || why === void 0 ? { retainers } : { retainers, unseen: why };
}
function ofAllProcesses(found) {
  const total = found.reduce((sum, [first]) => sum + totalOf(first), 0);
  const byPath = /* @__PURE__ */ new Map();
  for (const one of found.flat()) {
    const bytes = one.bytes + (byPath.get(one.path)?.bytes ?? 0);
    byPath.set(one.path, { ...one, bytes, share: total === 0 ? one.share : bytes / total });
  }
  return [...byPath.values()].toSorted((a, b) => b.share - a.share);
}
var totalOf = (one) => one === void 0 || one.share === 0 ? 0 : one.bytes / one.share;

// src/measure/diagnose/diagnostic-run.ts
var diagnosticRounds = 4;
async function runDiagnostic(trial) {
  var _stack = [];
  try {
    const request = { ...trial, stage: "confirm", rounds: diagnosticRounds };
    const sandbox = __using(_stack, await openSandbox(request), true);
    return await diagnosed(request, async () => {
      const observations = [];
      await makeRounds({
        request,
        sandbox,
        began: performance.now(),
        notes: [],
        onObservation: (seen2) => observations.push(seen2)
      });
      return observations;
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var diagnoseLiving = (request, { driveOn }) => diagnosed(request, () => driveOn(diagnosticRounds));
var unread = (first) => ({
  code: "diagnosis-unread",
  text: first === void 0 ? "of the diagnostic run no round was read." : "the diagnostic run ended before what stays was read.",
  remedy: "Run it again with `--debug`: its log tells how far the diagnostic run came."
});
async function diagnosed(request, observe) {
  try {
    const observations = await observe();
    const [first, last] = ["round", "drained"].map(
      (wanted) => observations.find(({ moment }) => moment === wanted)
    );
    if (first === void 0 || last === void 0) return { roles: [], failure: unread(first) };
    return {
      roles: await rolesOf(request, await locator(request), { first, last, observations }),
      failure: null
    };
  } catch (error) {
    if (error instanceof FormatError)
      return { roles: [], failure: { code: "diagnosis-broken", text: error.message, remedy: error.remedy } };
    return { roles: [], failure: reasonOf(error, request.log, commandContextOf(request)) };
  }
}
async function rolesOf({ keep, runtime }, locate, { first, last, observations }) {
  const assigned = assignRoles(observations);
  const framed = framing(runtime, locate);
  return Promise.all(
    assigned.roles.map(async ({ name }, role) => {
      const members = [...assigned.roleOf].flatMap(([key, index]) => index === role ? [key] : []);
      const { retainers, ...unseen } = await retainersOf(runtime, last, members, keep !== void 0);
      const before = await profilesOf(runtime, first, members);
      const after = await profilesOf(runtime, last, members);
      const period = Math.max(0, ...after.map((p) => p.quantity === "heap-bytes" ? p.period ?? 0 : 0));
      return {
        name,
        before: momentOf(runtime, before, framed),
        after: momentOf(runtime, after, framed),
        resident: residentOf(last, members) - residentOf(first, members),
        period,
        ...unseen,
        retainers: retainers.map(
          ({ bytes: _, registered, ...told4 }) => registered === void 0 ? told4 : { ...told4, registered: framed(registered) }
        )
      };
    })
  );
}
var residentOf = ({ reading }, members) => reading.filter(({ member }) => members.includes(member.named.key)).reduce((sum, { totals }) => sum + (totals.get("rss-bytes") ?? 0), 0);
async function profilesOf(runtime, { files }, members) {
  const all = members.flatMap((key) => (files.get(key) ?? []).flat());
  const paths2 = all.filter((path) => runtime.objectGraph?.is(path) !== true);
  const parsed = await Promise.all(
    paths2.map(async (path) => runtime.parse(basename(path), await readFile(path)))
  );
  return parsed.flat();
}
function momentOf(runtime, profiles, framed) {
  const isIgnored = (quantity, stack) => runtime.ignoreRules.some((r) => (r.quantity === "any" || r.quantity === quantity) && r.matches(stack));
  const samplesOf = (quantity) => profiles.filter((p) => p.quantity === quantity).flatMap((p) => p.samples).filter((sample) => !isIgnored(quantity, sample.stack));
  const told4 = ({ stack, value }) => ({ stack: stack.map(framed), value });
  const heap3 = samplesOf("heap-bytes");
  const files = [...samplesOf("files"), ...heap3.filter(({ stack }) => runtime.opensFiles?.(stack) === true)];
  return {
    heap: heap3.map(told4),
    files: files.map(told4),
    native: samplesOf("rss-bytes").map(told4),
    tasks: samplesOf("tasks").flatMap(({ stack, value, attributes }) => {
      const { ancestry, ids, parents = [] } = attributes ?? {};
      if (ids === void 0 || ancestry === void 0) return [];
      return [
        { stack: stack.map(framed), value, ids, parents, ancestry: ancestry.map((one) => one.map(framed)) }
      ];
    })
  };
}
async function unlessInterrupted(signal, take) {
  try {
    const diagnosis = await take();
    if (!signal.aborted) return diagnosis;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return { roles: [], failure: { code: "interrupted", text: "it was interrupted.", remedy: "Run it again." } };
}

// src/measure/room.ts
var usual = 1;
var hasRoomForTwo = ({ cores, memory: memory2, share }) => memory2 === "enough" && 2 * (share ?? usual) <= cores / 2;
var spare = 3;
function hasMemoryForMore(resident, meminfo) {
  const [, kilobytes] = /^MemAvailable:\s+(\d+) kB/m.exec(meminfo ?? "") ?? [];
  return kilobytes === void 0 || spare * resident <= Number(kilobytes) * 1024;
}

// src/measure/share.ts
async function withShare(run, measure2) {
  const before = secondsIn(readText("/proc/self/stat"))?.children;
  const { trial, living } = await measure2();
  const after = secondsIn(readText("/proc/self/stat"))?.children;
  if (run.room.share === null && before !== void 0 && after !== void 0 && trial.seconds > 0)
    run.room = { ...run.room, share: (after - before + living) / trial.seconds };
  return { trial };
}

// src/measure/one-trial.ts
async function endLingering(run) {
  const { lingering } = run;
  run.lingering = null;
  await lingering?.end();
}
async function measureOne(run, revision, { number, stage, abandoned }) {
  const { request } = run;
  const side = run.prepared.get(revision.side);
  if (side === void 0) throw new Error(`${revision.side} is measured before it is set up`);
  if (stage === "confirm") narrow(run);
  const trial = {
    ...common(request, revision, stage),
    ...side,
    ...keeping(request, `${revision.side}-${number}`),
    number,
    stage,
    plan: planOf(run, revision, number),
    clears: clearing(run, revision, number),
    ...abandoned && { signal: AbortSignal.any([request.signal, abandoned]) }
  };
  if (revision.side === "base")
    return (await withShare(run, async () => ({ trial: await measureTrial(trial), living: 0 }))).trial;
  if (stage === "confirm") return await confirmHead(run, trial);
  if (request.only !== void 0 || !run.livesTwice) return await measureTrial(trial);
  await endLingering(run);
  const measured = await withShare(run, async () => {
    const { trial: of, lingering } = await measureAndLinger(trial);
    run.lingering = lingering;
    return { trial: of, living: await lingering?.seconds() ?? 0 };
  });
  const fits = hasMemoryForMore(residentIn(measured.trial), readText("/proc/meminfo"));
  if (!fits) run.room = { ...run.room, memory: "scarce" };
  if (!fits || request.grows?.(measured.trial) === false) await endLingering(run);
  return measured.trial;
}
var residentIn = ({ rounds }) => (rounds.at(-1)?.totals ?? []).reduce(
  (sum, { quantity, value }) => quantity === "rss-bytes" ? sum + value : sum,
  0
);
async function confirmHead(run, trial) {
  const { lingering, request } = run;
  const alone = { ...trial, afterwards: explaining(run, trial) };
  if (!run.livesTwice || run.room.memory === "scarce") return await measureTrial(alone);
  await leaveEarly(run);
  const beside = await measureTrial({
    ...alone,
    elder: lingering?.elder,
    onFirst: hasRoomForTwo(run.room) ? { rounds: request.rounds("first"), tell: diagnosing(run) } : void 0,
    onRest: diagnosing(run)
  });
  if (trial.signal.aborted) return beside;
  const spoiled = lingering !== null && (beside.failures.length > 0 || await wasAtWork(lingering.elder));
  await endLingering(run);
  if (!spoiled) return beside;
  await leaveEarly(run);
  return await measureTrial(alone);
}
function diagnosing(run) {
  const { request } = run;
  return (soFar) => {
    if (run.early !== null) return;
    const search = request.goal([...run.trials, soFar]);
    if (search?.of !== "started" || run.prepared.get("head")?.instrumentation.diagnosticEnv === void 0)
      return;
    const left = new AbortController();
    const signal = AbortSignal.any([request.signal, left.signal]);
    const diagnosis = diagnose(run, search.goal, signal);
    diagnosis.catch(() => {
    });
    run.early = { goal: search.goal, diagnosis, leave: () => left.abort() };
  };
}
async function leaveEarly(run) {
  const { early } = run;
  run.early = null;
  early?.leave();
  await early?.diagnosis.catch(() => {
  });
}
async function diagnose(run, goal, signal) {
  const { prepared, request, trials } = run;
  const head = prepared.get("head");
  if (head === void 0) throw new Error("head is diagnosed before it is set up");
  const trial = {
    ...common(request, request.head, "confirm"),
    ...head,
    ...keeping(request, "diagnostic-run"),
    goal,
    plan: planOf(run, request.head, 2),
    signal,
    number: trials.filter((trial2) => trial2.side === "head").length + 1,
    stage: "confirm"
  };
  return await unlessInterrupted(signal, () => runDiagnostic(trial));
}
function explaining(run, request) {
  return async (trial, living) => {
    const search = run.request.goal([...run.trials, trial]);
    if (search?.of !== "living") return;
    run.diagnosis = await unlessInterrupted(request.signal, () => diagnoseLiving(request, living));
  };
}
function narrow(run) {
  const { only, undecided: undecided2, workload } = run.request;
  if (run.narrowed || only !== void 0 || undecided2 === void 0 || workload.form !== "test") return;
  run.narrowed = true;
  const roles = run.trials.flatMap((trial) => trial.roles.map(({ name }) => name));
  leaveQuiet(run.left, roles, undecided2());
}
function planOf({ left, request }, { side }, number) {
  const decides = number === 1 && side === (request.only ?? "head");
  const limit = request.only === "base" ? null : request.testsLimit ?? null;
  return { decides, left, changed: request.changed ?? [], limit };
}
function clearing({ request, trials }, { side }, number) {
  const { isClear, repeats, rounds } = request;
  if (side !== "head" || number !== 2 || isClear === void 0) return void 0;
  const roles = trials.filter((trial) => trial.side === "head").flatMap((trial) => trial.roles);
  const before = Math.max(1, ...roles.map(({ repeat = 1 }) => repeat));
  return {
    rounds: Math.ceil(rounds("first") * before / (repeats.confirming.of(theProgram) ?? before)),
    isClear
  };
}
async function prepare(request, revision) {
  const { runtime, workload } = request;
  const directory = join2(revision.directory, workload.directory);
  const scratch = await mkdtemp(join2(request.scratch, `${revision.side}-`));
  const toolchain = await runtime.toolchain(directory);
  request.log.step(`${revision.side}: ${runtime.name} ${toolchain}`);
  const instrumentation = await runtime.instrument({ workload, directory, scratch });
  const leftRunning = await runSetup({ ...common(request, revision, "first"), scratch, instrumentation });
  const versions = { leakdiff: request.version, toolchain };
  return { instrumentation, versions, scratch, calm: createCalm(), leftRunning };
}
function keeping({ keepProfiles, workload }, name) {
  return keepProfiles === void 0 ? {} : { keep: join2(keepProfiles, workload.name, name) };
}
function common(request, revision, stage) {
  const { workload, workloadHash, runtime, head, log, signal } = request;
  const repeats = stage === "confirm" ? request.repeats.confirming : request.repeats;
  const rounds = request.rounds(stage);
  const headDirectory = head.directory;
  return { workload, workloadHash, repeats, runtime, revision, headDirectory, rounds, log, signal };
}

// src/measure/sides/progress.ts
var stageOf = (number) => number === 1 ? "first" : "confirm";
var outlook = (request, { failures, trials }) => failures[request.only ?? "head"] !== null || request.next(trials) === "done" ? "done" : "more";
var sidesOf2 = ({ base, head, only }) => (base === null ? [head] : [head, base]).filter(({ side }) => only === void 0 || side === only);
var onSide = (side, step, reason) => ({
  ...reason,
  code: `${side}-${step}-${reason.code}`,
  text: `On ${side}: ${reason.text}`
});

// src/measure/sides/in-turn.ts
async function measureInTurn(request, progress) {
  let number = progress.trials.length > 0 ? 2 : 1;
  do {
    if (number > 1 && request.only === void 0) await confirm(request, number, progress);
    else if (sidesOf2(request).length === 2 && request.hasRoom?.()) await bothAtOnce(request, number, progress);
    else await oneByOne(request, number, progress);
    number++;
  } while (outlook(request, progress) === "more");
}
async function oneByOne(request, number, progress) {
  for (const revision of sidesOf2(request)) {
    const beside = revision.side === "base" && request.only === void 0;
    if (beside) await measureBaseFirst(request, revision, progress);
    else await measure(request, revision, number, progress);
  }
}
async function measureBaseFirst(request, base, progress) {
  const { ahead, fits, hasRoom, head } = request;
  const { failures, trials } = progress;
  const isFree = failures.head === null && failures.base === null && hasRoom?.() === true;
  if (isFree && ahead?.(trials) === true) progress.ahead = begun(request, head, 2);
  await measure(request, base, 1, progress);
  if (progress.ahead === null || fits?.(trials) !== false) return;
  await progress.ahead.leave();
  progress.ahead = null;
}
async function confirm(request, number, progress) {
  const { baseMatters, baseMayMatter, hasRoom, head } = request;
  const { ahead, failures } = progress;
  const base = failures.base === null ? request.base : null;
  progress.ahead = null;
  if (base !== null && hasRoom?.() && baseMayMatter?.(progress.trials))
    return await bothAtOnce(request, number, progress, ahead);
  await measure(request, head, number, progress, ahead);
  if (base === null || failures.head !== null || baseMatters?.(progress.trials) === false) return;
  await measure(request, base, number, progress);
}
async function bothAtOnce(request, number, progress, ahead = null) {
  const { base, baseMatters, head } = request;
  if (base === null) return;
  const ofBase = begun(request, base, number);
  try {
    const ofHead2 = await (ahead?.trial ?? request.trial(head, number, stageOf(number)));
    if (ofHead2.failures.length === 0) progress.trials.push(ofHead2);
    const wanted = number === 1 || ofHead2.failures.length > 0 || baseMatters?.(progress.trials) !== false;
    if (!wanted) return;
    const measured = await ofBase.trial;
    if (ofHead2.failures.length > 0) await measure(request, head, number, progress);
    if (measured.failures.length > 0) await measure(request, base, number, progress);
    else progress.trials.push(measured);
  } finally {
    await ofBase.leave();
  }
}
function begun(request, revision, number) {
  const abandoned = new AbortController();
  const trial = request.trial(revision, number, stageOf(number), abandoned.signal);
  trial.catch(() => {
  });
  const leave = async () => {
    abandoned.abort();
    await trial.catch(() => {
    });
  };
  return { trial, leave };
}
async function measure(request, revision, number, { trials, notes, failures }, ahead = null) {
  if (failures[revision.side] !== null) return;
  const { trial, repeated } = await twice(request, revision, number, ahead);
  if (repeated !== null) notes.push(repeated);
  const failure = trial.failures[0];
  if (failure === void 0) trials.push(trial);
  else failures[revision.side] = onSide(revision.side, "trial", failure);
}
async function twice(request, revision, number, ahead) {
  const stage = stageOf(number);
  const trial = await (ahead?.trial ?? request.trial(revision, number, stage));
  const failure = trial.failures[0];
  if (failure === void 0 || isFinal(failure.code)) return { trial, repeated: null };
  const text = `Trial ${number} of ${revision.side} was thrown away and measured again: ${failure.text}`;
  return { trial: await request.trial(revision, number, stage), repeated: { code: "trial-repeated", text } };
}

// src/measure/sides/measure-sides.ts
async function measureBothSides(request) {
  const progress = {
    trials: [],
    notes: [],
    tried: /* @__PURE__ */ new Set(),
    failures: { head: null, base: null },
    ahead: null
  };
  try {
    if (await beginning(request, progress) === "more") await measureInTurn(request, progress);
  } finally {
    await progress.ahead?.leave();
  }
  const { notes, tried, failures } = progress;
  const trials = progress.trials.toSorted((a, b) => a.number - b.number || a.side.localeCompare(b.side));
  const headFailure = failures.head && blame(failures.head, failures.base, tried.has("base"));
  return { trials, notes, headFailure, baseFailure: failures.base };
}
async function setUpSides(request, progress) {
  for (const revision of sidesOf2(request).toReversed()) await setUp(request, revision, progress);
  return progress.failures[request.only ?? "head"] === null ? "more" : "done";
}
async function beginning(request, progress) {
  const { base, baseWhenNeeded, only, onlyTrial } = request;
  if (onlyTrial !== void 0) {
    for (const revision of sidesOf2(request)) await begin(request, revision, progress, onlyTrial);
    return "done";
  }
  const headDecides = baseWhenNeeded || Boolean(request.cachedBase);
  if (headDecides && base !== null && only === void 0) return await headFirst(request, base, progress);
  return await setUpSides(request, progress);
}
async function headFirst(request, base, progress) {
  await begin(request, request.head, progress);
  if (progress.failures.head !== null) return "done";
  if (cachedClears(request, progress)) return "done";
  if (request.baseWhenNeeded && request.next(progress.trials) === "done") {
    progress.notes.push(notNeeded);
    return "done";
  }
  await setUp(request, base, progress);
  await measureBaseFirst(request, base, progress);
  return outlook(request, progress);
}
async function setUp(request, revision, progress) {
  progress.tried.add(revision.side);
  progress.failures[revision.side] = await setUpFailure(request, revision);
}
function cachedClears({ cachedBase, next }, { trials }) {
  if (!cachedBase || next([cachedBase, ...trials]) !== "done") return false;
  trials.unshift(cachedBase);
  return true;
}
async function begin(request, revision, progress, number = 1) {
  await setUp(request, revision, progress);
  await measure(request, revision, number, progress);
}
var notNeeded = {
  code: "base-not-needed",
  text: "Base was not measured: head alone does not grow (`measure-base: when-needed`)."
};
async function setUpFailure(request, revision) {
  try {
    await request.setUp(revision);
    return null;
  } catch (error) {
    return onSide(revision.side, "setup", request.reasonOf(error));
  }
}

// src/measure/workload.ts
async function measureWorkload(request) {
  const { head, workload } = request;
  const run = {
    request,
    prepared: /* @__PURE__ */ new Map(),
    trials: [],
    lingering: null,
    diagnosis: null,
    early: null,
    left: /* @__PURE__ */ new Map(),
    narrowed: false,
    livesTwice: mayLiveTwice(workload, join3(head.directory, workload.directory)),
    room: { cores: request.cores ?? availableParallelism(), share: null, memory: "enough" }
  };
  try {
    const sides = await measureBothSides({
      base: request.base,
      head: request.head,
      only: request.only,
      onlyTrial: request.onlyTrial,
      cachedBase: request.cachedBase,
      baseWhenNeeded: request.workload.measureBase === "when-needed",
      setUp: async (revision) => void run.prepared.set(revision.side, await prepare(request, revision)),
      trial: async (revision, number, stage, abandoned) => {
        const trial = await measureOne(run, revision, { number, stage, abandoned });
        request.signal.throwIfAborted();
        if (trial.failures.length > 0) return trial;
        run.trials.push(trial);
        return await request.keep(trial);
      },
      next: request.next,
      ...request.baseMatters && { baseMatters: request.baseMatters },
      ...request.baseMayMatter && { baseMayMatter: request.baseMayMatter },
      ...request.ahead && { ahead: request.ahead },
      ...request.fits && { fits: request.fits },
      hasRoom: () => run.livesTwice && hasRoomForTwo(run.room),
      reasonOf: (error) => {
        request.signal.throwIfAborted();
        return reasonOf(error, request.log);
      }
    });
    await endLingering(run);
    return { ...sides, diagnosis: await diagnoseHead(run, sides) };
  } finally {
    await leaveEarly(run);
    await endLingering(run);
    for (const side of run.prepared.values()) await side.leftRunning[Symbol.asyncDispose]();
  }
}
async function diagnoseHead(run, { baseFailure, headFailure, trials }) {
  const { early, request } = run;
  const instrumentation = run.prepared.get("head")?.instrumentation;
  if (instrumentation?.diagnosticEnv === void 0 || headFailure !== null || baseFailure !== null)
    return null;
  const search = request.workload.form === "run" ? null : request.goal(trials);
  if (search === null) return null;
  if (search.of === "living" && run.diagnosis !== null) return run.diagnosis;
  const taken = early?.goal === search.goal ? await early.diagnosis : null;
  if (taken !== null && taken.failure === null) return taken;
  return await diagnose(run, search.goal, request.signal);
}

// src/pipeline/repeats.ts
var partsOfOne = { "heap-bytes": 1024, "heap-objects": 8 };
var heap2 = ["heap-bytes", "heap-objects"];
function repeatsToConfirm({ totals }) {
  const confirming = totals.flatMap(({ diff }) => diff.head.filter(({ stage }) => stage === "confirm"));
  if (confirming.length > 0) return Math.max(...confirming.map(({ repeat = 1 }) => repeat));
  const suspects = totals.filter(({ standing }) => standing === "suspected");
  const ofHeaps = [...new Set(suspects.filter(isHeap).map(({ diff }) => diff.role))].map(
    (role) => Math.min(
      ...suspects.filter((t) => isHeap(t) && t.diff.role === role).map((t) => repeatsOfTotal(t, suspects))
    )
  );
  const others = suspects.filter((t) => !isHeap(t)).map((t) => repeatsOfTotal(t, suspects));
  const asFar = suspects.map(({ diff }) => Math.ceil(fewestRepeats(diff) / confirmFactor));
  return Math.max(1, ...asFar, ...ofHeaps, ...others);
}
var isHeap = ({ diff }) => heap2.includes(diff.quantity);
function repeatsOfTotal(total, suspects) {
  const { diff, excess, threshold } = total;
  if (excess <= 0) return mostRepeats;
  if (isMadeOf(total, suspects)) return 1;
  const plain = counted.includes(diff.quantity) ? plainExcess.counted : plainExcess.other;
  return Math.ceil(plain * (threshold ?? 0) * fewestRepeats(diff) / excess);
}
function isMadeOf({ diff, excess }, suspects) {
  const parts = partsOfOne[diff.quantity] ?? 0;
  const grown = suspects.filter((t) => t.diff.role === diff.role && counted.includes(t.diff.quantity));
  return excess <= parts * Math.max(0, ...grown.map((t) => t.excess));
}
function repeatsOf({ form, repeat = "auto" }, cachedBase) {
  const known = (cachedBase?.roles ?? []).map(
    ({ name, repeat: times = 1 }) => [form === "test" ? name : theProgram, times]
  );
  return createRepeats(repeat === "auto" ? null : repeat, new Map(known));
}
function createLimit(repeats) {
  let ahead = null;
  return {
    /** Base was not seen: what the judgement of head alone calls for holds for both, as long as it fits. */
    ahead: (judgement) => {
      ahead = repeatsToConfirm(judgement);
      repeats.limit(ahead);
    },
    fits: (judgement) => {
      const enough = ahead === null || repeatsToConfirm(judgement) <= ahead;
      if (!enough) ahead = null;
      return enough;
    },
    follow: (judgement) => {
      if (ahead === null) repeats.limit(repeatsToConfirm(judgement));
    }
  };
}

// src/pipeline/time-plan.ts
var besides = 8;
function planConfirming({
  trials,
  warmup,
  rounds,
  left,
  explained,
  share
}) {
  if (left === null) return { rounds: rounds.confirm };
  const perRound = trials.filter((trial) => trial.stage === "first").map((trial) => secondsARound(trial, warmup));
  const times = (count) => share * (warmup + count + idleRounds) + (1 - share);
  const seconds = (count) => perRound.reduce((sum, one) => sum + one * times(count) + besides, 0);
  const fits = (spare2) => {
    for (let count = rounds.confirm; count >= rounds.first; count--) {
      if (seconds(count) * 1e3 <= left - spare2) return { rounds: count };
    }
    return null;
  };
  const planned = (explained ? fits(diagnosing2(trials, warmup)) : null) ?? fits(0);
  if (planned !== null) return planned;
  return { missing: seconds(rounds.confirm) * 1e3 - left };
}
var secondsARound = (trial, warmup) => trial.seconds / (warmup + Math.max(1, trial.rounds.length));
function hasTimeToDiagnose({
  trials,
  warmup,
  left
}) {
  return left === null || diagnosing2(trials, warmup) <= left;
}
function diagnosing2(trials, warmup) {
  const head = trials.find((trial) => trial.side === "head" && trial.stage === "first");
  if (head === void 0) return 0;
  return 1e3 * (secondsARound(head, warmup) * (warmup + diagnosticRounds + idleRounds) + besides);
}

// src/pipeline/timing.ts
var millisecondsOf = (trials) => 1e3 * trials.reduce((sum, trial) => sum + trial.seconds, 0);
var firstShare = 0.2;
function timingOf(request, workload, clock) {
  const limit = request.config.timeLimit;
  const rounds = { first: workload.rounds, confirm: workload.rounds * confirmFactor };
  const state = { confirm: rounds.confirm, missing: 0, diagnosisMissed: false };
  const leftAfter = (trials) => limit === null ? null : limit - clock.spent - millisecondsOf(trials);
  const left = leftAfter([]);
  return {
    firstTrial: left === null ? null : left * firstShare,
    rounds: (stage) => stage === "first" ? rounds.first : state.confirm,
    confirm: (trials, share = 1) => {
      const plan = planConfirming({
        trials,
        share,
        warmup: workload.warmup,
        rounds,
        left: leftAfter(trials),
        explained: workload.form !== "run"
      });
      if ("missing" in plan) {
        state.missing = plan.missing;
        return "done";
      }
      state.confirm = plan.rounds;
      if (plan.rounds < rounds.confirm) request.log.step(`${plan.rounds} confirming rounds: time-limit`);
      return "confirm";
    },
    diagnose: (trials) => {
      state.diagnosisMissed = !hasTimeToDiagnose({ trials, warmup: workload.warmup, left: leftAfter(trials) });
      return !state.diagnosisMissed;
    },
    reason: () => limit === null || state.missing === 0 ? null : outOfTime2(limit, state.missing),
    notes: () => [
      ...state.confirm < rounds.confirm ? [shortened(state.confirm, rounds.confirm)] : [],
      ...state.diagnosisMissed ? [notDiagnosed] : []
    ]
  };
}
var minutes = (milliseconds) => Math.max(1, Math.ceil(milliseconds / 6e4));
function outOfTime2(limit, missing) {
  return {
    code: "out-of-time",
    text: `Something grows, and \`time-limit\` left no time for the longer trials that confirm it.`,
    remedy: `Set \`time-limit: ${minutes(limit + missing)}m\`: about ${minutes(missing)} more minutes are needed.`
  };
}
var shortened = (made, wanted) => ({
  code: "rounds-dropped",
  text: `Confirming trials had ${made} rounds instead of ${wanted}, to stay within \`time-limit\`.`
});
var notDiagnosed = {
  code: noTimeCode,
  text: "Who holds it was not looked at: `time-limit` left no time for one more start."
};

export {
  skippedWorkloads,
  decision,
  openRoles,
  shareOf,
  ofHead,
  goalOf,
  dayOf,
  assemble,
  lateCode,
  notMeasured,
  notReached,
  unmeasured,
  withNotes,
  definedBy,
  planWorkloads,
  prepareRevisions,
  changesOf,
  baseFor,
  pathsOf,
  runtimeOf,
  keeper,
  measureWorkload,
  repeatsOf,
  createLimit,
  millisecondsOf,
  timingOf
};
