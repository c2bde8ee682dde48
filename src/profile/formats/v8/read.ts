import { fileURLToPath } from 'node:url'
import { FormatError } from '../../../errors.ts'

/** JSON or a FormatError that names `what` was expected. */
export function readJson(bytes: Buffer, what: string): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch (cause) {
    throw new FormatError('broken', `This is not ${what}: it is no whole JSON document.`, remedy, { cause })
  }
}

const remedy = 'Take the profile again; the file may be cut short.'

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A safe integer of 0 or more, or a FormatError that names the field. */
export function wholeNumber(value: unknown, field: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new FormatError(
    'broken',
    `${field} is no whole number: ${JSON.stringify(value)?.slice(0, 40)}.`,
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
