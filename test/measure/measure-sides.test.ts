import { expect, test } from 'vitest'
import type { Revision } from '../../src/checkout/revision.ts'
import { measureBothSides } from '../../src/measure/measure-sides.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { rising, trialOf } from '../judge/trials.ts'

const revision = (side: Revision['side']): Revision => ({
  side,
  sha: side,
  how: 'given',
  directory: `/${side}`,
})

/** Which steps are taken with `measure-base: when-needed` when `verdicts` are given in turn. */
async function steps(verdicts: readonly ('confirm' | 'done')[], cachedBase: Trial | null = null) {
  const taken: string[] = []
  const left = [...verdicts]
  const sides = await measureBothSides({
    base: revision('base'),
    head: revision('head'),
    baseWhenNeeded: cachedBase === null,
    cachedBase,
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
  const seconds = sides.trials.filter((trial) => trial.side === 'base').map((trial) => trial.seconds)
  return { taken, notes: sides.notes.map((note) => note.code), seconds }
}

test('a base that is not needed is neither set up nor measured, and that is said', async () => {
  expect(await steps(['done'])).toEqual({
    taken: ['set up head', 'head 1'],
    notes: ['base-not-needed'],
    seconds: [],
  })
})

test('a head that grows has base measured, and is excused or confirmed', async () => {
  const first = ['set up head', 'head 1', 'set up base', 'base 1']
  expect(await steps(['confirm', 'done'])).toEqual({ taken: first, notes: [], seconds: [1] })
  const confirmed = await steps(['confirm', 'confirm', 'done'])
  expect(confirmed.taken).toEqual([...first, 'head 2', 'base 2'])
})

const cached = { ...trialOf('base', 1, [{ quantity: 'tasks', series: rising(1, 8) }]), seconds: 77 }

test('a cached base clears head, and stands beside it', async () => {
  expect(await steps(['done'], cached)).toMatchObject({ taken: ['set up head', 'head 1'], seconds: [77] })
})

test('a head that a cached base does not clear is judged by a base of this run alone', async () => {
  const { taken, seconds } = await steps(['confirm', 'confirm', 'done'], cached)
  expect(taken).toEqual(['set up head', 'head 1', 'set up base', 'base 1', 'head 2', 'base 2'])
  expect(seconds).toEqual([1, 1])
})
