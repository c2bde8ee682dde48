import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  budgetOf
} from "./chunk-RVZLFQ7D.mjs";
import {
  alike,
  baseMargin,
  byFunction,
  defaultFloors,
  excessOf,
  fileOf,
  findingShare,
  handsOver,
  homeOf,
  leftOf,
  most,
  partsOf,
  stays
} from "./chunk-BSZV5EKB.mjs";
import {
  withoutPrivate,
  withoutSecrets
} from "./chunk-3D67X6WZ.mjs";

// src/report/build-result.ts
import { createHash } from "node:crypto";

// src/explain/advise.ts
function advise({ next, now, proof, states = {} }, grown) {
  const kind = Object.hasOwn(states, grown.state ?? "") ? states[grown.state ?? ""] : void 0;
  const [order, doing] = [said(next, grown), said(now, grown)];
  const state = proof?.state.exec(grown.state ?? "")?.[1];
  return {
    ...order === null ? {} : { next: order },
    ...doing === null ? {} : { now: doing },
    ...kind === void 0 ? {} : { kind },
    ...proof === void 0 || state === void 0 ? {} : { proof: { state, by: proof.by } }
  };
}
function said(rules, grown) {
  const rule = rules.find((one) => holds(one, grown));
  if (rule === void 0) return null;
  return typeof rule.say === "function" ? rule.say(aboutOf(rule, grown)) : rule.say;
}
function holds(rule, grown) {
  const { holder, is, runs, state, through } = rule;
  const matches = (pattern, texts) => pattern === void 0 || texts.some((text) => pattern.test(text));
  return rule.of.includes(kindOf(grown)) && matches(state, [grown.state ?? ""]) && matches(
    is,
    [grown, ...grown.parts].map((one) => `${one.state ?? ""} ${one.function ?? ""}`)
  ) && matches(runs, runningOf(grown)) && matches(through, grown.through ?? []) && matches(holder, holdersOf(grown)) && (rule.inProject === void 0 || innermost(grown)?.inProject === true);
}
function kindOf({ parts, quantity, role }) {
  if (quantity === "tasks" || quantity === "threads") return quantity;
  const files = parts.some((part) => part.quantity === "files" && part.role === role);
  return quantity === "files" || files ? "files" : "memory";
}
var runningOf = ({ parts, stack }) => [
  ...stack.map((frame) => frame.function),
  ...parts.flatMap((part) => part.startedBy === void 0 ? [] : [part.function ?? ""])
];
var holdersOf = ({ holders }) => holders.flatMap(({ path, why }) => path === null || why !== "holds" ? [] : [path]).slice(0, 1);
var innermost = ({ stack }) => stack.findLast((frame) => frame.inProject || frame.inDependency);
function aboutOf({ through }, grown) {
  const frame = innermost(grown);
  const called = grown.through?.find((name) => through?.test(name));
  return {
    who: { function: frame?.function ?? grown.function ?? "" },
    at: frame === void 0 || frame.file === "" ? [] : [" at ", { place: placeOf(frame) }],
    through: { code: called ?? "" }
  };
}
var placeOf = ({ file, inProject = false, line }) => ({ file, line, inProject });

