import { createHash } from 'node:crypto'
import type { MovedLines } from '../checkout/changes/moved-lines.ts'
import type { Commit } from '../checkout/revision.ts'
import type { Workload } from '../configure/config.ts'
import { advise } from '../explain/advise.ts'
import { creatorsOf } from '../explain/created.ts'
import type { Explanation } from '../explain/explain.ts'
import { firstToRead } from '../explain/whole-stack.ts'
import type { Finding, Judgement } from '../judge/verdict.ts'
import { boundOf, meets } from '../judge/waivers/waivers.ts'
import type { Runtime } from '../runtimes/runtime.ts'
import { withoutPrivate, withoutSecrets } from '../secrets.ts'
import type { Note } from '../trial/both-sides.ts'
import { fileOf } from '../trial/frame-name.ts'
import type { Reason, Trial, TrialFrame } from '../trial/trial.ts'
import type { FindingResult, Result, WorkloadResult } from './result.ts'
import { spentOf, watched } from './spent.ts'
import { accepted, totalResult } from './total-result.ts'

export interface WorkloadParts {
  readonly workload: Workload
  /** null: nobody knows, since nothing was measured. */
  readonly runtime: Pick<Runtime, 'advice' | 'name' | 'task' | 'taskStack'> | null
  /** null: nothing could be judged, and `reasons` says why. */
  readonly judgement: Judgement | null
  readonly reasons: readonly Reason[]
  readonly notes: readonly Note[]
  readonly trials: readonly Trial[]
  /** Whether a frame of head stands on a line that the pull request changes. */
  readonly changed: (frame: TrialFrame) => boolean
  /** Who holds it, and what of the pull request is to blame. Left out: nobody knows more than its stack. */
  readonly explain?: (finding: Finding) => Explanation
  readonly spans: Readonly<Record<string, number>>
}

/** One workload's part of the result. Reasons make a pass inconclusive; a fail stays one. */
export function workloadResult(parts: WorkloadParts): WorkloadResult {
  const { workload, judgement, runtime, trials, reasons } = parts
  const verdict = judgement?.verdict ?? 'inconclusive'
  const count = (side: string) => trials.filter((t) => t.side === side).length
  return {
    name: workload.name,
    runtime: runtime?.name ?? 'unknown',
    ...(runtime === null ? {} : { tasks: tasksOf(runtime) }),
    verdict: verdict === 'pass' && reasons.length > 0 ? 'inconclusive' : verdict,
    reasons: reasons.map(told),
    notes: parts.notes.map(({ code, subject, text }) => ({
      code,
      text: withoutSecrets(text),
      ...(subject !== undefined && { subject: withoutSecrets(subject) }),
    })),
    operations: workload.operations,
    rounds: Math.max(0, ...trials.map((t) => t.rounds.length)),
    watched: watched(trials),
    trials: { base: count('base'), head: count('head') },
    spent: spentOf(parts.spans),
    totals: (judgement?.totals ?? []).flatMap((total) => totalResult(workload, total)),
    findings: (judgement?.findings ?? []).map((finding) => advised(parts, findingResult(parts, finding))),
  }
}

export interface RunParts {
  readonly version: string
  readonly head: Commit
  /** Of a merge commit of GitHub's: where its lines stand in the pull request. */
  readonly pullRequest?: MovedLines | null
  readonly base: Commit | null
  readonly reasons: readonly Reason[]
  readonly workloads: readonly WorkloadResult[]
  readonly seconds: number
}

/** What is said of a failure may quote what was given to a step. */
const told = ({ code, remedy, text }: Reason): Reason => ({
  code,
  text: withoutPrivate(text),
  remedy: withoutPrivate(remedy),
})

/** The whole: the worst of its workloads and of the run's own reasons. */
export function buildResult(run: RunParts): Result {
  const verdicts = [...run.workloads.map((w) => w.verdict), ...run.reasons.map(() => 'inconclusive' as const)]
  const worst = (['fail', 'inconclusive'] as const).find((v) => verdicts.includes(v))
  const spans: Record<string, number> = {}
  for (const workload of run.workloads) {
    for (const [name, seconds] of Object.entries(workload.spent.spans))
      spans[name] = (spans[name] ?? 0) + seconds
  }
  return {
    schemaVersion: 1,
    tool: { version: run.version },
    verdict: worst ?? (verdicts.length === 0 ? 'inconclusive' : 'pass'),
    reasons: run.reasons.map(told),
    spent: { seconds: run.seconds, spans },
    base: run.base && { sha: run.base.sha, how: run.base.how },
    head: {
      sha: run.head.sha,
      how: run.head.how,
      ...(run.pullRequest ? { pullRequest: linesOf(run.pullRequest) } : {}),
    },
    workloads: [...run.workloads],
  }
}

