import type { Quantity } from '../profile/profile.ts'
import type { DriftBudget } from './values/drift.ts'
import type { Ready } from './values/ready.ts'

/** A budget in units per round of a role's total; `auto` is the runtime's floor, `off` never fails. */
export type Budget = number | 'auto' | 'off'

/**
 * A pprof endpoint of the user's own: the role's name, or null for the
 * only one, and its URL before `$NAME` is expanded.
 */
export interface Endpoint {
  readonly name: string | null
  readonly url: string
}

/** One key of the configuration: everything that is known of it. */
export interface Key {
  /** As in the file; `settle.limit` is `settle: { limit }`, and `settle-limit` as an input or a flag. */
  readonly name: string
  readonly type: KeyType
  readonly help: string
  /** As the user would write it. Left out: the key is null, or an empty list. */
  readonly default?: string
  /** The forms of workload that it has a meaning in. Left out: all. */
  readonly forms?: readonly FormKey[]
  /** It shapes what is said about trials, not the trials: two that differ in it alone are comparable. */
  readonly aside?: true
}

/** The keys of which a workload has exactly one: its form. */
export const formKeys = ['start', 'test', 'run'] as const
type FormKey = (typeof formKeys)[number]

/** How a value is written; `values.ts` has the schema of each. */
export type KeyType =
  | keyof Values
  | { readonly oneOf: readonly string[] }
  | { readonly budget: Quantity }
  | WholeNumber

export interface WholeNumber {
  readonly from: number
  readonly to: number
  /** Why no others, for the error message. */
  readonly because?: string
  /** `auto` may stand in its place: the code decides. */
  readonly auto?: true
}

/** What each type is once it is checked. */
export interface Values {
  readonly command: string
  readonly path: string
  readonly paths: readonly string[]
  readonly driver: readonly string[]
  readonly globs: readonly string[]
  readonly ready: Ready
  readonly endpoints: readonly Endpoint[]
  readonly glob: string
  /** Milliseconds. */
  readonly duration: number
  /** `ref`, `off`, or a directory, absolute or seen from the root. */
  readonly history: string
  readonly drift: DriftBudget
}

/** A value as the file would have it, from the text of an input or a default. */
export function inFile(type: KeyType, text: string): string | number {
  const isNumber = typeof type === 'object' && 'from' in type && /^-?\d+(\.\d+)?$/.test(text.trim())
  return isNumber ? Number(text) : text.trim()
}

/** Whether a value that is left out is an empty list. */
export const isList = (type: KeyType): boolean =>
  type === 'paths' || type === 'driver' || type === 'globs' || type === 'endpoints'

type ValueOf<T extends KeyType> = T extends keyof Values
  ? Values[T]
  : T extends { readonly oneOf: readonly (infer Word)[] }
    ? Word
    : T extends { readonly budget: Quantity }
      ? Budget
      : T extends { readonly auto: true }
        ? number | 'auto'
        : number

type Filled<K extends Key> = K extends { readonly default: string }
  ? ValueOf<K['type']>
  : ValueOf<K['type']> extends readonly unknown[]
    ? ValueOf<K['type']>
    : ValueOf<K['type']> | null

type GroupOf<Name> = Name extends `${infer Group}.${string}` ? Group : never
type Camel<Name> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name

/** The name of a key inside its group: `limit` of `settle.limit`. */
export type Inner<Name, Group extends string = string> = Name extends `${Group}.${infer Rest}` ? Rest : never

/** The checked values of keys: `measure-base` is `measureBase`, `settle.limit` is `settle: { limit }`. */
export type Settings<K extends Key> = {
  readonly [Each in K as Each['name'] extends `${string}.${string}`
    ? never
    : Camel<Each['name']> & string]: Filled<Each>
} & {
  readonly [Group in GroupOf<K['name']>]: {
    readonly [Each in K as Camel<Inner<Each['name'], Group>> & string]: Filled<Each>
  }
}
