import { expect, it } from 'vitest'
import { runDiagnostic } from '../../src/measure/diagnose/diagnostic-run.ts'
import { inRunner } from './measure-runner.ts'

const storeOf = (length: number) => `const sessions = new Map()
let next = 0
exports.open = (user) => {
  next += 1
  sessions.set(next, { user, seen: new Array(${length}).fill(next) })
  return next
}
`
const tests = `const { open } = require('./store.js')
it('opens', () => {
  open('ann')
})
`

// What the snapshot itself needs, and mocha of the test that ended last, is far more than a test leaks.
// Jest on a slow machine loads 65 kB more in its first rounds, once.
it.each([
  ['mocha-11', 'npx mocha a.test.js', 200],
  ['jest-30', 'npx jest', 2_000],
])('%s: the variable that holds what a test leaks is told first', async (runner, command, length) => {
  const files = { 'package.json': '{}', 'store.js': storeOf(length), 'a.test.js': tests }
  const { measured, log } = await inRunner(runner, command, files, (request) =>
    runDiagnostic({ ...request, goal: 'holders' }),
  )
  expect(measured.failure, log).toBe(null)
  const all = measured.roles.flatMap(({ retainers }) => retainers)
  const [first] = all
  expect(first?.path).toBe('sessions → Map → Object')
  expect(first?.share, JSON.stringify(all)).toBeGreaterThan(0.3)
  expect(all.map(({ path }) => path).join()).not.toMatch(/mocha/i)
})
