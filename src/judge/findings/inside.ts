import type { SiteDiff } from '../../diff/comparison.ts'
import type { TrialFrame } from '../../trial/trial.ts'
import { insideShare } from '../constants.ts'
import type { Group } from './groups.ts'

/**
 * The deepest frame, of somebody's code, below which nearly all of the growth was made, told where several
 * rows share a finding. null when it is the frame to read first, or says nothing because nearly all that
 * lives there, growing or not, is inside it.
 */
export function insideOf(
  groups: readonly Group[],
  all: readonly SiteDiff[],
  grown: (site: SiteDiff) => number,
): TrialFrame | null {
  const sites = groups.flatMap((group) => group.sites).filter((site) => grown(site) > 0)
  const least = insideShare * sites.reduce((sum, site) => sum + grown(site), 0)
  const deepest = descend(sites, least, grown)
  const frame = deepest.stack.findLast(({ location }) => location.origin !== 'runtime') ?? null
  if (frame === null || frame.site === groups[0]?.culprit?.site) return null
  const depth = deepest.stack.lastIndexOf(frame) + 1
  const below = all.filter((site) => isBelow(site, deepest.names.slice(0, depth)))
  return below.length < insideShare * all.length ? frame : null
}

interface Path {
  readonly names: readonly string[]
  readonly stack: readonly TrialFrame[]
}

/** Goes down from the outermost frame as long as one callee has enough of the growth. */
function descend(
  sites: readonly SiteDiff[],
  least: number,
  grown: (site: SiteDiff) => number,
  path: Path = { names: [], stack: [] },
): Path {
  const depth = path.names.length
  const weights = new Map<string, number>()
  for (const site of sites) {
    const name = site.names[depth]
    if (name !== undefined) weights.set(name, (weights.get(name) ?? 0) + grown(site))
  }
  const [name] = [...weights].find(([, weight]) => weight >= least) ?? []
  const below = sites.filter((site) => site.names[depth] === name)
  const frame = below[0]?.stack[depth]
  if (name === undefined || frame === undefined) return path
  return descend(below, least, grown, { names: [...path.names, name], stack: [...path.stack, frame] })
}

const isBelow = ({ names }: SiteDiff, path: readonly string[]): boolean =>
  path.every((name, i) => names[i] === name)
