import { describe, expect, it } from 'vitest'
import { joinShards } from '../../src/trial/shards.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { rising, trialOf } from '../judge/trials.ts'

const workload = { name: 'w', hash: '', trials: 2 }

function leg(side: 'base' | 'head', number: number, change: Partial<Trial> = {}): Trial {
  const trial = trialOf(side, number, [{ quantity: 'tasks', series: rising(0, 8) }])
  return { ...trial, alone: true, ...change }
}
const whole = [leg('base', 1), leg('base', 2), leg('head', 1), leg('head', 2)]
const failed = { failures: [{ code: 'crashed', text: 'It crashed.', remedy: '' }] }
const absent = { failures: [{ code: 'base-absent', text: 'Base lacks it.', remedy: '' }] }

describe('trials of one job each', () => {
  it('are joined whatever order they come in', () => {
    const { problems, trials } = joinShards(whole.toReversed(), workload)
    expect(problems).toEqual([])
    expect(trials.map((trial) => trial.number)).toEqual([1, 1, 2, 2])
  })

  it.each<[string, readonly Trial[], string, RegExp]>([
    ['the last trial of head', whole.slice(0, 3), 'shard-missing', /^Trial 2 of head /],
    ['the last trial of base', whole.filter((_, i) => i !== 1), 'shard-missing', /^Trial 2 of base /],
    ['a trial handed over twice', [...whole, leg('head', 2)], 'shard-doubled', /^Trial 2 of head /],
    [
      'a trial of another commit',
      [...whole, leg('head', 3, { sha: 'f' })],
      'shard-foreign',
      /^Trial 3 of head /,
    ],
  ])('%s is named', (_, trials, code, text) => {
    expect(joinShards(trials, workload).problems).toMatchObject([{ code, text: expect.stringMatching(text) }])
  })

  it('one that failed is no missing one', () => {
    const shards = joinShards([...whole.slice(0, 3), leg('head', 2, failed)], workload)
    expect(shards).toMatchObject({ problems: [], headFailure: { text: 'It crashed. Base does not fail.' } })
  })

  it('each leg of a base without the workload says so', () => {
    const legs = [leg('base', 1, absent), leg('base', 2, absent), leg('head', 1), leg('head', 2)]
    expect(joinShards(legs, workload)).toMatchObject({ problems: [], absent: true, baseFailure: null })
  })

  it('a side that measures by itself stops when it likes', () => {
    const { alone: _, ...one } = leg('base', 1)
    const { alone: __, ...other } = leg('head', 1)
    expect(joinShards([one, other], workload).problems).toEqual([])
  })
})
