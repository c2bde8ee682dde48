import type { Frame } from '../../../profile/profile.ts'
import type { TaskRow } from './files.ts'
import type { Thread } from './threads.ts'

/** Of a thread's id who started it. Frames outermost first. */
export type Starters = ReadonlyMap<number, { readonly stack: readonly Frame[]; readonly parent: number }>

/** What runs no Java has no stack. */
const native: Frame = { function: '(native)', file: '', line: 0 }

/** Threads at one place, in one state, that were started at one place, are one row. */
export function taskRows(threads: readonly Thread[], starters: Starters = new Map()): readonly TaskRow[] {
  const groups = new Map<string, Thread[]>()
  for (const thread of threads) {
    const key = [thread.state, textOf(thread.stack), textOf(starters.get(thread.id)?.stack ?? [])].join(
      '\n\n',
    )
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [thread])
    else known.push(thread)
  }
  return [...groups.values()].map((those) => rowOf(those, starters))
}

function rowOf(threads: readonly Thread[], starters: Starters): TaskRow {
  const [{ stack, state } = { stack: [], state: '' }] = threads
  const ids = threads.map(({ id }) => id)
  const row: TaskRow = { state, stack: stack.length > 0 ? stack : [native], ids }
  const by = starters.get(ids[0] ?? -1)?.stack
  if (by === undefined) return row
  return { ...row, started: { by, parents: ids.map((id) => starters.get(id)?.parent ?? 0) } }
}

const textOf = (stack: readonly Frame[]): string =>
  stack.map(({ file, function: name, line }) => `${name} ${file}:${line}`).join('\n')
