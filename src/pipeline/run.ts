import type { FileChange } from '../checkout/changes/changes.ts'
import { movedLines } from '../checkout/changes/moved-lines.ts'
import type { Repository } from '../checkout/git/git.ts'
import type { Commit } from '../checkout/revision.ts'
import type { Revisions } from '../checkout/worktree/worktree.ts'
import type { Workload } from '../configure/config.ts'
import { workloadHash } from '../configure/load.ts'
import { compare } from '../diff/compare.ts'
import { describeError, reasonOfThrown, UserError } from '../errors.ts'
import { explainer } from '../explain/explain.ts'
import { spareTrials } from '../judge/constants.ts'
import { baseMatters, baseMayMatter } from '../judge/trials/base-matters.ts'
import { isClear } from '../judge/trials/early.ts'
import type { Judgement } from '../judge/verdict.ts'
import { measureWorkload } from '../measure/workload.ts'
import { buildResult, filesOf } from '../report/build-result.ts'
import type { Result, WorkloadResult } from '../report/result.ts'
import type { Trial } from '../trial/trial.ts'
import { version } from '../version.ts'
import { assemble, notMeasured, notReached, unmeasured, withNotes } from './assemble.ts'
import { type BaseCache, findBase, keepHead } from './base-cache.ts'
import { type ShownRequest, shownAt } from './committed.ts'
import { dayOf, decision, goalOf, ofHead, openRoles, shareOf } from './decision.ts'
import {
  baseFor,
  changesOf,
  keeper,
  type Plan,
  type PrepareRequest,
  pathsOf,
  planWorkloads,
  prepareRevisions,
  runtimeOf,
} from './prepare.ts'
import { createLimit, repeatsOf } from './repeats.ts'
import { millisecondsOf, type TrialClock, timingOf } from './timing.ts'

export interface RunRequest extends PrepareRequest, Pick<ShownRequest, 'committed' | 'configFile'> {
  /** Directory that keeps the trial files; null: nothing is kept. */
  readonly out: string | null
  /** Directory that gets the raw profiles of every round. Left out: nobody asked. */
  readonly keepProfiles?: string | undefined
  /** Given the trials of each workload that was measured: what profiles and pictures are made of. */
  readonly onTrials?: ((trials: readonly Trial[]) => void) | undefined
  /** Only the verdict is wanted: nobody asks a red head who holds it. */
  readonly unexplained?: boolean
  /** Where base trials of earlier runs are; left out: nowhere. */
  readonly baseCache?: BaseCache | null
  /**
   * Aborted: every process is ended, every worktree removed, and the run rejects with the signal's reason.
   */
  readonly signal: AbortSignal
}

/**
 * check out → measure → diff → judge → explain → report, for every workload.
 * Rejects with UserError for what a person can mend.
 */
export async function run(given: RunRequest): Promise<Result> {
  const started = performance.now()
  given.signal.throwIfAborted()
  const { base, head } = given.commits
  const config = await shownAt(head.sha, given)
  const request = { ...given, config }
  const plan = await planWorkloads(request)
  const workloads =
    plan.skipped.size === config.workloads.length
      ? config.workloads.map(notMeasured)
      : await measureAll(request, plan)
  return buildResult({
    version,
    head,
    base,
    reasons: [],
    pullRequest: await linesOf(request.repository, head, workloads),
    workloads: workloads.map((w) => withNotes(w, plan.notes.get(w.name) ?? [])),
    seconds: (performance.now() - started) / 1000,
  })
}

async function measureAll(request: RunRequest, plan: Plan): Promise<readonly WorkloadResult[]> {
  await using revisions = await prepareRevisions(request, plan)
  const { config } = request
  const changes = await changesOf(request)
  const results: WorkloadResult[] = []
  const errors: unknown[] = []
  const clock = { spent: 0 }
  for (const workload of config.workloads) {
    // A red that was decided before it was interrupted stands.
    const stopped = request.signal.aborted && results.some(({ verdict }) => verdict === 'fail')
    if (plan.skipped.has(workload.name)) results.push(notMeasured(workload))
    else if (stopped) results.push(notReached(workload))
    else
      try {
        results.push(await runWorkload(request, workload, revisions, changes, clock))
      } catch (error) {
        errors.push(error)
        results.push(notRun(request, workload, error))
      }
  }
  const measured = config.workloads.length - plan.skipped.size
  const decided = results.some(({ verdict }) => verdict === 'fail')
  if (errors.length === measured || (request.signal.aborted && !decided)) throw errors[0]
  return results
}

