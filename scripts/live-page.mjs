// The page of the live matrix, from its runs.
import { markdownTable, median } from './json-lines.mjs'

/** `page`: as it stands; times to red are measured apart (bench-live-red.mjs), and kept. */
export function livePage(all, { leaks, small, formsOf, churns, runtimes, growthOf, page }) {
  const rows = all.filter(({ operations = 1 }) => operations === 1)
  return `${[
    '# Live: the smallest leaks, under garbage',
    'Written by `npm run bench:live`: real servers (`test/live`) at default settings, clean → leaking and clean → clean, two comparisons at a time\non a busy two-core machine. Nothing is seeded. Each cell says how many runs stand behind it.',
    '## Found',
    found(rows, leaks, churns),
    '## Small leaks in small workloads',
    smallLeaks(
      all.filter(({ operations = 1 }) => operations > 1),
      { runtimes: Object.keys(leaks), small, formsOf },
    ),
    sectionOf(page, againHeading),
    sectionOf(page, serversHeading),
    sectionOf(page, costHeading),
    sectionOf(page, programsHeading),
    sectionOf(page, javaHeading),
    sectionOf(page, redHeading),
    '## Equal programs',
    equal(rows, Object.keys(leaks), churns),
    '## Noise of clean servers, and the floors',
    floors(rows, { runtimes: Object.keys(leaks).map((name) => runtimes[name]), churns, growthOf }),
  ].join('\n\n')}\n`
}

const bytesOf = { go: 'KiB', node: 'kB', python: 'kB', jvm: 'kB' }

function found(rows, leaks, churns) {
  const lines = Object.entries(leaks).flatMap(([runtime, kinds]) =>
    Object.entries(kinds).flatMap(([leak, { bytes }]) =>
      churns.flatMap((churn) => {
        const of = rows.filter((r) => r.runtime === runtime && r.leak === leak && r.churn === churn)
        if (of.length === 0) return []
        const count = (test) => of.filter(test).length
        const unit = runtime === 'go' ? 1024 : 1000
        const what = leak === 'heap' ? `${bytes / unit} ${bytesOf[runtime]}` : `1 ${tasks[runtime]}`
        return [
          [
            runtime,
            `${what} a round`,
            `${churn} MB`,
            of.length,
            `${count((r) => r.verdict === 'fail')} of ${of.length}`,
            `${count((r) => r.verdict === 'fail' && r.first)} of ${of.length}`,
            count((r) => r.verdict === 'inconclusive'),
            count((r) => r.verdict !== 'fail' && r.verdict !== 'inconclusive'),
            printed(of, leak === 'heap' ? 'heap-bytes' : 'tasks'),
            round(median(of.map((r) => r.seconds))),
          ],
        ]
      }),
    ),
  )
  const header = ['runtime', 'leak', 'garbage a round', 'runs', 'found', 'named first', 'undecided', 'missed']
  return markdownTable([...header, 'smallest visible, median', 'median seconds'], lines)
}

/** Each operation keeps so few bytes that a round of them is below the floor: short rounds are repeated. */
function smallLeaks(rows, { runtimes, small, formsOf }) {
  const lines = runtimes.flatMap((runtime) =>
    formsOf(runtime).flatMap((form) => {
      const of = rows.filter((r) => r.runtime === runtime && r.form === form)
      if (of.length === 0) return []
      const [leaking, clean] = ['small', 'none'].map((leak) => of.filter((r) => r.leak === leak))
      const failed = (some) => some.filter((r) => r.verdict === 'fail')
      const repeats = leaking.flatMap((r) => r.totals.map((t) => t.repeat))
      return [
        [
          runtime,
          form,
          `${small.bytes} B an operation, ${small.operations} operations a round`,
          `${failed(leaking).length} of ${leaking.length}`,
          `${failed(leaking).filter((r) => r.first).length} of ${leaking.length}`,
          `${failed(clean).length} of ${clean.length}`,
          median(repeats),
          round(median(leaking.map((r) => r.seconds))),
          round(median(clean.map((r) => r.seconds))),
        ],
      ]
    }),
  )
  const header = [
    'runtime',
    'workload',
    'leak',
    'found',
    'named first',
    'red without it',
    'rounds in one, median',
  ]
  return markdownTable([...header, 'median seconds', 'without it'], lines)
}

