import { join } from 'node:path'
import { skippedWorkloads, strayGlobs } from '../checkout/changes/changed-paths.ts'
import type { Side } from '../checkout/revision.ts'
import { checkOut, containsDirectory, type Revisions } from '../checkout/worktree/worktree.ts'
import type { Workload } from '../configure/config.ts'
import { workloadHash } from '../configure/load.ts'
import { ConfigError, InconclusiveError } from '../errors.ts'
import { clearOrphans } from '../measure/process/orphans.ts'
import { measureWorkload } from '../measure/workload.ts'
import { trialPath } from '../trial/file.ts'
import { placeholder } from '../trial/placeholder.ts'
import { absentCode, skippedCode } from '../trial/shards.ts'
import type { Reason, Trial } from '../trial/trial.ts'
import { version } from '../version.ts'
import { dayOf, decision, roundsOf } from './decision.ts'
import { keeper, type RunRequest, runtimeOf } from './run.ts'

export interface SideRequest extends RunRequest {
  readonly side: Side
  /** The number of the trial to measure; null: as many as the side's own figures call for. */
  readonly trial: number | null
  /** Directory that gets the trial files. */
  readonly out: string
}

/** Measures one side of every workload; the other is measured in another job. Returns the paths of the trial files. */
export async function measureSide(request: SideRequest): Promise<readonly string[]> {
  const { commits, config, log, repository, side, trial } = request
  for (const workload of config.workloads) if (trial !== null) assertExpected(workload, trial)
  if (side === 'base' && commits.base === null)
    throw new InconclusiveError('no-base', 'There is no base to measure.', 'Name one with --base.')
  const skipped = await skippedWorkloads(repository, commits, config.workloads)
  const stray = await strayGlobs(repository, commits, config.workloads)
  for (const { text } of [...stray.values()].flat()) log.detail(text, [])
  const workloads = config.workloads.filter(({ name }) => !skipped.has(name))
  await clearOrphans(log)
  await using revisions = await checkOut(repository, commits, {
    workloads,
    warn: (text) => log.detail(text, []),
  })
  const paths: string[] = []
  for (const workload of config.workloads) {
    if (skipped.has(workload.name)) paths.push(trialPath(request.out, await skippedTrial(request, workload)))
    else
      for (const trial of await trialsOf(request, workload, revisions))
        paths.push(trialPath(request.out, trial))
  }
  return paths
}

async function trialsOf(
  request: SideRequest,
  workload: Workload,
  revisions: Revisions,
): Promise<readonly Trial[]> {
  const { side, out, trial: number } = request
  const { base, head, folder } = revisions
  const runtime = await runtimeOf(workload, join(head.directory, workload.directory))
  const alone = number === null ? {} : ({ alone: true } as const)
  const keep = (trial: Trial) => keeper(out)({ ...trial, ...alone })
  const named = { workload: workload.name, workloadHash: workloadHash(workload), runtime: runtime.name }
  const hasBase = base !== null && (await containsDirectory(base, workload.directory))
  if (side === 'base' && base !== null && !hasBase)
    return [
      await keep(
        placeholder({ ...named, version, number: number ?? 1, revision: base, reason: absent(workload) }),
      ),
    ]
  const decide = decision(workload, runtime, dayOf(new Date()))
  const { trials, headFailure, baseFailure } = await measureWorkload({
    workload,
    workloadHash: named.workloadHash,
    runtime,
    base: hasBase ? base : null,
    head,
    only: side,
    onlyTrial: number ?? undefined,
    scratch: folder,
    rounds: (stage) => roundsOf(workload, stage),
    version,
    // Each side as if nothing excused it: what is quiet by itself needs no confirming, whatever the other does.
    next: (measured) => decide(measured.map(asHead), workload.trials).next,
    goal: () => null,
    keep,
    log: request.log,
    signal: request.signal,
  })
  const reason = headFailure ?? baseFailure
  const revision = side === 'base' ? base : head
  if (reason === null || revision === null) return trials
  const last = { ...named, version, number: number ?? trials.length + 1, revision, reason }
  return [...trials, await keep(placeholder(last))]
}

/** The report expects the trials that the configuration allows, no other. */
function assertExpected({ name, trials }: Workload, trial: number): void {
  if (trial <= trials) return
  throw new ConfigError(
    `trial ${trial} of \`${name}\` is none: it has ${trials}`,
    `Write trials: ${trial} in its configuration, or let the jobs measure trials 1 to ${trials}.`,
  )
}

/** What tells the job that reports that nothing was left out by accident. */
async function skippedTrial(request: SideRequest, workload: Workload): Promise<Trial> {
  const { commits, out, side } = request
  const commit = commits[side] ?? commits.head
  return await keeper(out)(
    placeholder({
      workload: workload.name,
      workloadHash: workloadHash(workload),
      runtime: workload.runtime ?? 'node',
      version,
      number: 1,
      revision: { ...commit, side, directory: '' },
      reason: { code: skippedCode, text: 'Nothing matching `changed` changed.', remedy: '' },
    }),
  )
}

const asHead = (trial: Trial): Trial => ({ ...trial, side: 'head' })

const absent = (workload: Workload): Reason => ({
  code: absentCode,
  text: `Base does not contain \`${workload.directory}\`.`,
  remedy: '',
})
