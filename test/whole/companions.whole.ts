import { describe, expect, it } from 'vitest'
import { measureTrial } from '../../src/measure/run-trial.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { series } from '../measure/sandbox.ts'
import { inRunner } from './measure-runner.ts'

const rounds = 6

async function measure(command: string, files: Readonly<Record<string, string>>) {
  const { log, measured } = await inRunner('companions', command, files, (request) =>
    measureTrial({ ...request, workload: { ...request.workload, rounds }, rounds }),
  )
  return { trial: measured, log }
}

/** What of the differences between rounds is neither the largest nor the smallest half. */
function growth(trial: Trial, quantity: 'heap-bytes' | 'tasks'): number {
  const values = series(trial, quantity, 0)
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
  return steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? Number.NaN
}

const sessions = (close: string) => `const sessions = new Map()
let next = 0
exports.open = (user) => {
  next += 1
  sessions.set(next, { user, timer: setInterval(() => {}, 1e6) })
  return next
}
exports.close = (id) => {
  const { timer } = sessions.get(id)
  ${close}
}
`
const app = `const express = require('express')
const { open, close } = require('./sessions.js')
const app = express()
app.use(express.json())
app.post('/login', (request, response) => {
  const id = open(request.body.user)
  response.json({ id })
  close(id)
})
module.exports = app
`
const client = `const { open, close } = require('./sessions.js')
exports.load = async (user) => {
  const id = open(user)
  const answer = await fetch('http://users.example/' + user)
  close(id)
  return answer.json()
}
`
const before =
  "const first = typeof before === 'undefined' ? beforeAll : before\nconst last = typeof after === 'undefined' ? afterAll : after\n"
const asserts = "const assert = require('node:assert')\n"

const supertest = `${asserts}const request = require('supertest')
const app = require('./app.js')
it('logs in', async () => {
  const { body } = await request(app).post('/login').send({ user: 'ann' }).expect(200)
  assert(body.id > 0)
})
`
const nock = `${asserts}const nock = require('nock')
const { load } = require('./client.js')
${before}first(() => {
  if (!nock.isActive()) nock.activate()
})
last(() => nock.restore())
it('loads', async () => {
  nock('http://users.example').get('/ann').reply(200, { name: 'Ann' })
  assert.deepEqual(await load('ann'), { name: 'Ann' })
})
`
const msw = `${asserts}const { http, HttpResponse } = require('msw')
const { setupServer } = require('msw/node')
const { load } = require('./client.js')
const server = setupServer(http.get('http://users.example/:user', ({ params }) => HttpResponse.json({ name: params.user })))
${before}first(() => server.listen())
afterEach(() => server.resetHandlers())
last(() => server.close())
it('loads', async () => {
  assert.deepEqual(await load('ann'), { name: 'ann' })
})
`
const sinon = `const sinon = require('sinon')
const { open, close } = require('./sessions.js')
let clock
beforeEach(() => {
  clock = sinon.useFakeTimers({ toFake: ['Date', 'setTimeout'] })
})
afterEach(() => sinon.restore())
it('spies and waits', () => {
  const spy = sinon.spy(() => 'x'.repeat(1000))
  sinon.stub(console, 'debug')
  setTimeout(spy, 1000, new Array(1000).fill(0))
  clock.tick(1000)
  sinon.assert.calledOnce(spy)
  close(open('ann'))
})
`
const fakeTimers = `const { open, close } = require('./sessions.js')
beforeEach(() => jest.useFakeTimers({ doNotFake: ['setInterval', 'clearInterval'] }))
afterEach(() => jest.useRealTimers())
it('waits', () => {
  const later = jest.fn()
  setTimeout(later, 1000)
  jest.advanceTimersByTime(1000)
  expect(later).toHaveBeenCalledTimes(1)
  close(open('ann'))
})
`
const jsdom = `${asserts}const { open, close } = require('./sessions.js')
it('mounts and unmounts', () => {
  const root = document.createElement('div')
  document.body.append(root)
  const onResize = () => root.remove()
  window.addEventListener('resize', onResize)
  root.innerHTML = '<p>widget</p>'
  const id = open('ann')
  assert.equal(root.textContent, 'widget')
  close(id)
  window.removeEventListener('resize', onResize)
  root.remove()
})
`
const globalDom = `const { JSDOM } = require('jsdom')
const { window } = new JSDOM('<!doctype html><body></body>')
Object.assign(globalThis, { window, document: window.document })
`
const nest = `import 'reflect-metadata'
import { Controller, Get, Module, type INestApplication } from '@nestjs/common'
import { Test } from '@nestjs/testing'
import request from 'supertest'
const { open, close } = require('./sessions.js')
@Controller()
class Cats {
  @Get('cats')
  cats(): number[] {
    const id = open('ann')
    close(id)
    return [id]
  }
}
@Module({ controllers: [Cats] })
class App {}
describe('cats', () => {
  let app: INestApplication
  beforeEach(async () => {
    const module = await Test.createTestingModule({ imports: [App] }).compile()
    app = module.createNestApplication()
    await app.init()
  })
  afterEach(() => app.close())
  it('lists', () => request(app.getHttpServer()).get('/cats').expect(200))
})
`
const tsconfig =
  '{"compilerOptions":{"strict":true,"esModuleInterop":true,"module":"commonjs","target":"es2022","experimentalDecorators":true,"emitDecoratorMetadata":true,"skipLibCheck":true}}'
