import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { counted, leaving } from '../harness/counted.ts'
import { type Emulator, startEmulator } from '../harness/emulator.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { clean, leaksOneTimerPerRequest, workload } from '../harness/programs.ts'
import { type Files, makePullRequest } from '../harness/pull-request.ts'
import { prepareJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { bundle, node24, pathOrSkip, root } from '../harness/toolchain.ts'

// Put together here, so that no source file holds it as it is.
const canary = ['canary', 'inthecoalmine', 'x7Qp'].join('')
const node = pathOrSkip(node24())
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: Record<string, object> }

/** A step of the workflow, committed with these inputs. */
const workflow = (inputs: Readonly<Record<string, string>>): Files => ({
  '.github/workflows/leaks.yml': JSON.stringify({
    on: 'pull_request',
    jobs: { reconnect: { 'runs-on': 'ubuntu-latest', steps: [{ uses: './', with: inputs }] } },
  }),
})

/** Labels, which are published by what they are for; and the token, which would be refused. */
const labels = ['name', 'workload', 'matrix', 'token']

describe.skipIf(node === null)('a canary', { concurrent: true }, () => {
  let emulator: Emulator
  let gate: Gate
  beforeAll(async () => {
    emulator = await startEmulator(node ?? '')
    gate = await startGate(emulator.url)
  })
  afterAll(async () => {
    await gate?.close()
    await emulator?.close()
  })

  /** Everything that anybody can see of a step, by where. */
  async function publishedBy(
    files: readonly [Files, Files],
    inputs: Readonly<Record<string, string>>,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly step: Step; readonly texts: readonly (readonly [string, string])[] }> {
    const pull = makePullRequest(...files)
    const number = await emulator.pullRequest()
    const job = prepareJob({
      event: 'pull_request',
      payload: pull.payload(number),
      apiUrl: gate.url,
      workspace: pull.workspace,
      sha: pull.merge(),
      inputs: { token: emulator.tokens.write, ...inputs },
    })
    const step = await runStep({ node: node ?? '', script: bundle('action.mjs'), job, environment })
    const told = step.commands.filter(({ command }) => /error|warning|notice/.test(command))
    const seen = {
      comments: await emulator.comments(number),
      told,
      outputs: step.outputs,
      summary: step.summary,
    }
    const texts = [
      ...Object.entries(seen).map(([where, value]) => [where, JSON.stringify(value)] as const),
      ...textsOf(job.temp),
    ]
    job.remove()
    pull.remove()
    return { step, texts }
  }

  const holding = (texts: readonly (readonly [string, string])[]) =>
    texts.filter(([, text]) => text.includes(canary)).map(([where]) => where)

  test.each(Object.keys(action.inputs).filter((name) => !labels.includes(name)))(
    'in the input `%s` is published nowhere',
    async (name) => {
      const usual: Readonly<Record<string, string>> = { ...counted, artifact: 'false' }
      const value = name === 'config' || usual[name] === undefined ? canary : `${usual[name]} # ${canary}`
      const { step, texts } = await publishedBy([leaving(0), leaving(1)], { ...usual, [name]: value })
      expect(step.status).not.toBe(4)
      expect(texts.length).toBeGreaterThan(3)
      expect(holding(texts)).toEqual([])
    },
    240_000,
  )

  test.each([
    ['a command that fails', { setup: `echo "_authToken=${canary}" >.npmrc; exit 3` }],
    ['a program that ends', { start: `KEY=${canary} false` }],
    ['arguments of the program', { start: `${counted.start} && true ${canary}` }],
    [
      'an address that does not answer',
      { ready: `http://${canary}.invalid/?key=${canary}`, 'timeout-ready': '1s' },
    ],
    [
      'a configuration as text',
      { config: `workloads: { a: { runtime: node, run: "echo ${canary}; exit 3" } }` },
    ],
  ])('in %s is published nowhere', async (_, inputs) => {
    const some = 'config' in inputs ? {} : counted
    const { step, texts } = await publishedBy([leaving(0), leaving(1)], { ...some, ...inputs })
    expect([1, 3]).toContain(step.status)
    expect(holding(texts)).toEqual([])
  })

  test('behind an expression of the committed step is shown as the expression, and masked wherever else it is', async () => {
    const committed = { ...counted, setup: 'echo ${{ secrets.NPM }}; exit 3', name: '${{ secrets.NAME }}' }
    const given = { ...committed, setup: `echo ${canary}; exit 3`, name: `x${canary}` }
    const files = [leaving(0), { ...leaving(1), ...workflow(committed) }] as const
    const { step, texts } = await publishedBy([...files], given)
    expect(step.status).toBe(3)
    expect(holding(texts)).toEqual([])
    expect(step.summary).toContain('echo ${{ secrets.NPM }}; exit 3')
  })

  test('in environment, memory, output, arguments and names of files is published nowhere', async () => {
    const { 'server.mjs': server = '', ...others } = leaksOneTimerPerRequest
    const keeps = `${server}
import { mkdtempSync, openSync, writeFileSync } from 'node:fs'
const key = process.env.LD_CANARY
console.log(key)
console.error(key)
process.title = 'server ' + key
const folder = mkdtempSync('/tmp/' + key)
const kept = { [key]: new Map([[key, key]]), files: [] }
function keepFile() {
  writeFileSync(folder + '/' + key, key)
  kept.files.push(openSync(folder + '/' + key))
}
setInterval(keepFile, 50)
`
    const { step, texts } = await publishedBy(
      [clean, { ...others, 'server.mjs': keeps }],
      { ...workload, start: 'node server.mjs --mode $LD_CANARY' },
      { LD_CANARY: canary, API_TOKEN: canary },
    )
    expect(step.status).toBe(1)
    expect(holding(texts)).toEqual([])
  })
})

/** Every file below a folder, inflated where it is packed. */
function textsOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .flatMap((path): (readonly [string, string])[] => {
      const bytes = readFileSync(path)
      return [
        ['the name of a file', path],
        [path, (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')],
      ]
    })
}
