import type { Quantity } from '../../profile/profile.ts'
import type { Finding, Ruling } from '../verdict.ts'
import { merged } from '../waivers/waivers.ts'
import { groupBy, identity } from './groups.ts'

/**
 * The same row in another role (a peer, a worker) is the same leak:
 * a part of the finding of the started role, else of that where it grows most.
 */
export function joinRoles(findings: readonly Finding[]): Finding[] {
  const rowOf = (f: Finding) => (f.site === null ? f.role : identity(f.site, f.culprit))
  const worse = (ruling: Ruling) => (ruling === 'worse' ? 'leak' : ruling)
  // One process may be judged by its bytes, another by its objects.
  const heap = (quantity: Quantity) => (quantity === 'heap-objects' ? 'heap-bytes' : quantity)
  return groupBy(findings, (f) => `${worse(f.ruling)}\0${heap(f.quantity)}\0${rowOf(f)}`).flatMap((same) => {
    const [first, ...others] = same.toSorted(
      (a, b) => Number(b.started) - Number(a.started) || Math.abs(b.excess) - Math.abs(a.excess),
    )
    if (first === undefined) return []
    const parts = others.flatMap((f) => [
      { quantity: f.quantity, role: f.role, culprit: f.culprit, perRound: f.excess },
      ...f.parts,
    ])
    const accept = merged(
      same.flatMap((f) => f.accept),
      Math.max,
    )
    const waiver = same.find((f) => f.waiver !== null)?.waiver ?? null
    return [{ ...first, parts: [...first.parts, ...parts], waiver, accept }]
  })
}

const severity: readonly Ruling[] = ['leak', 'worse', 'suspect', 'waived', 'existing', 'fixed']
const speaking: readonly Quantity[] = [
  'tasks',
  'files',
  'heap-bytes',
  'heap-objects',
  'external-bytes',
  'classes',
  'instances',
]

/** What makes the run fail first, then by what speaks most plainly, then by excess. */
export function byWeight(a: Finding, b: Finding): number {
  const plainness = (f: Finding) =>
    speaking.includes(f.quantity) ? speaking.indexOf(f.quantity) : speaking.length
  const rank = (f: Finding) => severity.indexOf(f.ruling) * 10 + plainness(f)
  return rank(a) - rank(b) || Math.abs(b.excess) - Math.abs(a.excess)
}
