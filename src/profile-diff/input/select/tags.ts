import { measureOf } from '../../../profile/formats/measure.ts'
import type { Label } from '../../../profile/formats/pprof/samples/labels.ts'
import type { Matches } from './matcher.ts'

/** Whether the labels of a sample are those that are looked for. */
export type MatchesLabels = (labels: readonly Label[]) => boolean

/**
 * What `--tagfocus` and `--tagignore` mean, as in pprof: a range of numbers (`64kb:`, `:4mb`, `1kb:2kb`,
 * `512b`), else expressions with commas between, all of which `key:value` must match; with `key=` before,
 * any of that key's values must match one. `compile` makes a matcher of an expression.
 */
export function tagMatcher(given: string, compile: (pattern: string) => Matches): MatchesLabels {
  const equals = given.indexOf('=')
  const key = equals < 0 ? null : given.slice(0, equals)
  const value = given.slice(equals + 1)
  const isOfKey = (label: Label) => key === null || label.key === key
  const range = rangeOf(value)
  if (range !== null)
    return (labels) => labels.some((label) => 'number' in label && isOfKey(label) && range(label))
  const expressions = value.split(',').map((one) => remembered(compile(one)))
  const texts = (labels: readonly Label[]) => labels.flatMap((label) => ('text' in label ? [label] : []))
  if (key === null)
    return (labels) =>
      expressions.every((matches) => texts(labels).some((label) => matches(`${label.key}:${label.text}`)))
  return (labels) =>
    expressions.some((matches) => texts(labels).some((label) => isOfKey(label) && matches(label.text)))
}

/** Samples share their labels: each text is compared once. */
function remembered(matches: Matches): Matches {
  const known = new Map<string, boolean>()
  return (text) => {
    const isFound = known.get(text) ?? matches(text)
    known.set(text, isFound)
    return isFound
  }
}

type Range = (label: { readonly number: number; readonly unit: string }) => boolean

/** null for what is no range, which then is an expression. */
function rangeOf(value: string): Range | null {
  const [low = '', high = low, ...others] = value.split(':')
  const [from, to] = [low, high].map(boundOf)
  if (from === undefined || to === undefined || others.length > 0 || low + high === '') return null
  if (from !== null && to !== null && from.kind !== to.kind) return null
  const told = from ?? to
  return ({ number, unit }) => {
    const { kind, factor } = unitOf(unit)
    // A number of another kind of unit is taken for one of the unit that is named first.
    const size = kind === null ? number * (told?.factor ?? 1) : number * factor
    if (kind !== null && kind !== told?.kind) return false
    return size >= (from?.size ?? size) && size <= (to?.size ?? size)
  }
}

interface Bound {
  /** In bytes or nanoseconds, where it is of them. */
  readonly size: number
  readonly kind: string | null
  readonly factor: number
}

/** null for an open end, undefined for what is no number with a unit. */
function boundOf(text: string): Bound | null | undefined {
  if (text === '') return null
  const [, number, unit = ''] = /^([+-]?\d+)([a-z]*)$/i.exec(text) ?? []
  if (number === undefined) return undefined
  const of = unitOf(unit)
  return { ...of, size: Number(number) * of.factor }
}

/** Bytes and times are compared by their size; numbers of other units as they are: `kind` null. */
function unitOf(unit: string): { readonly kind: string | null; readonly factor: number } {
  const { unit: kind, factor } = measureOf('', unit)
  return kind === 'bytes' || kind === 'nanoseconds' ? { kind, factor } : { kind: null, factor: 1 }
}
