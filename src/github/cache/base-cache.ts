import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import type { Log } from '../../log.ts'
import type { BaseCache } from '../../pipeline/base-cache.ts'
import { readTrial, trialFiles, writeTrial } from '../../trial/file.ts'
import { limits } from '../../trial/schema.ts'
import { type Event, isDefaultBranch } from '../job/event.ts'
import type { Inputs } from '../job/inputs.ts'
import type { Job } from '../job/job.ts'

export interface CacheService {
  readonly job: Job
  /** The variables by which the runner's cache is reached. */
  readonly services: Readonly<Record<string, string>>
  readonly log: Log
  /** Whether others may believe what this run keeps. */
  readonly writes: boolean
  /** The bundled process that speaks to the service. */
  readonly script?: string
}

/** Milliseconds that a cache may cost, which saves about a minute. */
const patience = 5_000

/** The runner's cache; null when there is none, or it is not wanted. */
export function cacheFor(
  job: Job,
  inputs: Inputs,
  event: Event,
  services: Readonly<Record<string, string>>,
  log: Log,
): BaseCache | null {
  const reached = Boolean(services.ACTIONS_RESULTS_URL || services.ACTIONS_CACHE_URL)
  if (inputs.cache === false || !reached) return null
  return createBaseCache({ job, services, log, writes: isDefaultBranch(job, event) })
}

export function createBaseCache(service: CacheService): BaseCache {
  const { run } = service.job
  return {
    find: (key) =>
      inFolder(service, async (folder) => {
        if (!(await call(service, 'restore', key, folder))) return null
        const [path] = await trialFiles(join(folder, 'trials'))
        if (path === undefined) throw new Error('it does not hold a trial.')
        return await readTrial(path)
      }),
    keep: service.writes
      ? async (key, trial) => {
          const text = `Base was not measured: its figures are from the cache, of run ${run}.`
          const notes = [...trial.notes, { code: 'base-cached', text }]
          await inFolder(service, async (folder) => {
            await writeTrial(folder, { ...trial, notes })
            await call(service, 'save', key, folder)
            return null
          })
        }
      : null,
  }
}

/** Does `work` in a folder that is gone afterwards; what goes wrong costs a line in the log. */
async function inFolder<T>(
  { job, log }: CacheService,
  work: (folder: string) => Promise<T | null>,
): Promise<T | null> {
  await mkdir(job.temp, { recursive: true })
  const folder = await mkdtemp(join(job.temp, 'leakdiff-cache-'))
  try {
    return await work(folder)
  } catch (error) {
    log.step(withoutCache(error instanceof Error ? error.message : String(error)))
    return null
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/**
 * Whether the service did its work, and had what was asked for. The library runs in `folder`, which is all
 * the workspace it knows, and is ended when it is slow.
 */
async function call(
  { job, log, script = bundled(), services }: CacheService,
  what: 'save' | 'restore',
  key: string,
  folder: string,
): Promise<boolean> {
  const tools = join(folder, 'tools')
  await mkdir(tools)
  await writeFile(join(tools, 'tar'), boundedTar, { mode: 0o755 })
  const environment = {
    ...services,
    PATH: [tools, process.env.PATH].join(delimiter),
    GITHUB_WORKSPACE: folder,
    GITHUB_SERVER_URL: job.serverUrl,
    RUNNER_TEMP: folder,
  }
  const ended = await execa(process.execPath, [script, what, key], {
    cwd: folder,
    env: environment,
    reject: false,
    stdin: 'ignore',
    all: true,
    timeout: patience,
    killSignal: 'SIGKILL',
  })
  const trouble = ended.timedOut
    ? `no answer within ${patience / 1000} s`
    : troubleIn(ended.all ?? '', ended.exitCode)
  if (trouble !== null) log.step(withoutCache(trouble))
  return trouble === null && ended.exitCode === 0
}

/**
 * The library unpacks with -P, which lets an archive write to absolute paths, to folders above,
 * and through links. Without it tar refuses all three. A file has at most what is read of one (in units of
 * 512 bytes), and tar does not outlive the patience for it.
 */
const boundedTar = `#!/bin/sh
for word do
  shift
  [ "$word" = -P ] || set -- "$@" "$word"
done
PATH=\${PATH#*:}
ulimit -f ${limits.inflated / 512}
exec timeout -s KILL ${patience / 1000} tar "$@"
`

/** How the process that speaks to the service ends when there is nothing under the key. */
const noEntry = 7

const bundled = (): string => fileURLToPath(new URL('./cache.mjs', import.meta.url))

/** The library tells failures as annotations and goes on. */
function troubleIn(said: string, status: number | undefined): string | null {
  const told = /^::(?:error|warning)[^:]*::(.*)$/m.exec(said)?.[1]
  if (told !== undefined) return told
  return status === 0 || status === noEntry ? null : (said.trim().split('\n').at(-1) ?? 'it ended')
}

const withoutCache = (why: string): string => `The cache of base trials could not be used: ${why}`
