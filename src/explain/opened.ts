import type { DiagnosedRole, DiagnosedSample } from '../measure/diagnose/diagnostic-run.ts'
import type { TrialFrame } from '../trial/trial.ts'

/** Where files were opened that stay open. */
export interface Opened {
  /** Outermost frame first. */
  readonly stack: readonly TrialFrame[]
  /** The innermost frame of somebody's code. */
  readonly culprit: TrialFrame
}

/** Who opened a smaller part of what stays open is not named for all of it. */
const most = 0.5

/**
 * The call by which most of the files were opened that stayed after the first round;
 * null when no one call did.
 */
export function openedBy({ before, after }: DiagnosedRole): Opened | null {
  const groups = new Map<string, { readonly stack: readonly TrialFrame[]; value: number }>()
  const add = ({ stack, value }: DiagnosedSample, sign: 1 | -1): void => {
    const key = ownOf(stack)
      .map(({ site, line }) => `${site}\0${line}`)
      .join('\0')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { stack, value: sign * value })
    else group.value += sign * value
  }
  for (const sample of after.files) add(sample, 1)
  for (const sample of before.files) add(sample, -1)
  const grown = [...groups.values()].filter(({ value }) => value > 0)
  const [first] = grown.toSorted((a, b) => b.value - a.value)
  const culprit = first === undefined ? undefined : ownOf(first.stack).at(-1)
  if (first === undefined || culprit === undefined) return null
  const all = grown.reduce((sum, { value }) => sum + value, 0)
  return first.value >= most * all ? { stack: first.stack, culprit } : null
}

const ownOf = (stack: readonly TrialFrame[]): readonly TrialFrame[] =>
  stack.filter(({ location }) => location.origin !== 'runtime')
