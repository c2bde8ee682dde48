/**
 * How durations and sizes are written. `kB` is 1000 bytes and `KiB` 1024; `KB` could mean either,
 * so it is refused.
 */
export const durationPattern = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/
export const sizePattern = /^(\d+(?:\.\d+)?)(?: ?(B|kB|KiB|MB|MiB|GB|GiB))?$/
export const countPattern = /^\d+(?:\.\d+)?$/

const milliseconds: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }
const bytes: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KiB: 2 ** 10,
  MB: 1e6,
  MiB: 2 ** 20,
  GB: 1e9,
  GiB: 2 ** 30, // biome-ignore format: a table
}

/** Milliseconds of `250ms`, `10s`, `1.5m`, `1h`; null when it is none of these. */
export function parseDuration(text: string): number | null {
  const [, number, unit = ''] = durationPattern.exec(text) ?? []
  const factor = milliseconds[unit]
  return number === undefined || factor === undefined ? null : Math.round(Number(number) * factor)
}

/** Bytes of `64 kB`, `8KiB`, `2`; null when it is no size. Without a unit the number is bytes. */
export function parseSize(text: string): number | null {
  const [, number, unit = 'B'] = sizePattern.exec(text) ?? []
  const factor = bytes[unit]
  return number === undefined || factor === undefined ? null : Number(number) * factor
}
