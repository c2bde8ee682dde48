import type { Finding } from '../judge/verdict.ts'
import type { DiagnosedRole } from '../measure/diagnose/diagnostic-run.ts'
import type { TrialFrame } from '../trial/trial.ts'
import type { Opened } from './opened.ts'

/**
 * The longer stack on which most of what a heap finding counts was made between the first round and the end
 * of the diagnostic run: a runtime whose stacks cost much tells only their innermost frame in a trial. null
 * where the trial tells more, or the run saw nothing of it.
 */
export function wholeStack(
  { before, after }: DiagnosedRole,
  { site }: Finding,
): readonly TrialFrame[] | null {
  const [leaf, ...more] = site?.stack.toReversed() ?? []
  if (leaf === undefined || more.length > 0 || !site?.quantity.startsWith('heap-')) return null
  const grown = new Map<string, { readonly stack: readonly TrialFrame[]; value: number }>()
  const add = (samples: typeof after.heap, sign: 1 | -1): void => {
    for (const { stack, value } of samples) {
      if (stack.at(-1)?.site !== leaf.site) continue
      const key = stack.map(({ site: name, line }) => `${name}\0${line}`).join('\0')
      const known = grown.get(key)
      if (known === undefined) grown.set(key, { stack, value: sign * value })
      else known.value += sign * value
    }
  }
  add(after.heap, 1)
  add(before.heap, -1)
  const [first] = [...grown.values()].toSorted((a, b) => b.value - a.value)
  return first !== undefined && first.value > 0 ? first.stack : null
}

/**
 * Whom to read first: where the runtime alone stands on a trial's stack, the innermost of somebody's code on
 * the longer one; and before a framework that allocated, the function of the project that is kept.
 */
export function firstToRead(
  { culprit }: Finding,
  told:
    | {
        readonly whole?: readonly TrialFrame[] | null
        readonly opened?: Opened | null
        readonly registeredBy?: TrialFrame | null
      }
    | undefined,
): TrialFrame | null {
  if (told?.registeredBy && culprit?.location.origin !== 'project') return told.registeredBy
  const isCode = (frame: TrialFrame | null) => frame !== null && frame.location.origin !== 'runtime'
  if (isCode(culprit)) return culprit
  return told?.whole?.findLast(isCode) ?? culprit ?? told?.opened?.culprit ?? null
}
