import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  budgetOf
} from "./chunk-KK2KOY2Q.mjs";
import {
  defaultFloors
} from "./chunk-OIJ5HXVM.mjs";
import {
  withoutPrivate,
  withoutSecrets
} from "./chunk-3D67X6WZ.mjs";

// src/report/build-result.ts
import { createHash } from "node:crypto";

// src/explain/advise.ts
function advise({ next, now, proof }, grown) {
  const [order, doing] = [said(next, grown), said(now, grown)];
  const state = proof?.state.exec(grown.state ?? "")?.[1];
  return {
    ...order === null ? {} : { next: order },
    ...doing === null ? {} : { now: doing },
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
  return rule.of.includes(kindOf(grown)) && matches(state, [grown.state ?? ""]) && matches(is, [`${grown.state ?? ""} ${grown.function ?? ""}`]) && matches(runs, runningOf(grown)) && matches(through, grown.through ?? []) && matches(holder, holdersOf(grown)) && (rule.inProject === void 0 || innermost(grown)?.inProject === true);
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
  const isCode = (frame) => frame !== null && frame.location.origin !== "runtime";
  if (isCode(culprit)) return culprit;
  return told2?.whole?.findLast(isCode) ?? culprit ?? told2?.opened?.culprit ?? null;
}

// src/judge/threshold.ts
function thresholdOf(budgets, floors) {
  return (quantity, repeat = 1) => {
    const budget = budgetOf(budgets, quantity);
    if (budget === "off") return null;
    const floor = (floors[quantity] ?? defaultFloors[quantity]) / repeat;
    return budget === "auto" ? floor : Math.max(floor, budget);
  };
}
var fewestRepeats = ({ base, head }) => Math.min(...[...base, ...head].map(({ repeat = 1 }) => repeat));

// src/report/spent.ts
function watched(trials) {
  const lengths = trials.filter(({ side }) => side === "head").map(({ rounds }) => (rounds.at(-1)?.elapsed ?? 0) - (rounds[0]?.elapsed ?? 0));
  return Math.max(0, ...lengths) / 1e3;
}
var spentOf = (spans) => ({
  seconds: Object.values(spans).reduce((a, b) => a + b, 0),
  spans: { ...spans }
});

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
    notes: parts.notes.map((note) => ({ ...note, text: withoutSecrets(note.text) })),
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
function findingResult(parts, finding) {
  const { site } = finding;
  const told2 = parts.explain?.(finding);
  const stack = told2?.whole ?? site?.stack ?? told2?.opened?.stack ?? [];
  const tasks = site?.tasks ?? null;
  const framed = (frame) => ({
    ...located(frame),
    ...frame.location.origin === "dependency" ? { inDependency: true } : {},
    changed: parts.changed(frame)
  });
  const { changedLines, holders, startedBy, through } = told2 ?? onStack(parts, stack);
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
    createdBy: tasks?.creators[0] === void 0 ? null : located(tasks.creators[0].frame),
    ...startedBy ? { startedBy: located(startedBy) } : {},
    ...through?.length ? { through: through.slice(0, mostCalls) } : {},
    creators: (tasks?.creators ?? []).map((c) => ({ function: c.frame.function, count: c.count })),
    parts: finding.parts.map(({ culprit: of, ...part }, index) => {
      const starter = told2?.partsStartedBy?.[index];
      return { ...part, function: of?.function ?? null, ...starter ? { startedBy: located(starter) } : {} };
    }),
    holders: holders.map((holder) => ({ ...holder })),
    changedLines: changedLines.map((line) => ({ ...line })),
    waiver: waiverOf(finding),
    accept: [...finding.accept]
  };
}
var tasksOf = ({ task, taskStack }) => ({
  ...task,
  stack: taskStack
});
function advised({ runtime }, finding) {
  const { next, now, proof } = runtime === null ? {} : advise(runtime.advice, finding);
  if (next === void 0 && now === void 0 && proof === void 0) return finding;
  return {
    ...finding,
    advice: {
      ...next && { next: [...next] },
      ...now && { now: [...now] },
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
  wholeStack,
  thresholdOf,
  fewestRepeats,
  workloadResult,
  buildResult,
  tasksOf,
  filesOf
};
