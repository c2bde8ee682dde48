import { maskedRows } from './masked.mjs'
import { families } from './noise.mjs'
import { programOf, sitesOf, startOf } from './program.mjs'
import { randomOf } from './random.mjs'
import { everyRound, mannWhitney, twoSnapshots } from './rivals.mjs'

/** The tables of what stands beside the verdict: notes, intervals, and what others do. */
export function besideTables({ ours, source, times, percent, table, heapOf }) {
  return { hidden, coverage, rivals }

  function hidden() {
    const rows = maskedRows({ source, times }).map(([name, n, fresh, other, red]) => [
      name,
      n,
      percent(fresh),
      percent(other),
      red,
    ])
    return `Notes, which decide nothing, from sites sampled every 16 KiB (4 KiB in confirming trials) while the total stays within its margin.\n\n${table(['program, growth a round', 'runs', 'note of the new leak', 'other notes', 'red'], rows)}`
  }

  function coverage() {
    const rows = Object.keys(families).map((family, k) => {
      const n = times(1_200)
      const cells = [8, 24].map((rounds) => {
        let inside = 0
        for (let i = 0; i < n; i++) {
          const random = randomOf(70_000_000 + 100_000 * k + 50_000 * Number(rounds > 8) + i)
          const program = {
            ...programOf(random, { family, behaviour: 'nothing' }),
            byClock: 0,
            drift: 0,
            fair: true,
          }
          const { low, high } = source.growthOf(startOf(random, program, rounds, { bytes: 10_000 }).heap)
          inside += low <= 10_000 && 10_000 <= high ? 1 : 0
        }
        return percent(inside / n)
      })
      return [family, n, ...cells]
    })
    return `How often the printed interval (99 %) holds the true growth. \`seen\` truly creeps, which the interval counts as growth.\n\n${table(['noise', 'series', '8 rounds', '24 rounds'], rows)}`
  }

  function rivals() {
    const snapshots = twoSnapshots(ours.floor)
    /** @type {[string, number, (head: any, base: any) => boolean][]} */
    const rules = [
      ['two snapshots of head, threshold as our floor; totals', 1, (h) => snapshots(h.totals)],
      ['… sites', 1, (h) => h.sites.some((s) => snapshots(s))],
      ['growth in every round, and not on base; totals', 1, (h, b) => everyRound(h.totals, b.totals)],
      ['… sites', 1, (h, b) => h.sites.some((s, i) => everyRound(s, b.sites[i]))],
      ['Mann-Whitney, 4 trials a side, p < 0.05; total', 4, (h, b) => mannWhitney(h.totals, b.totals)],
      ['… sites', 4, (h, b) => h.sites.some((s, i) => mannWhitney(s, b.sites[i]))],
    ]
    /**
     * @type {[string, (visible: number) => { bytes?: number, more?: (round: number) => number }, number?][]}
     */
    const situations = [
      ['equal', () => ({})],
      ['equal, 3x noise', () => ({}), 3],
      ['leak of 3x visible', (visible) => ({ bytes: 3 * visible })],
      ['cache full at round 6', () => ({ more: (round) => 3e6 * Math.min(1, (round + 2) / 6) })],
    ]
    const shares = situations.map(([, leak, scale = 1], s) => {
      const n = times(100)
      const counts = rules.map(() => 0)
      let own = 0
      for (let i = 0; i < n; i++) {
        const random = randomOf(80_000_000 + 10_000 * s + i)
        const program = { ...programOf(random, { scale, behaviour: 'nothing' }), byClock: 0 }
        const first = ours.compareSides(random, { program }, { program })
        const change = leak(heapOf(first).smallestVisible)
        own += ours.compareSides(random, { program }, { program, ...change }).verdict === 'fail' ? 1 : 0
        const four = (with_) => Array.from({ length: 4 }, () => startOf(random, program, ours.rounds, with_))
        const head = seriesOf(random, four(change))
        const base = seriesOf(random, four({}))
        for (const [r, [, , rule]] of rules.entries()) counts[r] += rule(head, base) ? 1 : 0
      }
      return [own, ...counts].map((count) => percent(count / n))
    })
    const names = ['**this judge** (1 to 3 trials)', ...rules.map(([name]) => name)]
    return table(
      ['rule: share of runs that are red', ...situations.map(([name]) => name)],
      names.map((name, r) => [name, ...shares.map((column) => column[r])]),
    )
  }

  /** By site the series of all trials. */
  function seriesOf(random, trials) {
    const sites = trials.map((trial) => sitesOf(random, trial))
    return { totals: trials.map((t) => t.heap), sites: sites[0].map((_, i) => sites.map((s) => s[i])) }
  }
}
