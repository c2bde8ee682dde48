import type { TrialFrame } from './trial.ts'

/** Whether a creator runs what others gave it: its task comes to code of somebody else. */
export function handsOver(creator: TrialFrame, stack: readonly TrialFrame[]): boolean {
  if (creator.location.origin === 'project') return false
  return stack.some((frame) => isCode(frame) && homeOf(frame) !== homeOf(creator))
}

/** Whose code a frame is: one name for each package, and for the runtime's library. */
export function homeOf({ location }: TrialFrame): string {
  return location.origin === 'dependency' ? `dependency ${location.package}` : location.origin
}

/** Creators with their counts, one a function: of its lines the first, which is the one of most tasks. */
export function byFunction<T extends Creator>(creators: readonly T[]): readonly T[] {
  const found = new Map<string, T>()
  for (const one of creators) {
    const known = found.get(one.frame.site)
    found.set(one.frame.site, known === undefined ? one : { ...known, count: known.count + one.count })
  }
  return [...found.values()]
}

type Creator = { readonly frame: TrialFrame; readonly count: number }

const isCode = ({ location }: TrialFrame): boolean => location.origin !== 'runtime'
