import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { budgetNotes } from '../../src/judge/budget-notes.ts'
import { judge } from '../../src/judge/judge.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { budgets, frame, type Row, rising, trialOf } from './trials.ts'

const threshold = thresholdOf(budgets, { tasks: 0.5, 'heap-bytes': 8192, 'heap-objects': 64 })

const judged = (base: readonly Row[][], head: readonly Row[][], trials = 3) => {
  const made = (side: 'base' | 'head') => (rows: readonly Row[], i: number) => trialOf(side, i + 1, rows)
  return judge({
    comparison: compare(base.map(made('base')), head.map(made('head'))),
    threshold,
    taskStack: 'running',
    trials,
    warmup: 2,
  })
}
const tasks = (series: readonly number[], drained?: number): Row[] => [
  { quantity: 'tasks', series, ...(drained === undefined ? {} : { drained }) },
]
const flat = tasks(rising(0, 8, 5))
const flatLong = tasks(rising(0, 24, 5))
const leaks = tasks(rising(1, 8, 5))
const leaksLong = tasks(rising(1, 24, 5))
const kB = 1000

describe('thresholdOf', () => {
  it('holds the noise of a measured round against as many of the workload’s as it repeats', () => {
    expect([threshold('heap-bytes'), threshold('heap-bytes', 16)]).toEqual([8192, 512])
    const written = thresholdOf({ ...budgets, heap: 500 }, { 'heap-bytes': 4000 })
    expect([written('heap-bytes'), written('heap-bytes', 16)]).toEqual([4000, 500])
  })
})

describe('the name of a task that runs', () => {
  it.each([
    // A server, a framework and the project's own middleware stand around the handler.
    [
      [
        'std:http.(*conn).serve',
        'dep:gin.(*Engine).ServeHTTP',
        'main.logging',
        'std:http.Serve',
        'main.getItem',
        'main.lock',
        'std:sync.Lock',
      ],
      'main.getItem',
    ],
    [['main.watch', 'dep:lib.Wait', 'main.check', 'std:runtime.gopark'], 'main.watch'],
    [['std:time.goFunc', 'dep:lib.poll', 'std:runtime.gopark'], 'lib.poll'],
    [['std:runtime.mstart', 'std:runtime.malg'], 'runtime.mstart'],
  ])('of %j is %s', (stack, name) => {
    const rows = (rounds: number): Row[] => [
      { quantity: 'tasks', series: rising(1, rounds) },
      { quantity: 'tasks', series: rising(1, rounds), stack },
    ]
    const result = judged([flat, flatLong], [rows(8), rows(24)])
    expect(result.findings).toMatchObject([{ culprit: { function: name } }])
  })
})

