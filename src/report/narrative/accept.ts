import type { FindingResult } from '../result.ts'
import type { Context } from './context.ts'
import { failing, ruled } from './context.ts'
import type { Block } from './document.ts'
import { code, fold, lines, paragraph } from './document.ts'

const days = 90

/** The last day of a waiver that is accepted now. */
export const acceptUntil = (now: Date): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** More leaks than this are not accepted one by one. */
const mostEntries = 30

/**
 * Waivers ready to paste, one for each finding that may fail the check;
 * nothing when no day is known until which they should hold.
 */
export function accept({ options, workload }: Context): readonly Block[] {
  const entries = ruled(workload, ...failing, 'suspect').flatMap(({ accept: [first, ...others] = [] }) =>
    first === undefined ? [] : [[first, ...others] as const],
  )
  if (options.acceptUntil == null || entries.length === 0) return []
  const shown = entries.slice(0, mostEntries).map((entry) => written(entry, options.acceptUntil ?? ''))
  const text = ['workloads:', `  ${workload.name}:`, '    waivers:', ...shown.flat()].join('\n')
  const where = ['Add to ', code('.github/leakdiff.yml'), ', and say why:']
  return [fold(['Accept it for now'], [paragraph(...where), lines(text)])]
}

type Line = NonNullable<FindingResult['accept']>[number]

/** One finding, one waiver: what grows with it stands in `with`. */
function written([first, ...others]: readonly [Line, ...Line[]], expires: string): readonly string[] {
  const { bound, quantity, site } = named(first)
  return [
    `      - site: ${site}`,
    `        quantity: ${quantity}`,
    `        up-to: ${bound}`,
    ...(others.length > 0 ? ['        with:'] : []),
    ...others
      .map(named)
      .map((line) => `          - { site: ${line.site}, quantity: ${line.quantity}, up-to: ${line.bound} }`),
    '        reason: "to be looked into"',
    `        expires: ${expires}`,
  ]
}

/** JSON strings are YAML, whatever characters a name has. */
const named = ({ quantity, site, upTo }: Line) => ({
  site: JSON.stringify(site),
  quantity,
  bound: quantity.endsWith('-bytes') ? size(upTo) : String(upTo),
})

const size = (bytes: number): string => (bytes % 1000 === 0 ? `${bytes / 1000} kB` : `${bytes} B`)
