import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig, workloadHash } from '../../src/configure/load.ts'
import type { Trial } from '../../src/measure/trial.ts'
import { type Emulator, startEmulator } from '../bench/emulator.ts'
import { type Gate, startGate } from '../bench/gate.ts'
import { prepareJob } from '../bench/runner.ts'
import { runStep, type Step } from '../bench/step.ts'
import { node24, pathOrSkip, root } from '../bench/toolchain.ts'
import { type Row, rising, trialOf } from '../judge/trials.ts'

const node = pathOrSkip(node24())
const inputs = { name: 'shop', start: 'node a', round: 'b', runtime: 'node' }
const head = 'a'.repeat(40)
const evil = '<img src=x onerror=1> @acme/all [x](http://evil) | `</details>` \u202Egnp ::error::x'

const preface = `# Pull requests of forks

The token of a fork's run can only read. That run measures, and is the check. A second workflow, on \`workflow_run\`, shows its figures on the pull request: it
decides nothing, ends with 0, and believes nothing that the fork's artifact says but figures. \`test/github/fork.test.ts\` writes this table.`

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
  async function shown(pulls: readonly object[] = [pullOf(number)]): Promise<Step> {
    const text = JSON.stringify(pulls)
    gate.fault({ method: 'GET', path: /\/pulls\?.*head=mallory%3Apatch/, answer: { status: 200, text } })
    const repository = (full_name: string, login: string) => ({ full_name, owner: { login } })
    const run = {
      id: 99,
      event: 'pull_request',
      head_sha: head,
      head_branch: 'patch',
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

  test('names of functions make no link, tag, mention or command', async () => {
    leaveLeak(evil)
    const step = await shown()
    expect(step.status).toBe(0)
    const text = (await body()) ?? ''
    expect(text).not.toContain('\u202E')
    const outside = text.replace(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, '')
    expect(outside.replace(/(`+)[^\n]*?\1(?!`)/g, '')).not.toMatch(/<img|\]\(http:\/\/evil|@acme/)
    expect(step.commands.map((c) => c.message)).not.toContain('x')
    withstands(
      'links, tags, mentions, tables, bidirectional text, workflow commands in names',
      'shown as text',
    )
  })

  test.each<[string, () => void]>([
    ['a bomb of 100 MB', () => leave('head-1', gzipSync(Buffer.alloc(100_000_000, 32)))],
    [
      'a million sites',
      () =>
        leave('head-1', {
          ...trial('head', 1, 1),
          sites: Array.from({ length: 1_000_000 }, () => ({ role: 0, quantity: 'tasks', stack: [0] })),
        }),
    ],
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

  test('the table in the docs is what these tests have shown', async () => {
    const rows = withstood.map(([attack, outcome]) => `| ${attack} | ${outcome} |`)
    const table = ['| what a fork may put into its artifact | what becomes of it |', '|---|---|', ...rows]
    const text = `${preface}\n\n${table.join('\n')}\n`
    await expect(text).toMatchFileSnapshot('../../docs/security.md')
  })
})
