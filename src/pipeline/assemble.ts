import type { Workload } from '../configure/config.ts'
import type { Explainer } from '../explain/explain.ts'
import { unseenHolders } from '../explain/unseen.ts'
import { budgetNotes } from '../judge/budget-notes.ts'
import { uncountedGrowth } from '../judge/uncounted.ts'
import type { Judgement } from '../judge/verdict.ts'
import { waiverNotes } from '../judge/waivers/waiver-notes.ts'
import type { Diagnosis } from '../measure/diagnose/diagnostic-run.ts'
import { tasksOf, workloadResult } from '../report/build-result.ts'
import { faintNotes } from '../report/narrative/notes/faint-growth.ts'
import { maskedNotes } from '../report/narrative/notes/masked-growth.ts'
import { uncountedNotes } from '../report/narrative/notes/uncounted-growth.ts'
import { wordsFor } from '../report/narrative/words.ts'
import type { WorkloadResult } from '../report/result.ts'
import { runtimes } from '../runtimes/index.ts'
import type { Runtime } from '../runtimes/runtime.ts'
import type { BothSides, Note } from '../trial/both-sides.ts'
import { absentFigures } from '../trial/figures.ts'
import { leftOutReasons } from '../trial/left-out.ts'
import type { Reason, Trial } from '../trial/trial.ts'
import { conclude, type Decide, outOfTime, undecided } from './decision.ts'

/** What there is of one workload once it is measured, in this job or in others. */
export interface Parts {
  readonly workload: Workload
  /** null: nothing was measured, and nobody said what it is. */
  readonly runtime: Runtime | null
  readonly sides: BothSides & {
    /** Base does not contain the workload. */
    readonly absent: boolean
    /** Left out: no diagnostic run was made, nor wanted. */
    readonly diagnosis?: Diagnosis | null
  }
  /** null: there is no runtime to judge by. */
  readonly decide: Decide | null
  /** Why nothing may be decided, whatever the trials say: missing, doubled or foreign ones. */
  readonly problems: readonly Reason[]
  /** Why a suspicion could not be followed; null: there was time. */
  readonly late: Reason | null
  /** Told before what the trials themselves say. */
  readonly notes: readonly Note[]
  /** Told last, when it is known how it was judged. */
  readonly lastNotes?: (judgement: Judgement | null) => readonly Note[]
  /** Paths on head that the pull request changes. */
  readonly changedPaths: readonly string[]
  readonly explained: Pick<Explainer, 'changed'> & Partial<Explainer>
  /** The day as YYYY-MM-DD, UTC: by it waivers end. */
  readonly today: string
  readonly spans: Readonly<Record<string, number>>
}

/** The one way from trials to a workload's result. */
export function assemble(parts: Parts): WorkloadResult {
  const { decide, runtime, sides, today, workload } = parts
  const problems = [...parts.problems, ...absentFigures(sides.trials)]
  const { judgement, reasons } = concluded({ ...parts, problems }, decide)
  return workloadResult({
    workload,
    runtime,
    judgement,
    reasons: [
      ...problems,
      ...reasons,
      ...whenPassed(judgement, leftOutReasons(sides.trials, parts.changedPaths)),
    ],
    notes: [
      ...parts.notes,
      ...sides.notes,
      ...budgetNotes(judgement?.totals ?? [], workload.budgets),
      ...sideNotes(parts),
      ...unseenHolders(judgement, sides.diagnosis ?? null),
      ...waiverNotes(workload.waivers, today, judgement),
      ...hiddenGrowth(workload, runtime, judgement),
      ...(parts.lastNotes?.(judgement) ?? []),
    ],
    trials: sides.trials,
    ...parts.explained,
    spans: parts.spans,
  })
}

/** What was seen to grow stands, whatever was left out. */
const whenPassed = (judgement: Judgement | null, reasons: readonly Reason[]): readonly Reason[] =>
  judgement?.verdict === 'pass' ? reasons : []

interface Concluded {
  readonly judgement: Judgement | null
  readonly reasons: readonly Reason[]
}

function concluded({ problems, sides, late }: Parts, decide: Decide | null): Concluded {
  if (decide === null)
    return { judgement: null, reasons: sides.headFailure === null ? [] : [sides.headFailure] }
  const { judgement, reasons } = outOfTime(conclude(sides, decide), late ?? lateReason(sides.trials))
  return { judgement: problems.length > 0 ? judgement && undecided(judgement) : judgement, reasons }
}

/** The code of a trial's note: its job had no time left for the trials that its figures call for. */
export const lateCode = 'out-of-time'

function lateReason(trials: readonly Trial[]): Reason | null {
  const note = trials.flatMap((trial) => trial.notes).find(({ code }) => code === lateCode)
  if (note === undefined) return null
  return {
    code: lateCode,
    text: note.text,
    remedy: 'Raise `time-limit` of the jobs that measure, or let each measure one trial.',
  }
}

function sideNotes({ sides, workload }: Parts): readonly Note[] {
  const { absent, baseFailure, trials } = sides
  const notes = trials.flatMap((t) => t.notes).filter(({ code }) => code !== lateCode)
  const told: Note[] = [...new Map(notes.map((note) => [note.text, note])).values()]
  if (baseFailure !== null)
    told.push({ code: 'without-base', text: `Judged without a base. ${baseFailure.text}` })
  if (absent) {
    const text = `Base does not contain \`${workload.directory}\`: all growth counts as new.`
    told.push({ code: 'base-absent', text })
  }
  return told
}

/** Growth that its total does not show, or not enough of it. */
function hiddenGrowth(
  { name, operations }: Workload,
  runtime: Runtime | null,
  judgement: Judgement | null,
): readonly Note[] {
  if (judgement === null || runtime === null) return []
  const words = wordsFor({ operations, tasks: tasksOf(runtime) })
  return [
    ...faintNotes(words, judgement, { name, operations }),
    ...maskedNotes(words, judgement),
    ...uncountedNotes(words, uncountedGrowth(judgement.totals)),
  ]
}

const withoutTrials = (workload: Workload) => ({
  workload,
  runtime: workload.runtime && runtimes[workload.runtime],
  notes: [],
  reasons: [],
  trials: [],
  changed: () => false,
  spans: {},
})

/** What passes because head changes nothing that concerns it. */
export const notMeasured = (workload: Workload): WorkloadResult =>
  workloadResult({
    ...withoutTrials(workload),
    judgement: { next: 'done', verdict: 'pass', totals: [], findings: [], masked: [], faint: [], used: [] },
    notes: [{ code: 'not-changed', text: 'not measured: no file that concerns it changed' }],
  })

/** What was interrupted before its turn came. */
export const notReached = (workload: Workload): WorkloadResult =>
  unmeasured(workload, {
    code: 'interrupted',
    text: 'The run was interrupted before this was measured.',
    remedy: 'Run it again.',
  })

/** What could not be measured at all, and why. */
export const unmeasured = (workload: Workload, reason: Reason): WorkloadResult =>
  workloadResult({ ...withoutTrials(workload), judgement: null, reasons: [reason] })

/** The result with notes of ours behind its own. */
export const withNotes = (result: WorkloadResult, notes: readonly Note[]): WorkloadResult => ({
  ...result,
  notes: [...result.notes, ...notes],
})
