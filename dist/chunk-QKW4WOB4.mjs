import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  code
} from "./chunk-Z6EOCORI.mjs";
import {
  alike,
  baseMargin,
  boundNoise,
  doubling,
  fewestIntervals,
  idleMargin,
  levellingRatio,
  meanRise,
  most,
  stays
} from "./chunk-BSZV5EKB.mjs";
import {
  quantities
} from "./chunk-CZM7HAV4.mjs";
import {
  differences,
  growthOf
} from "./chunk-AM356UNS.mjs";

// src/diff/moves.ts
function placesAfter({ files: moves, identifiers, unversioned = (name) => name }) {
  const files = new Map(moves.flatMap(({ path, oldPath }) => oldPath === null ? [] : [[oldPath, path]]));
  const names = unambiguous(moves.flatMap(({ definitions }) => definitions?.renamed ?? []));
  const relocated = new Map(
    moves.flatMap(
      ({ path, definitions }) => (definitions?.moved ?? []).map(({ name, from }) => [`${from}\0${name}`, path])
    )
  );
  const pathOf = ({ location, file }) => {
    if (location.origin === "project") return location.path;
    return location.origin === "dependency" ? unversioned(location.package) : file;
  };
  const now = (all) => all.map((name) => names.get(name) ?? name);
  return {
    head: cached((frame) => placeOf(pathOf(frame), identifiers(frame.site))),
    base: cached((frame) => {
      const path = pathOf(frame);
      const called = now(identifiers(frame.site));
      const moved = relocated.get(`${path}\0${called.join(".")}`) ?? files.get(path) ?? path;
      return placeOf(moved, called);
    })
  };
}
function cached(compute) {
  const known = /* @__PURE__ */ new WeakMap();
  return (frame) => {
    const found = known.get(frame) ?? compute(frame);
    known.set(frame, found);
    return found;
  };
}
var placeOf = (path, names) => `${path}\0${names.join(".")}`;
function unambiguous(renamed) {
  const names = new Map(renamed);
  const back = new Map(renamed.map(([was, is]) => [is, was]));
  const wrong = renamed.filter(([was, is]) => names.get(was) !== is || back.get(is) !== was);
  const doubtful = new Set(wrong.flat());
  return new Map([...names].filter(([was, is]) => !doubtful.has(was) && !doubtful.has(is) && !back.has(was)));
}