const plain = `const { open, close } = require('./sessions.js')
it('opens and closes', () => close(open('ann')))
`
const swc = '{"transform":{"\\\\.ts$":"@swc/jest"}}'
const babel =
  "module.exports = { presets: [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript'] }"
const projects = '{"projects":["<rootDir>/one"]}'

const cases: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['jest with supertest', 'npx jest', { 'app.test.js': supertest }],
  ['mocha with supertest', 'npx mocha app.test.js', { 'app.test.js': supertest }],
  ['jest with nock', 'npx jest', { 'client.test.js': nock }],
  ['mocha with nock', 'npx mocha client.test.js', { 'client.test.js': nock }],
  ['mocha with msw', 'npx mocha client.test.js', { 'client.test.js': msw }],
  ['jest with sinon', 'npx jest', { 'a.test.js': sinon }],
  ['mocha with sinon', 'npx mocha a.test.js', { 'a.test.js': sinon }],
  ['jest with its fake timers', 'npx jest', { 'a.test.js': fakeTimers }],
  ['jest with jsdom', 'npx jest --env=jsdom', { 'a.test.js': jsdom }],
  ['mocha with jsdom', 'npx mocha -r ./dom.js a.test.js', { 'a.test.js': jsdom, 'dom.js': globalDom }],
  ['mocha with Nest', 'npx mocha -r ts-node/register/transpile-only a.test.ts', { 'a.test.ts': nest }],
  [
    'jest with Nest',
    'npx jest',
    { 'a.test.ts': nest, 'jest.config.json': '{"transform":{"\\\\.ts$":["ts-jest",{"diagnostics":false}]}}' },
  ],
  ['jest by @swc/jest', 'npx jest', { 'a.test.ts': plain, 'jest.config.json': swc }],
  ['jest by babel-jest', 'npx jest', { 'a.test.ts': plain, 'babel.config.js': babel }],
  [
    'jest of projects, in workers',
    'npx jest --maxWorkers=2',
    {
      'jest.config.json': projects,
      'one/jest.config.js':
        "module.exports = { displayName: 'one', rootDir: '..', testMatch: ['**/*.test.js'] }",
      'a.test.js': plain,
    },
  ],
  [
    'jest of ES modules',
    'NODE_OPTIONS="$NODE_OPTIONS --experimental-vm-modules" npx jest',
    {
      'package.json': '{"type":"module"}',
      'jest.config.json': '{"transform":{}}',
      'sessions.cjs': '',
      'a.test.js':
        "import { open, close } from './sessions.cjs'\nit('opens and closes', () => close(open('ann')))\n",
    },
  ],
  ['ts-mocha', 'npx ts-mocha -p tsconfig.json a.test.ts', { 'a.test.ts': plain }],
  ['mocha by tsx', 'npx mocha --import=tsx a.test.ts', { 'a.test.ts': plain }],
  ['mocha by @swc-node/register', 'npx mocha -r @swc-node/register a.test.ts', { 'a.test.ts': plain }],
]

// All twenty take eight minutes: `npm run test:companions` runs them, CI one of each kind.
const inCi = [
  'jest with its fake timers',
  'jest with jsdom',
  'jest of ES modules',
  'mocha with msw',
  'mocha with Nest',
]
const wanted = process.env.COMPANIONS === 'all' ? cases : cases.filter(([name]) => inCi.includes(name))

describe.each(wanted)('%s', (_name, command, more) => {
  const side = (close: string) => {
    const all = {
      'package.json': '{}',
      'tsconfig.json': tsconfig,
      'sessions.js': sessions(close),
      'app.js': app,
      'client.js': client,
      ...more,
    }
    return 'sessions.cjs' in more ? { ...all, 'sessions.cjs': sessions(close) } : all
  }
  it('keeps nothing of a clean suite, and repeats what leaks', async () => {
    const clean = await measure(command, side('sessions.delete(id)\n  clearInterval(timer)'))
    const leaky = await measure(command, side('id in sessions'))
    expect(clean.trial.failures, clean.log).toEqual([])
    expect(leaky.trial.failures, leaky.log).toEqual([])
    expect(growth(clean.trial, 'tasks')).toBe(0)
    expect(growth(leaky.trial, 'tasks')).toBe(1)
    expect(growth(clean.trial, 'heap-bytes')).toBeLessThan(6_000)
  })
})
