// Real comparisons: a temporary git repository with one commit a side,
// and `leakdiff run` on it as a user would start it.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * @typedef {{ path: string, text: string | Buffer }} File
 * @typedef {{ name: string, runtime: string, setup?: string, start?: string, round?: string, operations:
 * number, ready?: string,
 *   test?: string, run?: string, profiles?: string, measure?: string, sides: Record<string, File[]>,
 * culprits: string[], leaky: string | null }} Scenario
 */

/**
 * The whole Tendermint node of 2018: v0.15.0 leaks, v0.16.0 does not. `endpoint`:
 * through the program's own /debug/pprof.
 */
export function tendermint({ endpoint = false } = {}) {
  const directory = join(root, 'examples/tendermint')
  const files = filesBelow(directory).filter((f) => !/^(README\.md|.*\.ya?ml|compare\.mjs)$/.test(f.path))
  const leaky = files.find((f) => f.path === 'go.mod').text.toString()
  const fixed = leaky
    .replace('tendermint/tendermint v0.15.0', 'tendermint/tendermint v0.16.0')
    .replace('tendermint/tmlibs v0.6.0', 'tendermint/tmlibs v0.7.0')
    .replace('tendermint/abci v0.9.0', 'tendermint/abci v0.10.0')
  const withModule = (text) => files.map((f) => (f.path === 'go.mod' ? { ...f, text } : f))
  return {
    name: endpoint ? 'tendermint-endpoint' : 'tendermint',
    runtime: 'go',
    setup: 'go build -o bin/node .',
    start: './bin/node -http=127.0.0.1:$PORT',
    ready: 'http://127.0.0.1:$PORT/peers',
    round: 'curl -sS --fail-with-body -X POST "http://127.0.0.1:$PORT/reconnect?n=100"',
    operations: 100,
    ...(endpoint ? { profiles: 'http://127.0.0.1:$PORT/debug/pprof' } : {}),
    sides: { fixed: withModule(fixed), leaky: withModule(leaky) },
    leaky: 'leaky',
    culprits: ['broadcastTxRoutine'],
  }
}

/** The cases of test/cases, in the manifest's order. */
export function cases() {
  const directory = join(root, 'test/cases')
  const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'))
  return manifest.map((entry) => {
    const read = (file) => readFileSync(join(directory, entry.name, file))
    const has = (file) => existsSync(join(directory, entry.name, file))
    const files = filesBelow(join(directory, entry.name))
    const { filesOf, setup, start } = byRuntime[entry.runtime]
    return {
      ...entry,
      setup,
      start,
      ready: '127.0.0.1:$PORT',
      round: `curl -sS --fail-with-body -X POST "http://127.0.0.1:$PORT/work?n=${entry.operations}"`,
      sides: Object.fromEntries(entry.sides.map((side) => [side, filesOf(side, read, has, files)])),
    }
  })
}

function goFiles(side, read, has) {
  const shared = has('go.clean.mod') ? 'clean' : side
  const feature = has(`feature.${side}.txt`)
    ? [{ path: 'feature.go', text: read(`feature.${side}.txt`) }]
    : []
  return [
    { path: 'main.go', text: read('main.go') },
    { path: 'harness.go', text: read('harness.go') },
    { path: 'go.mod', text: read(`go.${shared}.mod`) },
    { path: 'go.sum', text: read(`go.${shared}.sum`) },
    ...feature,
  ]
}

const nodeFiles = (side, read) => [
  { path: 'server.js', text: read('server.js') },
  { path: 'package.json', text: read(`package.${side}.json`) },
  { path: 'package-lock.json', text: read(`package-lock.${side}.json`) },
]

const pythonFiles = (side, read) => [
  { path: 'server.py', text: read('server.py') },
  { path: 'requirements.txt', text: read(`requirements.${side}.lock.txt`) },
]

const jvmFiles = (side, read, _has, files) => [
  { path: 'pom.xml', text: read(`pom.${side}.xml`) },
  ...files.filter(({ path }) => path.startsWith('src/')),
]

