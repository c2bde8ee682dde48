import type { TaskStack } from '../../runtimes/runtime.ts'
import type { WorkloadResult } from '../result.ts'
import { bytes, count } from './numbers.ts'

const unknownTasks = { one: 'task', many: 'tasks', stack: 'running' } as const

/** The words for one workload's quantities. */
export interface Words {
  /** The head of a table's row: `open files`, `live heap`. */
  readonly name: (quantity: string) => string
  /** A value with its noun: `1 open file`, `341 kB`. */
  readonly amount: (value: number, quantity: string) => string
  /** A value without noun, for a table's cell: `100`, `341 kB`. */
  readonly figure: (value: number, quantity: string) => string
  readonly taskName: { readonly one: string; readonly many: string }
  readonly taskStack: TaskStack
  /** `operation`, or `round` when a round is one operation. */
  readonly each: 'operation' | 'round'
}

/**
 * A runtime counts tasks of many kinds by one name: `1 timer or handle` whose kind is known (`a timer`) is
 * told as what it is. Of several, and of kinds that take a clause to say, the name stays.
 */
export function called(amount: string, { taskName }: Words, kind: string | undefined): string {
  const noun = kind === undefined || / (?:that|of|on) /.test(kind) ? null : kind.replace(/^an? /, '')
  return noun === null ? amount : amount.replace(`1 ${taskName.one}`, `1 ${noun}`)
}

interface Noun {
  readonly name: string
  /** null: bytes, which need no noun but this addition. */
  readonly one: string | null
  readonly many: string
}

const nouns: Readonly<Record<string, Noun>> = {
  'heap-bytes': { name: 'live heap', one: null, many: '' },
  'external-bytes': { name: 'memory outside the heap', one: null, many: ' outside the heap' },
  'rss-bytes': { name: 'resident memory', one: null, many: ' of resident memory' },
  'heap-objects': { name: 'live objects', one: 'live object', many: 'live objects' },
  classes: { name: 'loaded classes', one: 'loaded class', many: 'loaded classes' },
  instances: { name: 'objects of types that grow in every round', one: 'live object', many: 'live objects' },
  'class-bytes': { name: 'memory of classes', one: null, many: ' of memory of classes' },
  files: { name: 'open files', one: 'open file', many: 'open files' },
  threads: { name: 'threads', one: 'thread', many: 'threads' },
}

/** Words for `workload`; a quantity that is not known here is called by its own name. */
export function wordsFor({
  operations,
  tasks = unknownTasks,
}: Pick<WorkloadResult, 'operations' | 'tasks'>): Words {
  const { stack: taskStack, ...task } = tasks
  const nounOf = (quantity: string): Noun => {
    if (quantity === 'tasks') return { name: task.many, ...task }
    if (Object.hasOwn(nouns, quantity))
      return nouns[quantity] ?? { name: quantity, one: quantity, many: quantity }
    return { name: quantity, one: quantity.endsWith('-bytes') ? null : quantity, many: ` ${quantity}` }
  }
  const figure = (value: number, quantity: string) =>
    nounOf(quantity).one === null ? bytes(value) : count(value)
  return {
    name: (quantity) => nounOf(quantity).name,
    figure,
    amount: (value, quantity) => {
      const { one, many } = nounOf(quantity)
      if (one === null) return `${bytes(value)}${many}`
      return `${count(value)} ${count(value) === '1' ? one : many.trim()}`
    },
    taskName: task,
    taskStack,
    each: operations === 1 ? 'round' : 'operation',
  }
}
