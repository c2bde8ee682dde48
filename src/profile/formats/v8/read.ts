import { fileURLToPath } from 'node:url'
import { FormatError } from '../../../errors.ts'
import { textOf } from '../encoding.ts'
import { tooLarge } from '../pprof/refusal.ts'

/** JSON or a FormatError that names `what` was expected. */
export function readJson(bytes: Buffer, what: string): unknown {
  if (isTooLarge(bytes)) throw tooLarge()
  try {
    return JSON.parse(textOf(bytes))
  } catch (cause) {
    throw new FormatError('broken', `This is not ${what}: it is not a complete JSON document.`, remedy, {
      cause,
    })
  }
}

/** Bytes of memory that objects, lists and their parts take, roughly. */
const [perObject, perPart, most] = [90, 18, 700e6]

/** Whether what a document becomes would take more than 1 GB: brackets are cheap to write. */
function isTooLarge(bytes: Buffer): boolean {
  let cost = 2 * bytes.length
  if (bytes.length * perObject < most) return false
  for (const byte of bytes) cost += byte === 0x7b || byte === 0x5b ? perObject : byte === 0x2c ? perPart : 0
  return cost > most
}

const remedy = 'Take the profile again; the file may be cut short.'

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A safe integer of 0 or more, or a FormatError that names the field. */
export function wholeNumber(value: unknown, field: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new FormatError(
    'broken',
    `${field} is not a whole number: ${JSON.stringify(value)?.slice(0, 40)}.`,
    remedy,
  )
}

/**
 * A script's URL as a path where it is one: `file:///a/b.mjs` is `/a/b.mjs`; `node:net` and plain paths stay.
 */
export function fileOf(url: string): string {
  if (!url.startsWith('file:')) return url
  try {
    return fileURLToPath(url)
  } catch {
    return url
  }
}
