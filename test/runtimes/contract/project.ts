import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import getPort from 'get-port'
import type { Workload } from '../../../src/configure/config.ts'
import { onboardings, type Recognised, recognise } from '../../../src/init/recognise/recognise.ts'
import { driverOf } from '../../../src/init/write/named.ts'
import { commandEnvironment, type ProgramName } from '../../../src/measure/process/environment.ts'
import type { Profile, Quantity } from '../../../src/profile/profile.ts'
import type { Probe } from '../../../src/runtimes/probe.ts'
import type { Environment, Instrumentation, Runtime } from '../../../src/runtimes/runtime.ts'
import type { ContractProgram } from './program.ts'

/** The project on disk, as `leakdiff init` sees it and as a trial starts it. */
export interface ContractProject {
  readonly directory: string
  readonly recognised: readonly Recognised[]
  /** Starts a command with the probe in it, in a trial of its own. */
  readonly start: (name: ProgramName, text: string, workload: object) => Promise<Started>
  readonly remove: () => void
}

interface Started {
  readonly instrumentation: Instrumentation
  readonly child: ChildProcess
  /** Paths of the sockets that probes have opened; waits until there is one. */
  readonly sockets: () => Promise<readonly string[]>
  /** Runs the driver that init writes for the server. */
  readonly drive: () => void
  readonly stop: () => Promise<void>
}

/** Requests that one run of the driver makes to each route. */
export const requests = 200

export async function contractProject(
  runtime: Runtime,
  { files }: ContractProgram,
): Promise<ContractProject> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), `leakdiff-contract-${runtime.name}-`)))
  const directory = join(home, 'repository')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), text)
  }
  const tree = { files: Object.keys(files).sort(), read: (file: string) => files[file] ?? null }
  const recognised = recognise(tree, await onboardings())
  return {
    directory,
    recognised,
    start: (name, text, workload) => start({ runtime, home, directory, recognised }, name, text, workload),
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

interface Place {
  readonly runtime: Runtime
  readonly home: string
  readonly directory: string
  readonly recognised: readonly Recognised[]
}

async function start(at: Place, name: ProgramName, text: string, form: object): Promise<Started> {
  const { directory, home, runtime } = at
  const trial = mkdtempSync(join(home, 'trial-'))
  const sockets = mkdtempSync(join(tmpdir(), 'ld-'))
  const port = await getPort()
  // What instrumenting asks of a workload.
  const workload = { profiles: [], setup: null, ...form } as unknown as Workload
  const instrumentation = await runtime.instrument({ workload, directory, scratch: trial })
  const variables = { trial: '', side: 'head', rounds: 1, directory: trial, head: directory, port } as const
  const environment = (command: 'setup' | 'round' | ProgramName, ours: Environment) =>
    commandEnvironment(process.env, variables, { name: command, round: 0, instrumentation: ours })
  const run = (command: 'setup' | 'round', line: string, ours: Environment = {}) =>
    void execFileSync('bash', ['-eo', 'pipefail', '-c', line], {
      cwd: directory,
      env: environment(command, ours),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  if (workload.setup !== null) run('setup', workload.setup, instrumentation.buildEnv)
  const child = spawn('bash', ['-eo', 'pipefail', '-c', text], {
    cwd: directory,
    env: environment(name, instrumentation.runEnv('confirm', sockets)),
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  return {
    instrumentation,
    child,
    sockets: () => untilThere(() => socketsIn(runtime, sockets)),
    drive: () => run('round', driverFile(at)),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve))
      if (child.exitCode === null && child.signalCode === null) {
        process.kill(-(child.pid ?? 0), 'SIGKILL')
        await ended
      }
      rmSync(sockets, { recursive: true, force: true })
    },
  }
}

/** Writes the driver, and returns the command that runs it. */
function driverFile({ home, recognised }: Place): string {
  const server = recognised.find((one) => one.kind === 'server')
  if (server === undefined) throw new Error('no server was recognised')
  const exchanges = server.routes.asked.map((path) => ({ kind: 'get', path }) as const)
  const place = { protocol: 'http', host: '127.0.0.1', port: null } as const
  const { command, ending, text } = driverOf({ recognised: server, exchanges, place })
  const file = join(home, `driver.${ending}`)
  writeFileSync(file, text({ heading: [], exchanges, place, requests }))
  return `${command} ${file}`
}

const socketsIn = (runtime: Runtime, folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => runtime.socketPid(name) !== null)
    .map((name) => join(folder, name))

async function untilThere<T>(look: () => readonly T[]): Promise<readonly T[]> {
  for (let tries = 0; tries < 1200; tries++) {
    const found = look()
    if (found.length > 0) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('no probe opened a socket')
}

/** What answers at a socket, which is there a moment before anybody listens. */
export async function connected(runtime: Runtime, path: string): Promise<Probe> {
  for (let tries = 0; ; tries++) {
    try {
      return await runtime.connect({ kind: 'socket', path })
    } catch (error) {
      if (tries > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** The totals once what can be freed is freed. */
export async function totals(probe: Probe): Promise<Partial<Record<Quantity, number>>> {
  await probe.collect()
  const all = [...(await probe.count()), ...((await probe.countHeap?.()) ?? [])]
  return Object.fromEntries(all.map(({ quantity, value }) => [quantity, value]))
}

/** All profiles of one snapshot; its files are gone. */
export async function snapshotOf(runtime: Runtime, probe: Probe, round: number): Promise<readonly Profile[]> {
  const directory = mkdtempSync(join(tmpdir(), 'leakdiff-snapshot-'))
  try {
    const files = await probe.snapshot(directory, { round, dump: true })
    return files.flatMap((path) => runtime.parse(basename(path), readFileSync(path)))
  } finally {
    rmSync(directory, { recursive: true })
  }
}
