import { createHash } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { stackGrowths } from '../../src/diff/stack-growth.ts'
import { curvesOf } from '../../src/report/page/curves.ts'
import { flameTrees } from '../../src/report/page/flame.ts'
import { renderHtml } from '../../src/report/page/page.ts'
import { type Row, rising, trialOf } from '../judge/trials.ts'
import { options, resultOf } from './results.ts'

const attack = '</script><img src=x onerror=alert(1)>'

function trials(name: string, workload = 'baskets') {
  const rows = (step: number): Row[] => [
    { quantity: 'tasks', series: rising(step, 8) },
    { quantity: 'tasks', series: rising(step, 8), stack: ['serve', name] },
    { quantity: 'tasks', series: rising(-step, 8), stack: ['serve', 'shrinks'] },
  ]
  return [
    { ...trialOf('base', 1, rows(0)), workload },
    { ...trialOf('head', 1, rows(5)), workload },
  ]
}

const result = resultOf('node-timer-red')
const measured = () => trials(attack, result.workloads[0]?.name)

describe('the page', () => {
  const script = 'console.log("ours")'
  const page = renderHtml(result, { ...options, trials: measured(), script })

  it('allows no script but its own, by its hash, and no request', () => {
    const hash = createHash('sha256').update(script).digest('base64')
    expect(page).toContain(`script-src 'sha256-${hash}'`)
    expect(page).toContain("default-src 'none'")
    expect(page.match(/<script/g)).toHaveLength(2)
    expect(page).not.toMatch(/(?:src|href)="(?!https:\/\/github\.com\/acme\/node)|@import|url\(/)
  })

  it('holds names of others as data that ends no element', () => {
    expect(page).not.toContain('<img')
    const [, json = ''] = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(page) ?? []
    expect(JSON.parse(json)[0].names).toContain(attack)
  })

  it('says at its top which repository, pull request, commits, day, run and command', () => {
    const about = {
      date: '2026-11-26T10:20:30.000Z',
      pullRequest: 7,
      runUrl: 'https://github.com/acme/node/actions/runs/1',
    }
    const told = renderHtml(result, { ...options, about })
    for (const part of ['acme/node', '#7', '2026-11-26 10:20 UTC', 'the run', '>Again: '])
      expect(told.slice(0, told.indexOf('<h2>') + told.length)).toContain(part)
  })

  it('draws every trial with its rounds, values and axes without any script', () => {
    expect(page).toContain('head, trial 1, round 8: ')
    expect(page).toMatch(/<svg class="chart"[^>]*aria-label="[^"]+a round/)
  })
})

test('stacks that shrink are in the tree with what they lost', () => {
  const [tree] = flameTrees(stackGrowths(trials('grows')), ['tasks'])
  const at = (name: string) => tree?.name.findIndex((i) => tree.names[i] === name) ?? -1
  expect(tree?.head[at('grows')]).toBe(5)
  expect(tree?.head[at('shrinks')]).toBe(-5)
})

test('a round that held several of the workload’s is drawn and summed as one of them, as it is judged', () => {
  const repeated = trials('grows', result.workloads[0]?.name).map((trial) => ({
    ...trial,
    roles: trial.roles.map((role) => ({ ...role, name: 'node src/server.js', repeat: 5 })),
  }))
  const [tree] = flameTrees(stackGrowths(repeated), ['tasks'])
  const grows = tree?.name.findIndex((i) => tree.names[i] === 'grows') ?? -1
  expect(tree?.head[grows]).toBe(1)
  const [total] = result.workloads.flatMap(({ totals }) => totals).filter((t) => t.quantity === 'tasks')
  const curves = total === undefined ? [] : curvesOf({ ...total, role: 'node src/server.js' }, repeated)
  expect(curves.find(({ side }) => side === 'head')?.points.at(-1)?.value).toBe(7)
})

test('a hundred thousand stacks become a page that a browser can lay out', () => {
  const stacks = Array.from({ length: 100_000 }, (_, i) => ({
    role: 'app',
    quantity: 'heap-bytes' as const,
    unit: 'bytes' as const,
    stack: ['main', `handler${i % 500}`, `step${i % 5000}`, `leaf${i}`].map((name) => ({
      function: name,
      file: 'a.js',
      line: 1,
      site: name,
      location: { origin: 'project' as const, path: 'a.js' },
    })),
    base: { perRound: 0, last: 0 },
    head: { perRound: ((i * 7919) % 1000) - 200, last: 0 },
  }))
  const [tree] = flameTrees(stacks, ['heap-bytes'])
  const sum = (values: readonly number[] = []) => values.reduce((a, b) => a + b, 0)
  expect(tree?.name.length).toBeLessThan(20_000)
  expect(tree?.cut).toBeGreaterThan(0)
  expect(tree?.names).toContain('(smaller)')
  const whole = (measure: (value: number) => number) => sum(stacks.map(({ head }) => measure(head.perRound)))
  expect(sum(tree?.head)).toBeCloseTo(
    whole((value) => value),
    -3,
  )
  // What shrank is as wide as it was before it was folded.
  expect(sum(tree?.head.map(Math.abs))).toBeCloseTo(whole(Math.abs), -3)
})

test('tasks that stayed are told with their place, as a name alone says too little', () => {
  const name = result.workloads[0]?.name ?? ''
  const row: Row = {
    quantity: 'tasks',
    series: rising(1, 8),
    stack: ['serve', 'anonymous `server.listen(1)`'],
  }
  const trial = { ...trialOf('head', 1, [row]), workload: name }
  const drained = trial.drained ?? trial.rounds.at(-1) ?? null
  const frames = trial.frames.map((frame, i) => ({
    ...frame,
    line: 7 + i,
    location: { origin: 'project' as const, path: 'src/app.js' },
  }))
  const page = renderHtml(result, { ...options, trials: [{ ...trial, drained, frames }] })
  expect(page).toMatch(/server\.listen\(1\)[^<]*<\/code> at <code>src\/app\.js:\d+<\/code>/)
})

test('paper has what is folded, with no script to open it', () => {
  const page = renderHtml(result, options)
  expect(page).toMatch(/@media print \{[^@]*details::details-content \{ content-visibility: visible \}/)
})
