import { readableNames } from './frame-table.ts'
import type { Locations } from './locations.ts'
import type { PprofFile } from './open.ts'
import type { SampleView } from './samples.ts'

/** Whether a function is one that its profile wants left out, with all that it called. */
export type Drops = (name: string) => boolean

/** By location: 1 where it goes with all below it, 2 where it stays but what is below it goes. */
export type Pruning = Uint8Array

const goes = 1
const endsHere = 2

/**
 * A profile whose stacks end above the frames that `drops` names, as pprof prunes by `drop_frames` and `keep_frames`: calls of an
 * allocator stand for the function that called it. Of a location with inlined calls only the outer ones may stay.
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

/** Cuts a sample, whose leaf stands first. What is above the first frame of the program itself stays, so that no stack is lost. */
export function prune(pruning: Pruning, sample: SampleView): void {
  const { locations } = sample
  let found = false
  for (let index = sample.depth - 1; index >= 0; index--) {
    const what = pruning[locations[index] as number]
    if (what === 0) found = true
    else if (found) {
      const first = what === goes ? index + 1 : index
      locations.copyWithin(0, first, sample.depth)
      sample.depth -= first
      return
    }
  }
}

/** A name without its parameters, but with the parentheses that are part of names. */
function simplified(name: string): string {
  const plain = name.startsWith('.') ? name.slice(1) : name
  const parentheses = /\(anonymous namespace\)|operator\(\)|\(/g
  for (const found of plain.matchAll(parentheses)) if (found[0] === '(') return plain.slice(0, found.index)
  return plain
}