// src/diff/pair-moved.ts
function pairMoved(sites, moves) {
  const places = placesAfter(moves);
  const gone = mostMoved(sites.filter((s) => s.head.length === 0)).map((site) => traced(site, places.base));
  const come = mostMoved(sites.filter((s) => s.base.length === 0)).map((site) => traced(site, places.head));
  if (gone.length === 0 || come.length === 0) return sites;
  const pairs = /* @__PURE__ */ new Map();
  const left = { gone: new Set(gone), come: new Set(come) };
  const join = (was, is) => {
    pairs.set(is.site, was.site);
    left.gone.delete(was);
    left.come.delete(is);
  };
  pairEqual(
    left,
    (s) => s.exact,
    () => true,
    join
  );
  pairEqual(left, (s) => s.own, alike2, join);
  const known = { gone: placesIn(sites, "base", places.base), come: placesIn(sites, "head", places.head) };
  pairSimilar(left, known, join);
  if (pairs.size === 0) return sites;
  const taken = new Set(pairs.values());
  return sites.flatMap(
    (site) => taken.has(site) ? [] : [{ ...site, base: pairs.get(site)?.base ?? site.base }]
  );
}
var mostTraced = 5e3;
function mostMoved(sites) {
  if (sites.length <= mostTraced) return sites;
  const moved = (site) => Math.abs(grownOf(site));
  return sites.toSorted((a, b) => moved(b) - moved(a)).slice(0, mostTraced);
}
function traced(site, placeOf2) {
  const isOwn = ({ location }) => location.origin !== "runtime";
  const places = collapsed(site.stack.filter(isOwn).map(placeOf2));
  const whole = collapsed(site.stack.map((frame) => isOwn(frame) ? placeOf2(frame) : frame.site));
  const key = (of) => places.length === 0 ? null : [site.role, site.quantity, ...of].join("\n");
  const endsInProject = site.stack.findLast(isOwn)?.location.origin === "project";
  return {
    site,
    places,
    endsInProject,
    exact: key(whole),
    own: key(places),
    grown: grownOf(site)
  };
}
var newestGrowth = (trials) => trials.at(-1) ?? null;
var grownOf = ({ base, head }) => newestGrowth(base.length > 0 ? base : head)?.growth.plain ?? 0;
var collapsed = (places) => places.filter((place, i) => place !== places[i - 1]);
function pairEqual({ gone, come }, keyOf, fits, join) {
  const byKey = /* @__PURE__ */ new Map();
  for (const was of gone) {
    const key = keyOf(was);
    if (key !== null) byKey.set(key, [...byKey.get(key) ?? [], was]);
  }
  for (const is of [...come]) {
    const same = byKey.get(keyOf(is) ?? "") ?? [];
    const [was] = same.filter((one) => gone.has(one) && fits(one, is)).toSorted(closest(is));
    if (was !== void 0) join(was, is);
  }
}
var closest = (is) => (a, b) => Math.abs(a.grown - is.grown) - Math.abs(b.grown - is.grown);
var mostCandidates = 100;
function pairSimilar({ gone, come }, known, join) {
  const growing = (sites) => [...sites].filter((s) => s.grown > 0 && s.places.length > 0).toSorted((a, b) => b.grown - a.grown).slice(0, mostCandidates);
  const [before, now] = [growing(gone), growing(come)];
  const fits = (was, is) => was.site.role === is.site.role && was.site.quantity === is.site.quantity && alike2(was, is) && isRefactored(was, is, known);
  const only = (candidates) => candidates.length === 1 ? candidates[0] : void 0;
  for (const is of now) {
    const was = only(before.filter((one) => fits(one, is)));
    if (was !== void 0 && only(now.filter((one) => fits(was, one))) === is) join(was, is);
  }
}
var likeness = { counted: 1.1, sampled: 1.25, sigmas: 2 };
function alike2(was, is) {
  const trials = [newestGrowth(was.site.base), newestGrowth(is.site.head)];
  const sampling = Math.hypot(...trials.map((trial) => trial?.sampling ?? 0));
  const factor = sampling > 0 ? likeness.sampled : likeness.counted;
  const apart = Math.abs(was.grown - is.grown);
  const larger = Math.max(was.grown, is.grown);
  return apart <= Math.max(larger - larger / factor, likeness.sigmas * sampling);
}
function isRefactored(was, is, known) {
  const [before, now] = [was.places, is.places];
  if (before.length === now.length + 1 && isOneMore(before, now, known.come)) return true;
  if (now.length === before.length + 1 && isOneMore(now, before, known.gone)) return true;
  return was.endsInProject && Math.min(before.length, now.length) > 2 && endsOf(before) === endsOf(now);
}
var endsOf = (places) => `${places[0]}
${places.at(-1)}`;
function isOneMore(longer, shorter, elsewhere) {
  const first = longer.findIndex((place, i) => place !== shorter[i]);
  if (longer.slice(first + 1).some((place, i) => place !== shorter[first + i])) return false;
  if (first < longer.length - 1) return true;
  const [extra = "", around = ""] = [longer.at(-1), shorter.at(-1)];
  return !elsewhere.has(extra) && fileOf(extra) === fileOf(around);
}
var fileOf = (place) => place.slice(0, place.indexOf("\0"));
function placesIn(sites, side, placeOf2) {
  const frames = /* @__PURE__ */ new Set();
  for (const site of sites) {
    if (site[side].length > 0) for (const frame of site.stack) frames.add(frame);
  }
  return new Set([...frames].map(placeOf2));
}

// src/diff/sampling.ts
function samplingNoise(period, series) {
  const steps = series.length - 1;
  if (period <= 1 || steps < 1) return 0;
  const moved = series.slice(1).reduce((sum2, value, i) => sum2 + Math.abs(value - (series[i] ?? value)), 0);
  return Math.sqrt(1.2 * period * Math.max(period, moved) / steps / series.length);
}

