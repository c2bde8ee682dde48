/** What a report says that one leak grows by: `amount` of `what`, for one operation. */
export interface Told {
  readonly what: string
  readonly amount: number
  readonly text: string
}

const scales: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: NaN, MiB: NaN }
const number = '([\\d.,]+)'
const size = `${number}[\\s\\u00A0]([kMG]?i?B)\\b( outside the heap| of resident memory)?`
const nouns = '(goroutine|timer or handle|thread|task|open file|live object|connection)s?\\b'
/** Every 4 operations leave 1 open file; 1 open file every about 4 operations. */
const counted = `(?:Every (?:about )?${number} \\w+ \\w+ )?${number} ${nouns}(?: every (?:about )?${number})?`

/** Every figure of `text` that stands for a whole leak; `per`: by how many operations it is divided. */
export function figuresIn(text: string, per = 1): readonly Told[] {
  const whole = withoutParts(text)
  const sizes = [...whole.matchAll(new RegExp(size, 'g'))].map(([all, amount, unit = '', kind = '']) => ({
    what: kind === '' ? 'live heap' : kind.replace(/^ (of )?/, ''),
    amount: (numberOf(amount) * (scales[unit] ?? Number.NaN)) / per,
    text: all,
  }))
  const counts = [...whole.matchAll(new RegExp(counted, 'g'))].map(
    ([all, before, amount, noun = '', after]) => ({
      what: noun,
      amount: numberOf(amount) / per / numberOf(before ?? after ?? '1'),
      text: all,
    }),
  )
  return [...sizes, ...counts]
}

const numberOf = (text = ''): number => Number(text.replaceAll(',', ''))

/** What is told as a part, as noise, or in code is no figure of a leak. */
const withoutParts = (text: string): string =>
  text
    .replace(/`[^`]*`/g, '')
    .replace(/growth above .*? in /g, '')
    .replace(/\b(most|all) of (it|them) \([^)]*\)/g, '')
    .replace(new RegExp(`${size} of (it|them)`, 'g'), '')
    .replace(new RegExp(`${number} of them`, 'g'), '')
    .replace(new RegExp(`±[\\s\\u00A0](${size}|${number})`, 'g'), '')
    .replace(/ That is .*? processes\.| That is [^.]*\./g, '')
    .replace(/it grew in .*? If this is not such a cache: /g, '')

/** The sections of a report that tell of one workload each. */
const sectionsOf = (markdown: string): readonly string[] => markdown.split(/^(?=#{2,3} )/m)

/** The figures of the growth of one workload, as a comment tells them: headline, paragraphs, tables. */
export function toldIn(markdown: string): readonly (readonly Told[])[] {
  return sectionsOf(markdown).map((section) => {
    const operations = numberOf(/per round of ([\d,]+)/.exec(section)?.[1] ?? '1')
    const [heading = ''] = section.split('\n')
    const who = section.split('\n').filter((line) => /^\*\*(?:Who|Also)/.test(line))
    const told = [...figuresIn(heading), ...who.flatMap((line) => figuresIn(line))]
    return [...told, ...rowsOf(section, operations), ...evidenceOf(section)]
  })
}

/** Cells under `head − base`, of totals that leak. */
function rowsOf(section: string, operations: number): readonly Told[] {
  const rows = section.split('\n').filter((line) => /^\| .*\*\*/.test(line))
  return rows.flatMap((row) => {
    const [, more = ''] = row.split(' | ').map((cell) => cell.replace(/^\| /, ''))
    const what = (row.split('|')[1] ?? '')
      .trim()
      .replace(/,.*/, '')
      .replace(/^memory /, '')
    const cell = /\*\*(.*?)\*\*/.exec(row)?.[1] ?? more
    const [one] = figuresIn(cell, operations)
    const bare = /^\+?([\d.,]+)/.exec(cell)?.[1]
    if (one !== undefined) return [{ ...one, what }]
    return [{ what: singular(what), amount: numberOf(bare) / operations, text: cell }]
  })
}

/** Lines of the evidence on growth that no other finding shares. */
function evidenceOf(section: string): readonly Told[] {
  const line = /^\*\*(?:Leak|Worse|Suspect): .*?\*\*, ([a-z ]+) a round: .*? \(([^()]*) per \w+\)/gm
  const lines = [...section.matchAll(line)].map(([, name = '', each = '']) => ({ name, each }))
  return lines.flatMap(({ each, name }) => {
    const what = singular(name.replace(/^memory /, ''))
    if (lines.filter((one) => one.name === name).length > 1) return []
    const [one] = figuresIn(each)
    return [{ what, amount: one?.amount ?? numberOf(each), text: `${each} in the evidence` }]
  })
}

export const singular = (noun: string): string => noun.replace(/s( or handle)s$/, '$1').replace(/s$/, '')

/** Pairs of figures that stand for one growth and are not the same number, each to three digits. */
export function contradictions(told: readonly Told[]): readonly string[] {
  return told.flatMap((one, i) =>
    told
      .slice(i + 1)
      .filter((other) => other.what === one.what && !same(one, other))
      .map((other) => `${one.text} and ${other.text}`),
  )
}

/** As many digits as both have, and two at least; counts to what a person says: 49 of 50 are each of them. */
function same(one: Told, other: Told): boolean {
  const isCount = [one, other].some(({ text }) => new RegExp(nouns).test(text))
  const apart = Math.abs(one.amount - other.amount)
  const most = Math.max(Math.abs(one.amount), Math.abs(other.amount))
  if (isCount) return apart <= 0.07 * most
  const digits = Math.min(3, ...[one, other].map(digitsOf))
  const [place, next] = [one, other].map(({ amount }) => Number(Math.abs(amount).toPrecision(digits)))
  return apart <= 0.011 * most || place === next
}

function digitsOf({ text }: Told): number {
  const [number = ''] = /\d[\d.,]*/.exec(text) ?? []
  return Math.max(2, number.replace(/[.,]/g, '').replace(/^0+|0+$/g, '').length)
}
