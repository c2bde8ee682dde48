import { type Captured, capture } from './creation.ts'

/**
 * Follows what ends by itself, ticks and requests: a task that Node makes when one ends has nobody's call on
 * its stack. For a diagnostic run only.
 */
export interface Origins {
  init(id: number, type: string, trigger: number): void
  destroy(id: number): void
  /** Stacks that led to what `trigger` set off, the nearest first. */
  of(trigger: number): readonly Captured[]
}

interface Origin {
  readonly captured: Captured
  before: Origin | null
}

/** What has set itself off again and again would be kept whole. */
const longest = 8

// What lasts is a task itself, and its stack would keep alive what the diagnostic run asks for holders.
const isPassing = (type: string): boolean => type === 'TickObject' || /REQ(?:WRAP)?$/.test(type)

export function followOrigins(below: (...args: never[]) => void): Origins {
  const origins = new Map<number, Origin>()
  return {
    init(id, type, trigger) {
      if (!isPassing(type)) return
      const before = origins.get(trigger) ?? null
      origins.set(id, { captured: capture(type, below), before })
      let last = before
      for (let length = 1; last !== null && length < longest; length++) last = last.before
      if (last !== null) last.before = null
    },
    destroy: (id) => void origins.delete(id),
    of(trigger) {
      const found: Captured[] = []
      for (let at = origins.get(trigger) ?? null; at !== null; at = at.before) found.push(at.captured)
      return found
    },
  }
}