// src/explain/common-frame.ts
function commonFramesOf(role) {
  const growth = heapGrowth(role);
  const total = growth.reduce((sum, { value }) => sum + value, 0);
  const lives = steadyPaths(role);
  const candidates = stayingGroups(role).flatMap(({ names, tasks }) => {
    const meets2 = growth.flatMap((grown) => {
      const common = deepest(tasks, grown.path);
      return common.length === 0 || isLife(lives, common) ? [] : [{ ...grown, common }];
    });
    return meets2.length === 0 ? [] : [{ names, meets: meets2 }];
  });
  return shared(candidates, total);
}
var namesOf = (stack) => stack.map((frame) => frame.site).join("\0");
function shared(candidates, total) {
  const commonFrames = candidates.map(({ names, meets: meets2 }) => {
    const { common, below } = main(meets2);
    return { names, common, below, through: [.../* @__PURE__ */ new Set([...throughOf(below), ...throughOf(meets2)])] };
  });
  const taken = /* @__PURE__ */ new Map();
  const found = /* @__PURE__ */ new Map();
  for (const { names, common, below, through } of commonFrames.toSorted(
    (a, b) => b.common.length - a.common.length
  )) {
    const frame = common.at(-1);
    if (frame === void 0) continue;
    const free = below.filter(({ path }) => (taken.get(keyOf(path)) ?? common.length) <= common.length);
    for (const { path } of free) taken.set(keyOf(path), common.length);
    const share = free.reduce((sum, { value }) => sum + value, 0) / total;
    if (share >= leastShare)
      found.set(names, { frame, depth: common.length, share: Math.min(1, share), through });
  }
  return found;
}
var throughOf = (meets2) => meets2.toSorted((a, b) => b.value - a.value).flatMap(({ through }) => through === null ? [] : [through]);
function libraryCall(stack) {
  const own = stack.findLastIndex((frame) => frame.location.origin !== "runtime");
  return own < 0 ? null : stack[own + 1]?.function ?? null;
}
var leastShare = 0.1;
var most2 = 0.5;
var nearlyAll = 0.9;
function main(meets2) {
  const all = meets2.reduce((sum, { value }) => sum + value, 0);
  const commonFrames = [...new Map(meets2.map((meet) => [keyOf(meet.common), meet.common])).values()];
  const sized = commonFrames.map((common) => {
    const below = meets2.filter((meet) => startsWith(meet.common, common));
    return { common, below, value: below.reduce((sum, { value }) => sum + value, 0) };
  });
  const weighty = sized.filter(({ value }) => value >= most2 * all);
  const [outer] = weighty.toSorted(deepestFirst);
  if (outer === void 0) return { common: [], below: [] };
  const inside = sized.filter(
    ({ common, value }) => startsWith(common, outer.common) && value >= nearlyAll * outer.value
  );
  return inside.toSorted(deepestFirst)[0] ?? outer;
}
var deepestFirst = (a, b) => b.common.length - a.common.length || b.value - a.value;
function deepest(tasks, path) {
  let longest = 0;
  for (const task of tasks) {
    for (const other of [task.stack, ...task.ancestry])
      longest = Math.max(longest, sharedLength(path, codeOf(other)));
  }
  return path.slice(0, longest);
}
var slack = 2;
function sharedLength(path, other) {
  let length = 0;
  let from = 0;
  for (const [index, { site }] of path.entries()) {
    const found = other.slice(from, from + slack + 1).findIndex((frame) => frame.site === site);
    if (found >= 0) {
      length = index + 1;
      from += found + 1;
    } else if (index - length >= slack) break;
  }
  return length;
}
function stayingGroups({ before, after }) {
  const was = groupsOf(before.tasks);
  return [...groupsOf(after.tasks)].flatMap(([names, tasks]) => {
    const now = idsOf(tasks);
    const then = idsOf(was.get(names) ?? []);
    const stayed2 = [...then].filter((id) => now.has(id)).length;
    return now.size > then.size && stayed2 > then.size / 2 ? [{ names, tasks }] : [];
  });
}
function groupsOf(tasks) {
  const groups = /* @__PURE__ */ new Map();
  for (const task of tasks) {
    const names = namesOf(task.stack);
    const group = groups.get(names);
    if (group === void 0) groups.set(names, [task]);
    else group.push(task);
  }
  return groups;
}
var idsOf = (tasks) => new Set(tasks.flatMap((t) => t.ids));
function steadyPaths(role) {
  const was = groupsOf(role.before.tasks);
  const grown = new Set(stayingGroups(role).map((group) => group.names));
  return role.after.tasks.flatMap((task) => {
    const names = namesOf(task.stack);
    return was.has(names) && !grown.has(names) ? [codeOf(task.stack)] : [];
  });
}
var isLife = (lives, common) => lives.some((life) => startsWith(life, common));
var startsWith = (path, beginning) => beginning.length <= path.length && beginning.every((frame, index) => frame.site === path[index]?.site);
function heapGrowth({ before, after, period }) {
  const grown = /* @__PURE__ */ new Map();
  const add = ({ stack, value }, sign) => {
    const path = codeOf(stack);
    const through = libraryCall(stack);
    const key = `${keyOf(path)}\0${through}`;
    const known = grown.get(key);
    if (known === void 0) grown.set(key, { path, value: sign * value, through });
    else known.value += sign * value;
  };
  for (const sample of before.heap) add(sample, -1);
  for (const sample of after.heap) add(sample, 1);
  return [...grown.values()].filter(({ value }) => value > 2 * period);
}
var codeOf = (stack) => stack.filter((frame) => frame.location.origin !== "runtime");
var keyOf = namesOf;