const tasks = { go: 'goroutine', node: 'timer', python: 'task', jvm: 'Java thread' }

function printed(rows, quantity) {
  const values = rows.flatMap((r) => r.totals.filter((t) => t.quantity === quantity))
  return round(median(values.map((t) => t.smallestVisible)))
}

function equal(rows, runtimes, churns) {
  const lines = runtimes.flatMap((runtime) =>
    churns.map((churn) => {
      const of = rows.filter((r) => r.runtime === runtime && r.leak === 'none' && r.churn === churn)
      const count = (verdict) => of.filter((r) => r.verdict === verdict).length
      return [
        runtime,
        `${churn} MB`,
        of.length,
        count('fail'),
        count('inconclusive'),
        of.filter((r) => r.trials > 1).length,
        round(median(of.map((r) => r.seconds))),
      ]
    }),
  )
  const header = [
    'runtime',
    'garbage a round',
    'runs',
    'red',
    'undecided',
    'needed a second look',
    'median seconds',
  ]
  return markdownTable(header, lines)
}

function floors(rows, { runtimes, churns, growthOf }) {
  const lines = runtimes.flatMap(({ name, floors: of }) =>
    Object.entries(of).flatMap(([quantity, floor]) =>
      churns.flatMap((churn) => {
        const clean = rows.filter((r) => r.runtime === name && r.leak === 'none' && r.churn === churn)
        const trials = firstTrials(clean, quantity)
        // Not every total is read in a first trial.
        return trials.length === 0
          ? []
          : [[name, quantity, `${churn} MB`, ...marginOf(trials, floor, growthOf)]]
      }),
    ),
  )
  const header = ['runtime', 'total', 'garbage', 'trials', 'change from round to round: median', '99 %']
  return [
    'First trials of the equal programs above, both sides: how much a total changes from one round to the next, and what each trial would have been',
    'judged to grow by a round (the smaller slope of the whole and of the late half). The margin is the floor over the worst of them.',
    '',
    markdownTable([...header, 'growth: 95 %', 'worst', 'floor', 'margin'], lines),
  ].join('\n')
}

function firstTrials(rows, quantity) {
  const totals = rows.flatMap((r) => r.totals.filter((t) => t.quantity === quantity))
  // Series tell of one of the workload's rounds; noise is that of a measured one.
  const measured = (repeat) => (series) => series.map((value) => series[0] + (value - series[0]) * repeat)
  return totals.flatMap((t) => [...t.base.slice(0, 1), ...t.head.slice(0, 1)].map(measured(t.repeat ?? 1)))
}

