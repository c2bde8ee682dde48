import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Workload } from '../../../src/configure/config.ts'
import type { Profile, Quantity } from '../../../src/profile/profile.ts'
import { node } from '../../../src/runtimes/node/index.ts'
import type { Probe } from '../../../src/runtimes/probe.ts'
import type { DiagnosticGoal, Environment, Instrumentation, Stage } from '../../../src/runtimes/runtime.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
export const programs = join(root, 'test/runtimes/node/programs')

/** The Nodes to measure with: the one that runs the tests, and another that is asked for by path. */
export const nodes: readonly string[] = [
  process.execPath,
  ...[process.env.LEAKDIFF_TEST_NODE].filter((path) => path !== undefined),
]
export const versionOf = (executable: string): string =>
  execFileSync(executable, ['--version']).toString().trim()

/** The bundle brings the probe; a checkout that was not built yet gets the probe alone. */
export async function ensureProbe(): Promise<string> {
  const probe = join(root, 'dist/probe/node.cjs')
  if (existsSync(probe)) return probe
  mkdirSync(dirname(probe), { recursive: true })
  const outfile = join(dirname(probe), `.node-${process.pid}.cjs`)
  const entryPoints = [join(root, 'src/runtimes/node/probe/preload.ts')]
  await build({ entryPoints, outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs' })
  renameSync(outfile, probe)
  return probe
}

export async function instrumented(): Promise<Instrumentation> {
  await ensureProbe()
  // Node's instrumentation asks nothing of the workload.
  return node.instrument({ workload: {} as Workload, directory: programs, scratch: tmpdir() })
}

export interface Running {
  readonly child: ChildProcess
  readonly sockets: string
  /** Do one round; returns the line that the program prints after it. */
  round(): Promise<string>
  /** Probes that answer now, by socket name; waits until there are at least `count`. */
  probes(count: number): Promise<ReadonlyMap<string, Probe>>
  /** The main thread's probe of the process that was started. */
  probe(): Promise<Probe>
  stop(): Promise<void>
}

interface Options {
  readonly executable?: string
  readonly stage?: Stage
  /** Looked at for this, not measured. */
  readonly goal?: DiagnosticGoal
  readonly env?: Readonly<Record<string, string>>
  readonly command?: readonly string[]
  readonly cwd?: string
  /** Without the probe. */
  readonly bare?: boolean
}

/** Start a program with the probe in it and wait until it prints `ready`. */
export async function start(
  program: string,
  args: readonly string[] = [],
  options: Options = {},
): Promise<Running> {
  const sockets = mkdtempSync(join(tmpdir(), 'ld-'))
  const { diagnosticEnv, runEnv } = await instrumented()
  const [executable, ...rest] = options.command ?? [
    options.executable ?? process.execPath,
    join(programs, program),
    ...args,
  ]
  if (executable === undefined) throw new Error('no command')
  const measured = runEnv(options.stage ?? 'first', sockets)
  const diagnostic = options.goal && diagnosticEnv?.(sockets, options.goal)
  const ours: Environment = options.bare ? {} : (diagnostic ?? measured)
  const nodeOptions = [options.env?.NODE_OPTIONS, ours.NODE_OPTIONS].filter(Boolean).join(' ')
  const env = { ...process.env, ...options.env, ...ours, NODE_OPTIONS: nodeOptions }
  const child = spawn(executable, rest, {
    env,
    cwd: options.cwd ?? programs,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string> => {
    const line = await lines.next()
    if (line.done) throw new Error(`${program} ended`)
    return line.value
  }
  while ((await nextLine()) !== 'ready');
  const opened = new Map<string, Probe>()
  const running: Running = {
    child,
    sockets,
    round: () => {
      child.stdin.write('round\n')
      return nextLine()
    },
    probes: async (count) => {
      await until(() => socketsIn(sockets).length >= count)
      for (const name of socketsIn(sockets)) {
        if (!opened.has(name))
          opened.set(name, await node.connect({ kind: 'socket', path: join(sockets, name) }))
      }
      return opened
    },
    probe: async () => {
      const probe = (await running.probes(1)).get(`node-${child.pid}.sock`)
      if (probe === undefined) throw new Error(`no probe in ${program}`)
      return probe
    },
    stop: async () => {
      for (const probe of opened.values()) await probe.close()
      const ended = new Promise((resolve) => child.once('close', resolve))
      if (child.exitCode === null && child.signalCode === null) {
        child.kill()
        await ended
      }
      rmSync(sockets, { recursive: true, force: true })
    },
  }
  return running
}

const socketsIn = (directory: string): readonly string[] =>
  readdirSync(directory).filter((name) => name.endsWith('.sock'))

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** The totals after a round, by quantity. */
export async function totals(probe: Probe): Promise<Readonly<Partial<Record<Quantity, number>>>> {
  await probe.collect()
  const all = [...(await probe.count()), ...((await probe.countHeap?.()) ?? [])]
  return Object.fromEntries(all.map(({ quantity, value }) => [quantity, value]))
}

/** Totals after each of `rounds` rounds, the first two thrown away. */
export async function series(
  running: Running,
  quantity: Quantity,
  rounds: number,
): Promise<readonly number[]> {
  const values: number[] = []
  const probe = await running.probe()
  for (let round = -1; round <= rounds; round++) {
    await running.round()
    const value = (await totals(probe))[quantity]
    if (value === undefined) throw new Error(`no ${quantity}`)
    if (round > 0) values.push(value)
  }
  return values
}

/** What the probe writes after a round, parsed. */
export async function profiles(probe: Probe, directory: string, round: number): Promise<readonly Profile[]> {
  const paths = await probe.snapshot(directory, { round, dump: false })
  return paths.flatMap((path) => node.parse(basename(path), readFileSync(path)))
}

export function profileOf(all: readonly Profile[], quantity: Quantity): Profile {
  const found = all.find((profile) => profile.quantity === quantity)
  if (found === undefined) throw new Error(`no profile of ${quantity}`)
  return found
}

/** Steps from each value to the next. */
export const steps = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((value, i) => value - (values[i] ?? Number.NaN))

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
