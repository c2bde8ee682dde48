import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Repository, runGit } from '../checkout/git/git.ts'
import type { Commit, Revision } from '../checkout/revision.ts'
import type { Workload } from '../configure/config.ts'
import { workloadHash } from '../configure/load.ts'
import { UserError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Runtime } from '../runtimes/runtime.ts'
import { hostOf } from '../trial/host.ts'
import type { Trial } from '../trial/trial.ts'
import { version } from '../version.ts'

/**
 * Keeps first trials of commits that may become a base. Neither call rejects,
 * whatever becomes of the service behind it.
 */
export interface BaseCache {
  /** What is kept under `key`, read as any trial file is; null: nothing. */
  readonly find: (key: string) => Promise<Trial | null>
  /** null: this run may not write, since others would believe it. */
  readonly keep: ((key: string, trial: Trial) => Promise<void>) | null
}

export interface CacheRequest {
  readonly cache: BaseCache | null
  readonly repository: Repository
  readonly workload: Workload
  readonly runtime: Runtime
  /** Its driver is what drives both sides. */
  readonly head: Revision
  readonly log: Log
}

/** The first trial of `base` that an earlier run has measured with the same of everything; null: none. */
export async function findBase(request: CacheRequest, base: Revision | null): Promise<Trial | null> {
  const { cache, log, runtime, workload } = request
  if (cache === null || base === null) return null
  const toolchain = await toolchainOf(runtime, join(base.directory, workload.directory))
  const key = toolchain === null ? null : await keyOf(request, base.sha, toolchain)
  if (key === null) return null
  const found = await cache.find(key)
  if (found === null) return null
  if (toolchain !== null && isOf(found, request, base, toolchain)) return { ...found, how: base.how }
  log.step('The cache of base trials held a trial of something else; base is measured anew.')
  return null
}

/** Keeps head's first trial, for pull requests whose base this commit will be. */
export async function keepHead(request: CacheRequest, trials: readonly Trial[]): Promise<void> {
  const keep = request.cache?.keep
  const first = trials.find(({ number, side }) => side === 'head' && number === 1)
  if (!keep || first === undefined) return
  const key = await keyOf(request, first.sha, first.versions.toolchain)
  if (key !== null) await keep(key, { ...first, side: 'base' })
}

/** null: what drives a round is not named, so that nobody knows whether it is the same. */
async function keyOf(
  { head, repository, runtime, workload }: CacheRequest,
  sha: Commit['sha'],
  toolchain: string,
): Promise<string | null> {
  const driver = await driverOf(repository, head, workload)
  if (driver === null) return null
  const parts = [
    1,
    sha,
    workload.name,
    workloadHash(workload),
    driver,
    runtime.name,
    toolchain,
    version,
    hostOf(),
  ]
  return `leakdiff-base-${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`
}

/**
 * Names and contents of the driver's files at head, as git knows them.
 * Tests and self-driving scripts are the revision's own.
 */
async function driverOf(repository: Repository, head: Revision, workload: Workload): Promise<string | null> {
  if (workload.form !== 'server') return ''
  if (workload.driver.length === 0) return null
  const listed = await runGit(
    repository,
    ['ls-tree', '-r', '-z', '--full-tree', head.sha, '--', ...workload.driver],
    {},
  )
  return listed.status === 0 ? listed.stdout : null
}

async function toolchainOf(runtime: Runtime, directory: string): Promise<string | null> {
  try {
    return await runtime.toolchain(directory)
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

/** Whoever wrote it: only what says of itself what its key says. */
function isOf(trial: Trial, { runtime, workload }: CacheRequest, base: Revision, toolchain: string): boolean {
  const host = hostOf()
  return (
    trial.workload === workload.name &&
    trial.workloadHash === workloadHash(workload) &&
    trial.runtime === runtime.name &&
    trial.side === 'base' &&
    trial.number === 1 &&
    trial.stage === 'first' &&
    trial.sha === base.sha &&
    trial.versions.leakdiff === version &&
    trial.versions.toolchain === toolchain &&
    trial.host.cpus === host.cpus &&
    trial.host.image === host.image &&
    trial.failures.length === 0
  )
}
