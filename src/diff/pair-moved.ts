import type { TrialFrame } from '../trial/trial.ts'
import type { SiteDiff, TrialGrowth } from './comparison.ts'
import { type Moves, type PlaceOf, placesAfter } from './moves.ts'

/**
 * Pairs sites that only one side has with what they were before the pull request moved or renamed them.
 * A leak that came is never taken for another that went: frames are equal as git's renames show them, or all
 * but one are and the growth is the same.
 */
export function pairMoved(sites: readonly SiteDiff[], moves: Moves): readonly SiteDiff[] {
  const places = placesAfter(moves)
  const gone = mostMoved(sites.filter((s) => s.head.length === 0)).map((site) => traced(site, places.base))
  const come = mostMoved(sites.filter((s) => s.base.length === 0)).map((site) => traced(site, places.head))
  if (gone.length === 0 || come.length === 0) return sites
  const pairs = new Map<SiteDiff, SiteDiff>()
  const left = { gone: new Set(gone), come: new Set(come) }
  const join = (was: Traced, is: Traced) => {
    pairs.set(is.site, was.site)
    left.gone.delete(was)
    left.come.delete(is)
  }
  pairEqual(
    left,
    (s) => s.exact,
    () => true,
    join,
  )
  pairEqual(left, (s) => s.own, alike, join)
  const known = { gone: placesIn(sites, 'base', places.base), come: placesIn(sites, 'head', places.head) }
  pairSimilar(left, known, join)
  if (pairs.size === 0) return sites
  const taken = new Set(pairs.values())
  return sites.flatMap((site) =>
    taken.has(site) ? [] : [{ ...site, base: pairs.get(site)?.base ?? site.base }],
  )
}

/** What grows or shrinks least has nothing to hide; stacks may be many and deep. */
const mostTraced = 5_000

function mostMoved(sites: readonly SiteDiff[]): readonly SiteDiff[] {
  if (sites.length <= mostTraced) return sites
  const moved = (site: SiteDiff) => Math.abs(grownOf(site))
  return sites.toSorted((a, b) => moved(b) - moved(a)).slice(0, mostTraced)
}

interface Traced {
  readonly site: SiteDiff
  readonly grown: number
  /** Frames outside the runtime, closures as part of the function they stand in. */
  readonly places: readonly string[]
  /** Many callers that have nothing to do with each other end in one function of a dependency. */
  readonly endsInProject: boolean
  /** Equal keys: equal stacks. `own` leaves the runtime's frames out, null when there are no others. */
  readonly exact: string | null
  readonly own: string | null
}

interface Left {
  readonly gone: Set<Traced>
  readonly come: Set<Traced>
}

type Join = (was: Traced, is: Traced) => void

function traced(site: SiteDiff, placeOf: PlaceOf): Traced {
  const isOwn = ({ location }: TrialFrame) => location.origin !== 'runtime'
  const places = collapsed(site.stack.filter(isOwn).map(placeOf))
  const whole = collapsed(site.stack.map((frame) => (isOwn(frame) ? placeOf(frame) : frame.site)))
  const key = (of: readonly string[]) =>
    places.length === 0 ? null : [site.role, site.quantity, ...of].join('\n')
  const endsInProject = site.stack.findLast(isOwn)?.location.origin === 'project'
  return {
    site,
    places,
    endsInProject,
    exact: key(whole),
    own: key(places),
    grown: grownOf(site),
  }
}

const newestGrowth = (trials: readonly TrialGrowth[]): TrialGrowth | null => trials.at(-1) ?? null

/** Of a site that one side alone has. */
const grownOf = ({ base, head }: SiteDiff): number =>
  newestGrowth(base.length > 0 ? base : head)?.growth.plain ?? 0

/** A closure and the function around it are one place. */
const collapsed = (places: readonly string[]): readonly string[] =>
  places.filter((place, i) => place !== places[i - 1])

