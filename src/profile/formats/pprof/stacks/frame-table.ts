import { posix } from 'node:path'
import type { Frame } from '../../../profile.ts'
import type { PprofFile } from '../open.ts'
import { unsupported } from '../refusal.ts'
import { stringAt } from '../wire/strings.ts'

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
  if (id >= mostFrames) throw tooManyFrames()
  table.frames.push(byLine ? frame : { function: frame.function, file: '', line: 0 })
  table.ids.set(key, id)
  return id
}

/** Each costs some 300 bytes; real programs have thousands. */
export const mostFrames = 1_000_000

function tooManyFrames(): Error {
  return unsupported(
    `it names more than ${mostFrames.toLocaleString('en')} different functions or lines`,
    'Compare it by function, or check that the file is what it seems to be.',
  )
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
  return table.granularity === 'function' ? functionIds(table, file, rename) : lineIds(table, file, rename)
}

function functionIds(table: FrameTable, file: PprofFile, rename: (name: string) => string): Int32Array {
  const { functionOf, binaryOf } = file.locations
  const ids = new Int32Array(lineCount(file))
  const byFunction = new Int32Array(file.functions.names.length).fill(-1)
  const names = readableNames(file, rename)
  for (let line = 0; line < ids.length; line++) {
    const at = functionOf[line] as number
    if (at < 0 || names[at] === '') ids[line] = internFrame(table, binaryFrame(binaryOf.get(line)))
    else {
      const known = byFunction[at] as number
      ids[line] = known < 0 ? internFrame(table, { function: names[at] as string, file: '', line: 0 }) : known
      byFunction[at] = ids[line] as number
    }
  }
  return ids
}

function lineIds(table: FrameTable, file: PprofFile, rename: (name: string) => string): Int32Array {
  const { functionOf, lineOf, binaryOf } = file.locations
  const ids = new Int32Array(lineCount(file))
  const names = readableNames(file, rename)
  const paths = new Map<number, string>()
  for (let line = 0; line < ids.length; line++) {
    const at = functionOf[line] as number
    const frame = { function: names[at] ?? '', file: pathOf(file, at, paths), line: lineOf[line] as number }
    const isUnknown = frame.function === '' && frame.file === '' && frame.line === 0
    ids[line] = internFrame(table, isUnknown ? binaryFrame(binaryOf.get(line)) : frame)
  }
  return ids
}

function lineCount({ locations }: PprofFile): number {
  return locations.lineStart[locations.lineStart.length - 1] as number
}

/** One a function. A file may name one long string any number of times: what is made of it is made once. */
export function readableNames(
  { functions, strings }: PprofFile,
  rename: (name: string) => string,
): readonly string[] {
  const { names, raw } = functions
  const made = new Map<number, string>()
  const readable: string[] = []
  for (let at = 0; at < names.length; at++) {
    const index = names[at] as number
    const name =
      raw[at] === 1 ? (made.get(index) ?? rename(stringAt(strings, index))) : stringAt(strings, index)
    if (raw[at] === 1) made.set(index, name)
    readable.push(name)
  }
  return readable
}

function pathOf({ functions, strings }: PprofFile, at: number, made: Map<number, string>): string {
  if (at < 0) return ''
  const index = functions.files[at] as number
  const path = made.get(index) ?? normalised(stringAt(strings, index))
  made.set(index, path)
  return path
}

function normalised(path: string): string {
  return path === '' ? '' : posix.normalize(path)
}

/** What pprof calls a location without symbols. */
function binaryFrame(binary = ''): Frame {
  return { function: binary === '' ? '<unknown>' : `[${posix.basename(binary)}]`, file: '', line: 0 }
}
