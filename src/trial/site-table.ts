import type { Attributes, Frame, Quantity } from '../profile/profile.ts'
import type { Location, Runtime } from '../runtimes/runtime.ts'
import type { Site, TrialFrame } from './trial.ts'

/**
 * Folds stacks of many snapshots into sites: role, quantity and the names of the frames, line numbers apart.
 */
export interface SiteTable {
  readonly add: (place: SiteKey, value: number, snapshots: readonly number[]) => void
  /** What the runtime says of the tasks of a site besides their number. */
  readonly describe: (place: SiteKey, value: number, attributes: Attributes) => void
  readonly result: () => SiteTableResult
}

interface SiteKey {
  readonly role: number
  readonly quantity: Quantity
  readonly stack: readonly Frame[]
}

export interface SiteTableResult {
  readonly frames: readonly TrialFrame[]
  readonly sites: readonly Site[]
  /** By snapshot: [index into `sites`, value]. */
  readonly values: readonly (readonly (readonly [number, number])[])[]
  /** How many of the smallest sites were left out. */
  readonly dropped: number
}

/** Frames farther from the leaf than this are cut: recursion. */
export const stackLimit = 256
export const siteLimit = 200_000

interface Entry {
  readonly place: SiteKey
  /** Of the sample whose frames stand for the site. */
  heaviest: number
  stack: readonly Frame[]
  readonly values: number[]
  readonly states: Map<string, number>
  readonly creators: Map<string, { readonly frame: Frame; count: number }>
  minutes: number | null
}

export function createSiteTable(
  runtime: Pick<Runtime, 'readable' | 'site'>,
  locate: (frame: Frame) => Location,
  snapshots: number,
): SiteTable {
  const entries = new Map<string, Entry>()
  const nameOf = cached((frame) => runtime.site(named(frame, locate)))
  const entryOf = (place: SiteKey): Entry => {
    const stack = place.stack.slice(-stackLimit)
    const key = `${place.role} ${place.quantity}\n${stack.map(nameOf).join('\n')}`
    const known = entries.get(key)
    if (known) return known
    const entry = { place, heaviest: 0, stack, minutes: null, states: new Map(), creators: new Map() }
    const created = { ...entry, values: new Array<number>(snapshots).fill(0) }
    entries.set(key, created)
    return created
  }
  return {
    add: (place, value, at) => {
      const entry = entryOf(place)
      for (const snapshot of at) entry.values[snapshot] = (entry.values[snapshot] ?? 0) + value
      if (value <= entry.heaviest) return
      entry.heaviest = value
      entry.stack = place.stack.slice(-stackLimit)
    },
    describe: (place, value, attributes) => describe(entryOf(place), value, attributes),
    result: () => tableResult([...entries.values()], cached(framing(runtime, locate)), snapshots),
  }
}

function describe(entry: Entry, value: number, { state, minutes, createdBy }: Attributes): void {
  if (state) entry.states.set(state, (entry.states.get(state) ?? 0) + value)
  if (minutes !== undefined) entry.minutes = Math.max(entry.minutes ?? 0, minutes)
  if (!createdBy) return
  const key = frameKey(createdBy)
  const creator = entry.creators.get(key)
  if (creator) creator.count += value
  else entry.creators.set(key, { frame: createdBy, count: value })
}

function tableResult(
  entries: readonly Entry[],
  located: (frame: Frame) => TrialFrame,
  snapshots: number,
): SiteTableResult {
  const lived = entries.filter((entry) => entry.values.some((value) => value !== 0))
  const kept = lived.length > siteLimit ? [...lived].sort(byWeight).slice(0, siteLimit) : lived
  const indexes = new Map<string, number>()
  const frames: TrialFrame[] = []
  const indexOf = (frame: Frame): number => {
    const key = frameKey(frame)
    const known = indexes.get(key)
    if (known !== undefined) return known
    frames.push(located(frame))
    indexes.set(key, frames.length - 1)
    return frames.length - 1
  }
  const sites = kept.map((entry) => siteOf(entry, entry.stack.map(indexOf), located))
  const values = Array.from({ length: snapshots }, (_, snapshot) =>
    kept.flatMap(({ values }, site) => (values[snapshot] ? [[site, values[snapshot]] as const] : [])),
  )
  return { frames, sites, values, dropped: lived.length - kept.length }
}

function siteOf(
  { place, states, minutes, creators }: Entry,
  stack: readonly number[],
  located: (frame: Frame) => TrialFrame,
): Site {
  const { role, quantity } = place
  const described = states.size > 0 || creators.size > 0 || minutes !== null
  if (quantity !== 'tasks' || !described) return { role, quantity, stack }
  const state = [...states].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  const byCount = [...creators.values()].sort((a, b) => b.count - a.count)
  const named = byCount.map(({ frame, count }) => ({ frame: located(frame), count }))
  return { role, quantity, stack, tasks: { state, minutes, creators: named } }
}

const byWeight = (a: Entry, b: Entry): number => Math.max(...b.values) - Math.max(...a.values)
const frameKey = (frame: Frame): string => `${frame.function}\0${frame.file}\0${frame.line}`

function cached<T>(compute: (frame: Frame) => T): (frame: Frame) => T {
  const known = new Map<string, T>()
  return (frame) => {
    const key = frameKey(frame)
    const found = known.get(key)
    if (found !== undefined) return found
    const value = compute(frame)
    known.set(key, value)
    return value
  }
}

/** A frame with all that later stages need, its names as people write them. */
export function framing(
  { readable = (name) => name, site }: Pick<Runtime, 'readable' | 'site'>,
  locate: (frame: Frame) => Location,
): (frame: Frame) => TrialFrame {
  return (frame) => {
    const known = named(frame, locate)
    return {
      ...frame,
      function: readable(known.function),
      site: readable(site(known)),
      ...placed(frame, locate),
    }
  }
}

/** A frame by the name that a developer knows, where its function has none. */
function named(frame: Frame, locate: (frame: Frame) => Location): Frame {
  const location = locate(frame)
  const called = location.origin === 'runtime' ? undefined : location.called
  return called === undefined ? frame : { ...frame, function: called }
}

/** Where a frame stands: in the source, where a map leads to it, else in the file that ran. */
function placed(frame: Frame, locate: (frame: Frame) => Location): Pick<TrialFrame, 'line' | 'location'> {
  const location = locate(frame)
  if (location.origin === 'runtime') return { line: frame.line, location }
  const { called: _, ...kept } = location
  if (kept.origin !== 'project') return { line: frame.line, location: kept }
  const { line = frame.line, ...place } = kept
  return { line, location: place }
}