function pairEqual(
  { gone, come }: Left,
  keyOf: (site: Traced) => string | null,
  fits: (was: Traced, is: Traced) => boolean,
  join: Join,
): void {
  const byKey = new Map<string, Traced[]>()
  for (const was of gone) {
    const key = keyOf(was)
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), was])
  }
  for (const is of [...come]) {
    const same = byKey.get(keyOf(is) ?? '') ?? []
    const [was] = same.filter((one) => gone.has(one) && fits(one, is)).toSorted(closest(is))
    if (was !== undefined) join(was, is)
  }
}

const closest = (is: Traced) => (a: Traced, b: Traced) =>
  Math.abs(a.grown - is.grown) - Math.abs(b.grown - is.grown)

/** More candidates than that are noise of sampling. */
const mostCandidates = 100

/** Stacks that differ by one frame or in their middle, where nothing else could be meant. */
function pairSimilar(
  { gone, come }: Left,
  known: Record<'gone' | 'come', ReadonlySet<string>>,
  join: Join,
): void {
  const growing = (sites: ReadonlySet<Traced>) =>
    [...sites]
      .filter((s) => s.grown > 0 && s.places.length > 0)
      .toSorted((a, b) => b.grown - a.grown)
      .slice(0, mostCandidates)
  const [before, now] = [growing(gone), growing(come)]
  const fits = (was: Traced, is: Traced) =>
    was.site.role === is.site.role &&
    was.site.quantity === is.site.quantity &&
    alike(was, is) &&
    isRefactored(was, is, known)
  const only = <T>(candidates: readonly T[]) => (candidates.length === 1 ? candidates[0] : undefined)
  for (const is of now) {
    const was = only(before.filter((one) => fits(one, is)))
    if (was !== undefined && only(now.filter((one) => fits(was, one))) === is) join(was, is)
  }
}

/**
 * Two starts of one program differ by less in what they grow by; what is sampled,
 * by twice its standard deviation.
 */
export const likeness = { counted: 1.1, sampled: 1.25, sigmas: 2 } as const

function alike(was: Traced, is: Traced): boolean {
  const trials = [newestGrowth(was.site.base), newestGrowth(is.site.head)]
  const sampling = Math.hypot(...trials.map((trial) => trial?.sampling ?? 0))
  const factor = sampling > 0 ? likeness.sampled : likeness.counted
  const apart = Math.abs(was.grown - is.grown)
  const larger = Math.max(was.grown, is.grown)
  return apart <= Math.max(larger - larger / factor, likeness.sigmas * sampling)
}

function isRefactored(was: Traced, is: Traced, known: Record<'gone' | 'come', ReadonlySet<string>>): boolean {
  const [before, now] = [was.places, is.places]
  if (before.length === now.length + 1 && isOneMore(before, now, known.come)) return true
  if (now.length === before.length + 1 && isOneMore(now, before, known.gone)) return true
  return was.endsInProject && Math.min(before.length, now.length) > 2 && endsOf(before) === endsOf(now)
}

const endsOf = (places: readonly string[]): string => `${places[0]}\n${places.at(-1)}`

/**
 * One frame more: a caller put in between, or a part of the innermost function taken out of it, which the
 * other side does not know.
 */
function isOneMore(
  longer: readonly string[],
  shorter: readonly string[],
  elsewhere: ReadonlySet<string>,
): boolean {
  const first = longer.findIndex((place, i) => place !== shorter[i])
  if (longer.slice(first + 1).some((place, i) => place !== shorter[first + i])) return false
  if (first < longer.length - 1) return true
  const [extra = '', around = ''] = [longer.at(-1), shorter.at(-1)]
  return !elsewhere.has(extra) && fileOf(extra) === fileOf(around)
}

const fileOf = (place: string): string => place.slice(0, place.indexOf('\0'))

function placesIn(sites: readonly SiteDiff[], side: 'base' | 'head', placeOf: PlaceOf): ReadonlySet<string> {
  const frames = new Set<TrialFrame>()
  for (const site of sites) {
    if (site[side].length > 0) for (const frame of site.stack) frames.add(frame)
  }
  return new Set([...frames].map(placeOf))
}