// src/explain/created.ts
function creatorsOf({ site }) {
  const stack = site?.stack ?? [];
  return byFunction((site?.tasks?.creators ?? []).filter(({ frame }) => !handsOver(frame, stack)));
}
var ancestryOf = (role, of) => role.after.tasks.filter((task) => isOf(task, of)).flatMap((task) => ledTo(role, task).flatMap((stack) => stack.toReversed()));
var isOf = ({ stack }, of) => "names" in of ? of.names !== "" && namesOf(stack) === of.names : stack[0]?.site === of.site;
function ledTo({ before }, task) {
  const lives = new Set(before.tasks.flatMap(({ ids }) => ids));
  const lasting = task.parents.length > 0 && task.parents.every((id) => lives.has(id));
  if (!lasting) return task.ancestry;
  const creator = task.ancestry[0]?.at(-1);
  const isLoop = before.tasks.some(
    ({ ids, stack }) => ids.some((id) => task.parents.includes(id)) && stack.some(({ site }) => site === creator?.site)
  );
  return isLoop ? [] : task.ancestry.slice(0, 1);
}
function behindStarter(role, { site }) {
  const starter = site?.tasks?.creators[0]?.frame;
  if (site === null || starter === void 0 || !handsOver(starter, site.stack)) return null;
  const frames = ancestryOf(role, { names: namesOf(site.stack) });
  return frames.find((frame) => isCode(frame) && homeOf(frame) !== homeOf(starter)) ?? null;
}
function creatorSeen(role, { site }, taskStack) {
  if (taskStack === "creation" || site === null || (site.tasks?.creators.length ?? 0) > 0) return null;
  return ancestryOf(role, { names: namesOf(site.stack) }).find(isCode) ?? null;
}
var isCode = ({ location }) => location.origin !== "runtime";

// src/explain/whole-stack.ts
function wholeStack({ before, after }, { site }) {
  const [leaf, ...more] = site?.stack.toReversed() ?? [];
  if (leaf === void 0 || more.length > 0 || !site?.quantity.startsWith("heap-")) return null;
  const grown = /* @__PURE__ */ new Map();
  const add = (samples, sign) => {
    for (const { stack, value } of samples) {
      if (stack.at(-1)?.site !== leaf.site) continue;
      const key = stack.map(({ site: name, line }) => `${name}\0${line}`).join("\0");
      const known = grown.get(key);
      if (known === void 0) grown.set(key, { stack, value: sign * value });
      else known.value += sign * value;
    }
  };
  add(after.heap, 1);
  add(before.heap, -1);
  const [first] = [...grown.values()].toSorted((a, b) => b.value - a.value);
  return first !== void 0 && first.value > 0 ? first.stack : null;
}
function firstToRead({ culprit }, told2) {
  if (told2?.registeredBy && culprit?.location.origin !== "project") return told2.registeredBy;
  const isCode2 = (frame) => frame !== null && frame.location.origin !== "runtime";
  if (isCode2(culprit)) return culprit;
  return told2?.whole?.findLast(isCode2) ?? culprit ?? told2?.opened?.culprit ?? null;
}

// src/judge/rates.ts
function shownTrials(trials) {
  const newest2 = trials.at(-1);
  return trials.filter(
    ({ series, stage }) => stage === newest2?.stage && series.length === newest2.series.length
  );
}
var meanOf = (trials, of) => trials.reduce((sum, trial) => sum + of(trial), 0) / Math.max(1, trials.length);
function plainRate(trials) {
  return meanRate(trials, ({ growth }) => ({
    perRound: growth.plain,
    low: Math.min(growth.low, growth.plain),
    high: Math.max(growth.high, growth.plain)
  }));
}
function robustRate(trials) {
  return meanRate(trials, ({ growth: { high, low, whole } }) => ({ perRound: whole, low, high }));
}
function meanRate(trials, of) {
  const shown = shownTrials(trials);
  if (shown.length === 0) return null;
  const mean = (part) => meanOf(shown, (trial) => of(trial)[part]);
  return { perRound: mean("perRound"), low: mean("low"), high: mean("high") };
}
var z99 = 2.5758;
function rateOf(trials, manner, threshold) {
  return manner === "even" ? plainRate(trials) : gained(trials, gainOf[manner], threshold);
}
function gained(trials, gain, threshold) {
  const shown = shownTrials(trials);
  if (shown.length === 0) return null;
  const perRound = meanOf(shown, gain);
  const noises = shown.map(({ series }) => partsOf(series, threshold)).map((p) => Math.hypot(p.noise, p.movedNoise));
  const reach = z99 * Math.hypot(...noises) / shown.length;
  return { perRound, low: perRound - reach, high: perRound + reach };
}
function meanExcess({ base, head }, manner) {
  const shown = shownTrials(head);
  if (manner === "even") return meanOf(shown, (trial) => excessOf(trial, base));
  const [newest2] = shown;
  const gain = gainOf[manner];
  const before = newest2 === void 0 ? 0 : meanOf(alike(newest2, base), gain);
  return meanOf(shown, gain) - baseMargin * most([before]);
}
var gainOf = {
  stepped: ({ series }) => ((series.at(-1) ?? 0) - (series[0] ?? 0)) / Math.max(1, series.length - 1),
  left: leftOf
};

