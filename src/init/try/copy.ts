import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from '../../checkout/git/git.ts'
import type { Revision } from '../../checkout/revision.ts'
import { workingTreeCommit } from '../../checkout/worktree/working-tree.ts'
import { checkOut } from '../../checkout/worktree/worktree.ts'
import type { Workload } from '../../configure/config.ts'
import { loadConfig } from '../../configure/load.ts'
import type { Log } from '../../log.ts'
import { CommandError } from '../../measure/process/commands.ts'
import { runSetup } from '../../measure/setup.ts'
import { runtimes } from '../../runtimes/index.ts'
import type { Instrumentation, Runtime } from '../../runtimes/runtime.ts'
import type { Trial } from '../../trial/trial.ts'
import { version } from '../../version.ts'
import type { Recognised } from '../recognise/recognise.ts'
import { installedCopy } from './installed.ts'
import type { StoodIn } from './tried.ts'

/** A copy of the working tree in which everything is tried; it goes when it is disposed of. */
export interface Copy extends AsyncDisposable {
  /** What it is a copy of. */
  readonly repository: Repository
  readonly revision: Revision
  /** Of ours, beside the copy. */
  readonly scratch: string
  readonly log: Log
  readonly signal: AbortSignal
  /** Projects that are set up, or could not be, by what was asked for. */
  readonly setUps: Map<string, Promise<SetUp>>
  /** Commands that were run for it, by what they are. */
  readonly commands: Map<string, Promise<Built>>
}

/** A set-up command that was run: in so many seconds. */
interface Built {
  readonly seconds: number
  readonly leftRunning: AsyncDisposable
  /** null: it worked as it stands. */
  readonly stoodIn: StoodIn | null
}

/** A project in the copy, installed and built. */
export interface SetUp {
  readonly runtime: Runtime
  readonly instrumentation: Instrumentation
  readonly versions: Trial['versions']
  readonly scratch: string
  /** null: there was nothing to do. */
  readonly seconds: number | null
  readonly stoodIn: StoodIn | null
}

/**
 * The working tree as `leakdiff run` takes it: what is committed and what is new, without what is ignored.
 */
export async function openCopy(repository: Repository, log: Log, signal: AbortSignal): Promise<Copy> {
  const sha = await workingTreeCommit(repository)
  const commits = { base: null, head: { sha, how: 'working-tree' } } as const
  const {
    folder,
    head,
    [Symbol.asyncDispose]: remove,
  } = await checkOut(repository, commits, {
    workloads: [],
    warn: (text) => log.detail(text, []),
  })
  const commands: Copy['commands'] = new Map()
  return {
    repository,
    revision: head,
    scratch: folder,
    log,
    signal,
    setUps: new Map(),
    commands,
    [Symbol.asyncDispose]: async () => {
      for (const done of await Promise.allSettled(commands.values()))
        if (done.status === 'fulfilled') await done.value.leftRunning[Symbol.asyncDispose]()
      await remove()
    },
  }
}

/** A workload as a configuration of these lines would define it. */
export async function workloadOf(copy: Copy, text: string): Promise<Workload> {
  const { workloads } = await loadConfig({
    root: copy.revision.directory,
    configText: text,
    inputs: {},
    defaultName: '',
  })
  const [first] = workloads
  if (first === undefined) throw new Error('no workload in the configuration of a trial')
  return first
}

/**
 * Installs and builds what a candidate needs, once for all that need the same. Throws CommandError when that
 * fails.
 */
export function setUp(copy: Copy, recognised: Recognised, workload: Workload): Promise<SetUp> {
  const key = JSON.stringify([recognised.runtime, recognised.folder, workload.form, recognised.setup])
  return once(copy.setUps, key, () => prepared(copy, recognised, workload))
}

function once<T>(known: Map<string, Promise<T>>, key: string, run: () => Promise<T>): Promise<T> {
  const running = known.get(key) ?? run()
  running.catch(() => {}) // told by whoever asked
  known.set(key, running)
  return running
}

async function prepared(copy: Copy, recognised: Recognised, workload: Workload): Promise<SetUp> {
  const runtime: Runtime = runtimes[recognised.runtime]
  const directory = join(copy.revision.directory, workload.directory)
  const scratch = await mkdtemp(join(copy.scratch, 'try-'))
  const toolchain = await runtime.toolchain(directory)
  const instrumentation = await runtime.instrument({ workload, directory, scratch })
  const versions = { leakdiff: version, toolchain }
  const common = { runtime, instrumentation, versions, scratch }
  if (recognised.setup === null) return { ...common, seconds: null, stoodIn: null }
  // A server and its tests are installed by the same command, unless the probe is built in.
  const key = JSON.stringify([recognised.folder, recognised.setup, instrumentation.buildEnv])
  const build = (setup: string | null) => built(copy, { ...workload, setup }, scratch, instrumentation)
  const { seconds, stoodIn } = await once(copy.commands, key, () => builtAnyhow(copy, recognised, build))
  return { ...common, seconds, stoodIn }
}

/** With what is installed in the checkout, where nothing can be installed here: offline, without a token. */
async function builtAnyhow(
  copy: Copy,
  { installed, setup }: Recognised,
  build: (setup: string | null) => Promise<Omit<Built, 'stoodIn'>>,
): Promise<Built> {
  try {
    return { ...(await build(setup)), stoodIn: null }
  } catch (error) {
    copy.signal.throwIfAborted()
    const paths = installed === undefined ? [] : await installedCopy(copy, installed)
    if (installed === undefined || paths.length === 0 || !(error instanceof CommandError)) throw error
    copy.log.step(`that failed: with ${paths.join(', ')} of the checkout`)
    // What fails again was not for want of an installation.
    const done = await build(installed.setup).catch(() => Promise.reject(error))
    return { ...done, stoodIn: { paths, why: error.message, output: error.output } }
  }
}

async function built(
  { log, revision, signal }: Copy,
  workload: Workload,
  scratch: string,
  instrumentation: Instrumentation,
): Promise<Omit<Built, 'stoodIn'>> {
  if (workload.setup !== null) log.step(`setting up: ${workload.setup}`)
  const began = performance.now()
  const request = { workload, revision, headDirectory: revision.directory, rounds: 1, scratch }
  const leftRunning = await runSetup({ ...request, instrumentation, log: quietly(log), signal })
  return { seconds: (performance.now() - began) / 1000, leftRunning }
}

/** Steps of a run tell of base and head, which there are none of here. */
export const quietly = (log: Log): Log => ({ ...log, step: () => {}, detail: () => {} })
