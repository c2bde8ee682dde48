import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig, workloadHash } from '../../src/configure/load.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { leaveFile, scratch } from '../github/report-job.ts'
import { type Emulator, startEmulator } from '../harness/emulator.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { type Files, makePullRequest, type PullRequestRepository } from '../harness/pull-request.ts'
import { prepareJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { node24, pathOrSkip, root } from '../harness/toolchain.ts'
import { type Row, rising, trialOf } from '../judge/trials.ts'

const node = pathOrSkip(node24())

const configuration = (waivers = '') => `workloads:
  baskets:
    runtime: node
    start: node src/server.js
    ready: 127.0.0.1:$PORT
    round: ./scripts/fill-baskets.sh 10
    operations: 10
${waivers}`

const server = (reminders: number): string => `import { createServer } from 'node:http'
import { remind } from './remind.js'

createServer(function serve(request, response) {
  const basket = { id: request.url, lines: new Array(100).fill(0) }
${'  remind(basket)\n'.repeat(reminders)}  response.end('ok')
}).listen(process.env.PORT)
`
const reminder = `export function remind(basket) {
  setTimeout(() => console.log('still there:', basket.id), 86_400_000)
}
`
const clean: Files = {
  '.github/leakdiff.yml': configuration(),
  'src/server.js': server(0),
  'src/remind.js': 'export function remind() {}\n',
}

/** Ten operations a round, each of which leaves `reminders` timers with 5 kB each. */
function trialsOf(side: 'base' | 'head', sha: string, reminders: number, hash: string): Trial[] {
  const place = (name: string, file: string, line: number): Trial['frames'][number] => ({
    ...{ function: name, file, line, site: name },
    location: { origin: 'project', path: file },
  })
  return [1, 2].map((number) => {
    const of = (step: number, from: number) => rising(step * reminders, number === 1 ? 8 : 24, from)
    const stack = ['serve', 'remind']
    const rows: Row[] = [
      { quantity: 'tasks', series: of(10, 3) },
      { quantity: 'heap-bytes', series: of(51_200, 4_194_304) },
      { quantity: 'tasks', series: of(10, 0), stack },
      { quantity: 'heap-bytes', series: of(49_800, 0), stack },
    ]
    const frames = [place('serve', 'src/server.js', 6), place('remind', 'src/remind.js', 2)]
    const how = side === 'head' ? 'head' : 'merge-parent'
    const about = { workload: 'baskets', workloadHash: hash, sha, how, runtime: 'node', frames } as const
    const role = 'node src/server.js'
    const made = trialOf(
      side,
      number,
      rows.map((row) => ({ ...row, role })),
    )
    const tasks = { state: 'Timeout', minutes: null, creators: [] }
    const sites = made.sites.map((site) => (site.quantity === 'tasks' ? { ...site, tasks } : site))
    return { ...made, ...about, sites }
  })
}

describe.skipIf(node === null)('six pushes to one pull request', () => {
  let emulator: Emulator
  let gate: Gate
  let pull: PullRequestRepository
  let number: number

  beforeAll(async () => {
    emulator = await startEmulator(node ?? '')
    gate = await startGate(emulator.url)
    number = await emulator.pullRequest()
    pull = makePullRequest(clean, { 'README.md': 'Baskets' })
  })
  afterAll(async () => {
    pull?.remove()
    await gate?.close()
    await emulator?.close()
  })

  async function measured(reminders: number): Promise<Step> {
    const shards = scratch('shards')
    const config = await loadConfig({ root: pull.workspace, inputs: {}, defaultName: 'x' })
    const hash = config.workloads.map(workloadHash)[0] ?? ''
    const trials = [
      ...trialsOf('base', pull.base, 0, hash),
      ...trialsOf('head', pull.merge(), reminders, hash),
    ]
    for (const trial of trials) leaveFile(shards.path, `${trial.side}-${trial.number}`, trial, 'baskets')
    const job = prepareJob({
      event: 'pull_request',
      payload: pull.payload(number),
      apiUrl: gate.url,
      workspace: pull.workspace,
      sha: pull.merge(),
      inputs: { mode: 'report', shards: shards.path, token: emulator.tokens.write },
    })
    const environment = { GITHUB_ACTION_REPOSITORY: 'acme/leakdiff', GITHUB_ACTION_REF: 'v1' }
    const step = await runStep({ node: node ?? '', script: join(root, 'dist/action.mjs'), job, environment })
    job.remove()
    shards.remove()
    return step
  }

  /** The comment, of which there is one at most; commits and days as if they were always the same. */
  async function shown(): Promise<string> {
    const [comment, ...others] = await emulator.comments(number)
    expect(others).toEqual([])
    const text = (comment?.body ?? 'There is no comment.')
      .replace(/\n<!-- leakdiff:leg .* -->/, '')
      .replace(/\n\n<!-- leakdiff:end -->/, '')
      .replaceAll(pull.base, '1f0c3a2'.padEnd(40, '0'))
      .replaceAll(pull.merge(), '9b7e4d1'.padEnd(40, '0'))
      .replaceAll(pull.head(), '5d2a8c6'.padEnd(40, '0'))
      .replaceAll(pull.base.slice(0, 7), '1f0c3a2')
      .replaceAll(pull.merge().slice(0, 7), '9b7e4d1')
    return `${text.replace(/expires: \d{4}-\d\d-\d\d/g, 'expires: 2027-02-21').trim()}\n`
  }

  /** The entries that the comment offers, as they stand there. */
  async function offered(): Promise<string> {
    const [comment] = await emulator.comments(number)
    return /^ {4}waivers:\n(?: {6}.*\n)+/m.exec(comment?.body ?? '')?.[0] ?? ''
  }

  const golden = (name: string) => `../github/golden/six-pushes/${name}.md`

  test('leave one comment, which tells where things stand', async () => {
    expect(await measured(0)).toMatchObject({ status: 0, outputs: { verdict: 'pass' } })
    await expect(await shown()).toMatchFileSnapshot(golden('1-clean'))

    pull.push({ 'src/server.js': server(1), 'src/remind.js': reminder })
    expect(await measured(1)).toMatchObject({ status: 1, outputs: { verdict: 'fail' } })
    const [made] = await emulator.comments(number)
    await expect(await shown()).toMatchFileSnapshot(golden('2-leak'))

    pull.push({ 'README.md': 'Baskets, and reminders' })
    expect(await measured(1)).toMatchObject({ status: 1, outputs: { verdict: 'fail' } })
    await expect(await shown()).toMatchFileSnapshot(golden('3-same-leak'))

    pull.push({ '.github/leakdiff.yml': configuration(await offered()) })
    expect(await measured(1)).toMatchObject({ status: 0, outputs: { verdict: 'pass' } })
    await expect(await shown()).toMatchFileSnapshot(golden('4-waived'))

    pull.push({ 'src/server.js': server(3) })
    expect(await measured(3)).toMatchObject({ status: 1, outputs: { verdict: 'fail' } })
    await expect(await shown()).toMatchFileSnapshot(golden('5-worse'))

    pull.push(clean)
    expect(await measured(0)).toMatchObject({ status: 0, outputs: { verdict: 'pass' } })
    await expect(await shown()).toMatchFileSnapshot(golden('6-fixed'))
    expect((await emulator.comments(number)).map((c) => c.id)).toEqual([made?.id])
  })
})