// src/diff/steady.ts
var steady = { rising: 0.85, fewest: 5, onBase: 0.5 };
function steadyTypes(sites) {
  const grown = sites.filter((site) => site.quantity === "instances" && isSteady(site));
  const owned = new Set(grown.filter((site) => !isOfRuntime(site)).map(({ role }) => role));
  const kept = new Set(grown.filter((site) => !owned.has(site.role) || !isOfRuntime(site)));
  return sites.filter((site) => site.quantity !== "instances" || kept.has(site));
}
function isSteady({ base, head }) {
  const least = Math.min(...head.map(({ growth }) => growth.plain));
  const before = Math.max(0, ...base.map(({ growth }) => growth.plain));
  return head.length > 0 && head.every(risesAlways) && before <= steady.onBase * least;
}
function risesAlways({ series }) {
  const steps = differences(series);
  const risen = steps.filter((step) => step > 0).length;
  return steps.length >= steady.fewest && steps.every((step) => step >= 0) && risen >= steady.rising * steps.length;
}
var isOfRuntime = ({ stack }) => stack.every(({ location }) => location.origin === "runtime");
function ofSteadyTypes(total, sites) {
  if (total.quantity !== "instances") return total;
  const types = sites.filter((site) => site.quantity === "instances" && site.role === total.role);
  const summed = (side) => total[side].map((trial) => sumIn(trial, types.flatMap((site) => site[side]).filter(isOf(trial))));
  return { ...total, base: summed("base"), head: summed("head") };
}
var isOf = ({ number }) => (other) => other.number === number;
function sumIn(trial, parts) {
  const series = trial.series.map((_, i) => sum(parts.map((part) => part.series[i] ?? 0)));
  const idle = trial.idle && {
    perRound: sum(parts.map((part) => part.idle?.perRound ?? 0)),
    perSecond: sum(parts.map((part) => part.idle?.perSecond ?? 0))
  };
  return {
    ...trial,
    series,
    growth: growthOf(series),
    left: trial.left === null ? null : sum(parts.map((part) => part.left ?? 0)),
    idle
  };
}
var sum = (values) => values.reduce((all, value) => all + value, 0);

