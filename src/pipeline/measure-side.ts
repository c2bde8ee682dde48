import type { Side } from '../checkout/revision.ts'
import type { Revisions } from '../checkout/worktree/worktree.ts'
import type { Workload } from '../configure/config.ts'
import { workloadHash } from '../configure/load.ts'
import { ConfigError, InconclusiveError, reasonOfThrown, UserError } from '../errors.ts'
import { spareTrials } from '../judge/constants.ts'
import { measureWorkload } from '../measure/workload.ts'
import { runtimeNames } from '../runtimes/names.ts'
import type { Note } from '../trial/both-sides.ts'
import { trialPath } from '../trial/file.ts'
import { placeholder } from '../trial/placeholder.ts'
import { absentCode, skippedCode } from '../trial/shards.ts'
import type { Reason, Trial } from '../trial/trial.ts'
import { version } from '../version.ts'
import { lateCode } from './assemble.ts'
import { shownAt } from './committed.ts'
import { dayOf, decision } from './decision.ts'
import { baseFor, changesOf, keeper, pathsOf, planWorkloads, prepareRevisions, runtimeOf } from './prepare.ts'
import { repeatsOf } from './repeats.ts'
import type { RunRequest } from './run.ts'
import { millisecondsOf, type Timing, type TrialClock, timingOf } from './timing.ts'

export interface SideRequest extends RunRequest {
  readonly side: Side
  /** The number of the trial to measure; null: as many as the side's own figures call for. */
  readonly trial: number | null
  /** Directory that gets the trial files. */
  readonly out: string
}

/**
 * Measures one side of every workload; the other is measured in another job.
 * Returns the paths of the trial files.
 */
export async function measureSide(given: SideRequest): Promise<readonly string[]> {
  const { commits, side, signal, trial } = given
  signal.throwIfAborted()
  const config = await shownAt(commits.head.sha, given)
  const request = { ...given, config }
  for (const workload of config.workloads) if (trial !== null) assertExpected(workload, trial)
  if (side === 'base' && commits.base === null)
    throw new InconclusiveError('no-base', 'There is no base to measure.', 'Name one with --base.')
  const plan = await planWorkloads(request)
  await using revisions = await prepareRevisions(request, plan)
  const paths: string[] = []
  const clock = { spent: 0 }
  for (const workload of config.workloads) {
    const trials = plan.skipped.has(workload.name)
      ? [await skippedTrial(request, workload)]
      : await trialsOrReason(
          { ...request, revisions, clock, notes: plan.notes.get(workload.name) ?? [] },
          workload,
        )
    paths.push(...trials.map((measured) => trialPath(request.out, measured)))
  }
  return paths
}

interface OneSide extends SideRequest {
  readonly revisions: Revisions
  readonly clock: TrialClock
  /** Told with the first trial. */
  readonly notes: readonly Note[]
}

/** Why a workload has no trials goes to the job that reports, and those of others with it. */
async function trialsOrReason(request: OneSide, workload: Workload): Promise<readonly Trial[]> {
  try {
    return await trialsOf(request, workload)
  } catch (error) {
    const alone = request.config.workloads.length === 1
    if (alone || request.signal.aborted || !(error instanceof UserError)) throw error
    return [await withoutFigures(request, workload, request.trial ?? 1, reasonOfThrown(error))]
  }
}

async function trialsOf(request: OneSide, workload: Workload): Promise<readonly Trial[]> {
  const { clock, log, revisions, side, signal, trial: number } = request
  const { head, folder } = revisions
  const runtime = await runtimeOf(workload, head)
  const named = {
    workload: workload.name,
    workloadHash: workloadHash(workload),
    runtime: runtime.name,
    version,
  }
  const base = await baseFor(revisions, workload)
  const keep = keeping(request)
  if (side === 'base' && revisions.base !== null && base === null) {
    const stands = { ...named, number: number ?? 1, revision: revisions.base, reason: absent(workload) }
    return [await keep(placeholder(stands))]
  }
  const decide = decision(workload, runtime, dayOf(new Date()))
  const timing = timingOf(request, workload, clock)
  const { trials, headFailure, baseFailure } = await measureWorkload({
    ...named,
    workload,
    runtime,
    base,
    head,
    only: side,
    onlyTrial: number ?? undefined,
    scratch: folder,
    rounds: timing.rounds,
    repeats: repeatsOf(workload, null),
    // Each side as if nothing excused it: what is quiet by itself needs no confirming,
    // whatever the other does.
    next: (measured) =>
      decide(measured.map(asHead), workload.trials, spareTrials).next === 'done'
        ? 'done'
        : timing.confirm(measured),
    goal: () => null,
    keep,
    keepProfiles: request.keepProfiles,
    changed: (await changesOf(request)).flatMap(pathsOf),
    testsLimit: timing.firstTrial,
    log,
    signal,
  })
  clock.spent += millisecondsOf(trials)
  const reason = headFailure ?? baseFailure
  const revision = side === 'base' ? base : head
  if (reason === null || revision === null) return await withTiming(trials, timing, request.out)
  return [
    ...trials,
    await keep(placeholder({ ...named, number: number ?? trials.length + 1, revision, reason })),
  ]
}

/** What the job that reports is told of this one goes with its first trial. */
function keeping({ notes, out, revisions, trial }: OneSide): (trial: Trial) => Promise<Trial> {
  const alone = trial === null ? {} : ({ alone: true } as const)
  const first = [...revisions.notes, ...notes]
  return (measured) =>
    keeper(out)({
      ...measured,
      ...alone,
      notes: measured.number === 1 ? [...measured.notes, ...first] : measured.notes,
    })
}

/** What `time-limit` cost goes with the last trial. */
async function withTiming(trials: readonly Trial[], timing: Timing, out: string): Promise<readonly Trial[]> {
  const late = timing.reason()
  const told = [...timing.notes(), ...(late === null ? [] : [{ code: lateCode, text: late.text }])]
  const last = trials.at(-1)
  if (last === undefined || told.length === 0) return trials
  return [...trials.slice(0, -1), await keeper(out)({ ...last, notes: [...last.notes, ...told] })]
}

/** The report expects the trials that the configuration allows, no other. */
function assertExpected({ name, trials }: Workload, trial: number): void {
  if (trial <= trials) return
  throw new ConfigError(
    `\`${name}\` has no trial ${trial}: it has ${trials}`,
    `Write trials: ${trial} in its configuration, or let the jobs measure trials 1 to ${trials}.`,
  )
}

/** What tells the job that reports that nothing was left out by accident. */
const skippedTrial = (request: SideRequest, workload: Workload): Promise<Trial> =>
  withoutFigures(request, workload, 1, {
    code: skippedCode,
    text: 'No file that concerns it changed.',
    remedy: '',
  })

async function withoutFigures(
  request: SideRequest,
  workload: Workload,
  number: number,
  reason: Reason,
): Promise<Trial> {
  const { commits, out, side } = request
  const commit = commits[side] ?? commits.head
  return await keeper(out)(
    placeholder({
      workload: workload.name,
      workloadHash: workloadHash(workload),
      // It has no figures, so nobody asks how they were taken.
      runtime: workload.runtime ?? runtimeNames[0],
      version,
      number,
      revision: { ...commit, side, directory: '' },
      reason,
    }),
  )
}

const asHead = (trial: Trial): Trial => ({ ...trial, side: 'head' })

const absent = (workload: Workload): Reason => ({
  code: absentCode,
  text: `Base does not contain \`${workload.directory}\`.`,
  remedy: '',
})
