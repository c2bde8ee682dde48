import { growing, nameOf } from './kinds.mjs'
import { programOf } from './program.mjs'
import { randomOf } from './random.mjs'

/** The tables of two equal programs, in which whatever is red is wrong. */
export function equalTables({ ours, times, percent, table, atMost, kept }) {
  return { equal, byKind }

  function equal() {
    const rows = [1, 3].map((scale) =>
      kept(`equal: noise ${scale}`, () => {
        const n = times(20_000)
        const seen = { fail: 0, inconclusive: 0, pass: 0, trials: 0, second: 0 }
        for (let i = 0; i < n; i++) {
          const random = randomOf(1_000_000 * scale + i)
          const program = programOf(random, { scale })
          const judged = ours.compareSides(random, { program }, { program })
          seen[judged.verdict]++
          seen.trials += judged.spent
          seen.second += judged.spent > 1 ? 1 : 0
        }
        return [
          scale === 1 ? 'as drawn' : 'three times as large',
          n,
          seen.fail,
          atMost(seen.fail, n),
          seen.inconclusive,
          percent(seen.second / n),
          (seen.trials / n).toFixed(2),
        ]
      }),
    )
    return table(
      ['noise', 'comparisons', 'red', 'at most', 'undecided', 'need a second trial', 'trials a side'],
      rows,
    )
  }

  function byKind() {
    const rows = growing.map((kind, k) =>
      kept(`equal: ${nameOf(kind)}`, () => {
        const n = times(kind.family === 'seen' ? 20_000 : 8_000)
        const cells = [1, 3].map((scale) => {
          const seen = { fail: 0, inconclusive: 0, pass: 0, second: 0 }
          for (let i = 0; i < n; i++) {
            const random = randomOf(1_000_000_000 + 1_000_000 * k + 100_000 * scale + i)
            const program = programOf(random, { scale, ...kind })
            const judged = ours.compareSides(random, { program }, { program })
            seen[judged.verdict]++
            seen.second += judged.spent > 1 ? 1 : 0
          }
          return [seen.fail, atMost(seen.fail, n), seen.inconclusive, percent(seen.second / n)]
        })
        return [nameOf(kind), n, ...cells.flat()]
      }),
    )
    return table(
      [
        'program',
        'comparisons',
        'red',
        'at most',
        'undecided',
        'second trial',
        '3x: red',
        'at most',
        'undecided',
        'second trial',
      ],
      rows,
    )
  }
}
