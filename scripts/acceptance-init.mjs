// Repositories as guides make them, each brought to a verdict by `leakdiff init` alone, then with a leak.
// What is measured is kept in .cache/acceptance-init.json, and the table in docs/init.md is written of it:
// it may be run in parts.
//   node scripts/acceptance.mjs init [NAME...]
//   node scripts/acceptance.mjs init --first [NAME...]      `leakdiff init` alone, without a verdict
//   node scripts/acceptance.mjs init --table        the table alone
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment, installManagers, make, projects, write } from './init-projects.mjs'
import { leakdiff, root } from './scenario.mjs'

const kept = join(root, '.cache/acceptance-init.json')

/** How many were not as they should be. */
export async function acceptInit(args) {
  const only = args.filter((name) => !name.startsWith('--'))
  const all = projects()
  const chosen = args.includes('--table')
    ? []
    : all.filter(({ name }) => only.length === 0 || only.includes(name))
  if (chosen.some(({ install }) => /^(pnpm|yarn)/.test(install))) installManagers()
  let failed = 0
  for (const project of chosen) {
    const row = await tryOut(project, args.includes('--first'))
    console.log(`${row.ok ? 'ok    ' : 'NOT OK'}  ${project.name}: ${summary(row)}`)
    if (!row.ok) console.log(row.detail)
    keep(project.name, row)
    failed += row.ok ? 0 : 1
  }
  writeTable(all)
  return failed
}

const summary = ({ clean, init, leak, named, seconds }) =>
  `init ${init ? 'works' : 'does not'} in ${seconds.init} s${clean === '' ? '' : `, ${clean}, with a leak ${leak}, ${named ? 'named' : 'not named'}, ${seconds.first} s to the first verdict`}`

async function tryOut(project, isFirst) {
  const directory = mkdtempSync(join(tmpdir(), `leakdiff-init-${project.name}-`))
  const repository = join(directory, project.name)
  mkdirSync(repository)
  try {
    make(project, repository)
    const init = await initialise(repository)
    const row = {
      init: init.status === 0,
      clean: '',
      leak: '',
      named: false,
      seconds: { init: init.seconds },
      cpu: init.cpu,
    }
    if (isFirst || !row.init) return finished({ ...row, ok: row.init }, project, init.told)
    // A folder each: a run that ends without a result must not show that of the one before.
    const first = await run(repository, mkdtempSync(join(directory, 'first-')))
    write(changed(project), repository)
    const second = await run(repository, mkdtempSync(join(directory, 'second-')))
    const seconds = {
      init: init.seconds,
      clean: first.seconds,
      leak: second.seconds,
      first: init.seconds + first.seconds,
    }
    const measured = {
      ...row,
      clean: verdictOf(first),
      leak: verdictOf(second),
      named: isNamed(second, project.culprit),
      seconds,
    }
    return finished(measured, project, `${init.told}\n${first.detail}\n${second.detail}\n${namesOf(second)}`)
  } finally {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

const changed = ({ clean, leaky }) =>
  Object.fromEntries(Object.entries(leaky).filter(([file, text]) => text !== clean[file]))

const finished = (row, { table }, detail) => ({
  ...row,
  seconds: Object.fromEntries(
    Object.entries({ first: 0, ...row.seconds }).map(([key, value]) => [key, Math.round(value)]),
  ),
  ok: row.ok ?? (row.init && row.clean === 'pass' && row.leak === 'fail' && row.named),
  date: new Date().toISOString().slice(0, 10),
  table,
  detail,
})

/** CPU seconds are those of init and all that it starts. */
async function initialise(repository) {
  const began = Date.now()
  const command = `time node "${join(root, 'dist/cli.mjs')}" init --yes`
  const child = spawn('bash', ['-c', `TIMEFORMAT='%U %S'; ${command}`], {
    cwd: repository,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  child.stdout.on('data', (chunk) => (told += chunk))
  child.stderr.on('data', (chunk) => (told += chunk))
  const status = await new Promise((done) => child.on('close', done))
  const [, user = 0, system = 0] = (/^(\d+\.\d+) (\d+\.\d+)$/m.exec(told) ?? []).map(Number)
  return { status, seconds: (Date.now() - began) / 1000, cpu: Math.round(user + system), told }
}

async function run(repository, directory) {
  const ended = await leakdiff(repository, directory, [], process.execPath, environment())
  return { ...ended, detail: `${ended.stderr.slice(-3000)}\n${ended.stdout.slice(0, 3000)}` }
}

const verdictOf = ({ result, status }) => result?.verdict ?? `exit status ${status}`
const findingsOf = ({ result }) => (result?.workloads ?? []).flatMap(({ findings }) => findings.slice(0, 3))
const namesOf = (ended) =>
  findingsOf(ended)
    .map(({ function: name }) => name)
    .join(' and ')
const isNamed = (ended, culprit) =>
  verdictOf(ended) === 'fail' &&
  findingsOf(ended).some((finding) => JSON.stringify(finding).includes(culprit))

const read = () => (existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {})

function keep(name, { detail: _, ...row }) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(kept, `${JSON.stringify({ ...read(), [name]: row }, null, 2)}\n`)
}

const begin = '<!-- written by npm run acceptance -- init -->'

function writeTable(all) {
  const measured = read()
  const rowOf = (name, table) => {
    const row = measured[name]
    const { clean, cpu, init, leak, named, seconds } = row
    if (init && clean === '') return [name, table, 'yes', 'not run', '', '', '', cpu, '']
    if (!init) return [name, table, '**no**', '', '', '', '', cpu, '**no**']
    return [
      name,
      table,
      'yes',
      clean,
      leak,
      named ? 'yes' : '**no**',
      seconds.first,
      cpu,
      row.ok ? 'yes' : '**no**',
    ]
  }
  const unrun = all.filter(({ name }) => measured[name] === undefined).map(({ name }) => name)
  const rows = all.flatMap(({ name, table }) => (measured[name] === undefined ? [] : [rowOf(name, table)]))
  const begun = rows.filter((row) => row[2] !== '')
  const works = rows.filter((row) => row[2] === 'yes')
  const done = rows.filter((row) => row[4] !== '')
  const right = done.filter((row) => row[8] === 'yes')
  const middle = done.map((row) => Number(row[6])).sort((a, b) => a - b)[Math.floor(done.length / 2)] ?? 0
  const header = [
    'repository',
    'of',
    'init worked',
    'clean',
    'with a leak',
    'named',
    's to the first verdict',
    'CPU s of init',
    'as it should be',
  ]
  const text = [
    begin,
    '',
    `Of ${rows.length}, init was run in ${begun.length} and worked in ${works.length}; ${done.length} were brought to both verdicts, ${right.length} of them as they should be, half of them to the first verdict within ${middle} s, installing and building included. The machine has two cores, and many others kept them busy: the CPU seconds are what init itself takes.${unrun.length === 0 ? '' : ` Laid out as well, and not run yet: ${unrun.join(', ')}.`}`,
    '',
    `| ${header.join(' | ')} |`,
    `|${header.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n')
  const page = join(root, 'docs/init.md')
  const before = readFileSync(page, 'utf8').split(begin)[0]
  writeFileSync(page, `${before}${text}`)
}
