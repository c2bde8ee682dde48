import { readFileSync } from 'node:fs'
import type { HeapProfiler } from 'node:inspector'
import { linesOf, type SourceLines } from '../../source/source-map.ts'

/** Where the map of a file lies that a test runner has compiled in memory. */
export type MapOf = (file: string) => string | undefined

/** By which a test runner's session tells `MapOf`. */
export const mapsKey = Symbol.for('leakdiff.maps')

type Row = readonly [name: string, file: string, line: number]

export interface Mapped {
  /** A stack's text, `[type, rows, …]`, with the lines of the sources. */
  readonly text: (text: string) => string
  /** The same of all frames of a heap profile, in their place. */
  readonly heap: (node: HeapProfiler.SamplingHeapProfileNode) => void
}

/**
 * Lines of code that ran, as its sources have them: code that is compiled in memory leaves no file from which
 * that could be told later. null: nothing was compiled so.
 */
export function createMapped(): Mapped | null {
  const mapOf = (globalThis as Record<symbol, unknown>)[mapsKey] as MapOf | undefined
  if (mapOf === undefined) return null
  const known = new Map<string, SourceLines | null>()
  const lineOf = (file: string, line: number): number => {
    if (!known.has(file)) known.set(file, read(file, mapOf(file)))
    const found = known.get(file)?.(line) ?? null
    return found?.path === file ? found.line : line
  }
  const row = ([name, file, line]: Row): Row => [name, file, lineOf(file, line)]
  const heap = (node: HeapProfiler.SamplingHeapProfileNode): void => {
    const { lineNumber, url } = node.callFrame
    node.callFrame.lineNumber = lineOf(url, lineNumber + 1) - 1
    for (const child of node.children) heap(child)
  }
  return {
    text: (text) => {
      const [type, rows, ...more] = JSON.parse(text) as [string, readonly Row[], ...unknown[]]
      return JSON.stringify([type, rows.map(row), ...more])
    },
    heap,
  }
}

function read(file: string, map: string | undefined): SourceLines | null {
  try {
    return map === undefined ? null : linesOf(file, readFileSync(map, 'utf8'))
  } catch {
    return null // a frame without its map is told by the line that ran
  }
}
