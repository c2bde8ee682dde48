import { describe, expect, test } from 'vitest'
import type { Revision } from '../../src/checkout/revision.ts'
import { measureBothSides } from '../../src/measure/sides/measure-sides.ts'
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

/** Which trials are tried where each of `failing` fails, alone as well, and `hasRoom` for two at once. */
async function failing(
  names: readonly string[],
  verdicts: readonly ('confirm' | 'done')[],
  { hasRoom = false, only }: { readonly hasRoom?: boolean; readonly only?: 'base' } = {},
) {
  const taken: string[] = []
  const left = [...verdicts]
  const sides = await measureBothSides({
    base: revision('base'),
    head: revision('head'),
    only,
    setUp: async () => {},
    trial: async ({ side }, number) => {
      taken.push(`${side} ${number}`)
      const failures = [{ code: 'ended', text: 'It ended by itself.', remedy: '' }]
      const trial = trialOf(side, number, [{ quantity: 'tasks', series: rising(1, 8) }])
      return names.includes(`${side} ${number}`) ? { ...trial, failures } : trial
    },
    next: () => left.shift() ?? 'done',
    baseMayMatter: () => true,
    hasRoom: () => hasRoom,
    reasonOf: (error) => {
      throw error
    },
  })
  const { baseFailure, headFailure, trials } = sides
  const failed = [headFailure?.code ?? null, baseFailure?.code ?? null]
  return {
    taken: [...new Set(taken)].toSorted(),
    failed,
    trials: trials.map(({ side, number }) => `${side} ${number}`),
  }
}

describe.each([false, true])('a side that cannot be measured, room for two at once: %s', (hasRoom) => {
  test('a head that moved is confirmed without its base', async () => {
    expect(await failing(['base 1'], ['confirm', 'done'], { hasRoom })).toEqual({
      taken: ['base 1', 'head 1', 'head 2'],
      failed: [null, 'base-trial-ended'],
      trials: ['head 1', 'head 2'],
    })
  })
  test('nor is base tried again once its confirming trial failed', async () => {
    const { failed, taken } = await failing(['base 2'], ['confirm', 'confirm', 'done'], { hasRoom })
    expect(taken).toEqual(['base 1', 'base 2', 'head 1', 'head 2', 'head 3'])
    expect(failed).toEqual([null, 'base-trial-ended'])
  })
  test('without head nothing goes on', async () => {
    const { failed, trials } = await failing(['head 1'], ['confirm', 'confirm'], { hasRoom })
    expect(failed).toEqual(['head-trial-ended', null])
    expect(trials).toEqual(['base 1'])
  })
  test('nor without base where it is measured alone', async () => {
    expect(await failing(['base 1'], ['confirm', 'confirm'], { hasRoom, only: 'base' })).toEqual({
      taken: ['base 1'],
      failed: [null, 'base-trial-ended'],
      trials: [],
    })
  })
})

/**
 * Which trials begin and end where there is room for two at once; base's needs longer,
 * and `failing` ones fail while another runs.
 */
