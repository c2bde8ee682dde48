/** The machine that measures, and what one trial was seen to take of it. */
export interface Room {
  readonly cores: number
  /** Cores that a trial kept busy, program and driver; null: none was seen yet. */
  readonly share: number | null
  /** Whether a second program fits beside the first; once one was seen that leaves too little, none does. */
  readonly memory: 'enough' | 'scarce'
}

/** What a trial is taken to need before one was seen: a program that is driven keeps one core busy. */
const usual = 1

/**
 * Whether two trials may run at once: when both together leave half of the cores idle, neither waits for the
 * other.
 */
export const hasRoomForTwo = ({ cores, memory, share }: Room): boolean =>
  memory === 'enough' && 2 * (share ?? usual) <= cores / 2

/**
 * How often a program's memory has to be free before another one is started beside it: it grows,
 * and so may a third.
 */
const spare = 3

/**
 * Whether the machine has memory for more of a program that holds `resident` bytes, by `/proc/meminfo`; true
 * where nobody tells.
 */
export function hasMemoryForMore(resident: number, meminfo: string | null): boolean {
  const [, kilobytes] = /^MemAvailable:\s+(\d+) kB/m.exec(meminfo ?? '') ?? []
  return kilobytes === undefined || spare * resident <= Number(kilobytes) * 1024
}
