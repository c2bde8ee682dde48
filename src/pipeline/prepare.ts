import { join } from 'node:path'
import { skippedWorkloads, strayGlobs } from '../checkout/changes/changed-paths.ts'
import { changesBetween, type FileChange } from '../checkout/changes/changes.ts'
import type { Repository } from '../checkout/git/git.ts'
import type { ChosenCommits, Revision } from '../checkout/revision.ts'
import { checkOut, containsDirectory, type Revisions } from '../checkout/worktree/worktree.ts'
import type { Config, Workload } from '../configure/config.ts'
import { FormatError, InconclusiveError } from '../errors.ts'
import type { Log } from '../log.ts'
import { clearOrphans } from '../measure/process/orphans.ts'
import { definitions, recogniseRuntime, runtimes } from '../runtimes/index.ts'
import type { Runtime } from '../runtimes/runtime.ts'
import { withoutSecretsIn } from '../secrets.ts'
import type { Note } from '../trial/both-sides.ts'
import { readTrial, writeTrial } from '../trial/file.ts'
import type { Trial } from '../trial/trial.ts'

export interface PrepareRequest {
  readonly config: Config
  /** The user's checkout; never changed. */
  readonly repository: Repository
  readonly commits: ChosenCommits
  readonly log: Log
}

/** What is known before anything is checked out. */
export interface Plan {
  /** Workloads that head's changes do not concern, by name. */
  readonly skipped: ReadonlySet<string>
  /** What is worth saying of a workload, by its name: globs that match nothing. */
  readonly notes: ReadonlyMap<string, readonly Note[]>
}

/** Which workloads are to be measured. Throws UserError when `changed` of one matches no file at all. */
export async function planWorkloads({ commits, config, log, repository }: PrepareRequest): Promise<Plan> {
  const skipped = await skippedWorkloads(repository, commits, config.workloads)
  const notes = await strayGlobs(repository, commits, config.workloads)
  for (const { text } of [...notes.values()].flat()) log.detail(text, [])
  return { skipped, notes }
}

/**
 * Both commits checked out for the workloads that are measured, after what killed runs left has been removed.
 */
export async function prepareRevisions(
  { commits, config, log, repository }: PrepareRequest,
  { skipped }: Plan,
): Promise<Revisions> {
  await clearOrphans(log)
  return await checkOut(repository, commits, {
    workloads: config.workloads.filter(({ name }) => !skipped.has(name)),
    warn: (text) => log.detail(text, []),
  })
}

/** What the pull request changes; nothing without a base. */
export const changesOf = async ({
  commits: { base, head },
  repository,
}: Pick<PrepareRequest, 'commits' | 'repository'>): Promise<readonly FileChange[]> =>
  base === null ? [] : await changesBetween(repository, base.sha, head.sha, definitions)

/** Base, when it holds the directory of the workload. */
export const baseFor = async ({ base }: Revisions, { directory }: Workload): Promise<Revision | null> =>
  base !== null && (await containsDirectory(base, directory)) ? base : null

/** Where a change stands, on head and on base. */
export const pathsOf = ({ oldPath, path }: FileChange): readonly string[] =>
  oldPath === null || oldPath === path ? [path] : [path, oldPath]

/**
 * The runtime that the workload names, else the one that its directory at head shows.
 * Throws UserError when none does.
 */
export const runtimeOf = async (workload: Workload, head: Revision): Promise<Runtime> =>
  workload.runtime === null
    ? await recogniseRuntime(join(head.directory, workload.directory))
    : runtimes[workload.runtime]

/** Trials go through their files, as they do between jobs. */
export function keeper(directory: string): (trial: Trial) => Promise<Trial> {
  return async (trial) => {
    const path = await writeTrial(directory, withoutSecretsIn(trial))
    return await readTrial(path, `trial ${trial.number} of ${trial.side}`).catch((error: unknown) => {
      if (!(error instanceof FormatError)) throw error
      throw new InconclusiveError('figures-absurd', error.message, error.remedy, { cause: error })
    })
  }
}