// src/diff/compare.ts
function compare(base, head, moves = unmoved) {
  const totals = /* @__PURE__ */ new Map();
  const sites = /* @__PURE__ */ new Map();
  const renewed = renewedRoles([...head, ...base]);
  for (const trial of [...head, ...base]) {
    collectTotals(trial, totals, renewed);
    collectSites(trial, sites, renewed);
  }
  const met = [...sites.values()].map((site) => withAbsences(site, { base, head }));
  const first = head[0] ?? base[0];
  const paired = steadyTypes(pairMoved(met, moves));
  return {
    workload: first?.workload ?? "",
    roles: first?.roles ?? [],
    totals: [...totals.values()].filter((diff) => isWhole(diff, { base, head })).map((diff) => ofSteadyTypes(diff, paired)),
    sites: paired
  };
}
var unmoved = { files: [], identifiers: (site) => [site] };
var renewedRoles = (trials) => new Set(trials.flatMap(({ roles }) => roles.filter((role) => role.renewed).map((role) => role.name)));
function isWhole(diff, trials) {
  if (diff.quantity !== "heap-objects") return true;
  const having = (side) => trials[side].filter(({ roles }) => roles.some(({ name }) => name === diff.role)).length;
  return diff.base.length === having("base") && diff.head.length === having("head");
}
function collectTotals(trial, totals, without) {
  for (const [index, role] of trial.roles.entries()) {
    if (without.has(role.name)) continue;
    const measured = new Set(
      trial.rounds.flatMap((r) => r.totals.filter((t) => t.role === index).map((t) => t.quantity))
    );
    for (const quantity of measured) {
      const valueIn = (snapshot) => snapshot.totals.find((t) => t.role === index && t.quantity === quantity)?.value ?? null;
      const growth = trialGrowth(trial, valueIn, role.repeat ?? 1);
      if (growth === null) continue;
      const key = `${role.name}\0${quantity}`;
      const { name, started } = role;
      const diff = totals.get(key) ?? {
        role: name,
        started,
        quantity,
        unit: quantities[quantity],
        base: [],
        head: []
      };
      diff[trial.side].push(growth);
      totals.set(key, diff);
    }
  }
}
function collectSites(trial, sites, without) {
  const rounds = trial.rounds.map((round) => new Map(round.sites));
  const drained = trial.drained && new Map(trial.drained.sites);
  const idled = trial.idled ? new Map(trial.idled.sites) : null;
  for (const [index, site] of trial.sites.entries()) {
    if (without.has(trial.roles[site.role]?.name ?? "")) continue;
    const repeat = trial.roles[site.role]?.repeat ?? 1;
    const counted = rounds.map((values) => values.get(index) ?? 0);
    const series = aRound(counted, repeat);
    const diff = siteDiff(trial, site, sites);
    diff[trial.side].push({
      number: trial.number,
      stage: trial.stage,
      series,
      growth: growthOf(series),
      left: drained && ((drained.get(index) ?? 0) - (counted[0] ?? 0)) / repeat,
      idle: idled && idleOf(trial, (idled.get(index) ?? 0) - (counted.at(-1) ?? 0), repeat),
      ...site.quantity.startsWith("heap-") ? { sampling: samplingNoise(trial.period, counted) / repeat } : {},
      ...repeat > 1 && { repeat }
    });
  }
}
function siteDiff(trial, site, sites) {
  const stack = site.stack.map((i) => trial.frames[i]).filter((f) => f !== void 0);
  const role = trial.roles[site.role]?.name ?? "";
  const names = stack.map((f) => f.site);
  const key = [role, site.quantity, ...names].join("\0");
  const known = sites.get(key);
  const tasks = site.tasks ?? null;
  const unit = quantities[site.quantity];
  if (known === void 0) {
    const created = { role, quantity: site.quantity, unit, names, stack, tasks, base: [], head: [] };
    sites.set(key, created);
    return created;
  }
  if (known.tasks !== null || tasks === null || known.head.length > 0 && trial.side === "base") return known;
  const filled = { ...known, tasks };
  sites.set(key, filled);
  return filled;
}
function withAbsences(site, trials) {
  const filled = (side) => site[side].length === 0 || site[side].length === trials[side].length ? site[side] : trials[side].flatMap((trial) => {
    const known = site[side].find((g) => g.number === trial.number);
    const isSeen = trial.roles.some(({ name }) => name === site.role);
    return known ?? (isSeen && tells(trial, site, trials[side]) ? nothing(trial) : []);
  });
  return { ...site, base: filled("base"), head: filled("head") };
}
var tells = ({ stage }, { quantity }, side) => !quantity.startsWith("heap-") || side.every((trial) => trial.stage === stage) || side.some((trial) => trial.stage === stage && trial.sites.some((site) => site.quantity === quantity));
function nothing({ number, stage, rounds, drained, idled }) {
  const series = rounds.map(() => 0);
  const idle = idled ? { perRound: 0, perSecond: 0 } : null;
  return { number, stage, series, growth: growthOf(series), left: drained && 0, idle };
}
function aRound(counted, repeat) {
  const [first = 0] = counted;
  return repeat === 1 ? counted : counted.map((value) => first + (value - first) / repeat);
}
function trialGrowth(trial, valueIn, repeat) {
  const values = trial.rounds.map(valueIn);
  const counted = values.filter((v) => v !== null);
  if (counted.length < values.length) return null;
  const series = aRound(counted, repeat);
  const last = trial.drained && valueIn(trial.drained);
  const idled = trial.idled ? valueIn(trial.idled) : null;
  return {
    number: trial.number,
    stage: trial.stage,
    series,
    growth: growthOf(series),
    left: last === null ? null : (last - (counted[0] ?? last)) / repeat,
    idle: idled === null ? null : idleOf(trial, idled - (counted.at(-1) ?? idled), repeat),
    ...repeat > 1 && { repeat }
  };
}
function idleOf({ rounds, idled }, added, repeat) {
  const first = rounds[0]?.elapsed;
  const last = rounds.at(-1)?.elapsed;
  if (first === void 0 || last === void 0 || !idled || idled.elapsed <= last) return null;
  const perMillisecond = Math.max(0, added) / (idled.elapsed - last);
  const round = (last - first) / Math.max(1, rounds.length - 1);
  return { perRound: perMillisecond * round / repeat, perSecond: perMillisecond * 1e3 };
}

// src/report/narrative/no-time.ts
var noTimeCode = "no-time-to-explain";
var unexplained = ({ notes }) => notes.some((note) => note.code === noTimeCode) ? ["; ", code("time-limit"), " left no time to see why"] : [];

