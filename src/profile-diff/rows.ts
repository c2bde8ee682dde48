import { UserError } from '../errors.ts'
import type { Frame } from '../profile/profile.ts'
import { type FrameSums, noFrames } from './sums/frame-sums.ts'
import type { StackSums } from './sums/stacks.ts'

/** One line of the difference, in units of the quantity; either number may be negative. */
export interface Row {
  readonly name: string
  /** What grew in the frame itself; by stack, what grew on the stack. */
  readonly flat: number
  /** What grew in the frame and in all that it called, recursion counted once. */
  readonly cumulative: number
  /** In a series, how `flat` grew from each moment to the next. */
  readonly steps?: readonly number[]
}

/** Letters of one name; what is longer is cut, since one may be named by any number of stacks. */
const longestName = 2048

/** Letters of all names together, before a text or a JSON of them becomes too long to make. */
const mostText = 2 ** 26

/**
 * Rows by frame, those without any growth left out, as pprof orders them:
 * largest flat growth or shrinkage first, in a series then the largest step, then by name.
 */
export function frameRows({ frames, flat, cumulative, steps }: FrameSums): readonly Row[] {
  const text = textBudget()
  const rows: Row[] = []
  for (let id = 0; id < frames.frames.length; id++) {
    if (flat[id] === 0 && cumulative[id] === 0 && !steps.some((step) => step[id] !== 0)) continue
    const name = text(printable(frames.frames[id] as Frame))
    // Adding 0 makes a 0 of the -0 that a sum of negatives may leave.
    const row = { name, flat: (flat[id] as number) + 0, cumulative: (cumulative[id] as number) + 0 }
    rows.push(steps.length === 0 ? row : { ...row, steps: steps.map((step) => (step[id] as number) + 0) })
  }
  return rows.sort(byGrowth)
}

/** Rows by stack: names outermost first, joined by `;` as collapsed stacks are. */
export function stackRows({ frames, stacks }: StackSums): readonly Row[] {
  const text = textBudget()
  const rows: Row[] = []
  for (let stack = 0; stack < stacks.length; stack++) {
    const values = stacks.values.subarray(stack * stacks.width, (stack + 1) * stacks.width)
    if (values.every((value) => value === 0)) continue
    const [grown = 0, ...steps] = Array.from(values, (value) => value + 0)
    const start = stacks.offset[stack] as number
    const leafFirst = stacks.arena.subarray(start, start + (stacks.depth[stack] as number))
    const name = Array.from(leafFirst, (id) => text(shortened((frames.frames[id] as Frame).function)))
      .reverse()
      .join(';')
    const named = { name: name === '' ? noFrames : name, flat: grown, cumulative: grown }
    rows.push(steps.length === 0 ? named : { ...named, steps })
  }
  return rows.sort(byGrowth)
}

/** As pprof prints a frame with its line: `main.run /src/main.go:42`, without what is unknown. */
function printable({ function: whole, file: path, line }: Frame): string {
  const [name, file] = [shortened(whole), shortened(path)]
  if (line !== 0) return `${name === '' ? '' : `${name} `}${file}:${line}`
  if (file !== '') return `${name === '' ? '' : `${name} `}${file}`
  return name === '' ? '<unknown>' : name
}

/** A name of at most 2,048 letters; where it is cut, it says how long it was. */
export function shortened(name: string): string {
  if (name.length <= longestName) return name
  return `${name.slice(0, longestName - 40)}… (${name.length.toLocaleString('en')} letters)`
}

/** How rows may be ordered: by the magnitude of a figure, as pprof orders them, or by name. */
export const orders = ['flat', 'cum', 'name'] as const
export type Order = (typeof orders)[number]

export function byOrder(order: Order): (left: Row, right: Row) => number {
  if (order === 'flat') return byGrowth
  const byName = (left: Row, right: Row) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0)
  if (order === 'name') return byName
  return (left, right) => Math.abs(right.cumulative) - Math.abs(left.cumulative) || byName(left, right)
}

function byGrowth(left: Row, right: Row): number {
  const flat = Math.abs(right.flat) - Math.abs(left.flat)
  if (flat !== 0) return flat
  // What rose and fell again in a series.
  const steps = largestStep(right) - largestStep(left)
  if (steps !== 0) return steps
  if (left.name !== right.name) return left.name < right.name ? -1 : 1
  return Math.abs(right.cumulative) - Math.abs(left.cumulative)
}

function largestStep({ steps }: Row): number {
  return steps === undefined ? 0 : Math.max(...steps.map(Math.abs))
}

/** Gives back each name, and throws UserError once all together have more letters than can be written. */
export function textBudget(most = mostText, remedy = 'Use --by function.'): (name: string) => string {
  let left = most
  return (name) => {
    left -= name.length
    if (left < 0) throw new UserError('The names of all rows together are too long to write.', remedy)
    return name
  }
}
