import type { Attributes, Frame, Profile, Sample } from '../../profile.ts'
import { own } from '../lines.ts'
import { internStack, type StackTable, stackTable } from '../pprof/stacks/stack-table.ts'
import { taskProfile } from '../task-profile.ts'
import { type Place, readPlace } from './frame-lines.ts'
import type { Header } from './header.ts'
import { tooMany } from './refusal.ts'

/** A goroutine whose frames are known by number; leaf first. */
export interface Goroutine {
  readonly header: Header
  readonly frames: readonly number[]
  /** -1: nobody is told. */
  readonly createdBy: number
  readonly ancestry: readonly (readonly number[])[]
  readonly parent: number | null
}

/** Counts goroutines that look alike, so that memory is that of the different ones. */
export interface Tally {
  /** The number of a function at a place, `/src/main.go:42 +0x1d`; -1 when that is none. */
  readonly frameId: (name: string, place: string) => number
  readonly add: (goroutine: Goroutine) => void
  readonly profile: () => Profile
}

/** Each costs a kilobyte and more, with its name and place; real programs have thousands. */
export const mostFrames = 300_000
/** Letters of all their names and places, of which there are several copies. */
export const mostLetters = 50e6
/** Different stacks, and frames of all of them; real programs have hundreds. */
export const mostStacks = 300_000
const mostInStacks = 20_000_000
/** Above all frames: numbers of states, and what parts the stacks of ancestors. */
const states = 2 ** 24
const nextStack = -2

export function tally(): Tally {
  const frames: Frame[] = []
  const ids = new Map<number, number>()
  const names = new Map<string, number>()
  const files = new Map<string, number>()
  const places: Place[] = []
  const placeIds = new Map<string, number>()
  const stateIds = new Map<string, number>()
  const table = stackTable(1)
  const rows: Row[] = []
  const key = { at: new Int32Array(256), length: 0 }
  /**
   * The place that each frame had last, and which frame followed it: stacks repeat, and comparing a text is
   * cheaper than finding it.
   */
  const texts: string[] = []
  const next: number[] = []
  let last = 0
  let letters = 0
  const frameId = (name: string, text: string): number => {
    const guess = next[last] ?? -1
    if (guess >= 0 && texts[guess] === text && frames[guess]?.function === name) {
      last = guess
      return guess
    }
    const id = foundId(name, text)
    if (id < 0) return -1
    if (texts[id] !== text) texts[id] = own(text)
    next[last] = id
    last = id
    return id
  }
  const foundId = (name: string, text: string): number => {
    const place = placeId(text)
    if (place < 0) return -1
    // One number for the pair: places are far fewer than 2^26.
    const pair = numberOf(names, name) * 2 ** 26 + place
    const known = ids.get(pair)
    if (known !== undefined) return known
    if (frames.length >= mostFrames) throw tooMany(mostFrames, 'different lines')
    letters += name.length + text.length
    if (letters > mostLetters) throw tooMany(mostLetters, 'letters in different lines')
    ids.set(pair, frames.length)
    return frames.push({ function: own(name), ...(places[place] as Place) }) - 1
  }
  /** By the text, offset and all, which a place has in common for all goroutines that stand there. */
  const placeId = (text: string): number => {
    const known = placeIds.get(text)
    if (known !== undefined) return known
    const place = readPlace(text.trim())
    if (place === null) return -1
    if (placeIds.size >= mostFrames) throw tooMany(mostFrames, 'different lines')
    const unique = numberOf(files, `${place.file}:${place.line}`)
    if (unique === places.length) places.push({ file: own(place.file), line: place.line })
    placeIds.set(own(text), unique)
    return unique
  }
  const add = (goroutine: Goroutine): void => {
    key.length = 0
    for (const frame of goroutine.frames) push(key, frame)
    push(key, goroutine.createdBy)
    push(key, states + numberOf(stateIds, goroutine.header.state))
    for (const stack of goroutine.ancestry) {
      push(key, nextStack)
      for (const frame of stack) push(key, frame)
    }
    const row = internStack(table, key.at, key.length)
    table.values[row] = (table.values[row] as number) + 1
    if (table.length > mostStacks || table.used > mostInStacks) throw tooMany(mostStacks, 'different stacks')
    rows[row] = grown(rows[row], goroutine)
  }
  return { frameId, add, profile: () => taskProfile(samples(table, rows, frames)) }
}

interface Row {
  readonly goroutine: Goroutine
  minutes: number | undefined
  readonly ids: number[]
  readonly parents: number[]
}

function grown(row: Row | undefined, goroutine: Goroutine): Row {
  const { header, ancestry, parent } = goroutine
  const grown = row ?? { goroutine, minutes: header.minutes, ids: [], parents: [] }
  if ((header.minutes ?? 0) > (grown.minutes ?? 0)) grown.minutes = header.minutes
  if (ancestry.length > 0) {
    grown.ids.push(header.id)
    if (parent !== null) grown.parents.push(parent)
  }
  return grown
}

function* samples(table: StackTable, rows: readonly Row[], frames: readonly Frame[]): Generator<Sample> {
  const outermostFirst = (leafFirst: readonly number[]) =>
    leafFirst.map((frame) => frames[frame] as Frame).reverse()
  for (const [row, { goroutine, minutes, ids, parents }] of rows.entries()) {
    const { createdBy, header, ancestry } = goroutine
    const attributes: Attributes = {
      state: header.state,
      ...(minutes === undefined ? {} : { minutes }),
      ...(createdBy < 0 ? {} : { createdBy: frames[createdBy] as Frame }),
      ...(ancestry.length === 0 ? {} : { ancestry: ancestry.map(outermostFirst), ids }),
      ...(parents.length === 0 ? {} : { parents }),
    }
    yield { stack: outermostFirst(goroutine.frames), value: table.values[row] as number, attributes }
  }
}

function push(key: { at: Int32Array; length: number }, value: number): void {
  if (key.length === key.at.length) {
    const larger = new Int32Array(2 * key.length)
    larger.set(key.at)
    key.at = larger
  }
  key.at[key.length++] = value
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  if (numbers.size >= mostFrames) throw tooMany(mostFrames, 'different lines')
  numbers.set(own(text), numbers.size)
  return numbers.size - 1
}