/** How a case is made of its files, built and started. */
const byRuntime = {
  go: { filesOf: goFiles, setup: 'go build -o server .', start: './server' },
  node: { filesOf: nodeFiles, setup: 'npm ci --no-audit --no-fund', start: 'node server.js' },
  python: {
    filesOf: pythonFiles,
    setup: 'python3 -m venv .venv && .venv/bin/pip install --quiet --requirement requirements.txt',
    start: '.venv/bin/python server.py',
  },
  jvm: {
    filesOf: jvmFiles,
    setup: 'mvn --batch-mode --quiet -DskipTests package dependency:copy-dependencies -DincludeScope=runtime',
    start: "exec java -cp 'target/classes:target/dependency/*' App",
  },
}

const culpritsOf = {
  'go-server': ['main.(*order).watch'],
  'go-test': ['(*Queue).work'],
  'node-test': ['basket.js'],
  run: ['follow'],
  snapshot: ['main.(*peer).broadcast'],
  'three-profiles': ['main.(*peer).broadcast'],
  compose: ['remember'],
}

/**
 * One small program for each form of a workload:
 * `leak/` holds the files that its leaking side has in place of the others.
 */
export function examples() {
  const all = Object.keys(culpritsOf).map(example)
  const named = (name) => {
    const found = all.find((s) => s.name === `example-${name}`)
    if (found === undefined) throw new Error(`there is no example ${name}`)
    return found
  }
  const [server, tests] = [named('go-server'), named('go-test')]
  const composed = named('compose')
  const three = named('three-profiles')
  // The release before the newest is downloaded by Go itself: its GOROOT lies in the module cache.
  const older = { GOTOOLCHAIN: 'go1.25.5' }
  return [
    ...all.filter((s) => s !== three && s !== composed),
    { ...composed, name: `${composed.name}-stand-in`, env: withStandIns },
    { ...three, few: 'judged by tasks' },
    {
      ...three,
      name: 'example-three-profiles-heap',
      config: three.config.replace(', tasks: goroutines-*.txt', ''),
      few: 'never judged',
    },
    ...[0, 1, 2].map((debug) => ({
      ...three,
      name: `example-six-profiles-debug-${debug}`,
      config: three.config.replace('-profiles 3 -apart 2s', `-profiles 6 -apart 1s -debug ${debug}`),
    })),
    { ...server, name: 'example-go-server-1.25', env: older },
    { ...tests, name: 'example-go-test-1.25', env: older },
    { ...tests, name: 'example-go-test-race', config: tests.config.replace('go test', 'go test -race') },
  ]
}

function example(name) {
  const files = filesBelow(join(root, 'examples', name))
  const replaced = files.filter((f) => f.path.startsWith('leak/'))
  const fixed = files.filter((f) => !/^(?:leak\/|leakdiff\.yml$)/.test(f.path))
  const leaking = replaced.map(({ path, text }) => ({ path: path.slice('leak/'.length), text }))
  return {
    name: `example-${name}`,
    config: files.find((f) => f.path === 'leakdiff.yml').text.toString(),
    sides: { fixed, leaky: [...fixed, ...leaking] },
    leaky: 'leaky',
    culprits: culpritsOf[name],
  }
}

/**
 * No docker is needed: the stand-in starts what the compose files say, as docker's daemon would,
 * and `leakdiff` is this one.
 */
function withStandIns(directory) {
  const bin = join(directory, 'bin')
  mkdirSync(bin)
  const programs = { leakdiff: 'dist/cli.mjs', docker: 'test/faults/docker-stand-in.mjs' }
  for (const [name, script] of Object.entries(programs)) {
    const text = `#!/bin/sh\nexec '${process.execPath}' '${join(root, script)}' "$@"\n`
    writeFileSync(join(bin, name), text, { mode: 0o755 })
  }
  return { PATH: `${bin}:${process.env.PATH}` }
}

/**
 * Compares two sides of a scenario with default settings: { status, seconds, cpu, result, markdown, stderr }.
 */
export async function compareSides(scenario, base, head, { node = process.execPath } = {}) {
  const [outcome] = await compareInTurn(scenario, base, head, [root], { node })
  return outcome
}

/**
 * The same; undecided once, which docs/judge.md grants a few of a thousand, it is compared once more,
 * and that is told. A wrong verdict stands.
 */
export async function compareDecided(scenario, base, head) {
  const first = await compareSides(scenario, base, head)
  if (first.status !== 3) return first
  console.error(`retry x1: ${scenario.name}: ${base} → ${head} was undecided\n${first.stdout.slice(0, 600)}`)
  return await compareSides(scenario, base, head)
}