/** What was thrown of one workload says nothing of the others, whose verdicts stand. */
function notRun({ log, signal }: RunRequest, workload: Workload, error: unknown): WorkloadResult {
  if (signal.aborted) return notReached(workload)
  if (!(error instanceof UserError)) log.detail(describeError(error), [])
  return unmeasured(workload, reasonOfThrown(error))
}

/**
 * Where what is told stands in the pull request's own commit; null when that is what was measured,
 * or when it cannot be known.
 */
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
  const base = await baseFor(revisions, workload)
  const runtime = await runtimeOf(workload, head)
  const today = dayOf(new Date())
  const decide = decision(workload, runtime, today, changes)
  const caching = { ...request, cache: request.baseCache ?? null, workload, runtime, head }
  const timing = timingOf(request, workload, clock)
  const cachedBase = await findBase(caching, base)
  const repeats = repeatsOf(workload, cachedBase)
  const limit = createLimit(repeats)
  const state: { judgement: Judgement | null } = { judgement: null }
  const next = (trials: readonly Trial[]) => {
    const judgement = decide(trials, workload.trials, spareTrials)
    state.judgement = judgement
    if (judgement.next === 'done') return 'done'
    if (workload.form === 'server') limit.follow(judgement)
    return timing.confirm(trials, workload.form === 'test' ? shareOf(openRoles(judgement), trials) : 1)
  }
  // Within a limit of time, trials of both sides tell how long one more may be.
  const ahead = (trials: readonly Trial[]): boolean => {
    const judgement = decide(trials, workload.trials)
    if (judgement.next === 'done' || request.config.timeLimit !== null) return false
    state.judgement = judgement
    limit.ahead(judgement)
    return true
  }
  const measured = await measureWorkload({
    workload,
    workloadHash: workloadHash(workload),
    runtime,
    base,
    head,
    cachedBase,
    repeats,
    ahead,
    fits: (trials) => limit.fits(decide(trials, workload.trials)),
    scratch: revisions.folder,
    rounds: timing.rounds,
    version,
    next,
    undecided: () => (state.judgement === null ? new Set() : openRoles(state.judgement)),
    isClear: (soFar) => isClear(state.judgement?.totals ?? [], compare([], [soFar])),
    baseMatters: (trials) => baseMatters(decide(trials, workload.trials)),
    baseMayMatter: (trials) => baseMayMatter(decide(trials, workload.trials)),
    grows: (trial) => decide([trial], workload.trials).next === 'confirm',
    goal: (trials) =>
      request.unexplained !== true && timing.diagnose(trials)
        ? goalOf(decide(trials, ofHead(trials).length), runtime)
        : null,
    keep: keeper(request.out ?? revisions.folder),
    keepProfiles: request.keepProfiles,
    changed: changes.flatMap(pathsOf),
    testsLimit: timing.firstTrial,
    log: request.log,
    signal: request.signal,
  })
  await keepHead(caching, measured.trials)
  clock.spent += millisecondsOf(measured.trials)
  request.onTrials?.(measured.trials)
  return assemble({
    workload,
    runtime,
    sides: { ...measured, absent: revisions.base !== null && base === null },
    decide,
    problems: [],
    late: timing.reason(),
    notes: [...revisions.notes, ...timing.notes()],
    changedPaths: changes.map(({ path }) => path),
    explained: await explainer({
      diagnosis: measured.diagnosis,
      changes,
      head: head.directory,
      source: runtime.source,
      taskStack: runtime.taskStack,
    }),
    today,
    spans: { measure: (performance.now() - started) / 1000 },
  })
}
