import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Annotation } from '../../src/report/render/annotations.ts'
import { commentLimit } from '../../src/report/render/markdown.ts'
import { resultSchema } from '../../src/report/result.ts'
import { type Emulator, startEmulator } from '../harness/emulator.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { gone, locked, notFound, secondaryLimit } from '../harness/github-answers.ts'
import { type ResultsService, startResults } from '../harness/results.ts'
import { prepareJob, type RunnerJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { node24, pathOrSkip, root } from '../harness/toolchain.ts'
import type { PublishRequest } from './publish-request.ts'
import { resultOf } from './results.ts'

const node = pathOrSkip(node24())
const compiled: BuildOptions = {
  absWorkingDir: root,
  entryPoints: ['test/github/publish-child.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  define: { __VERSION__: '"test"' },
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
}

describe.skipIf(node === null)('publishing a result', () => {
  let emulator: Emulator
  let gate: Gate
  let number: number
  let job: RunnerJob
  let folder: string
  let script: string

  beforeAll(async () => {
    emulator = await startEmulator(node ?? '')
    // Compiled once, it starts in half the time.
    folder = mkdtempSync(join(tmpdir(), 'publish-'))
    script = join(folder, 'publish-child.mjs')
    await build({ ...compiled, outdir: folder })
    gate = await startGate(emulator.url)
  })
  beforeEach(async () => {
    number = await emulator.pullRequest()
    const surroundings = {
      event: 'pull_request',
      payload: {},
      apiUrl: gate.url,
      workspace: root,
      sha: '0',
      inputs: {},
    }
    job = prepareJob(surroundings)
  })
  afterEach(() => {
    gate.reset()
    job.remove()
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await gate?.close()
    await emulator?.close()
  })

  function published(
    change: Partial<PublishRequest>,
    environment: Record<string, string> = {},
  ): Promise<Step> {
    const request: PublishRequest = {
      result: resultOf('fail'),
      pullRequest: { number, fromFork: false, closed: false },
      token: emulator.tokens.write,
      key: 'leaks.yml/reconnect',
      comment: 'auto',
      failOn: 'inconclusive',
      artifact: false,
      ...change,
    }
    return runStep({ node: node ?? '', script, job, environment, stdin: JSON.stringify(request) })
  }
  const bodies = async () => (await emulator.comments(number)).map((c) => c.body)
  const warnings = (step: Step) => step.commands.filter((c) => c.command === 'warning').map((c) => c.message)

  test('a red one fails the step, with outputs, summary, comment and annotations', async () => {
    const annotations: Annotation[] = [
      {
        kind: 'error',
        file: 'src/server.js',
        line: 12,
        title: 'leaks 1 task',
        message: '1 task, an operation',
      },
    ]
    const step = await published({ forms: { annotations } })
    expect(step.status).toBe(1)
    expect(step.summary).toContain('summary: fail')
    expect(await bodies()).toEqual([
      expect.stringMatching(/^<!-- leakdiff:leaks\.yml\/reconnect -->\n<!-- leakdiff:leg .*\ncomment: fail/),
    ])
    expect(step.outputs).toMatchObject({
      verdict: 'fail',
      leaks: '1',
      'comment-url': expect.stringContaining('/'),
    })
    expect(step.commands).toMatchObject([
      { command: 'error', properties: { title: 'leakdiff' }, message: 'leakdiff: fail' },
      { command: 'error', properties: { file: 'src/server.js', line: '12', title: 'leaks 1 task' } },
    ])
    expect(() =>
      resultSchema.parse(JSON.parse(readFileSync(step.outputs.result ?? '', 'utf8'))),
    ).not.toThrow()
    expect(readFileSync(step.outputs.report ?? '', 'utf8')).toContain('<!doctype html>')
  })

  test('a green one passes and leaves no comment', async () => {
    const step = await published({ result: resultOf('pass') })
    expect(step).toMatchObject({
      status: 0,
      commands: [],
      outputs: { verdict: 'pass', leaks: '0', 'comment-url': '' },
    })
    expect(await bodies()).toEqual([])
  })

  test('a green one after a red one turns the comment green', async () => {
    await published({})
    await published({ result: resultOf('pass') })
    expect(await bodies()).toEqual([expect.stringContaining('comment: pass')])
  })

  test('`comment: always` comments a green one, `never` comments nothing', async () => {
    await published({ comment: 'never' })
    expect(await bodies()).toEqual([])
    expect(gate.requests).toEqual([])
    await published({ comment: 'always', result: resultOf('pass') })
    expect(await bodies()).toHaveLength(1)
  })

  test.each([
    ['fail', 'inconclusive', 1],
    ['fail', 'leak', 1],
    ['fail', 'never', 0],
    ['inconclusive', 'inconclusive', 3],
    ['inconclusive', 'leak', 0],
    ['inconclusive', 'never', 0],
    ['pass', 'inconclusive', 0],
  ] as const)('%s with `fail-on: %s` ends with %i', async (verdict, failOn, status) => {
    const step = await published({ result: resultOf(verdict), failOn, comment: 'never' })
    expect(step.status).toBe(status)
    const loud = verdict === 'pass' ? [] : [status === 0 ? 'warning' : 'error']
    expect(step.commands.map((c) => c.command)).toEqual(loud)
  })

  test('a closed pull request gets no new comment; one that stands is kept up to date', async () => {
    const pullRequest = { number, fromFork: false, closed: true }
    await published({ pullRequest })
    expect(await bodies()).toEqual([])
    await published({})
    await published({ pullRequest, result: resultOf('inconclusive') })
    expect(await bodies()).toEqual([expect.stringContaining('comment: inconclusive')])
  })

  test('without a pull request there is no comment and no warning', async () => {
    const step = await published({ pullRequest: null })
    expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', 'comment-url': '' } })
    expect(warnings(step)).toEqual([])
    expect(gate.requests).toEqual([])
  })

  test('a token that can only read: the permission is named; verdict and summary stay', async () => {
    const step = await published({ token: emulator.tokens.read })
    expect(step).toMatchObject({
      status: 1,
      summary: expect.stringContaining('fail'),
      outputs: { verdict: 'fail' },
    })
    expect(warnings(step)).toEqual([expect.stringContaining('`pull-requests: write`')])
    expect(await bodies()).toEqual([])
  })

  test('a pull request from a fork: told so, verdict and summary stay', async () => {
    const step = await published({
      token: emulator.tokens.read,
      pullRequest: { number, fromFork: true, closed: false },
    })
    expect(step.status).toBe(1)
    expect(warnings(step)).toEqual([expect.stringContaining('comes from a fork')])
  })

  test.each([
    ['is locked', locked, /locked/],
    ['is gone', gone, /not there/],
    ['cannot be seen', notFound, /pull-requests: write/],
    ['is asked too much of', secondaryLimit(403), /limits requests/],
  ])('a pull request that %s: a warning, and the verdict stays', async (_, answer, words) => {
    gate.fault({ method: 'POST', answer })
    const step = await published({})
    expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', 'comment-url': '' } })
    expect(warnings(step)).toEqual([expect.stringMatching(words)])
  })

  test('no token: a warning, and the verdict stays', async () => {
    const step = await published({ token: null })
    expect(step.status).toBe(1)
    expect(warnings(step)).toEqual([expect.stringContaining('`token` is empty')])
  })

  test('the longest comment that is rendered fits, with its markers', async () => {
    const step = await published({ forms: { comment: 'x'.repeat(commentLimit) } })
    expect(warnings(step)).toEqual([])
    expect(await bodies()).toHaveLength(1)
  })

  test('at most ten errors are shown, the headline first', async () => {
    const annotations: Annotation[] = Array.from({ length: 30 }, (_, i) => ({
      kind: 'error',
      file: 'a.js',
      line: i + 1,
      title: 't',
      message: 'm',
    }))
    const step = await published({ forms: { annotations }, comment: 'never' })
    expect(step.commands).toHaveLength(10)
    expect(step.commands[0]?.message).toBe('leakdiff: fail')
  })

  test('a summary that GitHub would drop is told of, and the verdict stays', async () => {
    const step = await published({ forms: { summary: 'x'.repeat(1024 * 1024 + 1) }, comment: 'never' })
    expect(step.status).toBe(1)
    expect(warnings(step)).toEqual([expect.stringContaining('job summary could not be written')])
  })

  describe('as an artifact', () => {
    let results: ResultsService
    beforeEach(async () => {
      results = await startResults()
    })
    afterEach(() => results.close())

    test('it is kept by the key', async () => {
      const step = await published({ artifact: true, comment: 'never' }, results.environment)
      expect(warnings(step)).toEqual([])
      expect(results.artifacts.map((a) => a.name)).toEqual(['leakdiff-report-x'])
      expect(results.artifacts[0]?.zip.includes('report.html')).toBe(true)
    })

    test('two uses that GitHub does not tell apart have one each', async () => {
      await published({ artifact: true, comment: 'never' }, results.environment)
      const step = await published({ artifact: true, comment: 'never' }, results.environment)
      expect(step.status).toBe(1)
      expect(warnings(step)).toEqual([])
      expect(results.artifacts.map((a) => a.name)).toEqual([
        'leakdiff-report-x',
        expect.stringMatching(/^leakdiff-report-x~~[0-9a-f]{8}$/),
      ])
    })
  })
})