function findingResult(parts: WorkloadParts, finding: Finding): FindingResult {
  const { site } = finding
  const told = parts.explain?.(finding)
  const stack = told?.whole ?? site?.stack ?? told?.opened?.stack ?? []
  const tasks = site?.tasks ?? null
  const creators = creatorsOf(finding)
  const createdBy = told?.createdBy ?? creators[0]?.frame ?? null
  const framed = (frame: TrialFrame) => ({
    ...located(frame),
    ...(frame.location.origin === 'dependency' ? { inDependency: true } : {}),
    changed: parts.changed(frame),
  })
  const { changedLines, holders, registeredBy, startedBy, through } = told ?? onStack(parts, stack)
  return {
    id: findingId(parts.workload.name, finding),
    ruling: finding.ruling,
    quantity: finding.quantity,
    unit: finding.unit,
    role: finding.role,
    function: firstToRead(finding, told)?.function ?? null,
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
    ...(startedBy ? { startedBy: located(startedBy) } : {}),
    ...(registeredBy
      ? { registeredBy: { ...located(registeredBy), changed: parts.changed(registeredBy) } }
      : {}),
    ...(through?.length ? { through: through.slice(0, mostCalls) } : {}),
    creators: creators.map((c) => ({ function: c.frame.function, count: c.count })),
    parts: finding.parts.map(({ culprit: of, ...part }, index) => {
      const starter = told?.partsStartedBy?.[index]
      return { ...part, function: of?.function ?? null, ...(starter ? { startedBy: located(starter) } : {}) }
    }),
    holders: holders.map((holder) => ({ ...holder })),
    ...(told?.native ? { native: { ...told.native, kinds: [...told.native.kinds] } } : {}),
    changedLines: changedLines.map((line) => ({ ...line })),
    ...(told?.untouched ? { untouched: true as const } : {}),
    waiver: waiverOf(finding),
    accept: [...finding.accept],
  }
}

/** What a runtime calls a task, and what its stack tells. */
export const tasksOf = ({ task, taskStack }: Pick<Runtime, 'task' | 'taskStack'>) => ({
  ...task,
  stack: taskStack,
})

/** With what its runtime says of it. */
function advised({ runtime }: WorkloadParts, finding: FindingResult): FindingResult {
  const { kind, next, now, proof } = runtime === null ? {} : advise(runtime.advice, finding)
  if ([kind, next, now, proof].every((one) => one === undefined)) return finding
  return {
    ...finding,
    advice: {
      ...(next && { next: [...next] }),
      ...(now && { now: [...now] }),
      ...(kind && { kind }),
      ...(proof && { proof: { state: proof.state, by: [...proof.by] } }),
    },
  }
}

const mostCalls = 8

const onStack = ({ changed }: WorkloadParts, stack: readonly TrialFrame[]): Explanation => ({
  holders: [],
  changedLines: stack
    .filter(changed)
    .map((frame) => ({ file: fileOf(frame), line: frame.line, why: 'stack' as const })),
})

function waiverOf(finding: Finding): FindingResult['waiver'] {
  const { site, waiver: use } = finding
  if (use === null) return null
  const { excuse, waiver } = use.lines.find((line) => meets(line.excuse, site?.stack ?? [])) ?? use.lines[0]
  const { expires, reason } = waiver
  const upTo = boundOf(use.lines)
  return { site: excuse.site, quantity: excuse.quantity, upTo, reason, expires, state: use.state }
}

const located = (frame: TrialFrame) => ({
  function: frame.function,
  file: fileOf(frame),
  line: frame.line,
  inProject: frame.location.origin === 'project',
})

/** 12 hex digits, stable over runs: workload, quantity, role and normalised stack. */
function findingId(workload: string, finding: Finding): string {
  const identity = [workload, finding.quantity, finding.role, ...(finding.site?.names ?? [])].join('\0')
  return createHash('sha256').update(identity).digest('hex').slice(0, 12)
}

const linesOf = ({ sha, moved }: MovedLines) => ({
  sha,
  moved: Object.fromEntries(
    Object.entries(moved).map(([file, moves]) => [file, moves.map((m) => ({ ...m }))]),
  ),
})

/** Files of the project to which a reader of these results may be led. */
export const filesOf = (workloads: readonly WorkloadResult[]): readonly string[] => [
  ...new Set(
    workloads.flatMap(({ findings }) =>
      findings.flatMap(({ changedLines, createdBy, parts, stack, startedBy }) => {
        const starters = parts.map((part) => part.startedBy)
        const own = [...stack, createdBy, startedBy, ...starters].filter((place) => place?.inProject)
        return [...changedLines, ...own].flatMap((place) => (place?.file ? [place.file] : []))
      }),
    ),
  ),
]
