import { describe, expect, it } from 'vitest'
import type { Trial } from '../../src/trial/trial.ts'
import { series } from '../measure/sandbox.ts'
import { measureRunner } from './measure-runner.ts'

const growth = (values: readonly number[]): number => (values.at(-1) ?? 0) - (values[0] ?? 0)

/** Live tasks a round that `watch` has started. */
function watched(trial: Trial): readonly number[] {
  const leaf = ({ stack }: { readonly stack: readonly number[] }) => trial.frames[stack.at(-1) ?? -1]?.site
  const sites = trial.sites.flatMap((site, index) =>
    leaf(site) === 'exports.watch (watch.js)' ? [index] : [],
  )
  return trial.rounds.map((round) =>
    round.sites.reduce((sum, [site, value]) => sum + (sites.includes(site) ? value : 0), 0),
  )
}

const leaks = `const { watch } = require('../watch.js')
it('watches', () => watch())
`
const watch = `exports.watch = () => void setInterval(() => {}, 1e6)
`
const once = `let registered = false
describe('registry', () => {
  it('registers', () => {
    if (registered) throw new Error('twice')
    registered = true
  })
  it('watches', () => require('../watch.js').watch())
})
let begun = false
const hook = typeof before === 'undefined' ? beforeAll : before
describe('server', () => {
  hook(() => {
    if (begun) throw new Error('twice')
    begun = true
  })
  it('listens', () => {})
})
`

describe.concurrent.each([
  ['jest-30', 'npm test'],
  ['jest-29', 'node node_modules/jest/bin/jest.js --runInBand --coverage'],
])('%s, by %s', (runner, command) => {
  const clean = `const { send } = require('../send.js')
jest.mock('../send.js')
let server = null
beforeAll(() => {
  expect(server).toBe(null)
  server = {}
})
afterAll(() => {
  server = null
})
it('mocks a module, whose calls are counted from nothing in each round', () => {
  send(new Array(10_000).fill(0))
  expect(send).toHaveBeenCalledTimes(1)
})
it('spies', () => {
  jest.spyOn({ big: new Array(10_000).fill(0), call() {} }, 'call')
})
it('takes snapshots', () => {
  expect({ b: 1 }).toMatchSnapshot()
})
it.concurrent('runs beside others', async () => {
  console.log('x'.repeat(10_000))
})
`
  it('repeats each file in its registry, and keeps nothing of the runner', async () => {
    const { trial, log } = await measureRunner(runner, command, {
      'package.json': '{"scripts":{"test":"TZ=UTC jest --ci --coverage --watchAll=false"}}',
      'watch.js': watch,
      'send.js': 'exports.send = () => {}\n',
      'test/leaks.test.js': leaks,
      'test/clean.test.js': clean,
      'test/once.test.js': once,
      'test/__snapshots__/clean.test.js.snap': `// Jest Snapshot v1, ${runner === 'jest-29' ? 'https://goo.gl/fbAQLP' : 'https://jestjs.io/docs/snapshot-testing'}\n\nexports[\`takes snapshots 1\`] = \`\n{\n  "b": 1,\n}\n\`;\n`,
    })
    expect(trial.failures, log).toEqual([])
    const names = trial.roles.map(({ name }) => name)
    expect(names.toSorted()).toEqual(['test/clean.test.js', 'test/leaks.test.js', 'test/once.test.js'])
    expect(growth(watched(trial))).toBe(4)
    expect(growth(series(trial, 'heap-bytes', names.indexOf('test/clean.test.js')))).toBeLessThan(80_000)
    expect(trial.notes.map(({ text }) => text)).toEqual([
      expect.stringContaining('`registry > registers`, `server > listens` of test/once.test.js pass once'),
    ])
  })
})

describe.concurrent.each([
  ['mocha-11', 'npm test'],
  ['mocha-10', 'npx mocha'],
])('%s, by %s', (runner, command) => {
  const clean = `import assert from 'node:assert'
let server = null
before(() => {
  assert.equal(server, null)
  server = {}
})
after(() => {
  server = null
})
describe('in a suite', () => {
  it('waits', function (done) {
    this.kept = new Array(10_000).fill(0)
    setTimeout(done, 1)
  })
})
`
  it('repeats each file by runners of its own, and keeps nothing of the runner', async () => {
    const { trial, log } = await measureRunner(runner, command, {
      'package.json': '{"scripts":{"test":"NODE_ENV=test mocha --reporter dot"}}',
      '.mocharc.json': '{"parallel":true,"spec":["test/*.{js,mjs}"]}',
      'watch.js': watch,
      'test/leaks.js': leaks,
      'test/clean.mjs': clean,
      'test/once.js': once,
    })
    expect(trial.failures, log).toEqual([])
    const names = trial.roles.map(({ name }) => name)
    expect(names.toSorted()).toEqual(['test/clean.mjs', 'test/leaks.js', 'test/once.js'])
    expect(growth(watched(trial))).toBe(4)
    expect(growth(series(trial, 'heap-bytes', names.indexOf('test/clean.mjs')))).toBeLessThan(40_000)
    expect(trial.notes.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^`registry registers`, `server .*` of test\/once.js pass once/),
    ])
  })
})
