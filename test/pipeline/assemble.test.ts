import { expect, test } from 'vitest'
import { loadConfig } from '../../src/configure/load.ts'
import { assemble } from '../../src/pipeline/assemble.ts'
import { dayOf, decision } from '../../src/pipeline/decision.ts'
import { runtimes } from '../../src/runtimes/index.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { testFolder } from '../checkout/repositories.ts'
import { shop, shopTrial } from '../github/report-job.ts'

const folder = testFolder()
const made = { base: 'a'.repeat(40), head: 'b'.repeat(40), leak: 0 }
const [base, head] = (['base', 'head'] as const).map((side) => shopTrial(made, side, 1, '')) as [Trial, Trial]

/** What one run says that measured these trials itself. */
async function resultOf(trials: readonly Trial[], changedPaths: readonly string[] = []) {
  const config = await loadConfig({ root: folder.make('config'), inputs: shop, defaultName: 'x' })
  const workload = config.workloads[0]
  if (workload === undefined) throw new Error('no workload')
  const today = dayOf(new Date())
  return assemble({
    workload,
    runtime: runtimes.node,
    sides: { trials, headFailure: null, baseFailure: null, notes: [], absent: false },
    decide: decision(workload, runtimes.node, today),
    problems: [],
    changedPaths,
    late: null,
    notes: [],
    explained: { changed: () => false },
    today,
    spans: {},
  })
}

test('a run whose trials have every total passes', async () => {
  expect(await resultOf([base, head])).toMatchObject({ verdict: 'pass', reasons: [] })
})

test.each([
  ['every round', () => true],
  ['one round', (round: number) => round === 3],
])(
  'a run whose head has no tasks in %s is inconclusive, and says which trial lacks what',
  async (_, lacks) => {
    const rounds = head.rounds.map((round, index) =>
      lacks(index)
        ? { ...round, totals: round.totals.filter(({ quantity }) => quantity !== 'tasks') }
        : round,
    )
    const result = await resultOf([base, { ...head, rounds }])
    expect(result.verdict).toBe('inconclusive')
    expect(result.reasons).toMatchObject([
      {
        code: 'figures-absent',
        text: expect.stringMatching(/^Trial 1 of head for `shop` has no total of tasks/),
      },
    ])
  },
)

const leftOut = {
  code: 'not-repeatable',
  text: '`TestRegister` of orders passes once and not twice: left out.',
  subject: '`TestRegister` of orders',
  paths: ['orders/orders_test.go', 'prices/'],
}

test.each([
  ['its file', ['orders/orders_test.go'], 'inconclusive'],
  ['something in its folder', ['prices/prices.go'], 'inconclusive'],
  ['other files', ['orders/orders.go', 'prices/deep/prices.go'], 'pass'],
])('tests of head that were left out, where %s is changed', async (_, changed, verdict) => {
  const result = await resultOf([base, { ...head, notes: [leftOut] }], changed)
  expect(result.verdict).toBe(verdict)
  expect(result.reasons.map(({ code }) => code)).toEqual(verdict === 'pass' ? [] : ['left-out-changed'])
  expect(result.notes).toContainEqual({ code: leftOut.code, text: leftOut.text, subject: leftOut.subject })
})

test('tests of base that were left out stop no pass', async () => {
  const result = await resultOf([{ ...base, notes: [leftOut] }, head], leftOut.paths)
  expect(result.verdict).toBe('pass')
})

const failing = {
  code: 'fails-later',
  text: '`takes a connection` of a.test.js passes at first, and fails in later repetitions in one process: left out.',
  subject: '`takes a connection` of a.test.js',
}

test.each([
  ['head alone: what runs out may be what it leaks', [], 'inconclusive'],
  ['base as well', [failing], 'pass'],
])('a test that fails in later repetitions on %s', async (_, notes, verdict) => {
  const result = await resultOf([
    { ...base, notes },
    { ...head, notes: [failing] },
  ])
  expect(result.verdict).toBe(verdict)
  expect(result.reasons.map(({ code }) => code)).toEqual(verdict === 'pass' ? [] : ['fails-later'])
})