describe('judge', () => {
  it('passes after one trial a side when nothing grows', () => {
    expect(judged([flat], [flat])).toMatchObject({ next: 'done', verdict: 'pass', findings: [] })
  })

  it('looks again at a step, and takes it as over when it came in the same round, or long ago', () => {
    const step = (rounds: number, at: number) =>
      tasks(rising(0, rounds, 5).map((v, i) => (i < at ? v : v + 90)))
    expect([1, 3, 6].map((at) => judged([flat], [step(8, at)]).next)).toEqual(Array(3).fill('confirm'))
    const same = [1, 3, 6].map((at) => judged([flat, flatLong], [step(8, at), step(24, at)]).verdict)
    expect(same).toEqual(['pass', 'pass', 'pass'])
    expect(judged([flat, flatLong], [step(8, 6), step(24, 1)])).toMatchObject({
      next: 'done',
      verdict: 'pass',
    })
  })

  it('looks once more where it came in another round, for that may be chance', () => {
    const step = (rounds: number, at: number) =>
      tasks(rising(0, rounds, 5).map((v, i) => (i < at ? v : v + 90)))
    const heads = [step(8, 2), step(24, 9)]
    expect(judged([flat, flatLong], heads)).toMatchObject({ next: 'confirm' })
    expect(judged([flat, flatLong, flatLong], [...heads, step(24, 4)])).toMatchObject({ verdict: 'pass' })
  })

  it('finds what begins within the rounds of the first trial, and nothing that begins after its last', () => {
    const from = (first: number, rounds: number) =>
      tasks(Array.from({ length: rounds }, (_, i) => 5 + 10 * Math.max(0, i - first)))
    expect(judged([flat, flatLong], [from(3, 8), from(3, 24)])).toMatchObject({ verdict: 'fail' })
    expect(judged([flat], [from(12, 8)])).toMatchObject({ next: 'done', verdict: 'pass' })
  })

  it('asks for a confirming trial before any red', () => {
    expect(judged([flat], [leaks])).toMatchObject({ next: 'confirm' })
  })

  it('fails when the same total leaks again in a fresh start and stays', () => {
    const result = judged([flat, flatLong], [leaks, leaksLong])
    expect(result).toMatchObject({ next: 'done', verdict: 'fail' })
    expect(result.findings).toMatchObject([{ ruling: 'leak', quantity: 'tasks', excess: 1, culprit: null }])
  })

  it('clears what is gone after the drain', () => {
    const result = judged([flat, flatLong], [leaks, tasks(rising(1, 24, 5), 6)])
    expect(result).toMatchObject({ verdict: 'pass' })
    expect(result.totals).toMatchObject([{ standing: 'cleared', shape: 'slow to settle' }])
  })

  describe('under something larger that the drain takes', () => {
    // Of 300 kB a round, a client lets go of 200 once they were idle; sessions of 100 stay.
    const heapOf = (rounds: number, kept: readonly number[], name = 'dep:session'): Row[] => [
      ...heap(
        kept.map((value, i) => 200 * kB * i + value),
        kept.at(-1),
      ),
      { quantity: 'heap-bytes', series: rising(200 * kB, rounds), drained: 0, stack: ['dep:connection'] },
      { quantity: 'heap-bytes', series: kept, stack: [name] },
    ]
    const heap = (series: readonly number[], drained = 0): Row[] => [
      { quantity: 'heap-bytes', series, drained },
    ]
    const still = [heap(rising(0, 8)), heap(rising(0, 24))]

    it('is red, with what stayed as its figure and its name', () => {
      const result = judged(still, [heapOf(8, rising(100 * kB, 8)), heapOf(24, rising(100 * kB, 24))])
      expect(result).toMatchObject({ verdict: 'fail', totals: [{ shape: 'partly settled' }] })
      expect(result.findings).toMatchObject([{ culprit: { function: 'session' } }])
      expect(result.findings[0]?.excess).toBeCloseTo(100 * kB, 0)
      expect(result.findings[0]?.own).toBeCloseTo(100 * kB, 0)
    })

    it('is green where base keeps as much', () => {
      const both = [heapOf(8, rising(100 * kB, 8)), heapOf(24, rising(100 * kB, 24))]
      expect(judged(both, both)).toMatchObject({ verdict: 'pass' })
    })

    it('is green where what stays is capacity, which is doubled and never taken back', () => {
      const capacity = (rounds: number) =>
        Array.from({ length: rounds }, (_, i) => 100 * kB * 2 ** Math.ceil(Math.log2(i + 1)))
      const result = judged(still, [heapOf(8, capacity(8)), heapOf(24, capacity(24))])
      expect(result).toMatchObject({ verdict: 'pass' })
    })

    it('is green where it is the runtime that keeps what it needed once', () => {
      const dead = [8, 24].map((rounds) => heapOf(rounds, rising(100 * kB, rounds), 'std:runtime.malg'))
      expect(judged(still, dead)).toMatchObject({ verdict: 'pass' })
    })

    it('is red of tasks, of which each is one', () => {
      const most = [rising(3, 8, 5), rising(3, 24, 5)]
      const result = judged([flat, flatLong], [tasks(most[0] ?? []), tasks(most[1] ?? [], 5 + 23)])
      expect(result).toMatchObject({ verdict: 'fail', findings: [{ excess: 1 }] })
    })
  })

  it('clears what the runtime keeps of tasks that ended, and nothing else beside them', () => {
    const rows = (rounds: number, name: string): Row[] => [
      ...tasks(rising(20, rounds, 5), 5),
      { quantity: 'heap-bytes', series: rising(10 * kB, rounds) },
      { quantity: 'heap-bytes', series: rising(10 * kB, rounds), stack: [name] },
    ]
    const still = [8, 24].map((rounds): Row[] => [
      ...tasks(rising(0, rounds, 5)),
      { quantity: 'heap-bytes', series: rising(0, rounds) },
    ])
    const verdictOf = (name: string) => judged(still, [rows(8, name), rows(24, name)]).verdict
    expect([verdictOf('std:runtime.malg'), verdictOf('main.keep')]).toEqual(['pass', 'fail'])
  })

  it('clears a cache that fills in the confirming trial', () => {
    const cache = [...rising(20, 12), ...rising(0, 12, 240)]
    expect(judged([flat, flatLong], [leaks, tasks(cache)])).toMatchObject({ verdict: 'pass' })
  })

  it('goes on, then stays undecided, when growth slows but does not stop', () => {
    const slowing = tasks([...rising(10, 12), ...rising(2, 12, 120)])
    expect(judged([flat, flatLong], [leaks, slowing])).toMatchObject({ next: 'confirm' })
    const result = judged([flat, flatLong, flatLong], [leaks, slowing, slowing])
    expect(result).toMatchObject({ next: 'done', verdict: 'inconclusive' })
    expect(result.findings).toMatchObject([{ ruling: 'suspect' }])
  })

  it('lets any base trial excuse head', () => {
    expect(judged([leaks, flatLong], [leaks, leaksLong])).toMatchObject({ verdict: 'pass' })
  })

  it('tells an equal leak on both sides from a worse one', () => {
    const equal = judged([tasks(rising(100, 8))], [tasks(rising(102, 8))])
    expect(equal).toMatchObject({ verdict: 'pass', findings: [{ ruling: 'existing' }] })
    const worse = judged(
      [tasks(rising(100, 8)), tasks(rising(100, 24))],
      [tasks(rising(150, 8)), tasks(rising(150, 24))],
    )
    expect(worse).toMatchObject({ verdict: 'fail', findings: [{ ruling: 'worse' }] })
  })

  it('says fixed when base leaks and head does not', () => {
    expect(judged([leaks], [flat])).toMatchObject({ verdict: 'pass', findings: [{ ruling: 'fixed' }] })
  })

  it('charges all growth to head when base was not measured', () => {
    expect(judged([], [leaks, leaksLong])).toMatchObject({ verdict: 'fail', findings: [{ base: null }] })
  })

  it('never calls two trials enough when only one was measured', () => {
    expect(judged([flat], [leaks], 1)).toMatchObject({ next: 'done', verdict: 'inconclusive' })
  })

  it('keeps a budget the user gave', () => {
    const generous = { ...budgets, tasks: 2 } as const
    const comparison = compare([trialOf('base', 1, flat)], [trialOf('head', 1, leaks)])
    expect(
      judge({ comparison, threshold: thresholdOf(generous, {}), taskStack: 'running', trials: 3, warmup: 2 }),
    ).toMatchObject({
      verdict: 'pass',
    })
  })
})

