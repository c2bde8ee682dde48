import { readFileSync } from 'node:fs'
import type { HeapProfiler } from 'node:inspector'
import { inlineMap, linesOf, type SourceLines } from '../../source/source-map.ts'
import { type MapsInMemory, pathOf } from './in-memory.ts'

/** Where the map of a file lies that a test runner has compiled in memory. */
export type MapOf = (file: string) => string | undefined

/** By which a test runner's session tells `MapOf`. */
export const mapsKey = Symbol.for('leakdiff.maps')

type Row = readonly [name: string, file: string, line: number, column?: number]

export interface Mapped {
  /** A stack's text, `[type, rows, …]`, with the lines of the sources. */
  readonly text: (text: string) => string
  /** The same of all frames of a heap profile, in their place. */
  readonly heap: (node: HeapProfiler.SamplingHeapProfileNode) => void
}

/**
 * Lines of code that ran, as its sources have them: code that is compiled in memory leaves no file from which
 * that could be told later. `scripts`: the maps that such code holds at its end. null:
 * nothing was compiled so.
 */
export function createMapped(scripts: MapsInMemory | null): Mapped | null {
  const mapOf = (globalThis as Record<symbol, unknown>)[mapsKey] as MapOf | undefined
  if (mapOf === undefined && scripts === null) return null
  const known = new Map<string, SourceLines | null>()
  const lineOf = (url: string, line: number, column?: number): number => {
    const file = pathOf(url)
    if (!known.has(file)) known.set(file, read(file, mapOf?.(file)) ?? within(file, scripts?.get(file)))
    const found = known.get(file)?.(line, column) ?? null
    return found?.path === file ? found.line : line
  }
  const row = ([name, url, line, column]: Row): Row => [name, url, lineOf(url, line, column)]
  const heap = (node: HeapProfiler.SamplingHeapProfileNode): void => {
    const { columnNumber, lineNumber, url } = node.callFrame
    node.callFrame.lineNumber = lineOf(url, lineNumber + 1, columnNumber + 1) - 1
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

/** Of a map in a file columns are not told: what stands before the code on its first line is not known. */
function read(file: string, map: string | undefined): SourceLines | null {
  try {
    const lines = map === undefined ? null : linesOf(file, readFileSync(map, 'utf8'))
    return lines && ((line) => lines(line))
  } catch {
    return null // a frame without its map is told by the line that ran
  }
}

function within(file: string, url: string | undefined): SourceLines | null {
  try {
    const text = url === undefined ? null : inlineMap(url)
    return text === null ? null : linesOf(file, text)
  } catch {
    return null
  }
}
