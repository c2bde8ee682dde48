import type { Probe } from '../../runtimes/probe.ts'
import { timeLimits } from '../../time-limits.ts'

/**
 * Worker threads that answer nothing: one that waits for others in a blocking call cannot. It costs the trial
 * that thread and a note, not the verdict, as long as no figure of it was counted.
 */
export interface Threads {
  readonly isLeftOut: (probe: Probe) => boolean
  readonly mayBeLeftOut: (probe: Probe) => boolean
  readonly leaveOut: (probe: Probe, of: string) => void
  /** Its figures stand in a measured round: from here on they may not be missing. */
  readonly counted: (probes: readonly Probe[]) => void
}

/** Tells once of each process whose threads are left out. */
export function createThreads(
  tell: (note: { readonly code: string; readonly text: string }) => void,
): Threads {
  const left = new Set<Probe>()
  const counted = new Set<Probe>()
  const told = new Set<string>()
  return {
    isLeftOut: (probe) => left.has(probe),
    mayBeLeftOut: (probe) => probe.thread === true && !counted.has(probe),
    leaveOut: (probe, of) => {
      left.add(probe)
      if (told.has(of)) return
      told.add(of)
      tell({
        code: 'thread-left-out',
        text: `A worker thread of \`${of}\` gave no answer for ${timeLimits.thread / 1000}s, blocked or busy, and is left out: what it keeps is not measured.`,
      })
    },
    counted: (probes) => {
      for (const probe of probes) if (!left.has(probe)) counted.add(probe)
    },
  }
}