describe('budgets', () => {
  it('warns of one that is finer than what the run could see', () => {
    const noisy: Row[] = [{ quantity: 'heap-bytes', series: [0, 9e5, 1e5, 8e5, 5e5, 0, 7e5, 2e5] }]
    const { totals } = judged([noisy], [noisy])
    expect(budgetNotes(totals, { ...budgets, heap: 20_000 })).toMatchObject([
      { code: 'budget-below-visible' },
    ])
    expect(budgetNotes(totals, budgets)).toEqual([])
    expect(budgetNotes(totals, { ...budgets, heap: 2e6 })).toEqual([])
  })
})

describe('shapes', () => {
  const heap = (series: readonly number[], idled?: number): Row[] => [
    { quantity: 'heap-bytes', series, ...(idled === undefined ? {} : { idled }) },
  ]
  const capacity = (rounds: number, until = Number.POSITIVE_INFINITY) =>
    heap(Array.from({ length: rounds }, (_, i) => 1e5 * 2 ** Math.ceil(Math.log2(Math.min(i, until) + 3.3))))
  const still = (rounds: number) => heap(rising(0, rounds, 1e6))

  it('doubling: a slice to which something is appended for ever leaks although its late slope is 0', () => {
    expect(judged([still(8)], [capacity(8)])).toMatchObject({ next: 'confirm' })
    const result = judged([still(8), still(24)], [capacity(8), capacity(24)])
    expect(result).toMatchObject({ verdict: 'fail', findings: [{ ruling: 'leak', shape: 'doubling' }] })
    expect(result.findings[0]?.excess).toBeGreaterThan(50_000)
  })

  it('doubling: one that stopped, so that the next step is overdue, is cleared', () => {
    const result = judged([still(8), still(24)], [capacity(8), capacity(24, 5)])
    expect(result).toMatchObject({ verdict: 'pass', totals: [{ standing: 'cleared' }] })
  })

  it('doubling: a map whose tables double one by one, within a few rounds', () => {
    // Live heap of a Go program that adds 2,000 integers a round to a map.
    const kilobytes = [
      288, 436, 436, 436, 510, 732, 732, 732, 733, 733, 733, 844, 1287, 1324, 1324, 1324, 1324, 1324, 1324,
      1324, 1324, 1324, 1324, 1333,
    ].map((value) => value * 1000)
    const result = judged([still(8), still(24)], [heap(kilobytes.slice(0, 8)), heap(kilobytes)])
    expect(result).toMatchObject({ verdict: 'fail', findings: [{ ruling: 'leak', shape: 'doubling' }] })
  })

  it('growing: objects kept in a map, whose table doubles as well', () => {
    const table = (i: number) => 1e5 * 2 ** Math.ceil(Math.log2(i + 3.3))
    const series = (rounds: number) => heap(Array.from({ length: rounds }, (_, i) => 60_000 * i + table(i)))
    const result = judged([still(8), still(24)], [series(8), series(24)])
    expect(result).toMatchObject({ verdict: 'fail', findings: [{ ruling: 'leak', shape: 'growing' }] })
  })

  it('doubling: base doubles as well', () => {
    expect(judged([capacity(8)], [capacity(8)])).toMatchObject({ next: 'done', verdict: 'pass' })
  })

  const byClock = (rounds: number, perRound = 50_000) =>
    heap(rising(perRound, rounds), perRound * (rounds - 1) + 3 * perRound)

  it('while idle: what grows without rounds is no leak of a round; on head alone it stays undecided', () => {
    const early = heap(rising(50_000, 8))
    expect(judged([still(8), still(24), still(24)], [early, byClock(24), byClock(24)])).toMatchObject({
      verdict: 'inconclusive',
      findings: [{ ruling: 'suspect', shape: 'while idle' }],
    })
  })

  it('while idle: slower rounds on head do not make a leak of what both sides do by the clock', () => {
    const [slow, fast] = [heap(rising(50_000, 8)), heap(rising(35_000, 8))]
    expect(judged([fast, byClock(24, 35_000)], [slow, byClock(24)])).toMatchObject({ verdict: 'pass' })
  })

  it('while idle: rounds that do not last the same make no leak of what grows by the clock on head alone', () => {
    const lasting = (rounds: number) => Array.from({ length: rounds }, (_, i) => 1 + 0.5 * Math.sin(i / 2))
    const uneven = (rounds: number) =>
      rising(0, rounds).map((value, i) => value + 400_000 * lasting(i).reduce((sum, one) => sum + one, 0))
    const heads = [8, 24, 24].map((rounds) => {
      const series = uneven(rounds)
      return rounds === 8 ? heap(series) : heap(series, (series.at(-1) ?? 0) - (series[0] ?? 0) + 3 * 380_000)
    })
    expect(judged([still(8), still(24), still(24)], heads)).toMatchObject({
      verdict: 'inconclusive',
      findings: [{ ruling: 'suspect', shape: 'while idle' }],
    })
  })

  it('while idle: a leak of the rounds beside it is red', () => {
    const leaky = heap(rising(90_000, 24), 90_000 * 23 + 150_000)
    const result = judged([heap(rising(50_000, 8)), byClock(24)], [heap(rising(90_000, 8)), leaky])
    expect(result).toMatchObject({ verdict: 'fail' })
  })

  it('levelling: clears what fills ever more slowly, and keeps a leak beside it', () => {
    const filling = (rounds: number, leak: number) =>
      heap(Array.from({ length: rounds }, (_, i) => 1e7 * (1 - Math.exp(-i / 8)) + leak * i))
    const bases = [still(8), still(24), still(24)]
    const pure = judged(bases.slice(0, 2), [filling(8, 0), filling(24, 0)])
    expect(pure).toMatchObject({ verdict: 'pass', totals: [{ standing: 'cleared', shape: 'levelling' }] })
    const beside = [filling(8, 4e4), filling(24, 4e4), filling(24, 4e4)]
    expect(judged(bases, beside)).toMatchObject({ verdict: 'inconclusive' })
  })

  it('noise: an excess within the noise of its own trial is never red', () => {
    const noisy = (rounds: number, slope: number) =>
      heap(Array.from({ length: rounds }, (_, i) => slope * i + 4e5 * Math.sin(i * 2.4) * Math.cos(i * 0.7)))
    const bases = [noisy(8, 0), noisy(24, 0), noisy(24, 0)]
    const heads = [noisy(8, 9e4), noisy(24, 2e4), noisy(24, 2e4)]
    expect(judged(bases, heads).verdict).not.toBe('fail')
    expect(judged(bases, heads).totals[0]?.smallestVisible).toBeGreaterThan(1e5)
  })
})