// src/judge/findings/groups.ts
function naming(comparison, taskStack) {
  const running = (site) => site.quantity === "tasks" && taskStack === "running";
  return { comparison, culpritOf: (site) => running(site) ? outermost(site) : innermost2(site) };
}
var moreThanBase = {
  grown: (site) => plainSlope(site.head) - plainSlope(site.base),
  stays: (site) => stayed(site.head)
};
var onBase = { grown: (site) => plainSlope(site.base), stays: (site) => stayed(site.base) };
function growingGroups({ comparison, culpritOf }, { role, quantity, measure }) {
  const wanted = comparison.sites.filter(
    (s) => s.role === role && s.quantity === quantity && measure.stays(s)
  );
  const groups = groupBy(wanted, (site) => identity(site, culpritOf(site))).map((sites) => {
    const ordered = sites.toSorted((a, b) => measure.grown(b) - measure.grown(a));
    const culprit = ordered[0] === void 0 ? null : culpritOf(ordered[0]);
    return { culprit, sites: ordered, grown: ordered.reduce((sum, site) => sum + measure.grown(site), 0) };
  });
  return groups.filter((group) => group.grown > 0).sort((a, b) => Number(isRuntime(a.culprit)) - Number(isRuntime(b.culprit)) || b.grown - a.grown);
}
function identity(site, culprit) {
  return site.quantity === "tasks" || culprit === null ? site.names.join("\0") : culprit.site;
}
var newest = (trials) => trials.at(-1) ?? null;
var plainSlope = (trials) => meanOf(shownTrials(trials), ({ growth }) => growth.plain);
var stayed = (trials) => {
  const trial = newest(trials);
  return trial === null || stays(trial);
};
var isRuntime = (frame) => frame === null || frame.location.origin === "runtime";
function outermost({ stack }) {
  const own = stack.findLastIndex(isOwn);
  if (own >= 0 && !isOwn(stack[0]))
    return stack.slice(stack.slice(0, own).findLastIndex((frame) => !isOwn(frame)) + 1)[0] ?? null;
  return stack.find((frame) => !isRuntime(frame)) ?? stack[0] ?? null;
}
var isOwn = (frame) => frame?.location.origin === "project";
function innermost2(site) {
  return site.stack.findLast((frame) => !isRuntime(frame)) ?? site.stack.at(-1) ?? null;
}
function groupBy(items, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === void 0) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

