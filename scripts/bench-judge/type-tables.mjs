import { randomOf } from './random.mjs'

/** Types of which a program has more or fewer from round to round; of all others it has as many. */
const moving = 60
const rounds = 8

/**
 * What a type does by itself: a step for each round. Of the types of clean servers of Java that were looked
 * at, texts apart, the busiest rose in 4 of 7 steps, and in 8 of 23.
 */
const habits = {
  'comes and goes': (random, length, { mean }) => {
    const counts = Array.from({ length: length + 1 }, () => random.poisson(mean))
    return counts.slice(1).map((count, i) => count - counts[i])
  },
  'fills ever more slowly': (random, length, { mean, slowing }) =>
    Array.from({ length }, (_, i) => random.poisson(mean * Math.exp(-(i + 2) / slowing))),
  'rises by chance': (random, length, { chance }) =>
    Array.from({ length }, () => (random.chance(chance) ? random.whole(1, 3) : 0)),
}

/** The tables of single types, of which a leak may keep one object a round. */
export function typeTables({ source, times, percent, table, atMost, kept }) {
  const { confirmFactor, growthOf, judge, ofSteadyTypes, runtimes, spareTrials, steadyTypes, thresholdOf } =
    source
  const budgets = { heap: 'auto', objects: 'auto', external: 'auto', tasks: 0, files: 0, threads: 2 }
  const others = { classes: 'auto', instances: 'auto', rss: 'off' }
  const threshold = thresholdOf({ ...budgets, ...others }, runtimes.jvm.floors)
  return { types }

  function types() {
    const rows = [0.25, 0.5, 0.75].map((chance, k) =>
      kept(`types: ${chance}`, () => {
        const n = times(4_000)
        const seen = { fail: 0, inconclusive: 0, pass: 0, second: 0, one: 0, most: 0 }
        for (let i = 0; i < n; i++) {
          const program = programOf(randomOf(50_000_000 + 1_000_000 * k + i), chance)
          const equal = compared(randomOf(60_000_000 + 1_000_000 * k + i), program, 0)
          seen[equal.verdict]++
          seen.second += equal.spent > 1 ? 1 : 0
          if (i % 10 > 0) continue
          const leaky = (sure) => compared(randomOf(70_000_000 + 1_000_000 * k + i), program, sure).verdict
          seen.one += leaky(1) === 'fail' ? 1 : 0
          seen.most += leaky(0.95) === 'fail' ? 1 : 0
        }
        const leaks = Math.ceil(n / 10)
        return [
          percent(chance),
          n,
          seen.fail,
          atMost(seen.fail, n),
          seen.inconclusive,
          percent(seen.second / n),
          percent(seen.one / leaks),
          percent(seen.most / leaks),
        ]
      }),
    )
    return `A program of ${moving} types that come and go, fill ever more slowly, or rise by chance: in up to so many of the rounds. Beside itself,
then with one object more of one type on head in every round, or in 95 of 100.

${table(['rises in at most', 'equal comparisons', 'red', 'at most', 'undecided', 'second trial', 'one a round is found', 'in 95 of 100 rounds'], rows)}`
  }

  function programOf(random, most) {
    return Array.from({ length: moving }, () => ({
      habit: random.pick(Object.keys(habits)),
      mean: random.logBetween(0.5, 20),
      slowing: random.logBetween(2, 20),
      chance: random.between(0, most),
    }))
  }

  /** `sure`: how likely head keeps one more in a round; 0: it does not. */
  function compared(random, program, sure) {
    /** @type {{ base: number[][][], head: number[][][] }} */
    const trials = { base: [], head: [] }
    const start = (length) => program.map((type) => habits[type.habit](random, length - 1, type))
    const leak = (length) => Array.from({ length: length - 1 }, () => (random.chance(sure) ? 1 : 0))
    for (let length = rounds; ; length = rounds * confirmFactor) {
      trials.base.push([...start(length), leak(length).map(() => 0)])
      trials.head.push([...start(length), leak(length)])
      const judged = judgeTrials(trials)
      if (judged.next !== 'confirm') return { ...judged, spent: trials.head.length }
    }
  }

  function judgeTrials(trials) {
    const trialOf = (steps, i) => {
      const series = steps.reduce((all, step) => [...all, (all.at(-1) ?? 0) + step], [0])
      const [left, idle] = i === 0 ? [null, null] : [series.at(-1), { perRound: 0, perSecond: 0 }]
      return {
        number: i + 1,
        stage: i === 0 ? 'first' : 'confirm',
        series,
        growth: growthOf(series),
        left,
        idle,
      }
    }
    const common = { role: 'app', quantity: 'instances', unit: 'objects' }
    const location = { origin: 'project', path: 'Type.java' }
    const sites = Array.from({ length: moving + 1 }, (_, type) => ({
      ...common,
      names: [`Type${type}`],
      stack: [{ function: `Type${type}`, file: '', line: 0, site: `Type${type}`, location }],
      tasks: null,
      base: trials.base.map((types, i) => trialOf(types[type], i)),
      head: trials.head.map((types, i) => trialOf(types[type], i)),
    }))
    const steady = steadyTypes(sites)
    const [any] = sites
    const total = ofSteadyTypes({ ...common, started: true, base: any.base, head: any.head }, steady)
    return judge({
      comparison: { workload: '', roles: [], totals: [total], sites: steady },
      threshold,
      taskStack: 'running',
      trials: 3,
      spare: spareTrials,
      warmup: 2,
    })
  }
}
