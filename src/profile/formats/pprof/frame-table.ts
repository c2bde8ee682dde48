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

/** The frame id of every line of the profile's locations, by their names as `rename` makes them. */
export function internLines(
  table: FrameTable,
  file: PprofFile,
  rename: (name: string) => string,
): Int32Array {
  const { functions, locations, strings } = file
  const { functionOf, lineOf, binaryOf } = locations
  const nameOf = remembering(strings.length, (index) => rename(strings.at(index)))
  const pathOf = remembering(strings.length, (index) => normalised(strings.at(index)))
  const byLine = table.granularity === 'line'
  const byFunction = new Int32Array(functions.names.length).fill(-1)
  const ids = new Int32Array(locations.lineStart.at(-1) ?? 0)
  for (let index = 0; index < ids.length; index++) {
    const at = functionOf[index] as number
    if (at >= 0 && (byFunction[at] as number) >= 0) {
      ids[index] = byFunction[at] as number
    } else if (at < 0) {
      ids[index] = internFrame(table, binaryFrame(binaryOf.get(index) ?? ''))
    } else {
      const name = nameOf(functions.names[at] as number)
      const path = byLine ? pathOf(functions.files[at] as number) : ''
      const id = internFrame(table, {
        function: name,
        file: path,
        line: byLine ? (lineOf[index] as number) : 0,
      })
      ids[index] = id
      if (!byLine) byFunction[at] = id
    }
  }
  return ids
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
