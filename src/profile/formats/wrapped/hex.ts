import { broken } from '../pprof/refusal.ts'
import type { Unwrap } from './unwrap.ts'

/** Two digits a byte, with or without what languages and databases write before them and between. */
const hex =
  /^\s*[{[(]?\s*(?:0x|\\x)?(?:1f[\s,:]*(?:0x|\\x)?8b|0a[\s,:]*(?:0x|\\x)?0[2-8][\s,:]*(?:0x|\\x)?08)[\da-fx\\\s,:{}()[\];]*$/i
/** Between digits: spaces, commas, colons, brackets. */
const between = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[\s,:{}()[\];\\]/.test(String.fromCharCode(byte)) ? 1 : 0,
)

/** -1 for what is none. */
const digitOf = Int8Array.from({ length: 256 }, (_, byte) => {
  const digit = Number.parseInt(String.fromCharCode(byte), 16)
  return Number.isNaN(digit) ? -1 : digit
})

/** Digits of gzip or of a pprof profile. */
export function hexWrapping(head: string): Unwrap | null {
  return hex.test(head) ? bytesOf : null
}

/** Letter by letter: a pattern that fits often takes gigabytes. */
function bytesOf(text: Buffer): Buffer {
  const bytes = Buffer.alloc(text.length >>> 1)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as number
    if (between[letter] === 1) continue
    if (letter === 0x30 && isX(text[at + 1])) continue
    if (isX(letter)) continue
    const digit = digitOf[letter] as number
    if (digit < 0) throw broken(`its digits have ${JSON.stringify(String.fromCharCode(letter))} at ${at}`)
    bytes[count >>> 1] = ((bytes[count >>> 1] as number) << 4) | digit
    count++
  }
  if (count % 2 === 1) throw broken('its digits end within a byte')
  return bytes.subarray(0, count >>> 1)
}

function isX(letter: number | undefined): boolean {
  return letter === 0x78 || letter === 0x58
}
