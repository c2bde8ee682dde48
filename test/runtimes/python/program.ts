import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Workload } from '../../../src/configure/config.ts'
import type { Profile, Quantity } from '../../../src/profile/profile.ts'
import type { Probe } from '../../../src/runtimes/probe.ts'
import { python } from '../../../src/runtimes/python/index.ts'
import { instrument } from '../../../src/runtimes/python/instrument/instrument.ts'
import type { Stage } from '../../../src/runtimes/runtime.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
export const programs = join(root, 'test/runtimes/python/programs')
const probe = join(root, 'src/runtimes/python/probe')

/**
 * Not by the name that is called: where a version manager stands behind it,
 * it starts Python by way of other programs.
 */
const python3 = execFileSync('python3', ['-c', 'import sys; print(sys.executable)']).toString().trim()

/**
 * The Pythons to measure with: `python3`, and those that LEAKDIFF_TEST_PYTHONS lists,
 * with colons between them.
 */
export const pythons: readonly string[] = [
  python3,
  ...(process.env.LEAKDIFF_TEST_PYTHONS ?? '').split(':').filter((path) => path !== '' && existsSync(path)),
]
export const versionOf = (executable: string): string =>
  execFileSync(executable, ['--version']).toString().trim()

export interface Running extends AsyncDisposable {
  readonly child: ChildProcess
  readonly pid: number
  readonly sockets: string
  /** Does one round; returns the line that the program prints after it. */
  round(): Promise<string>
  /** Connections to the probes of at least `count` processes, by pid. */
  probes(count: number): Promise<ReadonlyMap<number, Probe>>
  /** The probe of the process that was started. */
  probe(): Promise<Probe>
  /** What it printed first. */
  readonly first: string
}

interface Options {
  readonly executable?: string
  readonly stage?: Stage | 'diagnose'
  readonly env?: Readonly<Record<string, string>>
  readonly options?: readonly string[]
  /** What follows the program on its command line. */
  readonly args?: readonly string[]
}

/** Starts a program with the probe in it, and waits until it prints a line. */
export async function start(program: string, options: Options = {}): Promise<Running> {
  const { executable = python3, stage = 'first', env = {} } = options
  const place = mkdtempSync(join(tmpdir(), 'python-scratch-'))
  const sockets = mkdtempSync(join(tmpdir(), 'pys-'))
  const request = { workload: { form: 'server' } as Workload, directory: programs, scratch: place }
  const { diagnosticEnv, runEnv } = await instrument(request, probe)
  const ours = stage === 'diagnose' ? diagnosticEnv?.(sockets, 'holders') : runEnv(stage, sockets)
  const users = env.PYTHONPATH === undefined ? {} : { PYTHONPATH: `${ours?.PYTHONPATH}:${env.PYTHONPATH}` }
  const child = spawn(
    executable,
    [...(options.options ?? []), resolve(programs, program), ...(options.args ?? [])],
    {
      env: { ...process.env, ...env, ...ours, ...users },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string> => {
    const line = await lines.next()
    if (line.done) throw new Error(`${program} ended`)
    return line.value
  }
  const first = await nextLine()
  const opened = new Map<number, Probe>()
  const { pid = 0 } = child
  const probes: Running['probes'] = async (count) => {
    for (const end = Date.now() + 20_000; opened.size < count && Date.now() < end; ) {
      for (const name of readdirSync(sockets)) {
        const owner = python.socketPid(name)
        if (owner === null || opened.has(owner)) continue
        const met = await python.connect({ kind: 'socket', path: join(sockets, name) }).catch(() => null)
        if (met !== null) opened.set(owner, met)
      }
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    return opened
  }
  return {
    child,
    first,
    pid,
    sockets,
    probes,
    round: () => {
      child.stdin.write('round\n')
      return nextLine()
    },
    probe: async () => {
      const found = (await probes(1)).get(pid)
      if (found === undefined) throw new Error(`no probe in ${program}`)
      return found
    },
    [Symbol.asyncDispose]: async () => {
      for (const met of opened.values()) await met.close()
      const ended = new Promise((resolve) => child.once('close', resolve))
      for (const owner of [pid, ...opened.keys()]) kill(owner)
      if (child.exitCode === null && child.signalCode === null) await ended
      for (const folder of [place, sockets]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it ended by itself
  }
}

export type Totals = Readonly<Partial<Record<Quantity, number>>>

/** The totals as they are now. */
export async function totals(one: Probe): Promise<Totals> {
  await one.collect()
  return Object.fromEntries(
    [...(await one.count()), ...((await one.countHeap?.()) ?? [])].map(({ quantity, value }) => [
      quantity,
      value,
    ]),
  )
}

/** What a total grows by a round, over five rounds after three that warm up: the median of the rounds. */
export async function growth(running: Running, one: Probe): Promise<Totals> {
  const seen: Totals[] = []
  for (let round = 0; round < 9; round++) {
    await running.round()
    if (round >= 3) seen.push(await totals(one))
  }
  const quantities = Object.keys(seen[0] ?? {}) as Quantity[]
  return Object.fromEntries(
    quantities.map((quantity) => {
      const steps = seen.slice(1).map((now, i) => (now[quantity] ?? 0) - (seen[i]?.[quantity] ?? 0))
      return [quantity, steps.toSorted((a, b) => a - b)[2] ?? 0]
    }),
  )
}

/** The profiles of one snapshot. */
export async function snapshot(one: Probe, graph?: 'mark' | 'write'): Promise<readonly Profile[]> {
  const directory = mkdtempSync(join(tmpdir(), 'python-snapshot-'))
  try {
    const paths = await one.snapshot(directory, { round: 1, dump: false, ...(graph && { graph }) })
    return paths.flatMap((path) => python.parse(basename(path), readFileSync(path)))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