describe('naming', () => {
  const waiting = ['std:net/http.(*conn).serve', 'main.watch', 'std:runtime.gopark']
  const rows = (rounds: number): Row[] => [
    { quantity: 'tasks', series: rising(1, rounds, 5) },
    { quantity: 'heap-bytes', series: rising(20_000, rounds) },
    { quantity: 'tasks', series: rising(1, rounds), stack: waiting },
    { quantity: 'tasks', series: rising(1, rounds), drained: 0, stack: ['std:time.goFunc', 'main.slow'] },
    {
      quantity: 'heap-bytes',
      series: rising(15_000, rounds),
      stack: ['main.main', 'dep:lib.Grow', 'std:bytes.growSlice'],
    },
    {
      quantity: 'heap-bytes',
      series: rising(17_000, rounds),
      stack: ['std:runtime.mstart', 'std:runtime.malg'],
    },
    { role: 'peer', quantity: 'tasks', series: rising(1, rounds, 3) },
    { role: 'peer', quantity: 'tasks', series: rising(1, rounds), stack: waiting },
  ]
  const quiet = (rounds: number): Row[] => rows(rounds).map((r) => ({ ...r, series: rising(0, rounds, 5) }))
  const result = judged([quiet(8), quiet(24)], [rows(8), rows(24)])

  it('names the task that leaks first, with its heap and its peer as parts', () => {
    expect(result.findings).toHaveLength(1)
    expect(result.findings[0]?.culprit?.function).toBe('main.watch')
    expect(result.findings[0]?.parts.map((p) => [p.role, p.quantity, p.culprit?.function])).toEqual([
      ['app', 'heap-bytes', 'lib.Grow'],
      ['app', 'heap-bytes', 'runtime.malg'],
      ['peer', 'tasks', 'main.watch'],
    ])
  })

  it('blames nothing that was gone after the drain', () => {
    expect(JSON.stringify(result.findings)).not.toContain('main.slow')
  })

  it('tells for each row whether head fixed it, although something else still grows a little', () => {
    const old = (rounds: number): Row[] => [
      { quantity: 'tasks', series: rising(100, rounds) },
      { quantity: 'tasks', series: rising(99, rounds), stack: waiting },
      { quantity: 'tasks', series: rising(1, rounds), stack: ['main.sleep'] },
    ]
    const now: Row[] = old(8).map((r) => ({ ...r, series: rising(r.stack === waiting ? 0 : 1, 8) }))
    expect(judged([old(8)], [now]).findings).toMatchObject([
      { ruling: 'fixed', culprit: { function: 'main.watch' }, excess: -99 },
    ])
  })

  describe('one leak', () => {
    const heap = (sites: Readonly<Record<string, number>>, rounds: number): Row[] => [
      {
        quantity: 'heap-bytes',
        series: rising(
          Object.values(sites).reduce((a, b) => a + b),
          rounds,
        ),
      },
      ...Object.entries(sites).map(([stack, perRound]) => ({
        quantity: 'heap-bytes' as const,
        series: rising(perRound, rounds),
        stack: stack.split(' '),
      })),
    ]
    const of = (sites: Readonly<Record<string, number>>) =>
      judged([still(8), still(24)], [heap(sites, 8), heap(sites, 24)])
    const still = (rounds: number) => heap({ 'main.main main.idle': 0 }, rounds)

    it('tells the call that all is inside, below the function to read first', () => {
      const { findings } = of({
        'main.main main.serve main.join main.object std:runtime.mallocgc': 60_000,
        'main.main main.serve main.join std:maps.grow std:runtime.mallocgc': 30_000,
        'main.main main.serve main.join main.timer': 20_000,
        'main.main main.idle': 0,
        'main.main main.serve main.other': 0,
      })
      expect(findings).toMatchObject([
        { culprit: { function: 'main.object' }, inside: { function: 'main.join' } },
      ])
      expect(findings[0]?.parts.map((p) => p.culprit?.function)).toEqual(['main.join', 'main.timer'])
    })

    it('has no kin that do not grow: a ticker that the same function once made is none of the leak', () => {
      const made = 'main.main main.keep std:runtime.mallocgc'
      const ticker = 'main.main main.keep std:time.NewTicker std:runtime.mallocgc'
      const kinOf = (perRound: number) =>
        of({ [made]: 60_000, [ticker]: perRound, 'main.main main.idle': 0 }).findings[0]?.kin?.length
      expect([kinOf(0), kinOf(100), kinOf(30_000)]).toEqual([0, 0, 1])
      // A timer beside the 1 kB that it holds, give or take what samples say.
      expect([kinOf(60_000 * 0.06), kinOf(60_000 * 0.09)]).toEqual([1, 1])
    })

    it('does not tell what all of the program is inside, nor what was named already', () => {
      const apart = { 'main.main main.a': 60_000, 'main.main main.b': 50_000 }
      expect(of(apart).findings).toMatchObject([{ inside: null }])
      expect(of({ 'main.main main.a': 60_000, 'main.main main.idle': 0 }).findings).toMatchObject([
        { culprit: { function: 'main.a' }, inside: null },
      ])
    })

    const tasks = (stacks: readonly (readonly [string, number])[], rounds: number): Row[] => [
      {
        quantity: 'tasks',
        series: rising(
          stacks.reduce((sum, [, n]) => sum + n, 0),
          rounds,
        ),
      },
      ...stacks.map(([stack, n]) => ({
        quantity: 'tasks' as const,
        series: rising(n, rounds),
        stack: stack.split(' '),
      })),
    ]

    it('is two tasks when one creator makes as many of both', () => {
      const pair = (n: number) => (rounds: number) =>
        tasks(
          [
            ['main.read', 100],
            ['main.write', n],
          ],
          rounds,
        )
      const found = (leak: (rounds: number) => Row[]) => {
        const comparison = compare(
          [trialOf('base', 1, tasks([], 8)), trialOf('base', 2, tasks([], 24))],
          [trialOf('head', 1, leak(8)), trialOf('head', 2, leak(24))],
        )
        const creators = [{ frame: frame('main.dial'), count: 1 }]
        const sites = comparison.sites.map((s) => ({ ...s, tasks: { state: null, minutes: null, creators } }))
        const asked = {
          comparison: { ...comparison, sites },
          threshold,
          taskStack: 'running',
          trials: 3,
          warmup: 2,
        } as const
        return judge(asked).findings.map((f) => [f.culprit?.function, f.parts.length])
      }
      expect(found(pair(100))).toEqual([['main.read', 1]])
      expect(found(pair(50))).toEqual([
        ['main.read', 0],
        ['main.write', 0],
      ])
    })

    it('has the tasks of the runtime that come with it as parts', () => {
      const conn = 'std:net/http.(*connReader).backgroundRead std:runtime.gopark'
      const leak = (rounds: number) =>
        tasks(
          [
            [conn, 100],
            ['main.handle std:runtime.gopark', 100],
          ],
          rounds,
        )
      const quiet = (rounds: number) => tasks([], rounds)
      const { findings } = judged([quiet(8), quiet(24)], [leak(8), leak(24)])
      expect(findings).toMatchObject([
        {
          culprit: { function: 'main.handle' },
          parts: [{ quantity: 'tasks', culprit: { function: 'net/http.(*connReader).backgroundRead' } }],
        },
      ])
    })
  })

  describe('code that moved', () => {
    const leak = (perRound: number, rounds: number, ...stack: string[]): Row[] => [
      { quantity: 'tasks', series: rising(perRound, rounds) },
      { quantity: 'tasks', series: rising(perRound, rounds), stack },
    ]
    const was = ['main.serve', 'main.loop', 'std:runtime.gopark']
    const is = ['main.serve', 'main.log', 'main.loop', 'std:runtime.gopark']
    const more = (rows: Row[], rounds: number): Row[] => [
      { quantity: 'tasks', series: rising(150, rounds) },
      ...rows.slice(1),
      { quantity: 'tasks', series: rising(50, rounds), stack: ['main.fresh'] },
    ]

    it('is existing, not fixed, and shown where it stands now', () => {
      expect(judged([leak(100, 8, ...was)], [leak(100, 8, ...is)])).toMatchObject({
        verdict: 'pass',
        findings: [{ ruling: 'existing', base: { perRound: 100 }, head: { perRound: 100 } }],
      })
      const renamed = judged([leak(100, 8, ...was)], [leak(100, 8, 'main.anew')])
      expect(renamed.findings).toMatchObject([
        { ruling: 'existing', excess: 0, base: { perRound: 100 }, culprit: { function: 'main.anew' } },
      ])
    })

    it('is not blamed for a leak that came beside it', () => {
      const result = judged(
        [leak(100, 8, ...was), leak(100, 24, ...was)],
        [more(leak(100, 8, ...is), 8), more(leak(100, 24, ...is), 24)],
      )
      expect(result).toMatchObject({
        verdict: 'fail',
        findings: [{ ruling: 'leak', culprit: { function: 'main.fresh' }, excess: 50 }],
      })
    })

    it('reads as worse by what it grew, when the same function asks for the memory through other callers', () => {
      const heap = (perRound: number, rounds: number, caller: string): Row[] => [
        { quantity: 'heap-bytes', series: rising(perRound, rounds) },
        { quantity: 'heap-bytes', series: rising(perRound, rounds), stack: [caller, 'main.grow'] },
      ]
      const result = judged(
        [heap(1e5, 8, 'main.a'), heap(1e5, 24, 'main.a')],
        [heap(3e5, 8, 'main.b'), heap(3e5, 24, 'main.b')],
      )
      expect(result).toMatchObject({ findings: [{ ruling: 'worse', excess: 2e5 }] })
    })
  })

  it('names heap by the innermost frame outside the runtime', () => {
    const heap = (rounds: number) => rows(rounds).filter((r) => r.quantity === 'heap-bytes')
    const only = judged([quiet(8), quiet(24)], [heap(8), heap(24)])
    expect(only.findings[0]).toMatchObject({ quantity: 'heap-bytes', culprit: { function: 'lib.Grow' } })
  })
})

