import { expect, test } from 'vitest'
import type { Revision } from '../../src/checkout/revision.ts'
import { measureBothSides } from '../../src/measure/both-sides.ts'
import { rising, trialOf } from '../judge/trials.ts'

const revision = (side: Revision['side']): Revision => ({
  side,
  sha: side,
  how: 'given',
  directory: `/${side}`,
})

/** Which steps are taken with `measure-base: when-needed` when `verdicts` are given in turn. */
async function steps(verdicts: readonly ('confirm' | 'done')[]) {
  const taken: string[] = []
  const left = [...verdicts]
  const sides = await measureBothSides({
    base: revision('base'),
    head: revision('head'),
    baseWhenNeeded: true,
    setUp: async ({ side }) => void taken.push(`set up ${side}`),
    trial: async ({ side }, number) => {
      taken.push(`${side} ${number}`)
      return trialOf(side, number, [{ quantity: 'tasks', series: rising(1, 8) }])
    },
    next: () => left.shift() ?? 'done',
    reasonOf: (error) => {
      throw error
    },
  })
  return { taken, notes: sides.notes.map((note) => note.code) }
}

test('a base that is not needed is neither set up nor measured, and that is said', async () => {
  expect(await steps(['done'])).toEqual({ taken: ['set up head', 'head 1'], notes: ['base-not-needed'] })
})

test('a head that grows has base measured, and is excused or confirmed', async () => {
  const first = ['set up head', 'head 1', 'set up base', 'base 1']
  expect(await steps(['confirm', 'done'])).toEqual({ taken: first, notes: [] })
  const confirmed = await steps(['confirm', 'confirm', 'done'])
  expect(confirmed.taken).toEqual([...first, 'base 2', 'head 2'])
})
