import type { Excuse, Waiver } from '../../configure/config.ts'
import type { Judgement } from '../verdict.ts'
import { byDay } from './waivers.ts'

interface Note {
  readonly code: string
  readonly text: string
}

/**
 * What there is to say about a workload's waivers: ended, not needed, or not enough. `today` is YYYY-MM-DD,
 * UTC.
 */
export function waiverNotes(
  waivers: readonly Waiver[],
  today: string,
  judgement: Judgement | null,
): readonly Note[] {
  const { active, expired } = byDay(waivers, today)
  const used = judgement?.used ?? active
  const uses = (judgement?.totals ?? []).flatMap((total) => (total.waiver === null ? [] : [total.waiver]))
  const short = (state: string) => [
    ...new Set(uses.filter((use) => use.state === state).map((use) => named(use.lines[0].excuse))),
  ]
  return [
    ...short('exceeded').map((site) => ({
      code: 'waiver-exceeded',
      text: `The waiver of ${site} does not hold: more grows than its up-to allows.`,
    })),
    ...short('not alone').map((site) => ({
      code: 'waiver-not-alone',
      text: `The waiver of ${site} does not suffice: something grows that no waiver names.`,
    })),
    ...expired.map((waiver) => ({
      code: 'waiver-expired',
      text: `The waiver of ${named(waiver)} ended on ${waiver.expires} and is ignored. Its reason was: ${waiver.reason}`,
    })),
    ...active
      .filter((waiver) => !used.includes(waiver))
      .map((waiver) => ({
        code: 'waiver-unused',
        text: `The waiver of ${named(waiver)} excuses nothing any more: remove it.`,
      })),
  ]
}

const named = ({ quantity, site }: Excuse): string =>
  quantity === null ? `\`${site}\`` : `\`${site}\` (${quantity})`
