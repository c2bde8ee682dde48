import type { Frame } from '../../../profile/profile.ts'
import type { TaskRow } from './files.ts'
import type { Thread } from './threads.ts'

/** Who started a thread; undefined: nobody knows. Frames outermost first. */
export type Starters = (
  thread: Thread,
) => { readonly stack: readonly Frame[]; readonly parent: number } | undefined

/** What runs no Java has no stack. */
const native: Frame = { function: '(native)', file: '', line: 0 }

/** Threads at one place, in one state, that were started at one place, are one row. */
export function taskRows(
  threads: readonly Thread[],
  starters: Starters = () => undefined,
): readonly TaskRow[] {
  const groups = new Map<string, Thread[]>()
  for (const thread of threads) {
    const key = [thread.state, textOf(thread.stack), textOf(starters(thread)?.stack ?? [])].join('\n\n')
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [thread])
    else known.push(thread)
  }
  return [...groups.values()].map((those) => rowOf(those, starters))
}

function rowOf(threads: readonly Thread[], starters: Starters): TaskRow {
  const [first] = threads
  const { stack, state } = first ?? { stack: [], state: '' }
  const ids = threads.map(({ id }) => id)
  const row: TaskRow = { state, stack: stack.length > 0 ? stack : [native], ids }
  const by = first && starters(first)?.stack
  if (by === undefined) return row
  return { ...row, started: { by, parents: threads.map((thread) => starters(thread)?.parent ?? 0) } }
}

const textOf = (stack: readonly Frame[]): string =>
  stack.map(({ file, function: name, line }) => `${name} ${file}:${line}`).join('\n')
