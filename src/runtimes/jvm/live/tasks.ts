import type { Frame } from '../../../profile/profile.ts'
import type { TaskRow } from './files.ts'
import type { Thread } from './threads.ts'

/** What runs no Java has no stack. */
const native: Frame = { function: '(native)', file: '', line: 0 }

/** Threads at one place, in one state, are one row. */
export function taskRows(threads: readonly Thread[]): readonly TaskRow[] {
  const rows = new Map<string, TaskRow>()
  for (const { stack, state } of threads) {
    const frames = stack.length > 0 ? stack : [native]
    const key = [state, ...frames.map(({ file, function: name, line }) => `${name} ${file}:${line}`)].join(
      '\n',
    )
    const known = rows.get(key)
    rows.set(
      key,
      known === undefined ? { count: 1, state, stack: frames } : { ...known, count: known.count + 1 },
    )
  }
  return [...rows.values()]
}
