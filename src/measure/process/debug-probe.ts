import { debug } from '../../debug.ts'
import type { Total } from '../../profile/profile.ts'
import type { Probe } from '../../runtimes/probe.ts'

/** The probe, with every message to it and its answer told to whoever debugs; `name` says whose it is. */
export function debugProbe(name: string, probe: Probe): Probe {
  const told = async <T>(what: string, answer: Promise<T>, shown: (value: T) => string): Promise<T> => {
    const began = performance.now()
    const took = () => `${Math.round(performance.now() - began)} ms`
    try {
      const value = await answer
      debug('probe', () => `${name}: ${what} → ${shown(value)} (${took()})`)
      return value
    } catch (error) {
      debug('probe', () => `${name}: ${what} failed after ${took()}: ${String(error)}`)
      throw error
    }
  }
  const { countHeap } = probe
  return {
    ...probe,
    get pid() {
      return probe.pid
    },
    collect: (atRest) => told('collect', probe.collect(atRest), () => 'done'),
    count: () => told('count', probe.count(), totalsText),
    ...(countHeap && {
      countHeap: () => told('count of the heap', countHeap.call(probe), totalsText),
    }),
    snapshot: (directory, request) =>
      told(`snapshot of round ${request.round}`, probe.snapshot(directory, request), (paths) =>
        paths.join(', '),
      ),
    close: () => told('close', probe.close(), () => 'done'),
  }
}

const totalsText = (totals: readonly Total[]): string =>
  totals.map(({ quantity, value }) => `${quantity} ${value}`).join(', ')
