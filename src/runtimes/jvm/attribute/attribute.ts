import type { Frame } from '../../../profile/profile.ts'
import type { OldObject } from '../recording/recording.ts'
import { addersIn, makerOf, type Share, textOf, together } from './adder.ts'
import { type Growth, type Placed, placeOf } from './place.ts'

/** What lives of one class. */
export interface ClassCount {
  /** As sources write it: `byte[]`, `java.util.HashMap$Node`. */
  readonly name: string
  readonly objects: number
  readonly bytes: number
}

/** What lives and came of one stack; outermost frame first. */
export interface LiveRow {
  readonly stack: readonly Frame[]
  readonly objects: number
  readonly bytes: number
  /** Since which round it stays. */
  readonly born: number
}

/** Of what a class grew by, which share stayed since each round: they add up to 1. */
export type Births = (name: string) => readonly { readonly born: number; readonly share: number }[]

/**
 * Splits what classes grew by since `before` over the stacks that are to blame for it.
 * How much there is of a class is exact, and so is its growth; how it is split is told by the sample `young`
 * of objects that were allocated since then: one stands for as many bytes as any other of its class.
 *
 * What an object keeps alive is added by whoever put the first new thing on the way to it where it is held:
 * of a page in a session in a map, by who put the session there, not by who made the page.
 * Where nobody knows, by who allocated it; where no object of a class was sampled,
 * the class stands where a stack would.
 */
export function attribute(
  before: readonly ClassCount[],
  now: readonly ClassCount[],
  young: readonly OldObject[],
  births: Births,
): readonly LiveRow[] {
  const growth = growthOf(before, now)
  const shares = sharesOf(young, growth)
  const rows = now.flatMap(({ name, objects, bytes }): readonly LiveRow[] => {
    const grown = growth.get(name)
    const stack = [{ function: name, file: '', line: 0 }]
    if (grown === undefined) return [{ stack, objects, bytes, born: 0 }]
    const stays = { stack, objects: objects - grown.objects, bytes: bytes - grown.bytes, born: 0 }
    const split = shares.get(name) ?? [{ stack, share: 1 }]
    return [stays, ...births(name).flatMap((since) => split.map((one) => rowOf(one, grown, since)))]
  })
  return merged(rows)
}

/** The same of one class alone, which little is allocated of; empty where fewer than two were sampled. */
export const stacksOf = (
  name: string,
  before: readonly ClassCount[],
  now: readonly ClassCount[],
  young: readonly OldObject[],
): readonly Share[] => sharesOf(young, growthOf(before, now), 2).get(name) ?? []

function growthOf(before: readonly ClassCount[], now: readonly ClassCount[]): Growth {
  const then = new Map(before.map((one) => [one.name, one]))
  return new Map(
    now.flatMap(({ name, objects, bytes }) => {
      const known = then.get(name) ?? { objects: 0, bytes: 0 }
      const grown = { objects: Math.max(0, objects - known.objects), bytes: bytes - known.bytes }
      return grown.bytes > 0 ? [[name, grown] as const] : []
    }),
  )
}

/**
 * A class of which there are many more, and few samples, is not split:
 * an innocent one may be the only one met.
 */
const leastSamples = 3

function sharesOf(
  young: readonly OldObject[],
  growth: Growth,
  least = leastSamples,
): ReadonlyMap<string, readonly Share[]> {
  const placed = young
    .filter(({ stack }) => stack.length > 0)
    .map((object) => ({ object, place: placeOf(object, growth) }))
  const byHolder = grouped(placed, ({ place }) => place?.holder ?? '')
  const adders = new Map([...byHolder].map(([holder, those]) => [holder, addersIn(those)]))
  const sampled = [...grouped(placed, ({ object }) => object.type)].filter(
    ([name, those]) => those.length >= Math.min(least, growth.get(name)?.objects ?? 0),
  )
  return new Map([
    ...sharesBetween(placed, adders),
    ...sampled.map(([name, those]) => [name, sharesAt(those, adders)] as const),
  ])
}

/** Objects that too few were sampled of are held where those are that they hold themselves. */
function sharesBetween(
  placed: readonly Placed[],
  adders: ReadonlyMap<string, readonly Share[]>,
): ReadonlyMap<string, readonly Share[]> {
  const known = placed.filter(({ place }) => (adders.get(place?.holder ?? '') ?? []).length > 0)
  const pairs = known.flatMap((one) => [...new Set(one.place?.between)].map((name) => ({ name, one })))
  const byClass = [...grouped(pairs, ({ name }) => name)]
  return new Map(
    byClass.map(([name, those]) => [
      name,
      sharesAt(
        those.map(({ one }) => one),
        adders,
      ),
    ]),
  )
}

/** Of objects of one class who is to blame for each: who put there what holds it, else who allocated it. */
function sharesAt(
  placed: readonly Placed[],
  adders: ReadonlyMap<string, readonly Share[]>,
): readonly Share[] {
  const all = [...grouped(placed, ({ place }) => place?.holder ?? '')].flatMap(([holder, those]) => {
    const known = holder === '' ? [] : (adders.get(holder) ?? [])
    const own = those.map(({ object }) => ({ stack: makerOf(object.stack), share: 1 / those.length }))
    const part = those.length / placed.length
    return (known.length > 0 ? known : own).map(({ share, stack }) => ({ stack, share: share * part }))
  })
  return together(all)
}

function rowOf(
  { share, stack }: Share,
  grown: { readonly objects: number; readonly bytes: number },
  since: { readonly born: number; readonly share: number },
): LiveRow {
  const part = share * since.share
  return { stack, objects: grown.objects * part, bytes: grown.bytes * part, born: since.born }
}

/** One row a stack and round, of whole bytes. */
function merged(rows: readonly LiveRow[]): readonly LiveRow[] {
  const byStack = grouped(rows, ({ born, stack }) => `${born}\n${textOf(stack)}`)
  return [...byStack.values()].flatMap((those) => {
    const [{ born, stack } = { born: 0, stack: [] }] = those
    const objects = Math.round(those.reduce((sum, row) => sum + row.objects, 0))
    const bytes = Math.round(those.reduce((sum, row) => sum + row.bytes, 0))
    return bytes > 0 ? [{ stack, objects, bytes, born }] : []
  })
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [one])
    else known.push(one)
  }
  return groups
}
