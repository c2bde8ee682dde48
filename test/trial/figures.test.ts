import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { absentFigures } from '../../src/trial/figures.ts'
import { parseTrial } from '../../src/trial/file.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { rising, trialOf } from '../judge/trials.ts'

const rows = [
  { quantity: 'tasks', series: rising(1, 8) },
  { quantity: 'heap-bytes', series: rising(100, 8) },
] as const
const whole = { ...trialOf('base', 1, rows), sha: 'a'.repeat(40) }
const head = { ...trialOf('head', 1, rows), sha: 'b'.repeat(40) }
const without = (trial: Trial, quantity: string, rounds = (_: number) => true): Trial => ({
  ...trial,
  rounds: trial.rounds.map((round, index) => ({
    ...round,
    totals: round.totals.filter((total) => total.quantity !== quantity || !rounds(index)),
  })),
})

test.each([
  ['no tasks', without(head, 'tasks'), ['tasks']],
  ['no tasks in one round', without(head, 'tasks', (round) => round === 3), ['tasks']],
  ['no heap, which base has', without(head, 'heap-bytes'), ['heap-bytes']],
  ['no totals at all', without(without(head, 'tasks'), 'heap-bytes'), ['tasks', 'heap-bytes']],
  ['all', head, []],
])('a trial with %s', (_, trial, missing) => {
  const found = absentFigures([whole, trial])
  expect(found.map(({ text }) => /no total of (\S+)/.exec(text)?.[1])).toEqual(missing)
})

test('a heap that only confirming trials have is not missed in the first', () => {
  const confirming = { ...head, number: 2, stage: 'confirm' as const }
  const first = without(head, 'heap-bytes')
  expect(absentFigures([without(whole, 'heap-bytes'), first, confirming])).toEqual([])
  const second = without({ ...whole, number: 2, stage: 'confirm' }, 'heap-bytes')
  expect(absentFigures([first, confirming, second])).toHaveLength(1)
})

test('what a workload says it does not measure is not missed', () => {
  const notes = [
    { code: 'snapshot-partial', text: 'No tasks are judged: `snapshot` writes no $LEAKDIFF_TASKS.' },
  ]
  expect(absentFigures([whole, { ...without(head, 'tasks'), notes }])).toEqual([])
})

test.each(['9e306', '-1', '1e16', '1e999', 'null', '"NaN"'])('%s is no figure', async (figure) => {
  const text = JSON.stringify({ schemaVersion: 1, ...whole }).replace(/"value":\d+/, `"value":${figure}`)
  await expect(parseTrial(gzipSync(text), 'head-1')).rejects.toThrow(/head-1 is not a trial file: .*value/)
})
