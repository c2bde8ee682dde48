import type { FindingResult, Result, WorkloadResult } from '../../result.ts'
import { changeOf } from '../change.ts'
import type { Context, Ruling } from '../context.ts'
import { ruled, shortName } from '../context.ts'
import type { Block, Inline } from '../document.ts'
import { code, fold, joined, lines, list, paragraph, prose, strong } from '../document.ts'
import { isSpoken } from '../notes/spoken.ts'
import { count, duration, shareOf } from '../numbers.ts'
import { allTotals, slope, visible } from '../totals.ts'
import type { Detail } from './detail.ts'
import { amountOf } from './frequency.ts'
import { partOf } from './share.ts'

/** The folded rest: every finding with its stack, all totals, how it was measured. */
export function evidence(context: Context, detail: Detail): readonly Block[] {
  if (detail.findings === 0) return []
  const { workload } = context
  const told = workload.findings.slice(0, detail.findings).flatMap((f) => findingBlocks(context, f, detail))
  const totals = allTotals(context, 200)
  const blocks = [...told, ...(totals === null ? [] : [totals])]
  return blocks.length === 0 ? [] : [fold(evidenceTitle(context), blocks)]
}

const rulings: readonly (readonly [string, readonly Ruling[]])[] = [
  ['leak', ['leak', 'worse']],
  ['suspect', ['suspect']],
  ['on base too', ['existing']],
  ['fixed', ['fixed']],
  ['waived', ['waived']],
]

function evidenceTitle(context: Context): readonly Inline[] {
  const { workload, words } = context
  const counts = rulings
    .map(([name, of]) => [ruled(workload, ...of).length, name] as const)
    .filter(([n]) => n > 0)
    .map(([n, name]) => `${count(n)} ${name === 'leak' && n !== 1 ? 'leaks' : name}`)
  const least = ['tasks', 'heap-bytes', 'heap-objects'].flatMap((quantity) => {
    const total = workload.totals.find((t) => t.quantity === quantity && t.budget !== null)
    const judged = workload.findings.some((f) => f.quantity === quantity)
    if (total === undefined || (quantity === 'heap-objects' && !judged)) return []
    if (quantity === 'heap-objects')
      return [words.amount(Number(total.smallestVisible.toPrecision(2)), quantity)]
    return quantity === 'tasks'
      ? [words.amount(Math.max(1, total.smallestVisible), quantity)]
      : [visible(context, total)]
  })
  const sight = least.length === 0 ? '' : `; smallest leak this run can see: ${least.join(', or ')} a round`
  return [`${counts.length === 0 ? 'Nothing grows' : `Evidence: ${counts.join(', ')}`}${sight}`]
}

function findingBlocks(context: Context, finding: FindingResult, detail: Detail): readonly Block[] {
  const stack = stackText(finding, detail.frames, changeOf(context.result).name)
  const parts = partsList(context, finding)
  return [
    paragraph(...findingLine(context, finding)),
    ...(stack === '' ? [] : [lines(stack)]),
    ...(parts.length === 0 ? [] : [list(parts)]),
  ]
}

function findingLine(context: Context, finding: FindingResult): readonly Inline[] {
  const { words } = context
  const what = finding.function === null ? code(finding.role) : code(finding.function)
  const amount = amountOf(finding)
  const each = words.figure(shareOf(amount, context.workload.operations), finding.quantity)
  const told = partOf(context, finding)
  const part = told === '' ? '' : `${told} here`
  const state = finding.state === null ? '' : `, ${finding.advice?.kind ?? finding.state}`
  return [
    strong(`${capital(finding.ruling)}: `, what),
    `, ${words.name(finding.quantity)} a round: ${words.figure(amount, finding.quantity)} (${each} per ${words.each})${beside(context, finding)}${part}; ${finding.shape}${state}; `,
    ...(finding.function === null ? [] : ['in ', code(finding.role), '; ']),
    `id ${finding.id}`,
  ]
}

