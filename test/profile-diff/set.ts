import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { measureOf } from '../../src/profile/formats/measure.ts'
import { openPprof } from '../../src/profile/formats/pprof/open.ts'
import { type By, type DiffResult, diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'
import { ownRows, pprofRows } from './oracle.ts'

// Pairs of many writers: fixtures/set/README.md tells who wrote each.

const folder = join(import.meta.dirname, 'fixtures/set')

/** Names of the files of before. */
export const pairs = readdirSync(folder).filter((name) => name.includes('.before.'))

/** The paths of a pair: before, after. */
export function pathsOf(name: string): readonly [string, string] {
  return [join(folder, name), join(folder, name.replace('.before.', '.after.'))]
}

export function diffPair(name: string, by: By, quantity: string | null = null): Promise<DiffResult> {
  const [before, after] = pathsOf(name).map((path) => [sourceOf(path, readFileSync(path))])
  return diffProfiles({ moments: [before ?? [], after ?? []], quantity, by })
}

/** What each pprof profile counts: its file, type and unit. */
export function columnsOf(names: readonly string[]): readonly (readonly [string, string, string])[] {
  return names
    .filter((name) => /\.pb(?:\.gz)?$/.test(name))
    .flatMap((name) =>
      openPprof(readFileSync(join(folder, name))).types.map(({ type, unit }) => [name, type, unit] as const),
    )
}

/** Row for row what pprof gives, by function and by line. */
export async function expectAsPprof(name: string, type: string, unit: string): Promise<void> {
  const { factor } = measureOf(type, unit)
  for (const by of ['function', 'line'] as const) {
    const rows = await ownRows(...pathsOf(name), type, by)
    const own = rows.map((row) => ({ ...row, flat: row.flat / factor, cumulative: row.cumulative / factor }))
    expect(own).toEqual(pprofRows(...pathsOf(name), type, by === 'line' ? 'lines' : 'functions', unit))
  }
}
