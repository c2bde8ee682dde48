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

const isCode = ({ location }: TrialFrame): boolean => location.origin !== 'runtime'
