import type { DiagnosedRole, DiagnosedSample } from '../measure/diagnose/diagnostic-run.ts'

/** What a runtime took beside its heap in the diagnostic run. */
export interface NativeGrowth {
  readonly bytes: number
  /** By the runtime's names of what for, largest first, each with its share of `bytes`, 0 to 1. */
  readonly kinds: readonly { readonly name: string; readonly share: number }[]
  /** How much more resident memory there was, where most of it is none of these; else 0. */
  readonly resident: number
}

/** Less is a page or two of anybody's. */
const leastBytes = 8192
const leastShare = 0.1
/** Of resident memory a runtime that took less did not take most. */
const leastCounted = 0.5

/**
 * What for the runtime took memory between two moments; null where it does not tell,
 * or there is nothing to say.
 */
export function nativeGrowth({
  after,
  before,
  resident = 0,
}: Pick<DiagnosedRole, 'after' | 'before' | 'resident'>): NativeGrowth | null {
  const then = byName(before.native)
  const grown = [...byName(after.native)].flatMap(([name, value]) => {
    const more = value - (then.get(name) ?? 0)
    return more > 0 ? [{ name, more }] : []
  })
  const bytes = grown.reduce((sum, { more }) => sum + more, 0)
  const kinds = grown
    .map(({ more, name }) => ({ name, share: more / bytes }))
    .filter(({ share }) => share >= leastShare)
    .toSorted((a, b) => b.share - a.share)
  const uncounted = resident >= leastBytes && bytes < leastCounted * resident ? resident : 0
  if (then.size === 0 || (bytes < leastBytes && uncounted === 0)) return null
  return { bytes, kinds, resident: uncounted }
}

const byName = (samples: readonly DiagnosedSample[]): ReadonlyMap<string, number> =>
  new Map(samples.map(({ stack, value }) => [stack.at(-1)?.function ?? '', value]))
