import { UserError } from '../errors.ts'
import type { Frame } from '../profile/profile.ts'
import type { FrameSums } from './accumulate.ts'
import type { StackSums } from './accumulate-stacks.ts'

/** One line of the difference, in units of the quantity; either number may be negative. */
export interface Row {
  readonly name: string
  /** What grew in the frame itself; by stack, what grew on the stack. */
  readonly flat: number
  /** What grew in the frame and in all that it called, recursion counted once. */
  readonly cumulative: number
}

/** Letters of all names together, before a text or a JSON of them becomes too long to make. */
const mostText = 2 ** 28

/** Rows by frame, those without any growth left out, as pprof orders them: largest flat growth or shrinkage first, then by name. */
export function frameRows({ frames, flat, cumulative }: FrameSums): readonly Row[] {
  const text = textBudget()
  const rows: Row[] = []
  for (const [id, frame] of frames.frames.entries()) {
    // Adding 0 makes a 0 of the -0 that a sum of negatives may leave.
    const row = { flat: (flat[id] as number) + 0, cumulative: (cumulative[id] as number) + 0 }
    if (row.flat !== 0 || row.cumulative !== 0) rows.push({ name: text(printable(frame)), ...row })
  }
  return rows.sort(byGrowth)
}

/** Rows by stack: names outermost first, joined by `;` as collapsed stacks are. */
export function stackRows({ frames, stacks }: StackSums): readonly Row[] {
  const text = textBudget()
  const rows: Row[] = []
  for (let stack = 0; stack < stacks.length; stack++) {
    const grown = (stacks.values[stack] as number) + 0
    if (grown === 0) continue
    const start = stacks.offset[stack] as number
    const leafFirst = stacks.arena.subarray(start, start + (stacks.depth[stack] as number))
    const name = Array.from(leafFirst, (id) => text((frames.frames[id] as Frame).function))
      .reverse()
      .join(';')
    rows.push({ name: name === '' ? '<no frames>' : name, flat: grown, cumulative: grown })
  }
  return rows.sort(byGrowth)
}

/** As pprof prints a frame with its line: `main.run /src/main.go:42`, without what is unknown. */
function printable({ function: name, file, line }: Frame): string {
  if (line !== 0) return `${name === '' ? '' : `${name} `}${file}:${line}`
  if (file !== '') return `${name === '' ? '' : `${name} `}${file}`
  return name === '' ? '<unknown>' : name
}

function byGrowth(left: Row, right: Row): number {
  const flat = Math.abs(right.flat) - Math.abs(left.flat)
  if (flat !== 0) return flat
  if (left.name !== right.name) return left.name < right.name ? -1 : 1
  return Math.abs(right.cumulative) - Math.abs(left.cumulative)
}

function textBudget(): (name: string) => string {
  let left = mostText
  return (name) => {
    left -= name.length
    if (left < 0)
      throw new UserError('The names of all rows together are too long to write.', 'Use --by function.')
    return name
  }
}