/** The same by several checkouts of leakdiff, one after the other on one repository. */
export async function compareInTurn(scenario, base, head, checkouts, { node = process.execPath } = {}) {
  const directory = mkdtempSync(join(tmpdir(), `leakdiff-${scenario.name}-`))
  try {
    const repository = join(directory, 'repository')
    mkdirSync(join(repository, '.github'), { recursive: true })
    git(repository, 'init', '--quiet', '--initial-branch=main')
    writeFileSync(join(repository, '.github/leakdiff.yml'), scenario.config ?? configuration(scenario))
    const baseSha = commit(repository, scenario.sides[base], `Side ${base}`)
    const headSha = commit(repository, scenario.sides[head], `Side ${head} again or new`)
    const args = ['--base', baseSha, '--head', headSha]
    const env = typeof scenario.env === 'function' ? scenario.env(directory) : scenario.env
    const outcomes = []
    for (const checkout of checkouts) {
      for (const file of ['leakdiff.json', 'leakdiff.md']) rmSync(join(directory, file), { force: true })
      outcomes.push(await leakdiff(repository, directory, args, node, env, checkout))
    }
    return outcomes
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** CPU seconds of all children that have ended, and of theirs: proc_pid_stat(5), fields 16 and 17. */
function secondsOfChildren() {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

/**
 * Runs `leakdiff run` in a repository; results are written beside it.
 * `cpu` is of this run alone where no other ends meanwhile; `waited` are seconds that it rested on purpose.
 */
export async function leakdiff(
  repository,
  directory,
  args,
  node = process.execPath,
  env = {},
  checkout = root,
) {
  const json = join(directory, 'leakdiff.json')
  const markdown = join(directory, 'leakdiff.md')
  const waits = join(directory, 'waits')
  const started = Date.now()
  const usedBefore = secondsOfChildren()
  const cli = join(checkout, 'dist/cli.mjs')
  const noting = ['--import', join(root, 'scripts/waits.mjs')]
  const child = spawn(node, [...noting, cli, 'run', ...args, '--json', json, '--markdown', markdown], {
    cwd: repository,
    env: { ...process.env, LEAKDIFF_WAITS: waits, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const status = await new Promise((done) => child.on('close', done))
  const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null)
  const result = read(json)
  return {
    status,
    seconds: (Date.now() - started) / 1000,
    cpu: secondsOfChildren() - usedBefore,
    waited: Number(read(waits) ?? 0) / 1000,
    result: result === null ? null : JSON.parse(result),
    markdown: read(markdown),
    stdout,
    stderr,
  }
}

/**
 * True when an accepted name stands in the first finding: its function, its stack, its creator or its parts.
 */
export function namesCulprit(scenario, result) {
  const [first] = result.workloads[0].findings
  return first !== undefined && scenario.culprits.some((name) => JSON.stringify(first).includes(name))
}

const workloadKeys = [
  'runtime',
  'setup',
  'start',
  'ready',
  'round',
  'test',
  'run',
  'operations',
  'repeat',
  'profiles',
  'measure',
]

function configuration(scenario) {
  const keys = workloadKeys.filter((key) => scenario[key] !== undefined)
  const lines = keys.map((key) => `    ${key}: ${JSON.stringify(scenario[key])}`)
  return ['workloads:', '  work:', ...lines, ''].join('\n')
}

function commit(repository, files, message) {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(repository, path)), { recursive: true })
    writeFileSync(join(repository, path), text)
  }
  git(repository, 'add', '--all')
  git(repository, 'commit', '--quiet', '--allow-empty', '--message', message)
  return git(repository, 'rev-parse', 'HEAD')
}

/** Short name of the commit that a checkout stands at. */
export const commitOf = (checkout) => git(checkout, 'rev-parse', '--short', 'HEAD')

function git(repository, ...args) {
  const identity = [
    '-c',
    'user.name=leakdiff',
    '-c',
    'user.email=leakdiff@example.invalid',
    '-c',
    'commit.gpgsign=false',
  ]
  return execFileSync('git', [...identity, ...args], { cwd: repository, encoding: 'utf8' }).trim()
}

export function filesBelow(directory, prefix = '') {
  return readdirSync(join(directory, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(directory, path)
    return [{ path, text: readFileSync(join(directory, path)) }]
  })
}
