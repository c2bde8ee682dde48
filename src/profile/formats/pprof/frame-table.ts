import { posix } from 'node:path'
import type { Frame } from '../../profile.ts'
import type { Locations } from './locations.ts'
import type { PprofFile } from './open.ts'

/** How finely frames are told apart: by name alone, or by name, file and line. */
export type Granularity = 'function' | 'line'

/** Frames of any number of profiles, each once; its id is its index in `frames`. */
export interface FrameTable {
  readonly granularity: Granularity
  /** By function, files are '' and lines 0. */
  readonly frames: Frame[]
  readonly ids: Map<string, number>
  /** Numbers for names and files, so that keys stay short whatever a profile calls its functions. */
  readonly texts: Map<string, number>
}

export function frameTable(granularity: Granularity): FrameTable {
  return { granularity, frames: [], ids: new Map(), texts: new Map() }
}

/** The id of a frame; by function, its file and line are left out. */
export function internFrame(table: FrameTable, frame: Frame): number {
  const byLine = table.granularity === 'line'
  const key = byLine
    ? `${textId(table, frame.function)}:${textId(table, frame.file)}:${frame.line}`
    : frame.function
  const known = table.ids.get(key)
  if (known !== undefined) return known
  const id = table.frames.length
  table.frames.push(byLine ? frame : { function: frame.function, file: '', line: 0 })
  table.ids.set(key, id)
  return id
}

function textId({ texts }: FrameTable, text: string): number {
  const id = texts.get(text) ?? texts.size
  texts.set(text, id)
  return id
}

/** The frame id of every line of the profile's locations; `rename` is applied to each function's name once. */
export function internLines(
  table: FrameTable,
  file: PprofFile,
  rename: (name: string) => string,
): Int32Array {
  const { functions, locations } = file
  const names = functions.names.map(rename)
  const files = functions.files.map((path) => (path === '' ? '' : posix.normalize(path)))
  const byFunction = new Int32Array(names.length).fill(-1)
  const ids = new Int32Array(locations.lineStart.at(-1) ?? 0)
  for (let line = 0; line < ids.length; line++) {
    const at = locations.functionOf[line] as number
    const known = table.granularity === 'function' && at >= 0 ? (byFunction[at] as number) : -1
    ids[line] = known >= 0 ? known : internFrame(table, frameOf(names, files, locations, line, at))
    if (known < 0 && at >= 0) byFunction[at] = ids[line] as number
  }
  return ids
}

function frameOf(
  names: readonly string[],
  files: readonly string[],
  locations: Locations,
  line: number,
  at: number,
): Frame {
  if (at < 0) return { function: unnamed(locations.binaryOf.get(line) ?? ''), file: '', line: 0 }
  return { function: names[at] as string, file: files[at] as string, line: locations.lineOf[line] as number }
}

/** What a location without symbols is called, as pprof calls it. */
function unnamed(binary: string): string {
  return binary === '' ? '<unknown>' : `[${posix.basename(binary)}]`
}
