// The page of the trap programs: a confusion matrix, then every comparison.
import { markdownTable, median } from './json-lines.mjs'

/** `missing`: names of the traps that no row is of. */
export function trapPage(rows, missing = []) {
  return `${[
    '# Traps: every shape of growth, told apart',
    'Written by `npm run traps`. Each program of `test/traps` is one behaviour in some thirty lines. It is compared with a clean program (or\nwith the one named) and with itself, at default settings; seconds are the whole run on a busy two-core machine, its build included.\nVerdict, ruling and shape are held to what `test/traps/manifest.json` expects, of green rows too.',
    '## What came of it',
    matrix(rows),
    notes(rows),
    ...(missing.length === 0 ? [] : [`Not measured yet: ${missing.join(', ')}.`]),
    '## Every comparison',
    'Each by leakdiff as it was at `commit`; those of earlier ones stand until they are run again.',
    everything(rows),
  ].join('\n\n')}\n`
}

const classes = [
  ['new leak', (row) => row.expect.verdict === 'fail'],
  ['leak on both sides', (row) => row.base === row.name && row.trap.kind === 'leak'],
  ['leak that only moved', (row) => row.trap.kind === 'moved'],
  ['harmless: cache, pool, step, …', (row) => row.trap.kind === 'harmless'],
  ['begins after the first trial: not found', (row) => row.trap.kind === 'too late'],
  ['by the clock, on head alone', (row) => row.expect.verdict === 'inconclusive'],
  ['by the clock, on both sides', (row) => row.base === row.name && row.trap.kind === 'by the clock'],
]

function matrix(rows) {
  const lines = classes.map(([title, belongs]) => {
    const of = rows.filter(belongs)
    const count = (test) => of.filter(test).length
    const leaks = title === 'new leak'
    return [
      title,
      of.length,
      count((r) => r.verdict === 'fail'),
      count((r) => r.verdict === 'pass'),
      count((r) => r.verdict !== 'fail' && r.verdict !== 'pass'),
      leaks ? count((r) => r.named) : '',
      leaks ? count((r) => r.first) : '',
      leaks ? '' : count((r) => r.verdict === 'fail'),
      median(of.map((r) => r.seconds)),
    ]
  })
  const header = ['comparison', 'runs', 'red', 'green', 'undecided', 'named', 'named first', 'false alarms']
  return markdownTable([...header, 'median seconds'], lines)
}

function notes(rows) {
  const wrong = rows.filter((row) => !row.ok)
  if (wrong.length === 0) return 'Every comparison came out as expected.'
  const cause = ({ trap }) => (trap.miss === undefined ? '' : `. Why: ${trap.miss}`)
  const nameless = (r) => (r.verdict === 'fail' && !r.first ? ', its culprit not named' : '')
  const told = ({ expect }) =>
    Object.values(expect)
      .map((one) => [one].flat().join(' or '))
      .join(', ')
  const lines = wrong.map(
    (r) =>
      `- ${r.base} → ${r.name}: ${r.verdict}, ${r.ruling}, ${r.shape}${nameless(r)}; expected: ${told(r)}${cause(r)}`,
  )
  return ['Not as expected:', '', ...lines].join('\n')
}

function everything(rows) {
  const header = [
    'base → head',
    'verdict',
    'ruling',
    'shape',
    'first finding',
    'trials',
    'seconds',
    'commit',
    'as expected',
  ]
  return markdownTable(
    header,
    rows.map((r) => [
      `${r.base} → ${r.name}`,
      r.verdict,
      r.ruling,
      r.shape,
      r.function === '' ? r.quantity : `\`${r.function}\``,
      r.trials,
      r.seconds,
      r.commit ?? '',
      r.ok ? 'yes' : '**no**',
    ]),
  )
}
