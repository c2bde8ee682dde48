import { plainClass } from '../class-name.ts'
import type { TypeRow } from './files.ts'
import type { Histogram } from './histogram.ts'

/** Of which types more objects live than after the first measured round. */
export interface Types {
  /** After a measured round; what lives after the first one is what all is reckoned from. */
  readonly take: (round: number, histogram: Histogram) => void
  /** One row a type; none before the first measured round. */
  readonly rows: (histogram: Histogram) => readonly TypeRow[]
}

export function createTypes(): Types {
  let first: ReadonlyMap<string, number> | null = null
  let last = 0
  return {
    take: (round, histogram) => {
      // Rounds are counted anew where a program is driven on, or runs its next tests.
      if (round < last) first = null
      last = round
      if (round > 0) first ??= countsOf(histogram)
    },
    rows: (histogram) => {
      const then = first
      if (then === null) return []
      return [...countsOf(histogram)].flatMap(([name, objects]) => {
        const more = objects - (then.get(name) ?? 0)
        return more > 0 ? [{ more, stack: [{ function: name, file: '', line: 0 }] }] : []
      })
    },
  }
}

/** Objects of all rows. */
export const sumOf = (rows: readonly TypeRow[]): number => rows.reduce((sum, { more }) => sum + more, 0)

/** Types that one class was made up for in each run are one. */
function countsOf({ classes }: Histogram): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { name, objects } of classes) {
    const plain = plainClass(name)
    if (!isText(name)) counts.set(plain, (counts.get(plain) ?? 0) + objects)
  }
  return counts
}

/**
 * Constants that code uses for the first time are texts, of which a JVM that leaks nothing has more after
 * every round. Of no other type of a real server was that seen in more than every second round.
 */
const isText = (name: string): boolean => /^(?:java\.lang\.String|byte\[\]|char\[\])$/.test(name)
