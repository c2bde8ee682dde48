import { describe, expect, it } from 'vitest'
import type { Ended } from '../cli/project.ts'
import { configuration, leakdiff, project, serverOf } from '../cli/project.ts'

type Files = Readonly<Record<string, string>>

/** As many rounds as there are without the key, and shorter waits. */
const settings = (keys: Readonly<Record<string, string>> = {}): Files => ({
  '.github/leakdiff.yml': configuration({ ...keys }).replace(/^ {4}(?:warmup|rounds|repeat): .*\n/gm, ''),
})

const asked = (work: string, start: string): Files => ({ ...serverOf(work, start), ...settings() })

function expectRed({ result, stdout }: Ended, holder: string | RegExp, next: string): void {
  expect(result?.verdict, stdout).toBe('fail')
  const [finding] = result?.workloads[0]?.findings ?? []
  expect(finding?.holders[0]?.path, JSON.stringify(finding?.holders)).toEqual(
    typeof holder === 'string' ? holder : expect.stringMatching(holder),
  )
  expect(stdout.replace(/\s+/g, ' ')).toContain(next)
}

const forget = 'remove the listener when its owner goes away'

describe.concurrent('what is small and left behind by each of ten operations is red, and told by who holds it', () => {
  it.each([
    [
      'a listener',
      'config.on("reload", () => request.url)',
      'const { EventEmitter } = await import("node:events"); const config = new EventEmitter().setMaxListeners(0)',
      'config → EventEmitter → _events → reload → Array → function',
      forget,
    ],
    [
      'a listener of a signal',
      'stop.signal.addEventListener("abort", () => request.url)',
      'const stop = new AbortController()',
      // Node 20 calls what a signal is made of by the name of its parent.
      /^stop → AbortController → #signal → (?:EventTarget|AbortSignal) → Map → Listener$/,
      forget,
    ],
    [
      'a visit',
      'visits.push({ url: request.url, headers: request.headers, at: new Date() })',
      'const visits = []',
      'visits → Array → Object',
      'remove what is no longer needed from visits',
    ],
  ])('%s', async (_, work, start, holder, next) => {
    expectRed(await leakdiff(project(asked('', start), asked(work, start))), holder, next)
  })
})

it('so is a listener that each test adds to what an ES module exports', async () => {
  const service = (work: string): Files => ({
    'service.js': `import { EventEmitter } from 'node:events'
export const config = new EventEmitter().setMaxListeners(0)
export function handle(url) {
  ${work}
  return url.length
}
`,
  })
  const suite = {
    'package.json': '{"type":"module","scripts":{"test":"node --test"}}',
    'test/service.test.js': `import test from 'node:test'
import { handle } from '../service.js'
for (const url of ['/a', '/bb', '/ccc', '/dddd', '/eeeee']) test('handles ' + url, () => handle(url))
`,
    '.github/leakdiff.yml': 'workloads:\n  tests:\n    runtime: node\n    test: npm test\n',
  }
  const made = project({ ...suite, ...service('') }, service("config.on('reload', () => url)"))
  expectRed(await leakdiff(made), 'config → EventEmitter → _events → reload → Array → function', forget)
})
