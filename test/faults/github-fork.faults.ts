import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { marked } from 'marked'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig, workloadHash } from '../../src/configure/load.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { type Emulator, startEmulator } from '../harness/emulator.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { prepareJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { node24, pathOrSkip, root } from '../harness/toolchain.ts'
import { type Row, rising, trialOf } from '../judge/trials.ts'

const node = pathOrSkip(node24())
const inputs = { name: 'shop', start: 'node a', round: 'b', runtime: 'node' }
const head = 'a'.repeat(40)
const evil = '<img src=x onerror=1> @acme/all [x](http://evil) | `</details>` \u202Egnp ::error::x'
const reason = { code: evil, text: evil, remedy: evil }

const preface = `# Pull requests of forks

The token of a fork's run can only read. That run measures, and is the check. A second workflow, on \`workflow_run\`, shows its figures on the pull request: it
decides nothing, ends with 0, and believes nothing that the fork's artifact says but figures. \`test/faults/github-fork.faults.ts\` writes this table. What the cache of base trials withstands has [a table of its own](security-cache.md).`

/** Stands behind the table. */
const reach = `# What a measured program can reach

The workload is the pull request's code, and runs as the user of the job. Of the action it gets no input, no token, no address of the runner's services or of its identity provider, and
none of the files by which a step sets variables, outputs, state, the path or the summary (\`GITHUB_ENV\` and its like); nor does it from the command line in a step of its own. The action
starts itself anew without them before anything is built, so that \`/proc\` does not show them either (Linux, Node 22.15 or newer).

What is left is what any step of the job can do, as GitHub's own hardening guide says: read and change the checkout, what other steps left, and the folder for temporary files, where the
files of file commands lie under names that can be listed; where it may use sudo, as on GitHub's own machines, read the memory of the action and of the runner, the job's token and
secrets among it; reach the network; and leave processes behind that hide from their parent. So give the job a token that can only read (\`permissions:\`), and no secret that a pull request
must not have; run forks on \`pull_request\` alone.`

describe.skipIf(node === null)('a fork is shown by a second workflow', () => {
  let emulator: Emulator
  let gate: Gate
  let number: number
  let workspace: string
  let shards: string
  let hash: string

  beforeAll(async () => {
    emulator = await startEmulator(node ?? '')
    gate = await startGate(emulator.url)
    workspace = mkdtempSync(join(tmpdir(), 'fork-'))
    execFileSync('git', ['init', '-q', workspace])
    const by = ['-c', 'user.name=alice', '-c', 'user.email=alice@example.invalid']
    execFileSync('git', [...by, 'commit', '-q', '--allow-empty', '-m', 'main'], { cwd: workspace })
    const config = await loadConfig({ root: workspace, inputs, defaultName: 'x' })
    hash = config.workloads.map(workloadHash)[0] ?? ''
  })
  beforeEach(async () => {
    number = await emulator.pullRequest()
    shards = mkdtempSync(join(tmpdir(), 'shards-'))
  })
  afterEach(() => {
    gate.reset()
    rmSync(shards, { recursive: true })
  })
  afterAll(async () => {
    rmSync(workspace, { recursive: true })
    await gate?.close()
    await emulator?.close()
  })

  function trial(side: 'base' | 'head', n: number, step: number, name = 'leak'): Trial {
    const series = rising(step, n === 1 ? 8 : 24)
    const rows: Row[] = [
      { quantity: 'tasks', series },
      { quantity: 'tasks', series, stack: [name] },
    ]
    const made = trialOf(side, n, rows)
    const sha = side === 'head' ? 'b'.repeat(40) : 'c'.repeat(40)
    return { ...made, workload: 'shop', workloadHash: hash, sha, runtime: 'node' }
  }
  function leave(name: string, content: object | Buffer): void {
    const path = join(shards, 'leakdiff-x/trials/shop', `${name}.json.gz`)
    mkdirSync(dirname(path), { recursive: true })
    const bytes = Buffer.isBuffer(content)
      ? content
      : gzipSync(JSON.stringify({ schemaVersion: 1, ...content }))
    writeFileSync(path, bytes)
  }
  function leaveLeak(name?: string): void {
    for (const n of [1, 2]) {
      leave(`base-${n}`, trial('base', n, 0, name))
      leave(`head-${n}`, trial('head', n, 1, name))
    }
  }
  const pullOf = (n: number, sha = head, fork = 'mallory/widget') => ({
    number: n,
    head: { sha, ref: 'patch', repo: { full_name: fork } },
  })
  async function shown(pulls: readonly object[] | null = [pullOf(number)], branch = 'patch'): Promise<Step> {
    const text = JSON.stringify(pulls)
    if (pulls)
      gate.fault({ method: 'GET', path: /\/pulls\?.*head=mallory%3Apatch/, answer: { status: 200, text } })
    const repository = (full_name: string, login: string) => ({ full_name, owner: { login } })
    const run = {
      id: 99,
      event: 'pull_request',
      head_sha: head,
      head_branch: branch,
      head_repository: repository('mallory/widget', 'mallory'),
      pull_requests: [],
    }
    const payload = { workflow_run: run, repository: repository('acme/widget', 'acme') }
    const given = { ...inputs, mode: 'report', shards, token: emulator.tokens.write }
    const request = { event: 'workflow_run', payload, apiUrl: gate.url, workspace, sha: head, inputs: given }
    const job = prepareJob(request)
    const step = await runStep({ node: node ?? '', script: join(root, 'dist/action.mjs'), job })
    job.remove()
    return step
  }
  /** A trial with so many of `item` in the place of one list, packed without making them. */
  function listOf(key: keyof Trial, item: string, times: number): Buffer {
    const text = JSON.stringify({ schemaVersion: 1, ...trial('head', 1, 1), [key]: ['@@'] })
    return gzipSync(text.replace('"@@"', `${`${item},`.repeat(times)}${item}`), { level: 1 })
  }
  const withstood: (readonly [attack: string, outcome: string])[] = []
  const withstands = (attack: string, outcome: string) => void withstood.push([attack, outcome])
  const body = async () => (await emulator.comments(number))[0]?.body ?? null

  test('the comment says whose figures they are, and the step ends with 0 whatever the verdict', async () => {
    leaveLeak()
    expect(await shown()).toMatchObject({ status: 0, outputs: { verdict: 'fail' } })
    expect(await body()).toContain(
      '[run 99](https://github.com/acme/widget/actions/runs/99) of `mallory/widget`',
    )
    expect(await body()).toContain('leaks 1')
  })

  test('a pull request that has moved on, another fork, or none gets no comment', async () => {
    leaveLeak()
    expect(await shown([pullOf(number, 'd'.repeat(40)), pullOf(number, head, 'eve/widget')])).toMatchObject({
      status: 0,
    })
    expect(await body()).toBeNull()
    withstands('a run whose commit is no longer the newest, or is of another fork', 'no comment')
  })

  test('a forged number and a forged verdict in the artifact are not read', async () => {
    leaveLeak()
    writeFileSync(join(shards, 'leakdiff-x/leakdiff.json'), JSON.stringify({ verdict: 'pass', number: 1 }))
    writeFileSync(join(shards, 'leakdiff-x/pr-number'), '1')
    expect(await shown()).toMatchObject({ status: 0, outputs: { verdict: 'fail' } })
    expect(await body()).toContain('❌')
    withstands('a forged pull-request number', 'not read: GitHub is asked which pull request has this commit')
    withstands('a forged verdict', 'not read: recomputed from the trials')
  })

  /** Head's trials, changed. */
  function leaveChanged(change: (trial: Trial) => Partial<Trial>): void {
    leaveLeak()
    for (const n of [1, 2]) {
      const made = trial('head', n, 1)
      leave(`head-${n}`, { ...made, ...change(made) })
    }
  }

  test.each<[string, (trial: Trial) => Partial<Trial>]>([
    [
      'names of functions',
      ({ frames }) => ({ frames: frames.map((f) => ({ ...f, function: evil, site: evil })) }),
    ],
    [
      'paths of files',
      ({ frames }) => ({
        frames: frames.map((f) => ({
          ...f,
          file: evil,
          location: { origin: 'project', path: `../${evil}` },
        })),
      }),
    ],
    ['roles', ({ roles }) => ({ roles: roles.map((role) => ({ ...role, name: evil })) })],
    ['names of workloads', ({ number }) => (number === 1 ? {} : { workload: `../../${evil}` })],
    [
      'reasons, remedies and notes',
      () => ({ failures: [reason], notes: [reason].map(({ code, text }) => ({ code, text })) }),
    ],
    ['versions', () => ({ versions: { leakdiff: evil, toolchain: evil }, host: { cpus: 2, image: evil } })],
  ])('%s make no link, tag, mention or command', async (where, change) => {
    leaveChanged(change)
    const step = await shown()
    expect(step.status).toBe(0)
    for (const text of [(await body()) ?? '', step.summary]) {
      expect(text).toContain('leakdiff')
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
      const html = await marked.parse(text, { gfm: true })
      const prose = html.replace(/<code[^>]*>.*?<\/code>/gs, '')
      expect(prose).not.toMatch(/<img|href="http:\/\/evil|@acme/)
      expect(html.split('<details>')).toHaveLength(html.split('</details>').length)
    }
    expect(step.commands.map((c) => c.message)).not.toContain('x')
    withstands(
      `links, tags, mentions, tables, bidirectional text, workflow commands in ${where}`,
      'shown as text',
    )
  })

  test('a branch with such a name is asked for, and nothing else', async () => {
    leaveLeak()
    const branch = 'patch&state=all&head=acme:main|</details>@acme/all'
    const text = JSON.stringify([
      { ...pullOf(number), head: { sha: head, ref: branch, repo: { full_name: 'mallory/widget' } } },
    ])
    gate.fault({ method: 'GET', path: /\/pulls\?/, answer: { status: 200, text } })
    expect(await shown(null, branch)).toMatchObject({ status: 0 })
    const [asked] = gate.requests.filter((r) => r.path.includes('/pulls?'))
    const query = new URL(asked?.path ?? '', 'http://x').searchParams
    expect([query.getAll('head'), query.getAll('state')]).toEqual([[`mallory:${branch}`], ['open']])
    expect(await body()).not.toContain('@acme/all')
    withstands(
      'a branch named as parameters of the query, as tags and mentions',
      'asked for by that name, and not shown',
    )
  })

  test.each<[string, () => void]>([
    ['a bomb of 100 MB', () => leave('head-1', gzipSync(Buffer.alloc(100_000_000, 32)))],
    [
      '100 MB of JSON, not packed',
      () => {
        leave('head-1', Buffer.from('{}'))
        truncateSync(join(shards, 'leakdiff-x/trials/shop/head-1.json.gz'), 100_000_000)
      },
    ],
    ['10 million sites', () => leave('head-1', listOf('sites', '0', 10_000_000))],
    ['10 million objects', () => leave('head-1', listOf('notes', '{}', 10_000_000))],
    ['10 million lists', () => leave('head-1', listOf('roles', '[]', 10_000_000))],
    ['10 million frames', () => leave('head-1', listOf('frames', '0', 10_000_000))],
    [
      'a commit that is an option of git',
      () => leave('head-1', { ...trial('head', 1, 1), sha: '--output=/x' }),
    ],
    ['an index that points nowhere', () => leave('head-1', { ...trial('head', 1, 1), frames: [] })],
    ['a number that is none', () => leave('head-1', { ...trial('head', 1, 1), seconds: 'NaN' })],
    ['a key nobody knows', () => leave('head-1', { ...trial('head', 1, 1), __proto: 1 })],
  ])('%s is refused by name', async (attack, make) => {
    leaveLeak()
    make()
    expect(await shown()).toMatchObject({ status: 0, outputs: { verdict: 'inconclusive' } })
    expect(await body()).toContain('head-1.json.gz')
    withstands(attack, 'inconclusive, and the file is named')
  })

  test('links in the artifact are not followed', async () => {
    leaveLeak()
    const secret = join(workspace, 'secret.json.gz')
    writeFileSync(secret, 'a secret')
    symlinkSync(secret, join(shards, 'leakdiff-x/trials/shop/head-3.json.gz'))
    expect(await shown()).toMatchObject({ status: 0, outputs: { verdict: 'fail' } })
    expect(readFileSync(secret, 'utf8')).toBe('a secret')
    withstands('a link out of the artifact', 'not followed')
  })

  test('a link to a folder is not followed, and a name leads nowhere', async () => {
    leaveLeak()
    const outside = mkdtempSync(join(tmpdir(), 'outside-'))
    writeFileSync(join(outside, 'head-9.json.gz'), 'not a trial')
    symlinkSync(outside, join(shards, 'leakdiff-x/trials/elsewhere'))
    leave('head-2', { ...trial('head', 2, 1), workload: '../../../../outside' })
    expect(await shown()).toMatchObject({ status: 0, outputs: { verdict: 'inconclusive' } })
    expect(readdirSync(outside)).toEqual(['head-9.json.gz'])
    expect(await body()).toContain('../../../../outside')
    expect(await body()).not.toContain('head-9')
    rmSync(outside, { recursive: true })
    withstands('a link to a folder out of the artifact', 'not followed')
    withstands(
      'a workload named as a path out of the artifact',
      'inconclusive, and named: nothing is written by names from files',
    )
  })

  test('the table in the docs is what these tests have shown', async () => {
    const rows = withstood.map(([attack, outcome]) => `| ${attack} | ${outcome} |`)
    const table = ['| what a fork may put into its artifact | what becomes of it |', '|---|---|', ...rows]
    const text = `${[preface, table.join('\n'), reach].join('\n\n')}\n`
    await expect(text).toMatchFileSnapshot('../../docs/security.md')
  })
})
