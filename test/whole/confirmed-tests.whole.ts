import { expect, it } from 'vitest'
import { readTrials } from '../../src/trial/file.ts'
import { folder, leakdiff, project } from '../cli/project.ts'

const cart = (leak: string) => `export const add = () => { ${leak} }\n`
const testOf = (body: string) =>
  `import { test } from 'node:test'\nimport { add } from './cart.mjs'\ntest('runs', () => { ${body} })\n`
const configured = `workloads:
  tests:
    runtime: node
    test: node --test
    warmup: 1
    rounds: 6
    settle: { quiet: 50ms, limit: 2s }
    budgets: { heap: off, objects: off, external: off } # tasks alone decide: no noise
`
const files = (leak: string) => ({
  'package.json': '{}',
  '.github/leakdiff.yml': configured,
  'cart.mjs': cart(leak),
  'adds.test.mjs': testOf('add()'),
  'looks.test.mjs': testOf('if (typeof add !== "function") throw new Error("none")'),
  'waits.test.mjs': testOf(''),
})

it('what the first trial passes is measured once, on both sides, and said; what it makes suspect is confirmed', async () => {
  const out = folder()
  const made = project(files(''), files('setInterval(() => {}, 1e6)'))
  const { result, status } = await leakdiff(made, '--out', out)
  expect([status, result?.verdict]).toEqual([1, 'fail'])
  const trials = await readTrials(out)
  const rolesOf = (stage: string) =>
    trials
      .filter((trial) => trial.stage === stage)
      .map(({ roles }) => roles.map(({ name }) => name).toSorted())
  const all = ['adds.test.mjs', 'looks.test.mjs', 'waits.test.mjs']
  expect(rolesOf('first')).toEqual([all, all])
  for (const roles of rolesOf('confirm')) expect(roles).toEqual(['adds.test.mjs'])
  expect(result?.workloads[0]?.notes.map(({ text }) => text)).toContain(
    '2 of 3 test files or packages pass by the first trial, and were not measured again in those that confirm it.',
  )
})