// src/judge/waivers/waivers.ts
function byDay(waivers, today) {
  const holds2 = (waiver) => today <= waiver.expires;
  return { active: waivers.filter(holds2), expired: waivers.filter((waiver) => !holds2(waiver)) };
}
function waive(names, total, waivers) {
  if (waivers.length === 0 || !failing.includes(total.standing)) return total;
  const fitting = waivers.flatMap(linesOf).filter(({ excuse }) => fits(excuse, total.diff.quantity));
  const rows = rowsOf(names, total);
  const covering = rows.length === 0 ? [fitting.find(({ excuse }) => matcher(excuse.site)(total.diff.role))] : rows.map((row) => fitting.find(({ excuse }) => covers(excuse, row)));
  const lines = [...new Set(covering.filter((line) => line !== void 0))];
  const [first, ...others] = lines;
  if (first === void 0) return total;
  const use = { lines: [first, ...others] };
  if (covering.includes(void 0)) return { ...total, waiver: { ...use, state: "not alone" } };
  if (grownBy(total) > boundOf(lines)) return { ...total, waiver: { ...use, state: "exceeded" } };
  return { ...total, standing: "waived", waiver: { ...use, state: "applied" } };
}
var boundOf = (lines) => lines.reduce((sum, { excuse }) => sum + excuse.upTo, 0);
var linesOf = (waiver) => [waiver, ...waiver.with].map((excuse) => ({ waiver, excuse }));
var grownBy = ({ excess, figure }) => figure?.more ?? excess;
function withObjects(totals) {
  const waived = totals.filter(({ standing }) => standing === "waived");
  return totals.map((total) => {
    const { quantity, role } = total.diff;
    const excused = waived.find(
      ({ diff }) => diff.role === role && (quantity === "instances" || quantity === "heap-objects" && diff.quantity === "heap-bytes")
    );
    return excused === void 0 || !failing.includes(total.standing) ? total : { ...total, standing: "waived", waiver: excused.waiver };
  });
}
var failing = ["red", "between", "suspected"];
var fits = ({ quantity, unit }, wanted) => quantity === null ? unit === "bytes" === wanted.endsWith("-bytes") : quantity === wanted;
function rowsOf(names, { diff }) {
  const quantity = diff.quantity === "heap-objects" ? "heap-bytes" : diff.quantity;
  const groups = growingGroups(names, { role: diff.role, quantity, measure: moreThanBase });
  const total = groups.reduce((sum, group) => sum + group.grown, 0);
  return groups.filter((group) => group.grown >= findingShare * total);
}
function covers(excuse, row) {
  const grown = (sites) => sites.reduce((sum, s) => sum + Math.max(0, plainSlope(s.head) - plainSlope(s.base)), 0);
  const matching = row.sites.filter(({ stack }) => meets(excuse, stack));
  return matching.length > 0 && grown(matching) >= (1 - findingShare) * grown(row.sites);
}
function meets({ site }, stack) {
  const matches = matcher(site);
  return stack.some((frame) => matches(frame.function) || matches(frame.site));
}
function matcher(pattern) {
  const [head = "", ...rest] = pattern.split("*");
  const tail = rest.pop();
  if (tail === void 0) return (name) => name === pattern;
  return (name) => {
    if (!name.startsWith(head) || !name.endsWith(tail)) return false;
    let from = head.length;
    for (const piece of rest) {
      const at = name.indexOf(piece, from);
      if (at < 0) return false;
      from = at + piece.length;
    }
    return from <= name.length - tail.length;
  };
}
var headroom = 1.25;
function acceptances(names, total) {
  const { diff } = total;
  const rows = rowsOf(names, total);
  const grown = rows.reduce((sum, row) => sum + row.grown, 0);
  const upTo = (share) => roundUp(grownBy(total) * share * headroom);
  if (rows.length === 0) return [{ site: diff.role, quantity: diff.quantity, upTo: upTo(1) }];
  const named = rows.map((row) => ({
    // The name by which stacks are met: it means this function alone, also where others are called the same.
    site: row.culprit?.site ?? diff.role,
    quantity: diff.quantity,
    upTo: upTo(row.grown / grown)
  }));
  return merged(named, (a, b) => a + b);
}
function merged(entries, join) {
  const known = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const key = `${entry.quantity}\0${entry.site}`;
    const upTo = known.get(key)?.upTo;
    known.set(key, upTo === void 0 ? entry : { ...entry, upTo: join(upTo, entry.upTo) });
  }
  return [...known.values()];
}
function roundUp(value) {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.max(1, Math.ceil(value / step) * step);
}
var usedBy = (totals) => [
  ...new Set(
    totals.flatMap((total) => total.waiver?.lines.map(({ waiver }) => waiver) ?? [])
  )
];

// src/report/spent.ts
function watched(trials) {
  const lengths = trials.filter(({ side }) => side === "head").map(({ rounds }) => (rounds.at(-1)?.elapsed ?? 0) - (rounds[0]?.elapsed ?? 0));
  return Math.max(0, ...lengths) / 1e3;
}
var spentOf = (spans) => ({
  seconds: Object.values(spans).reduce((a, b) => a + b, 0),
  spans: { ...spans }
});

