import { programOf } from './program.mjs'
import { randomOf } from './random.mjs'
import { leakByChance, leakOfStarts, rareBehaviours } from './rare.mjs'

/** What needs more comparisons than the others to be known to err rarely. */
const mostDoubtful = [
  'random leak, both sides',
  'leaks of starts that differ by 10 %',
  'leaks of starts that differ by 20 %',
]

/** The tables of programs that move rarely, leak by chance, or differ from start to start. */
export function rareTables({ ours, times, percent, table, heapOf, atMost, kept }) {
  return { rareMoves, rareLeaks, worse }

  function rareMoves() {
    const rows = Object.keys(rareBehaviours).map((behaviour, k) =>
      kept(`rare: ${behaviour}`, () => {
        const n = times(mostDoubtful.includes(behaviour) ? 20_000 : 8_000)
        const equal = tally(n, 700_000_000 + 1_000_000 * k, (random) => {
          const program = drawn(random, behaviour)
          return ours.compareSides(random, { program }, { program })
        })
        const alone = tally(times(200), 800_000_000 + 1_000_000 * k, (random) => {
          const program = drawn(random, behaviour)
          return ours.compareSides(random, { program: still(program) }, { program })
        })
        const found = [1, 2, 3].map((multiple) =>
          tally(
            times(multiple === 3 ? 4_000 : 400),
            900_000_000 + 1_000_000 * k + 100_000 * multiple,
            (random) => {
              const program = drawn(random, behaviour)
              const visible = heapOf(ours.compareSides(random, { program }, { program })).smallestVisible
              const bytes = multiple * visible
              const judged = ours.compareSides(random, { program }, { program, bytes })
              return { ...judged, unsaid: isUnsaid(judged, heapOf(judged), bytes) }
            },
          ),
        )
        const [once, twice, thrice] = found.map(({ fail }) => percent(fail))
        const both = percent(thrice === undefined ? 0 : found[2].fail + found[2].inconclusive)
        return [
          behaviour,
          n,
          Math.round(equal.fail * n),
          atMost(Math.round(equal.fail * n), n),
          Math.round(equal.inconclusive * n),
          percent(equal.second),
          percent(alone.fail),
          percent(alone.inconclusive),
          once,
          twice,
          thrice,
          both,
          Math.round((found[2]?.unsaid ?? 0) * times(4_000)),
        ]
      }),
    )
    return `Periods of 2 to 60 rounds, moves of 20 kB to 2 MB in 0.5 to 50 % of the rounds, teeth and leaks of 5 kB to 1 MB a round. First two equal programs, then the same
program against one that stands still, then a leak on top that is one, two and three times what a run without it printed as visible.
What head alone does for more rounds than are watched is red by design: no measurement of that length tells it from a leak. A move that no
round of a first trial shows is in nothing that is printed; a run that shows it prints more. *Missed unsaid*: of the last 4,000, those not red though the leak was three times what that very run printed.

${table(['program', 'equal', 'red', 'at most', 'undecided', 'second trial', 'alone: red', 'undecided', 'leak once', 'twice', 'three times', 'or undecided', 'missed unsaid'], rows)}`
  }

  function rareLeaks() {
    const rows = [0.5, 0.35, 0.2, 0.1, 0.05].map((chance, k) => {
      const n = times(200)
      const seen = tally(n, 600_000_000 + 10_000 * k, (random) => {
        const program = drawn(random, 'nothing')
        const grow = leakByChance(chance, random.logBetween(100_000, 2_000_000))
        return ours.compareSides(random, { program }, { program: { ...program, grow } })
      })
      return [
        percent(chance),
        n,
        percent((1 - chance) ** 7),
        ...['fail', 'inconclusive', 'pass'].map((v) => percent(seen[v])),
      ]
    })
    return `100 kB to 2 MB at a time, kept for ever. What no round of the first trial shows passes: *not in sight* is how often that is.

${table(['of the rounds', 'runs', 'not in sight', 'red', 'undecided', 'green'], rows)}`
  }

  function worse() {
    const kinds = [
      { name: 'starts within 2 %', leak: leakOfStarts(0.02) },
      { name: 'starts within 5 %', leak: leakOfStarts(0.05) },
      { name: 'starts within 10 %', leak: leakOfStarts(0.1) },
      { name: 'starts within 20 %', leak: leakOfStarts(0.2) },
      { name: 'by chance, 5 times a round', leak: leakByChance(5) },
      { name: 'by chance, once a round', leak: leakByChance(1) },
      { name: 'by chance, every fifth round', leak: leakByChance(0.2) },
    ]
    const rows = kinds.map(({ name, leak }, k) =>
      kept(`worse: ${name}`, () => {
        const cells = [1, 1.2, 1.5, 2].map((times_, j) =>
          tally(times(200), 650_000_000 + 100_000 * k + 10_000 * j, (random) => {
            const program = drawn(random, 'nothing')
            const bytes = random.logBetween(50_000, 1_000_000)
            const side = (factor) => ({ program: { ...program, grow: scaled(leak, bytes, factor) } })
            return ours.compareSides(random, side(1), side(times_))
          }),
        )
        return [name, ...cells.map(({ fail }) => percent(fail))]
      }),
    )
    return `Both sides leak 50 kB to 1 MB a round; head as much, or more; ${times(200)} comparisons each. Standard deviations of what one start leaks, or how often.

${table(['base leaks', 'as much: red', '1.2 times', '1.5 times', 'twice'], rows)}`
  }

  /** Shares of the verdicts of `n` comparisons. */
  function tally(n, seed, compare) {
    const seen = { fail: 0, inconclusive: 0, pass: 0, second: 0, unsaid: 0 }
    for (let i = 0; i < n; i++) {
      const judged = compare(randomOf(seed + i))
      seen[judged.verdict] += 1 / n
      seen.second += judged.spent > 1 ? 1 / n : 0
      seen.unsaid += judged.unsaid ? 1 / n : 0
    }
    return seen
  }
}

/** Missed, although it is three times what the run that missed it calls visible. */
const isUnsaid = ({ verdict }, { smallestVisible }, bytes) =>
  verdict !== 'fail' && bytes >= 3 * smallestVisible

const drawn = (random, behaviour) => ({
  ...programOf(random, { family: 'seen', behaviour }),
  byClock: 0,
  taskLeak: 0,
  taskKind: 'constant',
})

const still = (program) => ({ ...program, grow: () => () => 0 })

/** `factor` times as much, as larger leaks: not more of them. */
const scaled = (leak, bytes, factor) => (rate, own, rounds) => {
  const held = leak(rate, own, rounds)
  return (i) => held(i) * bytes * factor
}
