import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Workload } from '../../../src/configure/config.ts'
import type { Endpoint } from '../../../src/configure/key.ts'
import type { Profile, Quantity } from '../../../src/profile/profile.ts'
import { go } from '../../../src/runtimes/go/index.ts'
import type { Probe } from '../../../src/runtimes/probe.ts'
import type { Environment, Instrumentation, Stage } from '../../../src/runtimes/runtime.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export const program = (name: string): string =>
  readFileSync(join(root, 'test/runtimes/go/programs', `${name}.go`), 'utf8')

/** Whether tests can build; without Go they are skipped, but never in CI. */
export const hasGo: boolean = (() => {
  try {
    execFileSync('go', ['version'])
    return true
  } catch (error) {
    if (process.env.CI)
      throw new Error('There is no `go` on PATH: tests of the Go runtime cannot run.', { cause: error })
    console.warn('skipped: tests that build Go programs, as there is no `go` on PATH')
    return false
  }
})()

/** The bundle brings the probe; a checkout that was not built since its last change gets it here. */
export function ensureProbe(): void {
  const sources = join(root, 'src/runtimes/go/probe')
  for (const name of readdirSync(sources)) {
    const source = join(sources, name)
    const target = join(root, 'dist/probe/go', name)
    if (existsSync(target) && readFileSync(target).equals(readFileSync(source))) continue
    mkdirSync(dirname(target), { recursive: true })
    cpSync(source, `${target}.${process.pid}`)
    renameSync(`${target}.${process.pid}`, target)
  }
}

/** A directory with these files, and a scratch beside it; both are removed with `remove`. */
export interface Repository {
  readonly directory: string
  readonly scratch: string
  readonly remove: () => void
}

export function repository(files: Readonly<Record<string, string>>): Repository {
  const home = mkdtempSync(join(tmpdir(), 'leakdiff-go-'))
  const directory = join(home, 'repository')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), text)
  }
  return {
    directory,
    scratch: join(home, 'scratch'),
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

export interface Commands {
  readonly setup?: string
  readonly start: string
  readonly profiles?: readonly Endpoint[]
}

/** Instrumentation for these commands in `directory`, below the repository's own when given. */
export function instrumented(
  at: Repository,
  commands: Commands,
  directory = at.directory,
): Promise<Instrumentation> {
  ensureProbe()
  const { setup = null, start, profiles = [] } = commands
  // Instrumenting asks for nothing else of the workload.
  const workload = { setup, start, profiles } as unknown as Workload
  return go.instrument({ workload, directory, scratch: at.scratch })
}

/** Runs a command as set-up is run; returns what it printed. */
export function shell(directory: string, command: string, environment: Environment = {}): string {
  const env = merged(environment)
  return execFileSync('bash', ['-eo', 'pipefail', '-c', command], { cwd: directory, env, encoding: 'utf8' })
}

function merged(environment: Environment): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env }
  for (const [name, value] of Object.entries(environment)) {
    const before = name === 'GOFLAGS' || name === 'GODEBUG' ? process.env[name] : undefined
    env[name] = before ? `${before}${name === 'GOFLAGS' ? ' ' : ','}${value}` : value
  }
  return env
}

export interface Running {
  readonly child: ChildProcess
  readonly sockets: string
  /** The first line that the program printed, for those that print one before any round. */
  readonly nextLine: () => Promise<string>
  /** Do one round. */
  readonly round: (text?: string) => Promise<void>
  /** Probes that answer; waits until there are at least `count`. */
  readonly probes: (count: number) => Promise<readonly Probe[]>
  readonly stop: () => Promise<void>
}

/** Sets the commands up and starts them, as a trial does. */
export async function running(
  at: Repository,
  commands: Commands,
  stage: Stage = 'confirm',
  directory = at.directory,
): Promise<Running> {
  const { buildEnv, runEnv } = await instrumented(at, commands, directory)
  if (commands.setup) shell(directory, commands.setup, buildEnv)
  const sockets = mkdtempSync(join(tmpdir(), 'ld-'))
  const child = spawn('bash', ['-eo', 'pipefail', '-c', commands.start], {
    cwd: directory,
    env: merged(runEnv(stage, sockets)),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the program ended')
    return value
  }
  const round = async (text = 'round'): Promise<void> => {
    child.stdin.write(`${text}\n`)
    if ((await nextLine()) !== 'done') throw new Error('the program did not do its round')
  }
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.stdin.end()
    if (child.exitCode === null && child.signalCode === null) await ended
    rmSync(sockets, { recursive: true, force: true })
  }
  return { child, sockets, nextLine, round, probes: (count) => findProbes(sockets, count), stop }
}

async function findProbes(sockets: string, count: number): Promise<readonly Probe[]> {
  for (let tries = 0; tries < 600; tries++) {
    const files = readdirSync(sockets).filter((name) => go.socketPid(name) !== null)
    const found = await Promise.all(
      files.map((name) => go.connect({ kind: 'socket', path: join(sockets, name) }).catch(() => null)),
    )
    const answering = found.filter((probe) => probe !== null)
    if (answering.length >= count) return answering
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no ${count} probes in ${sockets}: ${readdirSync(sockets).join()}`)
}

export async function only(of: Running): Promise<Probe> {
  const [probe] = await of.probes(1)
  if (probe === undefined) throw new Error('no probe')
  return probe
}

/** One reading of the totals after the collections that a settle makes. */
export async function read(probe: Probe): Promise<Partial<Record<Quantity, number>>> {
  await probe.collect()
  const totals = await probe.count()
  return Object.fromEntries(totals.map(({ quantity, value }) => [quantity, value]))
}

/** All profiles of one snapshot, by the name of the file's kind and quantity. */
export async function snapshot(
  probe: Probe,
  dump = false,
): Promise<readonly (Profile & { readonly file: string })[]> {
  const directory = mkdtempSync(join(tmpdir(), 'leakdiff-snapshot-'))
  const files = await probe.snapshot(directory, { round: 1, dump })
  const profiles = files.flatMap((path) =>
    go.parse(basename(path), readFileSync(path)).map((profile) => ({ ...profile, file: basename(path) })),
  )
  rmSync(directory, { recursive: true })
  return profiles
}

/** Sum of a profile's values without the stacks that are ignored. */
export function blamed(profile: Profile | undefined): number {
  const rules = go.ignoreRules.filter(({ quantity }) => quantity === 'any' || quantity === profile?.quantity)
  const samples = profile?.samples.filter(({ stack }) => !rules.some((rule) => rule.matches(stack))) ?? []
  return samples.reduce((sum, { value }) => sum + value, 0)
}
