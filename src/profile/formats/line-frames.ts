import type { Frame } from '../profile.ts'
import { own } from './lines.ts'

/** Frames by the lines of a text that name them, which repeat in every stack: each is read once. */
export interface LineFrames {
  readonly all: readonly Frame[]
  /** The number of a line's frame; null when it has none. Throws what reading it does, and the refusal. */
  readonly idOf: (line: string) => number | null
}

interface Limits {
  /** Different lines, and letters of all of them. */
  readonly mostFrames: number
  readonly mostLetters: number
  /** What is thrown beyond. */
  readonly tooMany: (most: number, of: string) => Error
}

export function lineFrames(
  read: (line: string) => Frame | null,
  { mostFrames, mostLetters, tooMany }: Limits,
): LineFrames {
  const all: Frame[] = []
  const ids = new Map<string, number>()
  let letters = 0
  const idOf = (line: string): number | null => {
    const known = ids.get(line)
    if (known !== undefined) return known
    const frame = read(line)
    if (frame === null) return null
    letters += line.length
    if (all.length >= mostFrames) throw tooMany(mostFrames, 'different lines')
    if (letters > mostLetters) throw tooMany(mostLetters, 'letters in different lines')
    ids.set(own(line), all.length)
    return all.push({ ...frame, function: own(frame.function), file: own(frame.file) }) - 1
  }
  return { all, idOf }
}
