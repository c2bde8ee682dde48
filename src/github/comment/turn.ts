import { createHash } from 'node:crypto'

/** Waits, and tells the time in milliseconds. */
export interface Clock {
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

export const clock: Clock = {
  now: Date.now,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/**
 * How long a leg may take to read and to write, in milliseconds.
 * GitHub takes 80 writes a minute from all of them together.
 */
export const turnLength = 1_000

/**
 * How long until it is this leg's turn, in milliseconds. GitHub has no conditional write:
 * of two legs that read the same text and write, one is lost. So each has a second of its own, by the clock
 * that all runners have: the leg of number n has every n-th of `legs` seconds. A leg that was not told its
 * number takes one of twice as many by its name, another one each time.
 */
export function untilTurn(
  now: number,
  { index, leg, legs }: { readonly index: number | null; readonly leg: string; readonly legs: number },
  writes: number,
): number {
  if (legs <= 1) return 0
  const places = index === null ? 2 * legs : legs
  const cycle = places * turnLength
  const place = index ?? hashed(`${leg} ${writes}`) % places
  const since = (((now - place * turnLength) % cycle) + cycle) % cycle
  // A turn that has just begun will do.
  return since < turnLength / 4 ? 0 : cycle - since
}

const hashed = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0)