// src/judge/rules/doubling.ts
function isDoubling(series) {
  const rises = risesOf(series);
  return rises !== null && (double(rises, series.length) || double(joined(rises), series.length));
}
function double(rises, rounds) {
  if (rises.length < doubling.steps) return false;
  const sizes = ratios(rises.map((rise) => rise.size));
  const factor = Math.exp(sizes.reduce((sum2, ratio) => sum2 + Math.log(ratio), 0) / sizes.length);
  if (factor < doubling.least || factor > doubling.most) return false;
  const even = sizes.every((ratio) => ratio < factor * doubling.spread && ratio > factor / doubling.spread);
  const gaps = rises.slice(1).map((rise, i) => rise.round - (rises[i]?.round ?? 0));
  return even && widen(gaps, factor) && !isOverdue(rounds, rises, gaps, factor);
}
function risesOf(series) {
  const least = doubling.share * (Math.max(...series) - Math.min(...series));
  const steps = series.slice(1).map((value, i) => ({ round: i + 1, size: value - (series[i] ?? value) }));
  if (least <= 0 || steps.some((step) => step.size < -least)) return null;
  return steps.filter((step) => step.size > least);
}
function joined(rises) {
  const runs = [];
  for (const rise of rises) {
    const run = runs.at(-1);
    if (run !== void 0 && run.at(-1)?.round === rise.round - 1) run.push(rise);
    else runs.push([rise]);
  }
  return runs.map((run) => ({
    round: run.reduce((a, b) => b.size > a.size ? b : a).round,
    size: run.reduce((sum2, rise) => sum2 + rise.size, 0)
  }));
}
var ratios = (values) => values.slice(1).map((value, i) => value / (values[i] ?? value));
function widen(gaps, factor) {
  return gaps.slice(1).every((gap, i) => {
    const before = gaps[i] ?? gap;
    return gap + 1 >= factor * (before - 1) && gap - 1 <= factor * (before + 1);
  });
}
function isOverdue(rounds, rises, gaps, factor) {
  const since = rounds - 1 - (rises.at(-1)?.round ?? 0);
  return since > factor * ((gaps.at(-1) ?? 0) + 1) + 1;
}

// src/judge/rules/idle.ts
function excessByRounds(head, base, { excess, threshold }) {
  if (head.idle === null || head.idle.perRound <= threshold) return excess;
  const beyond = ({ growth, idle }) => Math.max(0, growth.steady - (idle?.perRound ?? 0));
  return beyond(head) - baseMargin * most(alike(head, base).map(beyond));
}
var clockDoubt = ({ idle }, noise) => Math.max(boundNoise * noise, (baseMargin - 1) * (idle?.perRound ?? 0));
function grownWhileIdle(head, base, threshold) {
  const { perRound, perSecond } = head.idle ?? { perRound: 0, perSecond: 0 };
  const before = most(base.map((b) => b.idle?.perSecond ?? 0));
  if (perSecond <= 0) return "quiet";
  return perRound * (1 - idleMargin * before / perSecond) > threshold ? "while idle" : "quiet";
}

// src/judge/shape.ts
var shapes = [
  "growing",
  "levelling",
  "step",
  "sawtooth",
  "doubling",
  "slow to settle",
  "partly settled",
  "while idle",
  "flat"
];
var stepShare = 0.8;
var stillShare = 0.25;
var toothShare = 0.5;
function shapeOf(trial, threshold) {
  if (trial.series.length <= fewestIntervals) return trial.growth.plain > threshold ? "growing" : "flat";
  return longShape(trial, threshold);
}
function longShape(trial, threshold) {
  const { series, growth } = trial;
  const steps = differences(series);
  const range = Math.max(...series) - Math.min(...series);
  if (!(range > threshold)) return "flat";
  if (isDoubling(series) && stays(trial)) return standsStill(steps) ? "doubling" : "growing";
  if (isSawtooth(series, range)) return "sawtooth";
  if (growth.steady > threshold) {
    if (!stays(trial)) return "slow to settle";
    const whileIdle = trial.idle?.perRound ?? 0;
    if (whileIdle > threshold && growth.steady - whileIdle <= Math.max(threshold, clockDoubt(trial, 0)))
      return "while idle";
    return growth.late < levellingRatio * growth.early ? "levelling" : "growing";
  }
  if (keepsRising(series, threshold)) return "growing";
  if (Math.max(...steps) > stepShare * range) return "step";
  return growth.early > threshold ? "levelling" : "flat";
}
function isSawtooth(series, range) {
  const falls = series.filter((value, i) => value - (series[i - 1] ?? value) < -toothShare * range);
  return falls.length >= 2 || falls.length === 1 && (series.at(-1) ?? 0) - (series[0] ?? 0) < toothShare * range;
}
function keepsRising(series, threshold) {
  const half = Math.floor(series.length / 2);
  const [early, late] = [meanRise(series.slice(0, half + 1)), meanRise(series.slice(half))];
  return Math.min(early, late) > threshold && late >= levellingRatio * early;
}
function standsStill(steps) {
  const mean = steps.reduce((sum2, step) => sum2 + step, 0) / steps.length;
  return steps.filter((step) => step < stillShare * mean).length >= steps.length / 2;
}

export {
  compare,
  renewedRoles,
  aRound,
  isDoubling,
  excessByRounds,
  clockDoubt,
  grownWhileIdle,
  shapes,
  shapeOf,
  noTimeCode,
  unexplained
};
