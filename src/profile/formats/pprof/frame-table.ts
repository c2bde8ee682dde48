import { posix } from 'node:path'
import type { Frame } from '../../profile.ts'
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

/** The frame id of every line of the profile's locations; `rename` makes a readable name of the linker's. */
export function internLines(
  table: FrameTable,
  file: PprofFile,
  rename: (name: string) => string,
): Int32Array {
  const { functionOf, lineStart } = file.locations
  const frameOf = framesOf(file, table.granularity, rename)
  const byFunction = new Int32Array(file.functions.names.length).fill(-1)
  const ids = new Int32Array(lineStart.at(-1) ?? 0)
  for (let line = 0; line < ids.length; line++) {
    const at = functionOf[line] as number
    const known = at < 0 ? -1 : (byFunction[at] as number)
    const id = known < 0 ? internFrame(table, frameOf(at, line)) : known
    if (at >= 0 && table.granularity === 'function') byFunction[at] = id
    ids[line] = id
  }
  return ids
}

/** Makes the frame of a function (-1: none) at one of the profile's lines. */
function framesOf(
  { functions, locations, strings }: PprofFile,
  granularity: Granularity,
  rename: (name: string) => string,
): (at: number, line: number) => Frame {
  const { names, files, raw } = functions
  const renamed = remembering(strings.length, (index) => rename(strings.at(index)))
  const path = remembering(strings.length, (index) => normalised(strings.at(index)))
  return (at, line) => {
    if (at < 0) return binaryFrame(locations.binaryOf.get(line) ?? '')
    const name = names[at] as number
    const readable = raw[at] === 1 ? renamed(name) : strings.at(name)
    if (granularity === 'function') return { function: readable, file: '', line: 0 }
    return { function: readable, file: path(files[at] as number), line: locations.lineOf[line] as number }
  }
}

/** A file may name one long string any number of times: what is made of it is made once. */
function remembering(count: number, make: (index: number) => string): (index: number) => string {
  const made = new Array<string | undefined>(count)
  return (index) => {
    const known = made[index]
    if (known !== undefined) return known
    const text = make(index)
    made[index] = text
    return text
  }
}

function normalised(path: string): string {
  return path === '' ? '' : posix.normalize(path)
}

/** What pprof calls a location without symbols. */
function binaryFrame(binary: string): Frame {
  return { function: binary === '' ? '<unknown>' : `[${posix.basename(binary)}]`, file: '', line: 0 }
}
