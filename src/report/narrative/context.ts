import type { Place, Sentence } from '../../runtimes/advice.ts'
import { mappedLine } from '../line-mapping.ts'
import type { RenderOptions } from '../options.ts'
import type { FindingResult, Result, TotalResult, WorkloadResult } from '../result.ts'
import type { Inline } from './document.ts'
import { code } from './document.ts'
import type { Words } from './words.ts'
import { wordsFor } from './words.ts'

/** One workload of a result, and how to speak of it. */
export interface Context {
  readonly result: Result
  readonly workload: WorkloadResult
  readonly words: Words
  readonly options: RenderOptions
}

export function contextOf(result: Result, workload: WorkloadResult, options: RenderOptions): Context {
  return { result, workload, options, words: wordsFor(workload) }
}

export type Ruling = FindingResult['ruling']

export const failing: readonly Ruling[] = ['leak', 'worse']

/** The findings with one of these rulings, in the result's order. */
export const ruled = (workload: WorkloadResult, ...rulings: readonly Ruling[]): readonly FindingResult[] =>
  workload.findings.filter((finding) => rulings.includes(finding.ruling))

/**
 * The totals of a finding: of its own quantity and of its parts in the same role,
 * with every leaking one of that role.
 */
export function totalsOf(workload: WorkloadResult, finding: FindingResult): readonly TotalResult[] {
  const size = sizeOf(workload, finding)
  const told = new Set([
    finding.quantity,
    ...finding.parts.filter((p) => p.role === finding.role && p !== size).map((p) => p.quantity),
  ])
  const leaks = failing.includes(finding.ruling)
  const mine = workload.totals.filter((t) => t.role === finding.role)
  const ofObjects = (t: TotalResult) => finding.quantity === 'heap-objects' && t.quantity === 'heap-bytes'
  return inOrder(
    mine.filter((t) => (told.has(t.quantity) && !(ofObjects(t) && isLost(t))) || (leaks && t.leaks)),
  )
}

/** Whether nobody can tell what of a growth is head's: base moved by more, and not evenly. */
const isLost = ({ base, excess, leaks }: TotalResult): boolean =>
  !leaks && base !== null && Math.abs(excess) <= Math.min(Math.abs(base.perRound), (base.high - base.low) / 2)

/**
 * Of objects that were judged how many bytes they are; null where bytes themselves were, and where nobody can
 * tell: base moved by more.
 */
export function sizeOf(
  { totals }: Pick<WorkloadResult, 'totals'>,
  finding: FindingResult,
): FindingResult['parts'][number] | null {
  if (finding.quantity !== 'heap-objects') return null
  const ofBytes = ({ quantity, role }: { readonly quantity: string; readonly role: string }) =>
    quantity === 'heap-bytes' && role === finding.role
  const total = totals.find(ofBytes)
  if (total !== undefined && isLost(total)) return null
  return finding.parts.find((part) => ofBytes(part) && part.function === null) ?? null
}

const order = [
  'tasks',
  'files',
  'threads',
  'heap-bytes',
  'external-bytes',
  'classes',
  'instances',
  'heap-objects',
  'rss-bytes',
]

/** Where a total stands among those of its role. */
export const rank = ({ quantity }: TotalResult): number =>
  order.includes(quantity) ? order.indexOf(quantity) : order.length

/**
 * What can be acted on first. Objects and resident memory are left out where bytes already tell the same:
 * objects that leak where bytes do not are what was judged.
 */
export function inOrder(totals: readonly TotalResult[]): readonly TotalResult[] {
  const has = (total: TotalResult, ...quantities: readonly string[]) =>
    totals.some((t) => t.role === total.role && quantities.includes(t.quantity))
  const leaks = ({ role }: TotalResult) =>
    totals.some((t) => t.role === role && t.quantity === 'heap-bytes' && t.leaks)
  return totals
    .filter((t) => t.quantity !== 'instances' || !leaksOtherwise(totals, t))
    .filter((t) => t.quantity !== 'heap-objects' || !has(t, 'heap-bytes') || (t.leaks && !leaks(t)))
    .filter((t) => t.quantity !== 'rss-bytes' || !has(t, 'heap-bytes', 'external-bytes'))
    .toSorted((a, b) => rank(a) - rank(b))
}

/** Objects of single types are what everything else that leaks is made of. */
const leaksOtherwise = (totals: readonly TotalResult[], { role }: TotalResult): boolean =>
  totals.some((t) => t.role === role && t.leaks && t.quantity !== 'instances')

/** A function's name without the path of its package: `mempool.(*Reactor).run`. */
export function shortName(name: string): string {
  const path = /^[^([<\s]*\//.exec(name)?.[0] ?? ''
  return name.slice(path.length) || name
}

export const functionName = (name: string): Inline => code(shortName(name))

/** A sentence of the result, with its places linked. */
export const inlinesOf = (context: Context, sentence: Sentence): readonly Inline[] =>
  sentence.map((phrase) => {
    if (typeof phrase === 'string') return phrase
    if ('place' in phrase) return placeOf(phrase.place, context) ?? ''
    return 'code' in phrase ? code(phrase.code) : functionName(phrase.function)
  })

/** `file:line`, linked at head when it is the project's own. Null when the file is unknown. */
export function placeOf(place: Place, { result, options }: Context): Inline | null {
  if (place.file === '') return null
  const own = place.inProject === true
  const { sha, line } = own ? mappedLine(result, place) : { sha: result.head.sha, line: place.line }
  const label = line > 0 ? `${place.file}:${line}` : place.file
  const base = own && result.head.how !== 'working-tree' ? options.repositoryUrl : null
  const url = base ? sourceUrl(base, sha, { ...place, line }) : null
  return url === null ? code(label) : { kind: 'link', label, url }
}

/** Null when repository, commit or path are not of the shape that makes a safe link. */
function sourceUrl(repository: string, sha: string, { file, line }: Place): string | null {
  const segments = file.split('/')
  if (!/^https?:\/\/[\w.:-]+(?:\/[\w.-]+)+$/.test(repository) || !/^[0-9a-f]{40,64}$/.test(sha)) return null
  if (segments.some((s) => s === '' || s === '.' || s === '..') || /\p{Cs}/u.test(file)) return null
  const path = segments.map((s) => encodeURIComponent(s).replace(/[!'()*]/g, percentEncoded)).join('/')
  return `${repository}/blob/${sha}/${path}${line > 0 ? `#L${line}` : ''}`
}

const percentEncoded = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/**
 * The frame to read first. A running task is named by its outermost call of the function, what was made
 * somewhere by its innermost.
 */
export function culpritOf({ words }: Context, finding: FindingResult): FindingResult['stack'][number] | null {
  const named = (frame: { readonly function: string }) => frame.function === finding.function
  const runs = finding.quantity === 'tasks' && words.taskStack === 'running'
  return (runs ? finding.stack.find(named) : finding.stack.findLast(named)) ?? null
}
