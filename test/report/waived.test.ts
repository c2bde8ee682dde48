import { describe, expect, it } from 'vitest'
import type { Waiver, Workload } from '../../src/configure/config.ts'
import { configInput, loadConfig } from '../../src/configure/load.ts'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { buildResult, workloadResult } from '../../src/report/build-result.ts'
import { renderHtml } from '../../src/report/page/page.ts'
import { renderComment } from '../../src/report/render/markdown.ts'
import { renderTerminal } from '../../src/report/render/terminal.ts'
import type { Result } from '../../src/report/result.ts'
import { go } from '../../src/runtimes/go/index.ts'
import { budgets, type Row, rising, trialOf } from '../judge/trials.ts'
import { options } from './results.ts'

const workload = { name: 'visits', operations: 1, budgets } as Workload

interface Grown {
  readonly quantity: Row['quantity']
  readonly by: number
  readonly stack?: readonly string[]
  readonly role?: string
}

/** A row that grows in every round, in the totals as well. */
const grows = (quantity: Row['quantity'], by: number, ...stack: string[]): Grown => ({ quantity, by, stack })
const inWorker = (row: Grown): Grown => ({ ...row, role: 'worker' })

function resultOf(grown: readonly Grown[], waivers: readonly Waiver[]): Result {
  const totals = [...new Map(grown.map((row) => [`${row.role} ${row.quantity}`, row])).values()].map(
    (row) => ({
      ...(row.role === undefined ? {} : { role: row.role }),
      quantity: row.quantity,
      by: grown
        .filter((one) => one.quantity === row.quantity && one.role === row.role)
        .reduce((sum, one) => sum + one.by, 0),
    }),
  )
  const rows = (share: number, rounds: number) =>
    [...totals, ...grown].map(({ by, ...row }): Row => ({ ...row, series: rising(share * by, rounds) }))
  const trials = (side: 'base' | 'head', share: number) => [
    trialOf(side, 1, rows(share, 8)),
    trialOf(side, 2, rows(share, 24)),
  ]
  const [base, head] = [trials('base', 0), trials('head', 1)]
  const judgement = judge({
    comparison: compare(base, head),
    threshold: thresholdOf(budgets, { tasks: 0.5 }),
    ...{ taskStack: 'running', trials: 2, warmup: 2, waivers },
  })
  const told = { reasons: [], notes: [], changed: () => false, spans: {} }
  const workloads = [
    workloadResult({ workload, runtime: go, judgement, trials: [...base, ...head], ...told }),
  ]
  const commit = { sha: 'a'.repeat(40), how: 'given' } as const
  return buildResult({ version: '1', head: commit, base: null, reasons: [], workloads, seconds: 3 })
}

const accepting = { ...options, acceptUntil: '2027-02-21' }
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const offers = {
  comment: (result: Result) => renderComment(result, accepting),
  page: (result: Result) => textOf(renderHtml(result, accepting)),
  terminal: (result: Result) => renderTerminal(result, accepting).replaceAll(/^ {4}/gm, ''),
}

/** What somebody has in his file who pasted what was offered. */
async function pasted(text: string): Promise<readonly Waiver[]> {
  const [yaml = ''] = /workloads:\n {2}visits:\n {4}waivers:\n(?: {6,}.*\n?)+/.exec(text) ?? []
  const file = yaml.replace(/^ {4}waivers:/m, '    start: ./a\n    round: ./b\n    waivers:')

  const config = await loadConfig({ root: '/', ...configInput(file), inputs: {}, defaultName: 'x' })
  return config.workloads[0]?.waivers ?? []
}

const leaks: readonly (readonly [string, readonly Grown[], number])[] = [
  [
    'tasks, and the heap and files that they keep',
    [
      grows('tasks', 100, 'main.watch', 'std:runtime.park'),
      grows('heap-bytes', 60_000, 'main.order', 'dep:lib.New'),
      grows('heap-bytes', 40_000, 'main.watch'),
      grows('heap-objects', 600, 'main.order', 'dep:lib.New'),
      grows('heap-objects', 400, 'main.watch'),
      grows('files', 100, 'socket'),
    ],
    1,
  ],
  ['two rows of one heap', [grows('heap-bytes', 60_000, 'main.a'), grows('heap-bytes', 40_000, 'main.b')], 1],
  ['objects of few bytes', [grows('heap-bytes', 4000, 'main.a'), grows('heap-objects', 5000, 'main.a')], 1],
  ['what no stack names', [{ quantity: 'external-bytes', by: 4_000_000 }], 1],
  ['two leaks of one total', [grows('tasks', 100, 'main.a'), grows('tasks', 30, 'main.b')], 2],
  ['one leak in two processes', [grows('tasks', 9, 'main.a'), inWorker(grows('tasks', 99, 'main.a'))], 1],
]

describe.each(Object.entries(offers))('what the %s offers', (_, offer) => {
  it.each(leaks)('for %s is one waiver a leak, and excuses it as it stands', async (_, grown, count) => {
    const red = resultOf(grown, [])
    expect(red.verdict).toBe('fail')
    const waivers = await pasted(offer(red))
    expect(waivers).toHaveLength(count)
    const green = resultOf(grown, waivers)
    expect(green.verdict).toBe('pass')
    expect(green.workloads[0]?.findings.map(({ waiver }) => waiver?.state)).toEqual(
      Array.from({ length: count }, () => 'applied'),
    )
    expect(renderComment(green, options)).toContain(count === 1 ? '1 leak waived' : `${count} leaks waived`)
  })
})

it.each([
  ['tasks of a function that it names for its heap', grows('tasks', 20, 'main.order')],
  ['another row of the heap', grows('heap-bytes', 20_000, 'main.log')],
  ['another quantity', grows('threads', 100)],
])('a waiver that was offered does not excuse %s', async (_, more) => {
  const [[, grown] = ['', []]] = leaks
  const waivers = await pasted(offers.comment(resultOf(grown, [])))
  expect(resultOf([...grown, more], waivers).verdict).toBe('fail')
})