function marginOf(trials, floor, growthOf) {
  const steps = trials.flatMap((s) => s.slice(1).map((value, i) => Math.abs(value - s[i])))
  const growths = trials.map((series) => growthOf(series).steady)
  const worst = Math.max(0, ...growths)
  const margin = worst === 0 ? 'nothing grew' : `${round(floor / worst)} times`
  const seen = [round(median(steps)), round(quantile(steps, 0.99)), round(quantile(growths, 0.95))]
  return [trials.length, ...seen, round(worst), floor, margin]
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.length === 0 ? null : sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

const round = (value) => (value === null || !Number.isFinite(value) ? '' : Number(value.toPrecision(3)))

/**
 * A few runs of each cell by a later commit than that of the tables: what it finds, and prints as visible.
 */
export function again(rows, { leaks, small, commit }) {
  const kinds = ['none', 'task', 'heap', 'small']
  const cells = Object.keys(leaks).flatMap((runtime) =>
    kinds.flatMap((leak) =>
      ['server', 'test'].flatMap((form) => {
        const few = (row) => (row.operations ?? 1) > 1
        const of = rows.filter(
          (r) => r.runtime === runtime && (r.form ?? 'server') === form && r.leak === leak,
        )
        const alike = leak === 'none' ? [of.filter((r) => !few(r)), of.filter(few)] : [of]
        return alike.filter((some) => some.length > 0).map((some) => cellOf(some, { leaks, small }))
      }),
    ),
  )
  const header = ['runtime', 'workload', 'leak', 'garbage a round', 'runs', 'red', 'named first', 'undecided']
  return [
    againHeading,
    '',
    `Written by \`npm run bench:live -- --again\`, by ${commit}: the tables above and below are of earlier commits.`,
    '',
    markdownTable([...header, 'smallest visible, median', 'median seconds'], cells),
  ].join('\n')
}

function cellOf(some, { leaks, small }) {
  const [{ runtime, leak, form = 'server', operations = 1 }] = some
  const count = (verdict) => some.filter((r) => r.verdict === verdict).length
  const what = {
    none: operations > 1 ? `none, ${operations} operations a round` : 'none',
    task: `1 ${tasks[runtime] ?? 'task'} a round`,
    heap: `${leaks[runtime].heap.bytes} B a round`,
    small: `${small.bytes} B an operation, ${small.operations} a round`,
  }
  return [
    runtime,
    form,
    what[leak],
    [...new Set(some.map((r) => `${r.churn} MB`))].join(', '),
    some.length,
    count('fail'),
    leak === 'none' ? '' : some.filter((r) => r.verdict === 'fail' && r.first).length,
    count('inconclusive'),
    printed(some, leak === 'task' ? 'tasks' : 'heap-bytes'),
    round(median(some.map((r) => r.seconds))),
  ]
}

export const againHeading = '## Again, with fewer runs'

/** Of the section that `python-servers/accept.mjs` writes. */
export const serversHeading = '## Four servers of Python'

/** Of the section that `python-servers/cost.mjs` writes. */
export const costHeading = '## What measuring costs Python'

/** Of the section that `bench-live-red.mjs` writes. */
export const redHeading = '## Time to red'

/** Of what other programs of Python came to, which is written by hand. */
const programsHeading = '## More programs of Python'

/** Of what real projects of Java came to, which is written by hand. */
const javaHeading = '## Projects of Java'

/** Sections whose tables have rows of every runtime, which stand in their first column. */
const shared = [
  '## Found',
  '## Small leaks in small workloads',
  '## Equal programs',
  '## Noise of clean servers, and the floors',
]

/** The page as it stands, with the rows of one runtime as `written` has them. */
export function withRowsOf(runtime, page, written) {
  const isOwn = (line) => line.startsWith(`| ${runtime} |`)
  return shared.reduce((text, heading) => {
    const section = sectionOf(text, heading)
    const lines = section.split('\n').filter((line) => !isOwn(line))
    const last = lines.findLastIndex((line) => line.startsWith('| '))
    const own = sectionOf(written, heading).split('\n').filter(isOwn)
    return text.replace(section, () => lines.toSpliced(last + 1, 0, ...own).join('\n'))
  }, page)
}

/** A section of the page with its heading, up to the next one. */
export function sectionOf(page, heading) {
  const from = page.indexOf(`${heading}\n`)
  if (from < 0) return heading
  const to = page.indexOf('\n## ', from)
  return (to < 0 ? page.slice(from) : page.slice(from, to)).trimEnd()
}

/** The page with this section in place of the one of its heading; before the last one where there is none. */
export const withSection = (page, heading, section) =>
  page.includes(heading)
    ? page.replace(sectionOf(page, heading), () => section)
    : page.replace(redHeading, () => `${section}\n\n${redHeading}`)
