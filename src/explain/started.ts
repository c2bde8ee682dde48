import type { Finding } from '../judge/verdict.ts'
import type { DiagnosedRole, DiagnosedTasks } from '../measure/diagnose/diagnostic-run.ts'
import type { TrialFrame } from '../trial/trial.ts'
import { namesOf } from './common-frame.ts'

/**
 * Of tasks on whose own stacks stands nobody's code: the innermost call of the project, else of a dependency,
 * that had most of those started that came after the first round. `names`: the key of their stack.
 * Null when nobody's call is known.
 */
export const starterOf = (role: DiagnosedRole, names: string): TrialFrame | null =>
  names === '' ? null : starterIn(role, (task) => namesOf(task.stack) === names)

/** The same for tasks that are a part of `finding`; `culprit` is what the part is called by. */
export const starterOfPart = (
  role: DiagnosedRole,
  { quantity }: Pick<Finding['parts'][number], 'quantity'>,
  culprit: TrialFrame | null,
): TrialFrame | null =>
  quantity !== 'tasks' || culprit === null
    ? null
    : starterIn(role, ({ stack }) => stack[0]?.site === culprit.site)

function starterIn(role: DiagnosedRole, wanted: (task: DiagnosedTasks) => boolean): TrialFrame | null {
  const own = role.after.tasks.filter(wanted)
  if (own.some(({ stack }) => stack.some(isCode))) return null
  const lives = new Set(role.before.tasks.flatMap(({ ids }) => ids))
  const starters = new Map<string, { readonly frame: TrialFrame; value: number }>()
  const add = (task: DiagnosedTasks, by: number): void => {
    const frame = callOf(task, lives)
    if (frame === null) return
    const key = `${frame.site}\0${frame.line}`
    const starter = starters.get(key)
    if (starter === undefined) starters.set(key, { frame, value: by })
    else starter.value += by
  }
  for (const task of own) add(task, task.value)
  for (const task of role.before.tasks.filter(wanted)) add(task, -task.value)
  const [first] = [...starters.values()].toSorted((a, b) => b.value - a.value)
  return first !== undefined && first.value > 0 ? first.frame : null
}

/**
 * What a creator did that was there before the first round began, it did for these;
 * who started the creator itself did not.
 */
function callOf({ ancestry, parents }: DiagnosedTasks, lives: ReadonlySet<number>): TrialFrame | null {
  const lasting = parents.length > 0 && parents.every((id) => lives.has(id))
  const led = (lasting ? ancestry.slice(0, 1) : ancestry).flatMap((stack) => stack.toReversed())
  return led.find(({ location }) => location.origin === 'project') ?? led.find(isCode) ?? null
}

const isCode = ({ location }: TrialFrame): boolean => location.origin !== 'runtime'
