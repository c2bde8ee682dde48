import { gzipSync } from 'node:zlib'
import type { DiffRequest } from './diff.ts'
import { type StackGrowth, stacksOf } from './diff.ts'
import { shortened, textBudget } from './rows.ts'

/** Letters of folded stacks: the text, its lines and its bytes are in memory at once. */
const mostFolded = 2 ** 27

interface Asked {
  readonly folded?: string | undefined
  readonly pprof?: string | undefined
}

/**
 * Writes what grew as folded stacks (`main;serve 42`, outermost first) and as a gzipped pprof profile,
 * where asked.
 */
export async function writeStacks(
  request: Omit<DiffRequest, 'by'>,
  { folded, pprof }: Asked,
  write: (text: string | Uint8Array, path: string) => void,
): Promise<void> {
  if (folded !== undefined) write(foldedText(await stacksOf(request, 'function')), folded)
  if (pprof === undefined) return
  const { writePprof } = await import('../profile/formats/pprof/write.ts')
  const { stacks, type, unit } = await stacksOf(request, 'line')
  const samples = stacks.map(({ stack, value }) => ({ stack, values: [value] }))
  write(gzipSync(writePprof([[type, unit]], samples)), pprof)
}

/**
 * One line a stack, its growth behind it; negative where it shrank. Space and `;` part,
 * so names have them no longer.
 */
function foldedText({ stacks }: StackGrowth): string {
  const text = textBudget(mostFolded, 'Write --pprof FILE instead: there each name stands once.')
  const lines = stacks.map(({ stack, value }) => {
    const names = stack.map((frame) => text(shortened(frame.function).replace(/[;\s\p{Cc}]+/gu, '_') || '_'))
    return `${names.length === 0 ? '_' : names.join(';')} ${value}`
  })
  return `${lines.sort().join('\n')}${lines.length === 0 ? '' : '\n'}`
}
