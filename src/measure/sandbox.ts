import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import getPort, { portNumbers } from 'get-port'
import type { Revision } from '../checkout/revision.ts'
import type { Workload } from '../configure/config.ts'
import type { Environment } from '../runtimes/runtime.ts'
import { timeLimits } from '../time-limits.ts'
import type { Command } from './process/commands.ts'
import { type CommandName, commandEnvironment } from './process/environment.ts'
import { openSockets } from './process/orphans.ts'
import { assertMeasurable, endProcesses, killProcesses } from './process/processes.ts'

export interface SandboxRequest {
  readonly workload: Workload
  readonly revision: Revision
  /** Root of head's worktree: the driver runs there on both sides. */
  readonly headDirectory: string
  /** Measured rounds; the workload's warm-up comes before them. */
  readonly rounds: number
  /** A directory that exists; nothing of the sandbox is left in it. */
  readonly scratch: string
  /**
   * Gets a copy of all profiles and dumps, which hold what the program's memory holds. Left out:
   * nothing is kept.
   */
  readonly keep?: string
}

/**
 * What a trial stands on: its mark, its port, its folders. Disposing ends what still carries the mark and
 * removes the folders.
 */
export interface Sandbox extends AsyncDisposable {
  readonly trial: string
  /** Where probes open their sockets: a short path, the limit is 104 bytes. */
  readonly sockets: string
  /** Where profiles are written. */
  readonly profiles: string
  readonly command: (
    name: CommandName,
    text: string,
    options?: { readonly round?: number; readonly instrumentation?: Environment },
  ) => Command
}

const shownText = ({ shown }: Workload, name: CommandName): Pick<Command, 'shown'> =>
  shown?.[name] === undefined ? {} : { shown: shown[name] }

// Below the ports that the kernel gives to outgoing connections, so that none takes it before the program
// does.
const firstPort = 20_000
const lastPort = 32_000

export async function openSandbox(request: SandboxRequest): Promise<Sandbox> {
  assertMeasurable()
  const { workload, revision, headDirectory } = request
  const trial = randomUUID()
  const sockets = await openSockets()
  const folder = await mkdtemp(join(request.scratch, 'trial-'))
  const [directory, profiles] = [join(folder, 'scratch'), join(folder, 'profiles')]
  await Promise.all([mkdir(directory), mkdir(profiles)])
  const variables = {
    trial,
    side: revision.side,
    rounds: workload.warmup + request.rounds,
    directory,
    head: headDirectory,
    port: await freePort(),
  }
  const leave = (): void => {
    killProcesses({ trial })
    rmSync(sockets, { recursive: true, force: true })
  }
  process.once('exit', leave)
  return {
    trial,
    sockets,
    profiles,
    command: (name, text, { round = 0, instrumentation = {} } = {}) => ({
      name,
      text,
      ...shownText(workload, name),
      directory: join(isDrivers(name) ? headDirectory : revision.directory, workload.directory),
      environment: commandEnvironment(process.env, variables, { name, round, instrumentation }),
    }),
    [Symbol.asyncDispose]: async () => {
      await endProcesses({ trial }, timeLimits.grace)
      process.off('exit', leave)
      if (request.keep !== undefined) await cp(profiles, request.keep, { recursive: true })
      await Promise.all(
        [sockets, folder].map((path) => rm(path, { recursive: true, force: true, maxRetries: 3 })),
      )
    },
  }
}

/** What is the driver's is head's, on both sides. */
const isDrivers = (name: CommandName): boolean => name === 'round' || name === 'snapshot'

function freePort(): Promise<number> {
  const from = firstPort + Math.floor(Math.random() * (lastPort - firstPort))
  return getPort({ port: portNumbers(from, lastPort + 700) })
}
