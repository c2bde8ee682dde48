import { getEventListeners } from 'node:events'
import { readFileSync } from 'node:fs'
import * as modules from 'node:module'
import { relative } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { compiledKey } from '../sources/in-memory.ts'
import { changed, done, type ModuleChange, otherShape } from './module-text.ts'
import type { TestWatch } from './test-session.ts'

/** What we use of a task of @vitest/runner, 1 to 4. */
interface Task {
  readonly type: string
  readonly name: string
  readonly filepath?: string
  readonly tasks?: readonly Task[]
  mode?: string
  readonly context?: { readonly signal?: AbortSignal }
  result?: { readonly state?: string; readonly errors?: readonly unknown[] } | undefined
}

interface Runner {
  onTaskUpdate?: unknown
}

type Rounds = (run: () => Promise<void>, files: readonly Task[], runner: Runner) => Promise<void>

/** What is changed in vitest's own modules. */
const changes: readonly ModuleChange[] = [
  {
    // The one place where the tests of collected files run.
    file: /\/@vitest\/runner\/dist\/[^/]*\.js$/,
    mark: /function startTests\(/,
    known: /await runFiles\(files, runner\);/,
    ours: `await (globalThis[Symbol.for('leakdiff.rounds')] ?? ((run) => run()))(() => runFiles(files, runner), files, runner);`,
  },
  {
    // It keeps every mock that was ever made, for vi.clearAllMocks.
    file: /\/@vitest\/spy\/dist\/[^/]*\.js$/,
    mark: /\bREGISTERED_MOCKS\b/,
    known: /const (?:REGISTERED_MOCKS|mocks) = (?=(?:\/\*[^*]*\*\/ )?new Set\()/,
    ours: `$&globalThis[Symbol.for('leakdiff.mocks')] = `,
  },
]

/**
 * Has vitest's workers, processes or threads, run the collected tests of each file as often as leakdiff asks.
 */
export function repeatVitest(watch: TestWatch): void {
  if (isMainThread && !/\/(?:vitest|tinypool)\//.test(process.argv[1] ?? '')) return
  const turn = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => void watch.ours(() => setTimeout(resolve, milliseconds)))
  const rounds: Rounds = async (run, files, runner) => {
    const [file] = files
    // Files that could not be loaded, or hold no test, fail by themselves.
    if (file?.filepath === undefined || !file.tasks?.length || file.result?.state === 'fail') return run()
    Reflect.set(globalThis, compiledKey, true)
    await repeat(watch, relative(watch.directory, file.filepath), run, files, runner, turn)
  }
  Object.defineProperty(globalThis, Symbol.for('leakdiff.rounds'), { value: rounds })
  watch.ours(hookLoader)
}

async function repeat(
  watch: TestWatch,
  name: string,
  run: () => Promise<void>,
  files: readonly Task[],
  runner: Runner,
  pause: (milliseconds: number) => Promise<void>,
): Promise<void> {
  let count = 0
  const forget = createForgetter(files)
  await new Promise<void>((end) => {
    const round = async () => {
      await null // leaves the stack of who asked
      await run()
      forget()
      if (count++ === 0) {
        // Results are sent after a tenth of a second. Of later rounds nothing is reported:
        // vitest would take it for the result.
        await pause(200)
        runner.onTaskUpdate = () => {}
      }
      const failing = failuresIn(files)
      const byTest = failing.includes('') ? [] : failing
      return { executed: executedIn(files), failed: failing[0] ?? null, failing: byTest }
    }
    const leave = (): void => {
      for (const file of files) withoutFailed(file)
    }
    watch.begin({ name, goesOn: true, round, leave, end })
  })
  delete runner.onTaskUpdate
}

/**
 * Takes from vitest what it keeps of tests that have ended, and would let go with the process: listeners on
 * the signal that each test has for all its runs, and mocks. Those of the first round stay, for modules that
 * were loaded in it may have made them.
 */
function createForgetter(files: readonly Task[]): () => void {
  const signals = testsOf(files).flatMap(({ context }) => context?.signal ?? [])
  const listeners = new Set<object>(signals.flatMap((signal) => getEventListeners(signal, 'abort')))
  let mocks: ReadonlySet<unknown> | null = null
  return () => {
    for (const signal of signals) forgetListeners(signal, listeners)
    const all = (globalThis as Record<symbol, unknown>)[Symbol.for('leakdiff.mocks')]
    if (!(all instanceof Set)) return
    if (mocks === null) mocks = new Set(all)
    else for (const mock of all) if (!mocks.has(mock)) all.delete(mock)
  }
}

function forgetListeners(signal: AbortSignal, kept: ReadonlySet<object>): void {
  for (const listener of getEventListeners(signal, 'abort'))
    if (!kept.has(listener)) signal.removeEventListener('abort', listener as () => void)
}

const testsOf = (tasks: readonly Task[]): readonly Task[] =>
  tasks.flatMap((task) => (task.tasks === undefined ? [task] : testsOf(task.tasks)))

function executedIn(tasks: readonly Task[]): number {
  return tasks.reduce((sum, task) => {
    const ran = task.type === 'test' && /^(?:pass|fail)$/.test(task.result?.state ?? '')
    return sum + (ran ? 1 : 0) + executedIn(task.tasks ?? [])
  }, 0)
}

/** The full names of the innermost that failed; '' where a file failed by itself. */
function failuresIn(tasks: readonly Task[]): readonly string[] {
  return tasks.flatMap((task) => {
    const name = task.filepath === undefined ? [task.name] : []
    const inside = failuresIn(task.tasks ?? [])
    if (inside.length > 0) return inside.map((part) => [...name, part].join(' > '))
    return task.result?.state === 'fail' ? [name.join()] : []
  })
}

/**
 * Skips what failed, or what a hook made fail, and forgets the results, by which vitest would leave out more.
 */
function withoutFailed(task: Task): void {
  const below = task.tasks ?? []
  const failed = task.result?.state === 'fail'
  const byItself = failed && !below.some(({ result }) => result?.state === 'fail')
  for (const one of below) withoutFailed(one)
  if (byItself) skip(task)
  else if (below.length > 0 && below.every(isSkipped)) task.mode = 'skip'
  task.result = undefined
}

function skip(task: Task): void {
  task.mode = 'skip'
  for (const below of task.tasks ?? []) skip(below)
}

const isSkipped = ({ mode }: Task): boolean => mode === 'skip' || mode === 'todo'

interface Hooks {
  registerHooks?(hooks: { load(url: string, context: object, next: NextLoad): Loaded }): void
  register?(url: string, options?: object): void
}
type Loaded = { source?: unknown }
type NextLoad = (url: string, context: object) => Loaded

function hookLoader(): void {
  const { register, registerHooks } = modules as unknown as Hooks
  if (registerHooks)
    registerHooks({
      load: (url, context, next) => {
        const change = changes.find(({ file }) => file.test(url))
        const loaded = next(url, context)
        return change === undefined
          ? loaded
          : { ...loaded, source: changed(readFileSync(new URL(url), 'utf8'), change, 'vitest') }
      },
    })
  // Before Node 22.15 loaders have a thread of their own, and share no code with ours.
  else register?.(`data:text/javascript,${encodeURIComponent(loader)}`)
}

const loader = `const changes = [${changes.map(({ file, mark, known, ours }) => `[${file}, ${mark}, ${known}, ${JSON.stringify(ours)}]`)}]
export async function load(url, context, next) {
  const change = changes.find(([file]) => file.test(url))
  const loaded = await next(url, context)
  if (change === undefined) return loaded
  const [, mark, known, ours] = change
  const text = String(loaded.source)
  if (text.includes(${JSON.stringify(done)})) return loaded
  if (mark.test(text) && !known.test(text)) throw new Error(${JSON.stringify(otherShape('vitest'))})
  return { ...loaded, source: text.replace(known, ours) }
}`