it('bytes whose objects were found to leak are not said to be seen only from more on', () => {
  // A map doubles: its bytes come in three leaps, its entries evenly.
  const doubling = (round: number) => 1e6 + 2000 * round + (round > 2 ? 4e4 : 0) + (round > 6 ? 8e4 : 0)
  const leaps = (rounds: number): Row[] => [
    {
      quantity: 'heap-bytes',
      series: Array.from({ length: rounds }, (_, i) => doubling(i) + (i > 17 ? 16e4 : 0)),
    },
    { quantity: 'heap-objects', series: rising(200, rounds) },
  ]
  const still = (rounds: number): Row[] => [
    { quantity: 'heap-bytes', series: rising(0, rounds) },
    { quantity: 'heap-objects', series: rising(0, rounds) },
  ]
  const { totals, verdict } = judged([still(8), still(24)], [leaps(8), leaps(24)])
  expect(verdict).toBe('fail')
  const bytes = totals.find(({ diff }) => diff.quantity === 'heap-bytes')
  expect(bytes?.standing).not.toBe('red')
  expect(bytes?.smallestVisible).toBeLessThanOrEqual(bytes?.figure?.more ?? 0)
})

describe('a leak that the number of objects shows', () => {
  const of = (objects: number, bytes: (round: number) => number) => (rounds: number) => [
    { quantity: 'heap-bytes', series: Array.from({ length: rounds }, (_, i) => 1e6 + bytes(i)) } as const,
    {
      quantity: 'heap-bytes',
      series: Array.from({ length: rounds }, (_, i) => 1e4 + 0.6 * bytes(i)),
      stack: ['main.listen'],
    } as const,
    { quantity: 'heap-objects', series: rising(objects, rounds) } as const,
  ]
  const still = of(0, () => 0)

  it('is a finding of objects, and their bytes are a part of it', () => {
    const grows = of(100, (round) => 4000 * round)
    const { findings, verdict } = judged([still(8), still(24)], [grows(8), grows(24)])
    expect(verdict).toBe('fail')
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      ruling: 'leak',
      quantity: 'heap-objects',
      unit: 'objects',
      excess: 100,
      culprit: { function: 'main.listen' },
      shape: 'growing',
      parts: [{ quantity: 'heap-bytes', culprit: null, perRound: 4000 }],
      accept: [{ site: 'main.listen', quantity: 'heap-objects' }],
    })
    expect(findings[0]?.own).toBeCloseTo(60)
  })

  it('is told once, though its bytes are cleared', () => {
    const uneven = of(100, (round) => 8500 * round + (round % 2 === 0 ? 60_000 : 0))
    const { findings, totals } = judged([still(8), still(24)], [uneven(8), uneven(24)])
    expect(totals.map(({ standing }) => standing)).toEqual(['cleared', 'red'])
    expect(findings.map(({ ruling }) => ruling)).toEqual(['leak'])
  })
})
