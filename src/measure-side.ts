import { join } from 'node:path'
import type { Side } from './checkout/revision.ts'
import { checkOut, containsDirectory, type Revisions } from './checkout/worktree.ts'
import type { Workload } from './configure/config.ts'
import { workloadHash } from './configure/load.ts'
import { InconclusiveError } from './errors.ts'
import { clearLeftovers } from './measure/leftovers.ts'
import { absentCode } from './measure/shards.ts'
import { standIn } from './measure/stand-in.ts'
import type { Reason, Trial } from './measure/trial.ts'
import { trialPath } from './measure/trial-file.ts'
import { measureWorkload } from './measure/workload.ts'
import { dayOf, decision, keeper, type RunRequest, roundsOf, runtimeOf } from './pipeline.ts'
import { version } from './version.ts'

export interface SideRequest extends RunRequest {
  readonly side: Side
  /** Directory that gets the trial files. */
  readonly out: string
}

/** Measures one side of every workload; the other is measured in another job. Returns the paths of the trial files. */
export async function measureSide(request: SideRequest): Promise<readonly string[]> {
  const { commits, config, log, repository, side } = request
  if (side === 'base' && commits.base === null)
    throw new InconclusiveError('no-base', 'There is no base to measure.', 'Name one with --base.')
  await clearLeftovers(log)
  await using revisions = await checkOut(repository, commits, {
    workloads: config.workloads,
    warn: (text) => log.detail(text, []),
  })
  const paths: string[] = []
  for (const workload of config.workloads) {
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
  const { side, out } = request
  const { base, head, folder } = revisions
  const runtime = await runtimeOf(workload, join(head.directory, workload.directory))
  const keep = keeper(out)
  const named = { workload: workload.name, workloadHash: workloadHash(workload), runtime: runtime.name }
  const hasBase = base !== null && (await containsDirectory(base, workload.directory))
  if (side === 'base' && base !== null && !hasBase)
    return [await keep(standIn({ ...named, version, number: 1, revision: base, reason: absent(workload) }))]
  const decide = decision(workload, runtime, dayOf(new Date()))
  const { trials, headFailure, baseFailure } = await measureWorkload({
    workload,
    workloadHash: named.workloadHash,
    runtime,
    base: hasBase ? base : null,
    head,
    only: side,
    scratch: folder,
    rounds: (stage) => roundsOf(workload, stage),
    version,
    // Each side as if nothing excused it: what is quiet by itself needs no confirming, whatever the other does.
    next: (measured) => decide(measured.map(asHead), workload.trials).next,
    isRed: () => false,
    keep,
    log: request.log,
    signal: request.signal,
  })
  const reason = headFailure ?? baseFailure
  const revision = side === 'base' ? base : head
  if (reason === null || revision === null) return trials
  const number = trials.length + 1
  return [...trials, await keep(standIn({ ...named, version, number, revision, reason }))]
}

const asHead = (trial: Trial): Trial => ({ ...trial, side: 'head' })

const absent = (workload: Workload): Reason => ({
  code: absentCode,
  text: `Base does not contain \`${workload.directory}\`.`,
  remedy: '',
})