async function atOnce({
  verdicts,
  mayMatter = true,
  matters = true,
  failing = [],
}: {
  readonly verdicts: readonly ('confirm' | 'done')[]
  readonly mayMatter?: boolean
  readonly matters?: boolean
  readonly failing?: readonly string[]
}) {
  const events: string[] = []
  const left = [...verdicts]
  let running = 0
  const sides = await measureBothSides({
    base: revision('base'),
    head: revision('head'),
    setUp: async () => {},
    trial: async ({ side }, number, _, abandoned) => {
      const name = `${side} ${number}`
      running++
      events.push(`${name} begins`)
      for (let turn = 0; turn < (side === 'base' ? 9 : 3) && !abandoned?.aborted; turn++) await nextTurn()
      const fails = running > 1 && failing.includes(name)
      running--
      events.push(`${name} ${abandoned?.aborted ? 'is left' : fails ? 'fails' : 'ends'}`)
      const trial = trialOf(side, number, [{ quantity: 'tasks', series: rising(1, 8) }])
      const failures = [{ code: 'not-ready', text: 'The port is taken.', remedy: '' }]
      return fails || abandoned?.aborted ? { ...trial, failures } : trial
    },
    next: () => left.shift() ?? 'done',
    baseMatters: () => matters,
    baseMayMatter: () => mayMatter,
    hasRoom: () => true,
    reasonOf: (error) => {
      throw error
    },
  })
  return { events, trials: sides.trials.map(({ side, number }) => `${side} ${number}`), notes: sides.notes }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('where there is room both sides are measured at once, and told in order', async () => {
  const { events, trials } = await atOnce({ verdicts: ['done'] })
  expect(events).toEqual(['base 1 begins', 'head 1 begins', 'head 1 ends', 'base 1 ends'])
  expect(trials).toEqual(['base 1', 'head 1'])
})

test('a base that may excuse head is confirmed beside it', async () => {
  const { events, trials } = await atOnce({ verdicts: ['confirm', 'done'] })
  expect(events.slice(4)).toEqual(['base 2 begins', 'head 2 begins', 'head 2 ends', 'base 2 ends'])
  expect(trials).toEqual(['base 1', 'head 1', 'base 2', 'head 2'])
})

test('it is left as soon as it cannot', async () => {
  const { events, trials } = await atOnce({ verdicts: ['confirm', 'done'], matters: false })
  expect(events.slice(4)).toEqual(['base 2 begins', 'head 2 begins', 'head 2 ends', 'base 2 is left'])
  expect(trials).toEqual(['base 1', 'head 1', 'head 2'])
})

test('a base that stood still is not confirmed beside head', async () => {
  const { events } = await atOnce({ verdicts: ['confirm', 'done'], mayMatter: false, matters: false })
  expect(events.slice(4)).toEqual(['head 2 begins', 'head 2 ends'])
})

test('what fails beside the other is measured alone, and nobody is told', async () => {
  const { events, notes, trials } = await atOnce({ verdicts: ['done'], failing: ['head 1'] })
  expect(events.slice(2)).toEqual(['head 1 fails', 'base 1 ends', 'head 1 begins', 'head 1 ends'])
  expect(trials).toEqual(['base 1', 'head 1'])
  expect(notes).toEqual([])
})

/** Which trials begin and end where head is measured first, and there is room for another one beside base. */
async function ahead({
  verdicts,
  fits = true,
  mayMatter = false,
}: {
  readonly verdicts: readonly ('confirm' | 'done')[]
  readonly fits?: boolean
  readonly mayMatter?: boolean
}) {
  const events: string[] = []
  const left = [...verdicts]
  let first = true
  const sides = await measureBothSides({
    base: revision('base'),
    head: revision('head'),
    setUp: async () => {},
    trial: async ({ side }, number, _, abandoned) => {
      const name = `${side} ${number}`
      first = false
      events.push(`${name} begins`)
      for (let turn = 0; turn < (name === 'head 2' ? 9 : 3) && !abandoned?.aborted; turn++) await nextTurn()
      events.push(`${name} ${abandoned?.aborted ? 'is left' : 'ends'}`)
      const trial = trialOf(side, number, [{ quantity: 'tasks', series: rising(1, 8) }])
      const failures = [{ code: 'interrupted', text: 'It was interrupted.', remedy: '' }]
      return abandoned?.aborted ? { ...trial, failures } : trial
    },
    next: () => left.shift() ?? 'done',
    baseMatters: () => mayMatter,
    baseMayMatter: () => mayMatter,
    hasRoom: () => !first,
    ahead: () => true,
    fits: () => fits,
    reasonOf: (error) => {
      throw error
    },
  })
  return { events, trials: sides.trials.map(({ side, number }) => `${side} ${number}`), notes: sides.notes }
}

const beside = ['head 1 begins', 'head 1 ends', 'head 2 begins', 'base 1 begins', 'base 1 ends']

test('a head that grows by itself is confirmed while base is measured', async () => {
  const { events, notes, trials } = await ahead({ verdicts: ['confirm', 'done'] })
  expect(events).toEqual([...beside, 'head 2 ends'])
  expect(trials).toEqual(['base 1', 'head 1', 'head 2'])
  expect(notes).toEqual([])
})

test('a base that grows as well leaves nothing to confirm', async () => {
  const { events, trials } = await ahead({ verdicts: ['done'] })
  expect(events).toEqual([...beside, 'head 2 is left'])
  expect(trials).toEqual(['base 1', 'head 1'])
})

test('a base that may excuse it is confirmed beside it as well', async () => {
  const { events, trials } = await ahead({ verdicts: ['confirm', 'done'], mayMatter: true })
  expect(events).toEqual([...beside, 'base 2 begins', 'base 2 ends', 'head 2 ends'])
  expect(trials).toEqual(['base 1', 'head 1', 'base 2', 'head 2'])
})

test('a confirming trial that base shows to be driven too little is made anew', async () => {
  const { events, notes, trials } = await ahead({ verdicts: ['confirm', 'done'], fits: false })
  expect(events).toEqual([...beside, 'head 2 is left', 'head 2 begins', 'head 2 ends'])
  expect(trials).toEqual(['base 1', 'head 1', 'head 2'])
  expect(notes).toEqual([])
})
