import { randomOf } from './random.mjs'

const firstPeriod = 16_384
const confirmPeriod = 4_096
const churningSites = 200

/**
 * Programs whose totals tell nothing, and what their sites tell: rows of [program, runs, notes of what grows,
 * of anything else, red].
 */
export function maskedRows({ source, times }) {
  const heapCases = [
    ['nothing grows', () => [{}, {}]],
    ['an equal leak, on 1 to 9 sites', (random) => equal(spread(random, 'old', rate(random)))],
    ['one leak in, one out: 20 kB', () => swapped(20_000)],
    ['… 50 kB', () => swapped(50_000)],
    ['… 100 kB', () => swapped(100_000)],
    ['… 400 kB', () => swapped(400_000)],
    [
      '100 kB inside a cache that shrinks by 150 kB',
      () => [{ cache: -150_000 }, { cache: -150_000, fresh: 100_000 }],
    ],
  ]
  const taskCases = [
    ['equal leaks of tasks at two places that race', (random) => equal({ one: 50, other: 50 }, random)],
    ['one task in, one out', () => [{ old: 1 }, { fresh: 1 }]],
  ]
  const rows = (cases, quantity, seed) =>
    cases.map(([name, program], k) => counted(name, quantity, program, seed + 10_000 * k))
  return [...rows(heapCases, 'heap-bytes', 90_000_000), ...rows(taskCases, 'tasks', 91_000_000)]

  function counted(name, quantity, program, seed) {
    const n = times(100)
    const seen = { fresh: 0, other: 0, red: 0 }
    for (let i = 0; i < n; i++) {
      const random = randomOf(seed + i)
      const judged = judgedAs(random, quantity, program(random))
      seen.red += judged.verdict === 'fail' ? 1 : 0
      seen.fresh += judged.masked.some((m) => m.function === 'fresh') ? 1 : 0
      seen.other += judged.masked.some((m) => m.function !== 'fresh') ? 1 : 0
    }
    return [name, n, seen.fresh / n, seen.other / n, seen.red]
  }

  function judgedAs(random, quantity, [base, head]) {
    /** @type {{ base: ReturnType<typeof startOf>[], head: ReturnType<typeof startOf>[] }} */
    const trials = { base: [], head: [] }
    for (let number = 1; ; number++) {
      trials.base.push(startOf(random, quantity, base, number))
      trials.head.push(startOf(random, quantity, head, number))
      const judged = source.judge({
        comparison: comparisonOf(quantity, trials),
        threshold: () => source.runtimes.go.floors[quantity],
        taskStack: 'running',
        trials: 3,
        warmup: 2,
      })
      if (judged.next === 'done') return judged
    }
  }

  function comparisonOf(quantity, trials) {
    const about = { role: 'app', quantity, unit: quantity === 'tasks' ? 'tasks' : 'bytes' }
    const names = [...new Set([...trials.base, ...trials.head].flatMap((t) => [...t.sites.keys()]))]
    const of = (side, name) =>
      trials[side].map((t) => growth(t, t.sites.get(name) ?? t.total.map(() => 0), quantity !== 'tasks'))
    const sites = names.map((name) => {
      const location = { origin: 'project', path: name }
      const frame = { function: name, site: name, file: name, line: 1, location }
      return {
        ...about,
        names: [name],
        stack: [frame],
        tasks: null,
        base: of('base', name),
        head: of('head', name),
      }
    })
    const totals = (side) => trials[side].map((t) => growth(t, t.total, false))
    const total = { ...about, started: true, base: totals('base'), head: totals('head') }
    return { workload: '', roles: [], totals: [total], sites }
  }

  function growth({ number, period }, series, sampled) {
    return {
      number,
      stage: number === 1 ? 'first' : 'confirm',
      series,
      growth: source.growthOf(series),
      left: number === 1 ? null : series.at(-1) - series[0],
      idle: null,
      ...(sampled ? { sampling: source.samplingNoise(period, series) } : {}),
    }
  }
}

const rate = (random) => random.logBetween(10_000, 1_000_000)
const swapped = (bytes) => [{ old: bytes }, { fresh: bytes }]

/** The same leak on both sides; tasks that race for who stays are split anew in every start. */
const equal = (sites, random) =>
  random === undefined ? [sites, sites] : [race(random, sites), race(random, sites)]

function race(random, sites) {
  const sum = Object.values(sites).reduce((a, b) => a + b, 0)
  const share = random.between(0.3, 0.7)
  return { one: Math.round(sum * share), other: sum - Math.round(sum * share) }
}

function spread(random, name, bytes) {
  const n = random.whole(1, 9)
  return Object.fromEntries(Array.from({ length: n }, (_, i) => [`${name}${i}`, bytes / n]))
}

/**
 * One start: the exact total, and its sites as samples of it; a heap also churns.
 * @param {Record<string, number>} rates
 */
function startOf(random, quantity, rates, number) {
  const rounds = number === 1 ? 8 : 24
  const period = number === 1 ? firstPeriod : confirmPeriod
  const pace = quantity === 'tasks' ? 1 : 1 + 0.02 * random.normal()
  const rows = Object.entries(rates).map(([name, perRound]) => /** @type {const} */ ([name, perRound * pace]))
  const over = Array.from({ length: rounds }, (_, i) => i)
  const total = over.map((i) => rows.reduce((sum, [, perRound]) => sum + perRound * i, 5_000_000))
  const sites = new Map(
    rows.map(([name, perRound]) => [
      name,
      quantity === 'tasks' ? over.map((i) => perRound * i) : sampled(random, perRound, rounds, period),
    ]),
  )
  if (quantity === 'tasks') return { number, period, total, sites }
  for (let site = 0; site < churningSites; site++) {
    const live = (-5 * Math.log(1 - random.uniform()) * firstPeriod) / period
    sites.set(
      `churn ${site}`,
      over.map(() => period * random.poisson(live)),
    )
  }
  return { number, period, total, sites }
}

function sampled(random, perRound, rounds, period) {
  const step = () => Math.sign(perRound) * period * random.poisson(Math.abs(perRound) / period)
  let value = perRound < 0 ? -2 * perRound * rounds : 0
  return Array.from({ length: rounds }, () => {
    value = Math.max(0, value + step())
    return value
  })
}
