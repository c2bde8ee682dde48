import { join } from 'node:path'
import { skippedWorkloads, strayGlobs } from '../checkout/changes/changed-paths.ts'
import { changesBetween, type FileChange } from '../checkout/changes/changes.ts'
import { movedLines } from '../checkout/changes/moved-lines.ts'
import type { Repository } from '../checkout/git/git.ts'
import type { ChosenCommits, Commit } from '../checkout/revision.ts'
import { checkOut, containsDirectory, type Revisions } from '../checkout/worktree/worktree.ts'
import type { Config, Workload } from '../configure/config.ts'
import { workloadHash } from '../configure/load.ts'
import { explainer } from '../explain/explain.ts'
import { budgetNotes } from '../judge/budget-notes.ts'
import type { Judgement } from '../judge/verdict.ts'
import { waiverNotes } from '../judge/waiver-notes.ts'
import type { Log } from '../log.ts'
import { clearOrphans } from '../measure/process/orphans.ts'
import { type Measured, measureWorkload } from '../measure/workload.ts'
import { buildResult, filesOf, workloadResult } from '../report/build-result.ts'
import { maskedNotes } from '../report/narrative/masked-notes.ts'
import { wordsFor } from '../report/narrative/words.ts'
import type { Result, WorkloadResult } from '../report/result.ts'
import { recogniseRuntime, runtimes } from '../runtimes/index.ts'
import type { Runtime } from '../runtimes/runtime.ts'
import { readTrial, writeTrial } from '../trial/file.ts'
import type { Trial } from '../trial/trial.ts'
import { version } from '../version.ts'
import { type BaseCache, findBase, keepHead } from './base-cache.ts'
import { conclude, dayOf, decision, goalOf, ofHead, outOfTime } from './decision.ts'
import { millisecondsOf, type TrialClock, timingOf } from './timing.ts'

export interface RunRequest {
  readonly config: Config
  /** The user's checkout; never changed. */
  readonly repository: Repository
  readonly commits: ChosenCommits
  /** Directory that keeps the trial files; null: nothing is kept. */
  readonly out: string | null
  /** Where base trials of earlier runs are; left out: nowhere. */
  readonly baseCache?: BaseCache | null
  readonly log: Log
  /** Aborted: every process is ended, every worktree removed, and the run rejects with the signal's reason. */
  readonly signal: AbortSignal
}

/** check out → measure → diff → judge → explain → report, for every workload. Rejects with UserError for what a person can mend. */
export async function run(request: RunRequest): Promise<Result> {
  const started = performance.now()
  const { commits, config, log, repository } = request
  const skipped = await skippedWorkloads(repository, commits, config.workloads)
  const stray = await strayGlobs(repository, commits, config.workloads)
  for (const { text } of [...stray.values()].flat()) log.detail(text, [])
  const noted = (all: readonly WorkloadResult[]) => all.map((w) => withNotes(w, stray.get(w.name) ?? []))
  const measured = config.workloads.filter(({ name }) => !skipped.has(name))
  const seconds = () => (performance.now() - started) / 1000
  const common = { version, head: commits.head, base: commits.base, reasons: [] }
  if (measured.length === 0)
    return buildResult({ ...common, workloads: noted(config.workloads.map(notMeasured)), seconds: seconds() })
  await clearOrphans(log)
  await using revisions = await checkOut(repository, commits, {
    workloads: measured,
    warn: (text) => log.detail(text, []),
  })
  const changes =
    commits.base === null ? [] : await changesBetween(repository, commits.base.sha, commits.head.sha)
  const workloads: WorkloadResult[] = []
  const clock = { spent: 0 }
  for (const workload of config.workloads) {
    // A red that was decided before it was interrupted stands.
    const stopped = request.signal.aborted && workloads.some(({ verdict }) => verdict === 'fail')
    workloads.push(
      skipped.has(workload.name)
        ? notMeasured(workload)
        : stopped
          ? notReached(workload)
          : await runWorkload(request, workload, revisions, changes, clock),
    )
  }
  const pullRequest = await linesOf(repository, commits.head, workloads)
  return buildResult({ ...common, pullRequest, workloads: noted(workloads), seconds: seconds() })
}

export const withNotes = (result: WorkloadResult, notes: WorkloadResult['notes']): WorkloadResult => ({
  ...result,
  notes: [...result.notes, ...notes],
})

/** What passes because head changes nothing that concerns it. */
export const notMeasured = (workload: Workload): WorkloadResult =>
  workloadResult({
    workload,
    runtime: workload.runtime ?? 'unknown',
    judgement: { next: 'done', verdict: 'pass', totals: [], findings: [], masked: [], used: [] },
    reasons: [],
    notes: [{ code: 'not-changed', text: 'not measured: nothing matching `changed` changed' }],
    trials: [],
    changed: () => false,
    spans: {},
  })

