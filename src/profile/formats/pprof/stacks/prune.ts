import type { Locations } from '../locations.ts'
import type { PprofFile } from '../open.ts'
import { endsHere, goes } from './cut.ts'
import { readableNames } from './frame-table.ts'

/** Whether a function is one that its profile wants left out, with all that it called. */
export type Drops = (name: string) => boolean

/**
 * A profile whose stacks end above the frames that `drops` names, as pprof prunes by `drop_frames` and
 * `keep_frames`: calls of an allocator stand for the function that called it. Of a location with inlined
 * calls only the outer ones may stay.
 */
export function pruned(file: PprofFile, drops: Drops, rename: (name: string) => string): PprofFile {
  const { lineStart, functionOf, lineOf, binaryOf } = file.locations
  const names = readableNames(file, rename)
  const dropped = Uint8Array.from(names, (name) => (name !== '' && drops(simplified(name)) ? 1 : 0))
  const pruning = new Uint8Array(lineStart.length - 1)
  const from = lineStart.slice(0, -1)
  for (let location = 0; location < pruning.length; location++) {
    const [first, end] = [lineStart[location] as number, lineStart[location + 1] as number]
    for (let line = end - 1; line >= first && pruning[location] === 0; line--) {
      if (dropped[functionOf[line] as number] !== 1) continue
      pruning[location] = line === end - 1 ? goes : endsHere
      if (line < end - 1) from[location] = line + 1
    }
  }
  return { ...file, pruning, locations: withoutInner(file.locations, from, { functionOf, lineOf, binaryOf }) }
}

/** Lays out the lines anew, those of a location from `from` on. */
function withoutInner(
  locations: Locations,
  from: Int32Array,
  { functionOf, lineOf, binaryOf }: Pick<Locations, 'functionOf' | 'lineOf' | 'binaryOf'>,
): Locations {
  const { lineStart } = locations
  if (from.every((line, location) => line === lineStart[location])) return locations
  const start = new Int32Array(lineStart.length)
  const lines: number[] = []
  const binaries = new Map<number, string>()
  for (let location = 0; location < from.length; location++) {
    for (let line = from[location] as number; line < (lineStart[location + 1] as number); line++) {
      const binary = binaryOf.get(line)
      if (binary !== undefined) binaries.set(lines.length, binary)
      lines.push(line)
    }
    start[location + 1] = lines.length
  }
  return {
    ...locations,
    lineStart: start,
    functionOf: Int32Array.from(lines, (line) => functionOf[line] as number),
    lineOf: Int32Array.from(lines, (line) => lineOf[line] as number),
    binaryOf: binaries,
  }
}

/** A name without its parameters, but with the parentheses that are part of names. */
function simplified(name: string): string {
  const plain = name.startsWith('.') ? name.slice(1) : name
  const parentheses = /\(anonymous namespace\)|operator\(\)|\(/g
  for (const found of plain.matchAll(parentheses)) if (found[0] === '(') return plain.slice(0, found.index)
  return plain
}
