import { capacity, tables } from './noise.mjs'
import { programOf } from './program.mjs'
import { randomOf } from './random.mjs'

/** The tables of what head alone does, and may stop doing. */
export function shapeTables({ ours, times, percent, table }) {
  return { bounded, doubling, atRest }

  function bounded() {
    const rows = [2, 4, 6, 8, 10, 12, 16, 20, 24, 32, 60].map((full) => {
      const n = times(100)
      const cells = [true, false].flatMap((linear) => {
        const seen = { fail: 0, inconclusive: 0, pass: 0 }
        for (let i = 0; i < n; i++) {
          const random = randomOf(40_000_000 + 10_000 * full + (linear ? 0 : 5_000) + i)
          const program = { ...programOf(random, { family: 'seen', behaviour: 'nothing' }), byClock: 0 }
          const size = random.logBetween(1e6, 1e7)
          const share = (x) => (linear ? Math.min(1, x / full) : 1 - Math.exp((-2 * x) / full))
          const head = { program, more: (round) => size * share(round + 2) }
          seen[ours.compareSides(random, { program }, head).verdict]++
        }
        return [percent(seen.fail / n), percent(seen.inconclusive / n)]
      })
      return [full, n, ...cells]
    })
    return `A cache of 1 to 10 MB that head alone fills. What is not full when the confirming rounds end cannot be told from a leak.\n\n${table(['full at round', 'runs', 'linear: red', 'undecided', 'exponential (86 % full): red', 'undecided'], rows)}`
  }

  function doubling() {
    const by = (step) =>
      /** @type {[string, (bytes: number) => (round: number) => number]} */ ([
        `by ${step}`,
        (bytes) => capacity(bytes, step, 1),
      ])
    /** @type {[string, (bytes: number) => (round: number) => number][]} */
    const ways = [by(1.25), by(1.5), by(2), ['by 2, table by table', (bytes) => tables(bytes, 1)]]
    const kinds = ways.flatMap((way) =>
      [Number.POSITIVE_INFINITY, 12, 6].map((until) => /** @type {const} */ ([...way, until])),
    )
    const rows = kinds.map(([name, capacityOf, until], k) => {
      const n = times(100)
      const seen = { fail: 0, inconclusive: 0, pass: 0 }
      for (let i = 0; i < n; i++) {
        const random = randomOf(50_000_000 + 10_000 * k + i)
        const program = { ...programOf(random, { family: 'seen', behaviour: 'nothing' }), byClock: 0 }
        const held = capacityOf(random.logBetween(50_000, 500_000))
        seen[
          ours.compareSides(random, { program }, { program, more: (r) => held(Math.min(r, until)) }).verdict
        ]++
      }
      const ends = Number.isFinite(until) ? `full after round ${until}` : 'for ever'
      return [`${name}, ${ends}`, n, ...['fail', 'inconclusive', 'pass'].map((v) => percent(seen[v] / n))]
    })
    return table(['capacity grows', 'runs', 'red', 'undecided', 'green'], rows)
  }

  function atRest() {
    /** @type {[string, (rate: number) => { byClock: number, headClock: number, bytes: number }][]} */
    const kinds = [
      ['on both sides', (r) => ({ byClock: r, headClock: r, bytes: 0 })],
      ['on head alone', (r) => ({ byClock: 0, headClock: r, bytes: 0 })],
      ['on both sides, and head leaks by the round', (r) => ({ byClock: r, headClock: r, bytes: 2 * r })],
    ]
    const rows = kinds.map(([name, rates], k) => {
      const n = times(100)
      const seen = { fail: 0, inconclusive: 0, pass: 0 }
      for (let i = 0; i < n; i++) {
        const random = randomOf(60_000_000 + 10_000 * k + i)
        const drawn = programOf(random, { family: 'seen', behaviour: 'nothing' })
        const { byClock, headClock, bytes } = rates(random.logBetween(30_000, 300_000))
        const base = { program: { ...drawn, byClock } }
        seen[ours.compareSides(random, base, { program: { ...drawn, byClock: headClock }, bytes }).verdict]++
      }
      return [name, n, ...['fail', 'inconclusive', 'pass'].map((v) => percent(seen[v] / n))]
    })
    return table(['30 to 300 kB in the time of a round', 'runs', 'red', 'undecided', 'green'], rows)
  }
}
