import type { Acceptance, Finding } from '../verdict.ts'
import { acceptances } from '../waivers/waivers.ts'
import type { Naming } from './groups.ts'
import type { Told } from './story.ts'

/**
 * The findings of one role with their waivers, the one that did not suffice first, and with what would excuse
 * each: rows that no other finding names belong to the first.
 */
export function excused(
  names: Naming,
  told: readonly Told[],
  findings: readonly Finding[],
): readonly Finding[] {
  const lines = offered(names, told)
  const [first] = findings
  return findings.map((finding) => {
    const behind =
      finding === first ? told : told.filter(({ total }) => total.diff.quantity === finding.quantity)
    const uses = behind.flatMap(({ total }) => (total.waiver === null ? [] : [total.waiver]))
    const own = lines.filter((line) => (findings.find((one) => isOf(one, line)) ?? first) === finding)
    return {
      ...finding,
      waiver: uses.find(({ state }) => state !== 'applied') ?? uses[0] ?? null,
      accept: own.toSorted((a, b) => Number(leads(finding, b)) - Number(leads(finding, a))),
    }
  })
}

/** Objects are what bytes consist of: who accepts a heap's bytes accepts their number. */
function offered(names: Naming, told: readonly Told[]): readonly Acceptance[] {
  const fails = told.filter(({ story }) => story === 'leak' || story === 'suspect')
  const inBytes = fails.some(({ total }) => total.diff.quantity === 'heap-bytes')
  return fails
    .filter(({ total }) => !inBytes || total.diff.quantity !== 'heap-objects')
    .flatMap(({ total }) => acceptances(names, total))
}

const leads = ({ culprit, quantity }: Finding, line: Acceptance): boolean =>
  line.quantity === quantity && line.site === culprit?.site

const isOf = (finding: Finding, line: Acceptance): boolean =>
  leads(finding, line) ||
  finding.parts.some(({ culprit, quantity }) => line.quantity === quantity && line.site === culprit?.site)