// src/judge/threshold.ts
function thresholdOf(budgets, floors) {
  return (quantity, repeat = 1) => {
    const budget = budgetOf(budgets, quantity);
    if (budget === "off" || quantity === "instances" && budget === "auto" && accepts(budgets)) return null;
    const floor = floorOf(floors, quantity, repeat);
    return budget === "auto" ? floor : Math.max(floor, budget);
  };
}
var accepts = ({ classes, heap, objects, tasks }) => tasks !== 0 || [classes, heap, objects].some((budget) => budget !== "auto");
var floorOf = (floors, quantity, repeat = 1) => (floors[quantity] ?? defaultFloors[quantity]) / repeat;
var fewestRepeats = ({ base, head }) => Math.min(...[...base, ...head].map(({ repeat = 1 }) => repeat));

// src/report/total-result.ts
function totalResult(workload, total) {
  const { diff, figure } = total;
  if (figure === null) return [];
  const series = (trials) => trials.map((t) => [...t.series]);
  const repeat = fewestRepeats(diff);
  return [
    {
      quantity: diff.quantity,
      unit: diff.unit,
      role: diff.role,
      base: figure.base && { ...figure.base, series: series(diff.base) },
      head: { ...figure.head, series: series(diff.head) },
      excess: figure.more,
      budget: accepted(workload, diff.quantity, total.threshold),
      smallestVisible: total.smallestVisible,
      ...repeat > 1 && { repeat },
      shape: total.shape,
      leaks: total.standing === "red"
    }
  ];
}
function accepted({ budgets }, quantity, threshold) {
  const own = budgetOf(budgets, quantity);
  return typeof own === "number" ? own : threshold;
}

