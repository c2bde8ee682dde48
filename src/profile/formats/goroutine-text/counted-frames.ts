import type { Frame } from '../../profile.ts'
import { type LineFrames, lineFrames } from '../line-frames.ts'
import { goPrintName } from '../pprof/names.ts'
import { brokenDump, quoted, tooMany } from './refusal.ts'
import { mostFrames, mostLetters } from './tally.ts'

/** Frames of debug=1 by their lines. Throws FormatError for a damaged line. */
export function countedFrames(): LineFrames {
  return lineFrames(readFrame, { mostFrames, mostLetters, tooMany })
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
