import { expect, test } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { type Row, rising, trialOf } from '../judge/trials.ts'

const all: Row = { quantity: 'instances', series: rising(9, 8) }
const type = (name: string, series: readonly number[]): Row => ({
  quantity: 'instances',
  series,
  stack: [name],
})
const still = rising(0, 8)

function steadyIn(base: readonly Row[], head: readonly Row[]) {
  const trials = (['base', 'head'] as const).map((side) =>
    trialOf(side, 1, [all, ...(side === 'base' ? base : head)]),
  )
  const { sites, totals } = compare(trials.slice(0, 1), trials.slice(1))
  return {
    types: sites.map(({ names }) => names[0]),
    base: totals[0]?.base[0]?.series,
    head: totals[0]?.head[0]?.series,
  }
}

test('objects of a type that come in every round are the total, whatever other types do', () => {
  const head = [type('Session', rising(1, 8)), type('Page', [0, 9, 0, 8, 0, 7, 0, 9])]
  expect(steadyIn([type('Page', [0, 1, 0, 9, 0, 3, 0, 1])], head)).toEqual({
    types: ['Session'],
    base: still,
    head: rising(1, 8),
  })
})

test('a type may miss a round, and not many; none that falls is one', () => {
  expect(steadyIn([], [type('Session', [0, 1, 2, 2, 3, 4, 5, 6])]).types).toEqual(['Session'])
  expect(steadyIn([], [type('Session', [0, 1, 1, 2, 2, 3, 3, 4])]).types).toEqual([])
  expect(steadyIn([], [type('Session', [0, 1, 2, 3, 2, 4, 5, 6])]).types).toEqual([])
})

test('what base has as well is none, however little less', () => {
  const grown = [type('Session', rising(2, 8))]
  expect(steadyIn(grown, grown).types).toEqual([])
  expect(steadyIn([type('Session', rising(1.5, 8))], grown).types).toEqual([])
})

test('what the runtime’s library holds somebody’s objects by is left out', () => {
  const entry = type('std:Entry', rising(1, 8))
  expect(steadyIn([], [type('Session', rising(1, 8)), entry]).types).toEqual(['Session'])
  expect(steadyIn([], [entry])).toEqual({ types: ['Entry'], base: still, head: rising(1, 8) })
})
