import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  budgetOf
} from "./chunk-ZBINH7UC.mjs";

// src/report/build-result.ts
import { createHash } from "node:crypto";
function workloadResult(parts) {
  const { workload, judgement, trials, reasons } = parts;
  const verdict = judgement?.verdict ?? "inconclusive";
  const count = (side) => trials.filter((t) => t.side === side).length;
  return {
    name: workload.name,
    runtime: parts.runtime,
    verdict: verdict === "pass" && reasons.length > 0 ? "inconclusive" : verdict,
    reasons: [...reasons],
    notes: [...parts.notes],
    operations: workload.operations,
    rounds: Math.max(0, ...trials.map((t) => t.rounds.length)),
    trials: { base: count("base"), head: count("head") },
    spent: spentOf(parts.spans),
    totals: (judgement?.totals ?? []).flatMap((total) => totalResult(workload, total)),
    findings: (judgement?.findings ?? []).map((finding) => findingResult(parts, finding))
  };
}
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
    reasons: [...run.reasons],
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
var spentOf = (spans) => ({
  seconds: Object.values(spans).reduce((a, b) => a + b, 0),
  spans: { ...spans }
});
function totalResult(workload, total) {
  const { diff, head, base } = total;
  if (head === null) return [];
  const series = (trials) => trials.map((t) => [...t.series]);
  return [
    {
      quantity: diff.quantity,
      unit: diff.unit,
      role: diff.role,
      base: base && { ...rate(base), series: series(diff.base) },
      head: { ...rate(head), series: series(diff.head) },
      excess: total.excess,
      budget: accepted(workload, diff.quantity, total.threshold),
      smallestVisible: total.smallestVisible,
      shape: total.shape,
      leaks: total.standing === "red"
    }
  ];
}
function accepted({ budgets }, quantity, threshold) {
  const own = budgetOf(budgets, quantity);
  return typeof own === "number" ? own : threshold;
}
var rate = ({ growth }) => ({ perRound: growth.whole, low: growth.low, high: growth.high });
function findingResult(parts, finding) {
  const { site, culprit } = finding;
  const told = parts.explain?.(finding);
  const stack = site?.stack ?? told?.opened?.stack ?? [];
  const tasks = site?.tasks ?? null;
  const framed = (frame) => ({ ...located(frame), changed: parts.changed(frame) });
  const { changedLines, holders, startedBy, through } = told ?? onStack(parts, stack);
  return {
    id: findingId(parts.workload.name, finding),
    ruling: finding.ruling,
    quantity: finding.quantity,
    unit: finding.unit,
    role: finding.role,
    function: (culprit ?? told?.opened?.culprit)?.function ?? null,
    stack: stack.map(framed),
    inside: finding.inside && framed(finding.inside),
    base: finding.base,
    head: finding.head,
    excess: finding.excess,
    perOperation: finding.excess / parts.workload.operations,
    budget: accepted(parts.workload, finding.quantity, finding.threshold),
    shape: finding.shape,
    state: tasks?.state ?? null,
    createdBy: tasks?.creators[0] === void 0 ? null : located(tasks.creators[0].frame),
    ...startedBy ? { startedBy: located(startedBy) } : {},
    ...through?.length ? { through: through.slice(0, mostCalls) } : {},
    creators: (tasks?.creators ?? []).map((c) => ({ function: c.frame.function, count: c.count })),
    parts: finding.parts.map(({ culprit: of, ...part }, index) => {
      const starter = told?.partsStartedBy?.[index];
      return { ...part, function: of?.function ?? null, ...starter ? { startedBy: located(starter) } : {} };
    }),
    holders: holders.map((holder) => ({ ...holder })),
    changedLines: changedLines.map((line) => ({ ...line })),
    waiver: waiverOf(finding),
    accept: [...finding.accept]
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
  workloadResult,
  buildResult,
  filesOf
};
