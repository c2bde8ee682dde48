import type { Finding } from '../judge/verdict.ts'
import type { DiagnosedRole, DiagnosedTasks } from '../measure/diagnose/diagnostic-run.ts'
import type { TaskStack } from '../runtimes/runtime.ts'
import { byFunction, handsOver, homeOf } from '../trial/creators.ts'
import type { TrialFrame } from '../trial/trial.ts'
import { namesOf } from './common-frame.ts'

type Creator = NonNullable<NonNullable<Finding['site']>['tasks']>['creators'][number]

/**
 * Who created the tasks of a finding, as a trial tells it: whoever only starts what others hand over
 * (a group that waits for all, a pool of workers) is left out.
 */
export function creatorsOf({ site }: Pick<Finding, 'site'>): readonly Creator[] {
  const stack = site?.stack ?? []
  return byFunction((site?.tasks?.creators ?? []).filter(({ frame }) => !handsOver(frame, stack)))
}

/**
 * Frames of the calls that led to tasks which came after the first round, the innermost first. `names`:
 * the key of their stack; or tasks that begin at `site`. Empty where nobody knows,
 * or where what created them is a loop that ran before.
 */
export const ancestryOf = (role: DiagnosedRole, of: TasksOf): readonly TrialFrame[] =>
  role.after.tasks
    .filter((task) => isOf(task, of))
    .flatMap((task) => ledTo(role, task).flatMap((stack) => stack.toReversed()))

export type TasksOf = { readonly names: string } | { readonly site: string }

const isOf = ({ stack }: DiagnosedTasks, of: TasksOf): boolean =>
  'names' in of ? of.names !== '' && namesOf(stack) === of.names : stack[0]?.site === of.site

/** Stacks of the creator, of its creator, and so on, as far as they were of the same operation. */
function ledTo({ before }: DiagnosedRole, task: DiagnosedTasks): readonly (readonly TrialFrame[])[] {
  const lives = new Set(before.tasks.flatMap(({ ids }) => ids))
  const lasting = task.parents.length > 0 && task.parents.every((id) => lives.has(id))
  if (!lasting) return task.ancestry
  const creator = task.ancestry[0]?.at(-1)
  const isLoop = before.tasks.some(
    ({ ids, stack }) =>
      ids.some((id) => task.parents.includes(id)) && stack.some(({ site }) => site === creator?.site),
  )
  return isLoop ? [] : task.ancestry.slice(0, 1)
}

/**
 * Who had tasks created that a mere starter began:
 * the innermost function of somebody's code that is not of the starter's own. null where the trial's own
 * creator tells it, or nobody knows.
 */
export function behindStarter(role: DiagnosedRole, { site }: Finding): TrialFrame | null {
  const starter = site?.tasks?.creators[0]?.frame
  if (site === null || starter === undefined || !handsOver(starter, site.stack)) return null
  const frames = ancestryOf(role, { names: namesOf(site.stack) })
  return frames.find((frame) => isCode(frame) && homeOf(frame) !== homeOf(starter)) ?? null
}

/**
 * Who created tasks of which a trial told only what they run:
 * the innermost function of somebody's code in the diagnostic run. null where the trial's own creators tell
 * it, where a stack is that of the creation, or nobody knows.
 */
export function creatorSeen(role: DiagnosedRole, { site }: Finding, taskStack: TaskStack): TrialFrame | null {
  if (taskStack === 'creation' || site === null || (site.tasks?.creators.length ?? 0) > 0) return null
  return ancestryOf(role, { names: namesOf(site.stack) }).find(isCode) ?? null
}

const isCode = ({ location }: TrialFrame): boolean => location.origin !== 'runtime'
