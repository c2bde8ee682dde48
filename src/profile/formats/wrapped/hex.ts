import { broken } from '../pprof/refusal.ts'
import type { Unwrap } from './unwrap.ts'

/** Two digits a byte, with or without what languages and databases write before them and between. */
const hex =
  /^\s*[{[(]?\s*(?:0x|\\x)?(?:1f[\s,:]*(?:0x|\\x)?8b|0a[\s,:]*(?:0x|\\x)?0[2-8][\s,:]*(?:0x|\\x)?08)[\da-fx\\\s,:{}()[\];]*$/i
const between = /0x|\\x|[\s,:{}()[\];]+/gi

/** Digits of gzip or of a pprof profile. */
export function hexWrapping(head: string): Unwrap | null {
  return hex.test(head) ? (text) => bytesOf(text.toString('latin1')) : null
}

function bytesOf(text: string): Buffer {
  const digits = text.replace(between, '')
  const wrong = digits.search(/[^\da-f]/i)
  if (wrong >= 0) throw broken(`its digits have ${JSON.stringify(digits[wrong])} at ${wrong}`)
  if (digits.length % 2 === 1) throw broken('its digits end within a byte')
  return Buffer.from(digits, 'hex')
}
