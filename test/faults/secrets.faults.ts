import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { clean, configuration, serverOf } from '../cli/project.ts'
import { startEmulator } from '../harness/emulator.ts'
import { startGate } from '../harness/gate.ts'
import { workload as inputs } from '../harness/programs.ts'
import { makePullRequest } from '../harness/pull-request.ts'
import { prepareJob } from '../harness/runner.ts'
import { runStep } from '../harness/step.ts'
import { node24, pathOrSkip, root } from '../harness/toolchain.ts'
import { goServerOf } from './go-server.ts'
import { emptyFolder, placeOf, runIn } from './place.ts'

// Put together here, so that no source file holds it as it is.
const canary = ['canary', 'inthecoalmine', 'x7Qp'].join('')
const environment = { API_TOKEN: canary, LD_CANARY: canary }

/**
 * Keeps the canary as a value, as a key of a map and of an object, in a buffer and in a closure; prints it;
 * shows it in its arguments.
 */
const keeper = serverOf(
  'remember(request)',
  `const canary = process.env.LD_CANARY
const sessions = new Map()
const byName = {}
console.log('serving with', canary)
console.error('warning:', canary)
function remember(request) {
  const key = canary + sessions.size
  const session = { token: canary, text: 'of ' + key, bytes: Buffer.from(key.repeat(200)) }
  sessions.set(key, session)
  byName[key] = session
  setTimeout(() => session.token, 3_600_000)
}`,
)
const driver = `echo "$API_TOKEN"; echo "$API_TOKEN" >&2\n${clean['drive.sh']}`
const start = 'node server.mjs --mode x $API_TOKEN'

const node = pathOrSkip(node24())

/** Every file below a folder, inflated where it is packed. */
function textsOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => [
      path,
      (path.endsWith('.gz') ? gunzipSync : (b: Buffer) => b)(readFileSync(path)).toString('latin1'),
    ])
}

function expectNoCanary(texts: readonly (readonly [string, string])[]): void {
  expect(texts.filter(([, text]) => text.includes(canary)).map(([name]) => name)).toEqual([])
}

const outputs = (kept: string) => [
  '--html',
  join(kept, 'r.html'),
  '--markdown',
  join(kept, 'r.md'),
  '--out',
  join(kept, 'trials'),
]

const driven = (files: Readonly<Record<string, string>>) => ({ ...files, 'drive.sh': driver })
const configured = { '.github/leakdiff.yml': configuration({ start }) }
const unconfigured = { '.github/leakdiff.yml': 'comment: auto\n' }

test.each([
  ['node', driven({ ...clean, ...configured }), driven({ ...keeper, ...configured })],
  ['go', driven(goServerOf('_ = canary')), driven(goServerOf('remember(canary)'))],
])('a red run of %s publishes no secret', async (runtime, base, head) => {
  const kept = emptyFolder()
  const { result, status, stdout } = await runIn(placeOf(base, head), { args: outputs(kept), environment })
  expect([status, result?.workloads[0]?.runtime]).toEqual([1, runtime])
  expect(textsOf(kept).length).toBeGreaterThan(4)
  expectNoCanary([['stdout', stdout], ['result', JSON.stringify(result)], ...textsOf(kept)])
})

test.each([
  ['the program, which says why', { start: 'echo "$API_TOKEN"; echo "no $API_TOKEN" >&2; exit 1' }],
  [
    '`ready`, with a secret in its URL',
    { ready: 'http://127.0.0.1:1/?key=$API_TOKEN', timeout: '{ ready: 1s }' },
  ],
  [
    'the endpoint, with a secret in its URL',
    { runtime: 'go', profiles: 'http://127.0.0.1:1/$API_TOKEN', timeout: '{ ready: 1s }' },
  ],
  ['`setup`, which shows its environment', { setup: 'env; env >&2; exit 3' }],
])('a failure of %s publishes no secret', async (_, keys) => {
  const kept = emptyFolder()
  const head = driven({
    ...clean,
    '.github/leakdiff.yml': configuration({ ...keys, 'measure-base': 'when-needed' }),
  })
  const { result, status, stdout } = await runIn(placeOf(clean, head), { args: outputs(kept), environment })
  expect(status).toBe(3)
  expectNoCanary([['stdout', stdout], ['result', JSON.stringify(result)], ...textsOf(kept)])
})

test.skipIf(node === null)('the bundled action publishes no secret', async () => {
  await using emulator = disposed(await startEmulator(node ?? ''))
  await using gate = disposed(await startGate(emulator.url))
  const pull = makePullRequest(driven({ ...clean, ...unconfigured }), driven({ ...keeper, ...unconfigured }))
  const number = await emulator.pullRequest()
  const job = prepareJob({
    event: 'pull_request',
    payload: pull.payload(number),
    apiUrl: gate.url,
    workspace: pull.workspace,
    sha: pull.merge(),
    inputs: { ...inputs, start, round: 'bash drive.sh', token: emulator.tokens.write },
  })
  const script = join(root, 'dist/action.mjs')
  const step = await runStep({ node: node ?? '', script, job, environment })
  const comments = await emulator.comments(number)
  const commands = step.commands.filter(({ command }) => command !== 'debug')
  const published = { comments, commands, outputs: step.outputs, summary: step.summary }
  const left = textsOf(job.temp)
  job.remove()
  pull.remove()
  expect([step.status, comments.length, left.length > 4]).toEqual([1, 1, true])
  expectNoCanary([...Object.entries(published).map(([k, v]) => [k, JSON.stringify(v)] as const), ...left])
})

const disposed = <T extends { close: () => Promise<void> }>(made: T): T & AsyncDisposable =>
  Object.assign(made, { [Symbol.asyncDispose]: made.close })
