import { expect, it } from 'vitest'
import { type Diagnosis, runDiagnostic } from '../../src/measure/diagnose/diagnostic-run.ts'
import type { TrialRequest } from '../../src/measure/trial-request.ts'
import { inRunner } from './measure-runner.ts'

const keep = `const kept = []
exports.keep = () => void kept.push(new Array(20000).fill(1))
`
const tests = `import { createRequire } from 'node:module'
const { keep } = createRequire(import.meta.url)('../keep.js')

let held = null
beforeEach(() => {
  held = { before: held, big: new Array(20000).fill(2) }
})
it('keeps', () => keep())
it('keeps more', () => keep())
`

const diagnose = (request: TrialRequest): Promise<Diagnosis> => runDiagnostic({ ...request, goal: 'holders' })

it.concurrent.each([
  ['mocha-11', 'npx mocha test/shop.test.mjs'],
  ['vitest-4', 'npx vitest run --globals'],
])(
  '%s: who holds it is told by names of the tests and what they call, never of the runner',
  async (runner, command) => {
    const files = { 'package.json': '{}', 'keep.js': keep, 'test/shop.test.mjs': tests }
    const { log, measured } = await inRunner(runner, command, files, diagnose)
    expect(measured.failure, log).toBe(null)
    const paths = measured.roles.flatMap(({ retainers }) => retainers.map(({ path }) => path))
    expect(paths).toContain('kept → Array')
    expect(paths.filter((path) => !/^(?:kept|held) /.test(path))).toEqual([])
  },
)
