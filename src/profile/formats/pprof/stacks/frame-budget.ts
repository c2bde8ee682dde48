import type { PprofFile } from '../open.ts'
import { broken } from '../refusal.ts'

/** Some seconds of work. The largest profiles of real programs hold 100 million. */
const mostVisited = 1e9

/** Positions of locations, leaf first; the first `depth` are its own. */
interface Stack {
  readonly locations: Int32Array
  readonly depth: number
}

/**
 * A location may hold any number of inlined lines, and every sample may name it:
 * a small file could stand for endless frames. Sound profiles hold less than one frame a byte; null when none
 * of the locations is long enough to need the count.
 */
export function frameBudget({ layout, locations }: PprofFile): ((stack: Stack) => void) | null {
  const { lineStart } = locations
  if (locations.longest <= 64 && locations.longest * layout.bytes.length <= mostVisited) return null
  let left = Math.min(64 * layout.bytes.length, mostVisited)
  return ({ locations: positions, depth }) => {
    for (let index = 0; index < depth; index++) {
      const position = positions[index] as number
      left -= (lineStart[position + 1] as number) - (lineStart[position] as number)
    }
    if (left < 0) throw broken('its samples stand for more frames than a file of this size can mean')
  }
}
