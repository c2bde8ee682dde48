import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  budgetOf
} from "./chunk-HDXDMNB2.mjs";
import {
  defaultFloors
} from "./chunk-NO7UNKC5.mjs";
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

// src/trial/creators.ts
function handsOver(creator, stack) {
  if (creator.location.origin === "project") return false;
  return stack.some((frame) => isCode(frame) && homeOf(frame) !== homeOf(creator));
}
function homeOf({ location }) {
  return location.origin === "dependency" ? `dependency ${location.package}` : location.origin;
}
var isCode = ({ location }) => location.origin !== "runtime";

// src/explain/common-frame.ts
function commonFramesOf(role) {
  const growth = heapGrowth(role);
  const total = growth.reduce((sum, { value }) => sum + value, 0);
  const lives = steadyPaths(role);
  const candidates = stayingGroups(role).flatMap(({ names, tasks }) => {
    const meets = growth.flatMap((grown) => {
      const common = deepest(tasks, grown.path);
      return common.length === 0 || isLife(lives, common) ? [] : [{ ...grown, common }];
    });
    return meets.length === 0 ? [] : [{ names, meets }];
  });
  return shared(candidates, total);
}
var namesOf = (stack) => stack.map((frame) => frame.site).join("\0");
function shared(candidates, total) {
  const commonFrames = candidates.map(({ names, meets }) => ({
    names,
    ...main(meets),
    through: throughOf(meets)
  }));
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
var throughOf = (meets) => [
  ...new Set(
    meets.toSorted((a, b) => b.value - a.value).flatMap(({ through }) => through === null ? [] : [through])
  )
];
function libraryCall(stack) {
  const own = stack.findLastIndex((frame) => frame.location.origin !== "runtime");
  return own < 0 ? null : stack[own + 1]?.function ?? null;
}
var leastShare = 0.1;
var most = 0.5;
function main(meets) {
  const all = meets.reduce((sum, { value }) => sum + value, 0);
  const commonFrames = [...new Map(meets.map((meet) => [keyOf(meet.common), meet.common])).values()];
  const sized = commonFrames.map((common) => {
    const below = meets.filter((meet) => startsWith(meet.common, common));
    return { common, below, value: below.reduce((sum, { value }) => sum + value, 0) };
  });
  const weighty = sized.filter(({ value }) => value >= most * all);
  const [best] = weighty.toSorted((a, b) => b.common.length - a.common.length || b.value - a.value);
  return best ?? { common: [], below: [] };
}
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
    const stayed = [...then].filter((id) => now.has(id)).length;
    return now.size > then.size && stayed > then.size / 2 ? [{ names, tasks }] : [];
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
  return (site?.tasks?.creators ?? []).filter(({ frame }) => !handsOver(frame, stack));
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
  return frames.find((frame) => isCode2(frame) && homeOf(frame) !== homeOf(starter)) ?? null;
}
var isCode2 = ({ location }) => location.origin !== "runtime";

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
  const isCode3 = (frame) => frame !== null && frame.location.origin !== "runtime";
  if (isCode3(culprit)) return culprit;
  return told2?.whole?.findLast(isCode3) ?? culprit ?? told2?.opened?.culprit ?? null;
}

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
    if (budget === "off") return null;
    const floor = floorOf(floors, quantity, repeat);
    return budget === "auto" ? floor : Math.max(floor, budget);
  };
}
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
      ...run.pullRequest ? { pullRequest: linesOf(run.pullRequest) } : {}
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
function waiverOf({ waiver: use }) {
  if (use === null) return null;
  const { site, quantity, reason, expires } = use.waiver;
  const upTo = use.used.reduce((sum, waiver) => sum + waiver.upTo, 0);
  return { site, quantity, upTo, reason, expires, state: use.state };
}
var located = (frame) => ({
  function: frame.function,
  file: fileOf(frame),
  line: frame.line,
  inProject: frame.location.origin === "project"
});
function fileOf(frame) {
  const { location } = frame;
  if (location.origin === "runtime") return frame.file;
  return location.path ?? frame.file;
}
function findingId(workload, finding) {
  const identity = [workload, finding.quantity, finding.role, ...finding.site?.names ?? []].join("\0");
  return createHash("sha256").update(identity).digest("hex").slice(0, 12);
}
var linesOf = ({ sha, moved }) => ({
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
  handsOver,
  commonFramesOf,
  namesOf,
  libraryCall,
  ancestryOf,
  behindStarter,
  wholeStack,
  thresholdOf,
  floorOf,
  fewestRepeats,
  workloadResult,
  buildResult,
  tasksOf,
  filesOf
};
