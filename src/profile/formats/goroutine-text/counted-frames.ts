import type { Frame } from '../../profile.ts'
import { own } from '../lines.ts'
import { goPrintName } from '../pprof/names.ts'
import { brokenDump, quoted, tooMany } from './refusal.ts'
import { mostFrames, mostLetters } from './tally.ts'

/** Frames of debug=1 by their lines, which repeat in every stack: each is read once. */
export interface FrameLines {
  readonly all: readonly Frame[]
  /** The number of a line's frame; null when it has none. Throws FormatError for a damaged line. */
  readonly idOf: (line: string) => number | null
}

export function frameLines(): FrameLines {
  const all: Frame[] = []
  const ids = new Map<string, number>()
  let letters = 0
  const idOf = (line: string): number | null => {
    const known = ids.get(line)
    if (known !== undefined) return known
    const frame = readFrame(line)
    if (frame === null) return null
    letters += line.length
    if (all.length >= mostFrames) throw tooMany(mostFrames, 'different lines')
    if (letters > mostLetters) throw tooMany(mostLetters, 'letters in different lines')
    ids.set(own(line), all.length)
    return all.push({ ...frame, function: own(frame.function), file: own(frame.file) }) - 1
  }
  return { all, idOf }
}

/** null for labels and for a frame without a name, which is C's. Tabs may have become spaces on the way. */
function readFrame(line: string): Frame | null {
  if (line.startsWith('# labels:') || !/^#\s/.test(line)) return null
  const [, address, symbol = '', ...place] = line.split(line.includes('\t') ? /\t+/ : / +/)
  if (address === undefined || symbol === '') return null
  const name = symbol.slice(0, symbol.lastIndexOf('+0x'))
  const text = place.join(' ')
  const colon = text.lastIndexOf(':')
  const number = Number(text.slice(colon + 1))
  const isOne = !line.includes('\t') || place.length === 1
  if (!isOne || name === '' || colon < 1 || !Number.isSafeInteger(number)) {
    throw brokenDump(`${quoted(line)} is no frame`)
  }
  return { function: goPrintName(name), file: text.slice(0, colon), line: number }
}
