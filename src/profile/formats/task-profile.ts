import type { Attributes, Frame, Profile, Sample } from '../profile.ts'
import { taskStack } from './task-stack.ts'

/**
 * The live tasks: one sample for each distinct stack, state, creator and ancestry, `minutes` being the
 * longest wait among them. Stacks are brought into the form that all goroutine profiles have in common
 * (`taskStack`).
 */
export function taskProfile(tasks: Iterable<Sample>): Profile {
  const groups = new Map<string, { stack: readonly Frame[]; value: number; attributes: Attributes }>()
  const frames = new Map<string, number>()
  const known = new Map<string, { readonly ids: number[]; readonly parents: number[] }>()
  let total = 0
  for (const task of tasks) {
    const stack = taskStack(task.stack)
    const attributes = task.attributes ?? {}
    const key = keyOf(frames, stack, attributes)
    const group = groups.get(key)
    total += task.value
    if (group === undefined) {
      groups.set(key, { stack, value: task.value, attributes })
      if (attributes.ids !== undefined) known.set(key, { ids: [], parents: [] })
    } else {
      group.value += task.value
      group.attributes = longer(group.attributes, attributes)
    }
    // One by one: a list of all may be longer than a call can take.
    for (const id of attributes.ids ?? []) known.get(key)?.ids.push(id)
    for (const parent of attributes.parents ?? []) known.get(key)?.parents.push(parent)
  }
  for (const [key, { ids, parents }] of known) {
    const group = groups.get(key)
    if (group === undefined) continue
    group.attributes = { ...group.attributes, ids, ...(parents.length === 0 ? {} : { parents }) }
  }
  const samples = [...groups.values()].filter(({ value }) => value !== 0)
  return { quantity: 'tasks', unit: 'tasks', exact: true, total, samples: samples.map(withoutEmpty) }
}

function keyOf(
  frames: Map<string, number>,
  stack: readonly Frame[],
  { ancestry = [], createdBy, state }: Attributes,
): string {
  const creator = createdBy === undefined ? '' : frameId(frames, createdBy)
  const keysOf = (frame: Frame) => frameId(frames, frame)
  const ancestors = ancestry.map((one) => one.map(keysOf)).join(' ')
  return `${stack.map(keysOf)} ${creator} ${state ?? ''} ${ancestors}`
}

function frameId(frames: Map<string, number>, frame: Frame): number {
  const key = `${frame.line}\0${frame.file}\0${frame.function}`
  const id = frames.get(key) ?? frames.size
  frames.set(key, id)
  return id
}

function longer(one: Attributes, other: Attributes): Attributes {
  return (other.minutes ?? 0) > (one.minutes ?? 0) ? other : one
}

function withoutEmpty({ stack, value, attributes }: Sample): Sample {
  return attributes === undefined || Object.keys(attributes).length === 0
    ? { stack, value }
    : { stack, value, attributes }
}