const notReached = (workload: Workload): WorkloadResult => ({
  ...notMeasured(workload),
  verdict: 'inconclusive',
  notes: [],
  reasons: [
    { code: 'interrupted', text: 'It was interrupted before this was measured.', remedy: 'Run it again.' },
  ],
})

/** Where what is told stands in the pull request's own commit; null when that is what was measured, or when it cannot be known. */
export async function linesOf(
  repository: Repository,
  { merged: sha, sha: measured }: Commit,
  workloads: readonly WorkloadResult[],
) {
  if (sha === undefined || sha === measured) return null
  return await movedLines(repository, { measured, sha, files: filesOf(workloads) })
}

async function runWorkload(
  request: RunRequest,
  workload: Workload,
  revisions: Revisions,
  changes: readonly FileChange[],
  clock: TrialClock,
): Promise<WorkloadResult> {
  const started = performance.now()
  const { head } = revisions
  const base =
    revisions.base !== null && (await containsDirectory(revisions.base, workload.directory))
      ? revisions.base
      : null
  const runtime = await runtimeOf(workload, join(head.directory, workload.directory))
  const today = dayOf(new Date())
  const decide = decision(workload, runtime, today, changes)
  const caching = { ...request, cache: request.baseCache ?? null, workload, runtime, head }
  const timing = timingOf(request, workload, clock)
  const measured = await measureWorkload({
    workload,
    workloadHash: workloadHash(workload),
    runtime,
    base,
    head,
    cachedBase: await findBase(caching, base),
    scratch: revisions.folder,
    rounds: timing.rounds,
    version,
    next: (trials) => (decide(trials, workload.trials).next === 'done' ? 'done' : timing.confirm(trials)),
    goal: (trials) =>
      timing.diagnose(trials) ? goalOf(decide(trials, ofHead(trials).length), runtime) : null,
    keep: keeper(request.out ?? revisions.folder),
    log: request.log,
    signal: request.signal,
  })
  await keepHead(caching, measured.trials)
  clock.spent += millisecondsOf(measured.trials)
  const concluded = outOfTime(conclude(measured, decide), timing.reason())
  const absent = revisions.base !== null && base === null
  const waivers = waiverNotes(workload.waivers, today, concluded.judgement)
  return workloadResult({
    workload,
    runtime: runtime.name,
    ...concluded,
    notes: [
      ...revisions.notes,
      ...measured.notes,
      ...timing.notes(),
      ...budgetNotes(concluded.judgement?.totals ?? [], workload.budgets),
      ...notesOf(measured, absent, workload),
      ...waivers,
      ...hidden(workload, runtime, concluded.judgement),
    ],
    trials: measured.trials,
    ...(await explainer({ diagnosis: measured.diagnosis, changes, head: head.directory })),
    spans: { measure: (performance.now() - started) / 1000 },
  })
}

export function notesOf(
  {
    trials,
    baseFailure,
    diagnosis,
  }: Pick<Measured, 'trials' | 'baseFailure'> & Partial<Pick<Measured, 'diagnosis'>>,
  absent: boolean,
  workload: Workload,
): { code: string; text: string }[] {
  const notes = [...new Map(trials.flatMap((t) => t.notes).map((note) => [note.text, note])).values()]
  if (baseFailure !== null)
    notes.push({ code: 'without-base', text: `Judged without a base. ${baseFailure.text}` })
  if (diagnosis?.failure)
    notes.push({ code: 'not-explained', text: `Who holds it was not seen: ${diagnosis.failure.text}` })
  if (absent) {
    const text = `Base does not contain \`${workload.directory}\`: all growth is this pull request's.`
    notes.push({ code: 'base-absent', text })
  }
  return notes
}

/** Growth that its total does not show. */
export const hidden = ({ operations }: Workload, runtime: Runtime, judgement: Judgement | null) =>
  judgement === null
    ? []
    : maskedNotes(wordsFor({ runtime: runtime.name, operations }, { [runtime.name]: runtime }), judgement)

/** Trials go through their files, as they do between jobs. */
export function keeper(directory: string): (trial: Trial) => Promise<Trial> {
  return async (trial) => readTrial(await writeTrial(directory, trial))
}

export const runtimeOf = async (workload: Workload, directory: string): Promise<Runtime> =>
  workload.runtime === null ? await recogniseRuntime(directory) : runtimes[workload.runtime]
