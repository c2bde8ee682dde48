import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { clean, configuration, leakdiff, leaky, project, serverOf } from '../cli/project.ts'

const configured = (keys: Readonly<Record<string, string>>) => ({
  '.github/leakdiff.yml': configuration(keys),
})

describe.concurrent('what cannot be measured is inconclusive, with its reason', () => {
  const cases: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    [
      'the build fails on head',
      configured({ setup: 'echo no such compiler >&2; exit 7' }),
      /`setup` ended with exit 7/,
    ],
    ['the program dies at start', serverOf('', 'process.exit(3)'), /ended by itself with exit 3/],
    [
      'the program dies in round 3',
      serverOf('if (kept.push(1) > 35) process.exit(9)'),
      /exit 9.*round 3|round 3.*exit 9/,
    ],
    [
      'it is never ready',
      configured({ ready: '127.0.0.1:1', timeout: '{ ready: 1s }' }),
      /not ready within 1s/,
    ],
    ['a round exits non-zero', { 'drive.sh': 'exit 5\n' }, /`round` ended with exit 5/],
    [
      'a round hangs',
      { ...configured({ timeout: '{ round: 1s }' }), 'drive.sh': 'sleep 60\n' },
      /timed out after 1s/,
    ],
    [
      'no probe answers',
      configured({ start: 'env -u NODE_OPTIONS node server.mjs', timeout: '{ ready: 2s }' }),
      /NODE_OPTIONS/,
    ],
  ]
  it.each(cases)('%s', async (_, files, reason) => {
    const { status, result, stdout } = await leakdiff(project(clean, files))
    expect(result?.workloads[0]?.reasons.map((r) => r.text).join()).toMatch(reason)
    expect(result?.workloads[0]?.reasons.map((r) => r.text).join()).toMatch(/On head/)
    expect([status, result?.verdict]).toEqual([3, 'inconclusive'])
    expect(stdout).toMatch(/Next:/)
  })
})

/** A pool of one worker, which sleeps in a blocking call between its tasks. */
const pool = `import { Worker } from 'node:worker_threads'
const flag = new Int32Array(new SharedArrayBuffer(4))
const task = 'const { workerData: f } = require("node:worker_threads"); for (;;) { Atomics.wait(f, 0, 0); f[0] = 0 }'
new Worker(task, { eval: true, workerData: flag })
const wake = () => { Atomics.store(flag, 0, 1); Atomics.notify(flag, 0) }`

describe.concurrent('a worker that blocks costs that worker and a note, not the verdict', () => {
  it.each([
    ['clean', 'wake()', 'pass'],
    ['with a leak', 'wake(); setTimeout(() => {}, 3_600_000)', 'fail'],
  ])('%s', async (_, work, verdict) => {
    const { result } = await leakdiff(project(serverOf('wake()', pool), serverOf(work, pool)))
    expect(result?.verdict).toBe(verdict)
    expect(result?.workloads[0]?.notes.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^A worker thread of `node server.mjs` gave no answer for 5s/),
    )
  })
})

describe.concurrent('one of two workloads cannot be measured', () => {
  const with2 = (name: string, at: 'before' | 'after') => {
    const first = configuration({})
    const other = `  ${name}:\n    directory: docs\n    test: 'true'\n`
    const text = at === 'after' ? `${first}${other}` : first.replace('workloads:\n', `workloads:\n${other}`)
    return { 'docs/README.md': '# docs', '.github/leakdiff.yml': text }
  }

  it.each(['before', 'after'] as const)('the other’s red stands: %s', async (at) => {
    const files = with2('docs', at)
    const { status, result } = await leakdiff(project({ ...clean, ...files }, { ...leaky, ...files }))
    expect([status, result?.verdict]).toEqual([1, 'fail'])
    const [docs] = result?.workloads.filter(({ name }) => name === 'docs') ?? []
    expect([docs?.verdict, docs?.reasons[0]?.text]).toEqual([
      'inconclusive',
      expect.stringContaining('leakdiff recognises no runtime'),
    ])
  })
})

describe.concurrent('a base that cannot be measured', () => {
  const broken = serverOf('', 'process.exit(3)')

  it('excuses nothing and spoils nothing: a quiet head passes, and says so', async () => {
    const { status, result } = await leakdiff(project(broken, clean))
    expect([status, result?.verdict]).toEqual([0, 'pass'])
    expect(result?.workloads[0]?.notes.map((n) => n.code)).toContain('without-base')
  })

  it('leaves a head that grows inconclusive', async () => {
    const { status, result } = await leakdiff(project(broken, leaky))
    expect([status, result?.verdict]).toEqual([3, 'inconclusive'])
    expect(result?.workloads[0]?.reasons[0]?.text).toMatch(/On base/)
  })

  it('that lacks the directory charges all growth to head', async () => {
    const nested = Object.fromEntries(Object.entries(leaky).map(([path, text]) => [`app/${path}`, text]))
    const made = project({ 'README.md': 'empty' }, { ...nested, ...configured({ directory: 'app' }) })
    const { status, result } = await leakdiff(made)
    expect([status, result?.verdict]).toEqual([1, 'fail'])
    expect(result?.workloads[0]?.notes.map((n) => n.code)).toContain('base-absent')
  })
})

it('a port that somebody else has', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const onIt = { 'server.mjs': clean['server.mjs']?.replace('process.env.PORT', String(port)) ?? '' }
  const { status, result } = await leakdiff(project(clean, onIt)).finally(() => other.close())
  expect(result?.workloads[0]?.reasons[0]?.text).toMatch(/an address is already in use/)
  expect(status).toBe(3)
})
