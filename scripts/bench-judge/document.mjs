import { maskedRows } from './masked.mjs'
import { capacity, families, tables, taskKinds } from './noise.mjs'
import { programOf, siteCount, sitesOf, startOf } from './program.mjs'
import { randomOf } from './random.mjs'
import { rareTables } from './rare-tables.mjs'
import { everyRound, mannWhitney, twoSnapshots } from './rivals.mjs'
import { upperBound } from './upper-bound.mjs'

/**
 * The page with all tables; `factor` scales how many comparisons are made,
 * and `kept` gives the text of a title that is known, else of what makes it.
 */
export function documentOf({ ours, source, factor, kept }) {
  const times = (n) => Math.max(20, Math.round(n * factor))
  const heapOf = (judged) => judged.totals.find((t) => t.diff.quantity === 'heap-bytes')
  const percent = (share) => `${(100 * share).toFixed(share > 0 && share < 0.001 ? 3 : 1)} %`
  const table = (head, rows) =>
    [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
      .map((r) => `| ${r.join(' | ')} |`)
      .join('\n')
  const part = (title, make) => `\n## ${title}\n\n${kept(title, make)}\n`

  const growing = [
    ...Object.keys(families).map((family) => ({ family, behaviour: 'nothing' })),
    ...['levelling', 'doubling', 'bounded doubling', 'leak'].map((behaviour) => ({
      family: 'seen',
      behaviour,
    })),
  ]
  const nameOf = ({ behaviour, family }) => (behaviour === 'nothing' ? family : `${behaviour}, both sides`)
  const atMost = (events, n) => `${(100 * upperBound(events, n)).toFixed(3)} %`
  const { rareLeaks, rareMoves, worse } = rareTables({ ours, times, percent, table, heapOf, atMost, kept })
  return [
    '<!-- written by: npm run bench:judge -->\n# How often the judge errs\n',
    intro(),
    part('Nothing changed: two equal programs', equal),
    part('The same, by what the program does', byKind),
    part('A leak is found', power),
    part('Rare moves, chance, and starts that differ', rareMoves),
    part('A leak that comes rarely, on head alone', rareLeaks),
    part('Worse than base', worse),
    part('One task a round', oneTask),
    part('What fills and stops, on head alone', bounded),
    part('Containers that double, on head alone', doubling),
    part('Growth by the clock', atRest),
    part('What a total hides', hidden),
    part('Intervals', coverage),
    part('What others do with the same series', rivals),
  ].join('\n')

  function intro() {
    return `Simulated programs, judged by the code that judges real ones, at default settings and Go's floors
(${source.runtimes.go.floors['heap-bytes']} bytes, ${source.runtimes.go.floors['heap-objects']} objects, ${source.runtimes.go.floors.tasks} task a round). A program has ${siteCount} sites; its
totals are the sums of the dozen that move; the others stand still, since sites do not decide. Noise is drawn from ${Object.keys(families).length} families (${Object.keys(families).join(', ')}), 0.5 to 32 kB a round; four in
ten programs also fill a cache, double a container or leak the same on both sides, one in ten grows by the clock, one in ten leaks
tasks on both sides. Two starts of one program differ by 2 % in what they grow and by up to 15 % in how long a round takes.
A run goes as it does in the product: head's confirming trial may end early, and base's is left out where it cannot matter. *At most* is what the true share lies
below with 95 % confidence (Clopper and Pearson). Seeds are fixed, and none of them was looked at while constants were chosen. Nothing is timed. Run \`npm run bench:judge\`
to write this page again.`
  }

  function equal() {
    const rows = [1, 3].map((scale) =>
      kept(`equal: noise ${scale}`, () => {
        const n = times(8_000)
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
        const n = times(8_000)
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

  function power() {
    const rows = growing.map(({ behaviour, family }, k) =>
      kept(`found: ${nameOf({ behaviour, family })}`, () => {
        const n = times(400)
        const found = [1, 2, 3].map((multiple) => {
          let fail = 0
          for (let i = 0; i < n; i++) {
            const random = randomOf(20_000_000 + 100_000 * k + 10_000 * multiple + i)
            const program = { ...programOf(random, { family, behaviour }), byClock: 0, taskLeak: 0 }
            const visible = heapOf(ours.compareSides(random, { program }, { program })).smallestVisible
            const bytes = multiple * visible
            fail += ours.compareSides(random, { program }, { program, bytes }).verdict === 'fail' ? 1 : 0
          }
          return percent(fail / n)
        })
        return [nameOf({ behaviour, family }), n, ...found]
      }),
    )
    return `The leak is one, two and three times the *smallest visible growth* that a run on the same program without the leak printed.\n\n${table(['noise', 'runs', 'once', 'twice', 'three times'], rows)}`
  }

  function oneTask() {
    const rows = Object.keys(taskKinds).flatMap((taskKind, k) =>
      (taskKind === 'constant' ? [0] : [1, 2, 3, 4]).map((poolSize) =>
        kept(`tasks: ${taskKind}, ${poolSize}`, () => {
          const n = times(400)
          const found = { one: 0, thrice: 0 }
          let visible = 0
          for (let i = 0; i < n; i++) {
            const random = randomOf(30_000_000 + 100_000 * k + 10_000 * poolSize + i)
            const drawn = programOf(random, { family: 'seen', behaviour: 'nothing', taskKind })
            const program = { ...drawn, poolSize, byClock: 0, taskLeak: 0 }
            const without = ours.compareSides(random, { program }, { program })
            const printed = without.totals.find((t) => t.diff.quantity === 'tasks').smallestVisible
            const leaking = (tasks) =>
              ours.compareSides(random, { program }, { program, tasks }).verdict === 'fail'
            found.one += leaking(1) ? 1 / n : 0
            found.thrice += leaking(Math.ceil(3 * printed)) ? 1 / n : 0
            visible += printed / n
          }
          return [
            taskKind === 'constant' ? 'none of its own' : `${taskKind}, up to ${poolSize}`,
            n,
            visible.toFixed(1),
            percent(found.one),
            percent(found.thrice),
          ]
        }),
      ),
    )
    return table(
      [
        'tasks of the program',
        'runs',
        'smallest visible (mean)',
        'one a round is found',
        'three times what is visible',
      ],
      rows,
    )
  }

  function bounded() {
    const rows = [2, 4, 6, 8, 10, 12, 16, 20, 24, 32, 60].map((full) => {
      const n = times(150)
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
      const n = times(150)
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
      const n = times(300)
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
      const n = times(120)
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