// src/report/build-result.ts
function workloadResult(parts) {
  const { workload, judgement, runtime, trials, reasons } = parts;
  const verdict = judgement?.verdict ?? "inconclusive";
  const count = (side) => trials.filter((t) => t.side === side).length;
  return {
    name: workload.name,
    runtime: runtime?.name ?? "unknown",
    ...runtime === null ? {} : { tasks: tasksOf(runtime) },
    verdict: verdict === "pass" && reasons.length > 0 ? "inconclusive" : verdict,
    reasons: reasons.map(told),
    notes: parts.notes.map(({ code, subject, text }) => ({
      code,
      text: withoutSecrets(text),
      ...subject !== void 0 && { subject: withoutSecrets(subject) }
    })),
    operations: workload.operations,
    rounds: Math.max(0, ...trials.map((t) => t.rounds.length)),
    watched: watched(trials),
    trials: { base: count("base"), head: count("head") },
    spent: spentOf(parts.spans),
    totals: (judgement?.totals ?? []).flatMap((total) => totalResult(workload, total)),
    findings: (judgement?.findings ?? []).map((finding) => advised(parts, findingResult(parts, finding)))
  };
}
var told = ({ code, remedy, text }) => ({
  code,
  text: withoutPrivate(text),
  remedy: withoutPrivate(remedy)
});
function buildResult(run) {
  const verdicts = [...run.workloads.map((w) => w.verdict), ...run.reasons.map(() => "inconclusive")];
  const worst = ["fail", "inconclusive"].find((v) => verdicts.includes(v));
  const spans = {};
  for (const workload of run.workloads) {
    for (const [name, seconds] of Object.entries(workload.spent.spans))
      spans[name] = (spans[name] ?? 0) + seconds;
  }
  return {
    schemaVersion: 1,
    tool: { version: run.version },
    verdict: worst ?? (verdicts.length === 0 ? "inconclusive" : "pass"),
    reasons: run.reasons.map(told),
    spent: { seconds: run.seconds, spans },
    base: run.base && { sha: run.base.sha, how: run.base.how },
    head: {
      sha: run.head.sha,
      how: run.head.how,
      ...run.pullRequest ? { pullRequest: linesOf2(run.pullRequest) } : {}
    },
    workloads: [...run.workloads]
  };
}
function findingResult(parts, finding) {
  const { site } = finding;
  const told2 = parts.explain?.(finding);
  const stack = told2?.whole ?? site?.stack ?? told2?.opened?.stack ?? [];
  const tasks = site?.tasks ?? null;
  const creators = creatorsOf(finding);
  const createdBy = told2?.createdBy ?? creators[0]?.frame ?? null;
  const framed = (frame) => ({
    ...located(frame),
    ...frame.location.origin === "dependency" ? { inDependency: true } : {},
    changed: parts.changed(frame)
  });
  const { changedLines, holders, registeredBy, startedBy, through } = told2 ?? onStack(parts, stack);
  return {
    id: findingId(parts.workload.name, finding),
    ruling: finding.ruling,
    quantity: finding.quantity,
    unit: finding.unit,
    role: finding.role,
    function: firstToRead(finding, told2)?.function ?? null,
    stack: stack.map(framed),
    inside: finding.inside && framed(finding.inside),
    base: finding.base,
    head: finding.head,
    excess: finding.excess,
    own: finding.own,
    perOperation: finding.excess / parts.workload.operations,
    budget: accepted(parts.workload, finding.quantity, finding.threshold),
    shape: finding.shape,
    state: tasks?.state ?? null,
    createdBy: createdBy && located(createdBy),
    ...startedBy ? { startedBy: located(startedBy) } : {},
    ...registeredBy ? { registeredBy: { ...located(registeredBy), changed: parts.changed(registeredBy) } } : {},
    ...through?.length ? { through: through.slice(0, mostCalls) } : {},
    creators: creators.map((c) => ({ function: c.frame.function, count: c.count })),
    parts: finding.parts.map(({ culprit: of, ...part }, index) => {
      const starter = told2?.partsStartedBy?.[index];
      return { ...part, function: of?.function ?? null, ...starter ? { startedBy: located(starter) } : {} };
    }),
    holders: holders.map((holder) => ({ ...holder })),
    ...told2?.native ? { native: { ...told2.native, kinds: [...told2.native.kinds] } } : {},
    changedLines: changedLines.map((line) => ({ ...line })),
    ...told2?.untouched ? { untouched: true } : {},
    waiver: waiverOf(finding),
    accept: [...finding.accept]
  };
}
var tasksOf = ({ task, taskStack }) => ({
  ...task,
  stack: taskStack
});
function advised({ runtime }, finding) {
  const { kind, next, now, proof } = runtime === null ? {} : advise(runtime.advice, finding);
  if ([kind, next, now, proof].every((one) => one === void 0)) return finding;
  return {
    ...finding,
    advice: {
      ...next && { next: [...next] },
      ...now && { now: [...now] },
      ...kind && { kind },
      ...proof && { proof: { state: proof.state, by: [...proof.by] } }
    }
  };
}
var mostCalls = 8;
var onStack = ({ changed }, stack) => ({
  holders: [],
  changedLines: stack.filter(changed).map((frame) => ({ file: fileOf(frame), line: frame.line, why: "stack" }))
});
function waiverOf(finding) {
  const { site, waiver: use } = finding;
  if (use === null) return null;
  const { excuse, waiver } = use.lines.find((line) => meets(line.excuse, site?.stack ?? [])) ?? use.lines[0];
  const { expires, reason } = waiver;
  const upTo = boundOf(use.lines);
  return { site: excuse.site, quantity: excuse.quantity, upTo, reason, expires, state: use.state };
}
var located = (frame) => ({
  function: frame.function,
  file: fileOf(frame),
  line: frame.line,
  inProject: frame.location.origin === "project"
});
function findingId(workload, finding) {
  const identity2 = [workload, finding.quantity, finding.role, ...finding.site?.names ?? []].join("\0");
  return createHash("sha256").update(identity2).digest("hex").slice(0, 12);
}
var linesOf2 = ({ sha, moved }) => ({
  sha,
  moved: Object.fromEntries(
    Object.entries(moved).map(([file, moves]) => [file, moves.map((m) => ({ ...m }))])
  )
});
var filesOf = (workloads) => [
  ...new Set(
    workloads.flatMap(
      ({ findings }) => findings.flatMap(({ changedLines, createdBy, parts, stack, startedBy }) => {
        const starters = parts.map((part) => part.startedBy);
        const own = [...stack, createdBy, startedBy, ...starters].filter((place) => place?.inProject);
        return [...changedLines, ...own].flatMap((place) => place?.file ? [place.file] : []);
      })
    )
  )
];

export {
  commonFramesOf,
  namesOf,
  libraryCall,
  ancestryOf,
  behindStarter,
  creatorSeen,
  wholeStack,
  robustRate,
  rateOf,
  meanExcess,
  naming,
  moreThanBase,
  onBase,
  growingGroups,
  identity,
  newest,
  plainSlope,
  isRuntime,
  groupBy,
  byDay,
  waive,
  withObjects,
  acceptances,
  merged,
  usedBy,
  thresholdOf,
  floorOf,
  fewestRepeats,
  workloadResult,
  buildResult,
  tasksOf,
  filesOf
};