/** What the figure of a finding is measured against. */
function beside(context: Context, { base, head, quantity, ruling }: FindingResult): string {
  if (context.result.base === null) return ''
  if (base === null) return ', none on base'
  const figure = (of: typeof head) => slope(context, { quantity }, of)
  if (ruling === 'existing') return `; base ${figure(base)}`
  return ruling === 'fixed'
    ? ` less than base; base ${figure(base)}, head ${figure(head)}`
    : ` more than base; base ${figure(base)}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Innermost first, as traces are read; the lines of the pull request are marked. */
function stackText(finding: FindingResult, most: number, by: string): string {
  const frames = finding.stack.filter(isPlaced).toReversed()
  const shown = frames.slice(0, Math.min(most, lastToTell(frames))).map((frame) => {
    const place = frame.file === '' ? '' : ` (${frame.file}${frame.line > 0 ? `:${frame.line}` : ''})`
    return `${shortName(frame.function)}${place}${frame.changed ? ` ← changed by ${by}` : ''}`
  })
  const rest = frames.length - shown.length
  return [...shown, ...(rest > 0 && shown.length > 0 ? [`… ${rest} more frames`] : [])].join('\n')
}

/** A function without a name and a file says nothing to anybody. */
const isPlaced = (frame: FindingResult['stack'][number]): boolean =>
  frame.file !== '' || frame.function !== '(anonymous)'

/** What called the outermost code of the project is the machinery of a server or a test runner. */
function lastToTell(frames: FindingResult['stack']): number {
  const outermost = frames.findLastIndex(({ inProject }) => inProject)
  return outermost < 0 ? frames.length : outermost + 1 + mostCallers
}

const mostCallers = 3

function partsList(context: Context, finding: FindingResult): readonly (readonly Inline[])[] {
  const { words } = context
  const creators = finding.creators
    .slice(0, 5)
    .map((c): readonly Inline[] => [`${count(c.count)} created by `, code(c.function)])
  const parts = finding.parts
    .slice(0, 12)
    .map((part): readonly Inline[] => [
      `with it: ${words.amount(part.perRound, part.quantity)} a round`,
      ...(part.function === null ? [] : [' from ', code(part.function)]),
      ...(part.role === finding.role ? [] : [' in ', code(part.role)]),
    ])
  const rest = finding.parts.length - parts.length
  return [...creators, ...parts, ...(rest > 0 ? [[`${rest} more parts`]] : [])]
}

const hows: Readonly<Record<Result['head']['how'], string>> = {
  head: 'the commit checked out',
  'merge-parent': 'first parent of the merge commit',
  'merge-base': 'merge base with the target branch',
  'merge-group': 'base of the merge group',
  before: 'the commit before the push',
  'first-parent': 'first parent',
  tag: 'newest tag before head',
  given: 'as given',
  'working-tree': 'the working tree',
}

/** What was measured, how often and how long. */
export function measured(context: Context): Block {
  const { workload, result } = context
  const { base, head } = workload.trials
  const trials = `${count(base + head)} ${base + head === 1 ? 'trial' : 'trials'}`
  return fold(
    [`How it was measured: ${trials}, ${duration(workload.spent.seconds)}`],
    [list(facts(result, workload))],
  )
}

/**
 * Rounds that are short are measured several at once, and their growth told for one. How many were seen is
 * told as well: what begins after them is in no figure.
 */
function repeatsOf({ rounds, totals }: WorkloadResult): string {
  const repeats = totals.map(({ repeat = 1 }) => repeat)
  const [least, most] = [Math.min(...repeats), Math.max(...repeats)]
  if (totals.length === 0 || most === 1) return ''
  const times = least === most ? most : `${least} to ${most}`
  return `, each measured as ${times} of them in a row: ${count(rounds * least)} were seen`
}

function facts(result: Result, workload: WorkloadResult): readonly (readonly Inline[])[] {
  const commit = (c: Result['head']): readonly Inline[] => [code(c.sha.slice(0, 7)), ` (${hows[c.how]})`]
  const { trials, rounds, operations } = workload
  const base = result.base === null ? [': none'] : [' ', ...commit(result.base)]
  const units = operations === 1 ? '' : ` of ${count(operations)} operations`
  const spans = Object.entries(workload.spent.spans).map(([name, seconds]) => [
    `${name} ${duration(seconds)}`,
  ])
  return [
    ['base', ...base, ', head ', ...commit(result.head)],
    [
      `trials, each a fresh start: base ${count(trials.base)}, head ${count(trials.head)}; ${rounds} rounds${units} in the longest${repeatsOf(workload)}`,
    ],
    [
      `totals are read after a collection, once settled; ${base.length === 1 ? 'growth is the slope of head’s rounds' : '“head − base” is the slope of head’s rounds less base’s'}, ± is a 99 % interval`,
    ],
    ...(spans.length > 0 ? [['time: ', ...joined(spans, ', ', ', ')]] : []),
    [`runtime ${workload.runtime}, leakdiff ${result.tool.version}`],
    ...workload.notes
      .filter((note) => !isSpoken(note))
      .slice(0, 30)
      .map((note) => prose(note.text)),
  ]
}
