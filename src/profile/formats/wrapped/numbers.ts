import { broken } from '../pprof/refusal.ts'
import type { Unwrap } from './unwrap.ts'

/** A list of bytes as JSON has it, also as Node writes a Buffer: gzip, or a pprof profile. */
const numbers =
  /^\s*(?:\{\s*"type"\s*:\s*"Buffer"\s*,\s*"data"\s*:\s*)?\[\s*(?:31\s*,\s*139|10\s*,\s*[2-8]\s*,\s*8)\s*,[\d\s,]*[\]}\s]*$/

export function numbersWrapping(head: string): Unwrap | null {
  return numbers.test(head) ? bytesOf : null
}

/** Letter by letter: a list of numbers would take several times the memory. */
function bytesOf(text: Buffer): Buffer {
  const bytes = Buffer.alloc(text.length)
  let length = 0
  let number = -1
  for (let at = text.indexOf('[') + 1; at < text.length; at++) {
    const letter = text[at] as number
    if (letter >= 0x30 && letter <= 0x39) number = 10 * Math.max(0, number) + letter - 0x30
    else if (letter === 0x2c || letter === 0x5d) {
      if (number < 0 || number > 255) throw broken('its list of numbers holds what is no byte')
      bytes[length++] = number
      number = -1
      if (letter === 0x5d) return bytes.subarray(0, length)
    } else if (letter > 0x20) throw broken('its list of numbers holds what is no number')
  }
  throw broken('its list of numbers does not end')
}
