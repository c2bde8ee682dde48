// `test:` of Node on each version and each test runner that docs/tests-of-node.md names: a planted leak is
// red, a clean suite passes.
//   node scripts/acceptance.mjs tests [NODE] [RUNNER]      e.g. 22 vitest-3
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { installRunner } from './install-runner.mjs'
import { compareSides, examples, namesCulprit, root } from './scenario.mjs'

const versions = ['20', '22', '24']
const runners = [
  'node:test',
  ...['vitest-4', 'vitest-3', 'vitest-2', 'vitest-1'],
  ...['jest-30', 'jest-29', 'mocha-11', 'mocha-10'],
]

/** By the functions that jest and mocha put into the global scope, in CommonJS. */
const globalTests = `const assert = require('node:assert/strict')
const { Basket } = require('./basket.js')

describe('a basket', () => {
  it('keeps what is added until it is cleared', () => {
    const basket = new Basket()
    basket.add('tea')
    assert.equal(basket.size, 1)
    basket.clear()
    assert.equal(basket.size, 0)
  })
})
`

const vitestTests = `import { describe, expect, it } from 'vitest'
import { Basket } from './basket.js'

describe('a basket', () => {
  it('keeps what is added until it is cleared', () => {
    const basket = new Basket()
    basket.add('tea')
    expect(basket.size).toBe(1)
    basket.clear()
    expect(basket.size).toBe(0)
  })
})
`

/** How many combinations were not as expected. */
export async function acceptTests(only) {
  const chosen = (all) =>
    all.some((name) => only.includes(name)) ? all.filter((n) => only.includes(n)) : all
  let failed = 0
  for (const runner of chosen(runners)) {
    for (const version of chosen(versions)) if (!(await tryBoth(version, runner))) failed++
  }
  return failed
}

async function tryBoth(version, runner) {
  const scenario = scenarioOf(version, runner)
  const red = await compareSides(scenario, 'fixed', 'leaky')
  const clean = await compareSides(scenario, 'fixed', 'fixed')
  const named = red.result?.verdict === 'fail' && namesCulprit(scenario, red.result)
  const ok = named && clean.result?.verdict === 'pass'
  const told = ({ result, seconds, status }) =>
    `${result?.verdict ?? `exit status ${status}`} in ${Math.round(seconds)} s`
  console.log(
    `${ok ? 'ok    ' : 'NOT OK'}  Node ${version}, ${runner}: leak ${told(red)}${named ? ', named' : ''}; clean ${told(clean)}`,
  )
  if (!ok) console.log(`${red.stderr.slice(-2000)}\n${red.stdout}\n${clean.stdout}`)
  return ok
}

function scenarioOf(version, runner) {
  const example = examples().find(({ name }) => name === 'example-node-test')
  if (example === undefined) throw new Error('there is no example node-test')
  const node = execFileSync(process.execPath, [join(root, 'scripts/install-node.mjs'), version], {
    encoding: 'utf8',
  }).trim()
  const scenario = {
    ...example,
    name: `tests-${version}-${runner.replace(':', '-')}`,
    env: { PATH: `${dirname(node)}:${process.env.PATH}` },
  }
  if (runner === 'node:test') return scenario
  const change = runner.startsWith('vitest') ? withVitest : withGlobals
  const sides = Object.entries(example.sides).map(([side, files]) => [side, change(files)])
  return { ...scenario, sides: Object.fromEntries(sides), config: configOf(installRunner(runner), runner) }
}

const ignored = { path: '.gitignore', text: 'node_modules\n' }

const withVitest = (files) =>
  [...files, ignored].map((file) => (file.path === 'basket.test.js' ? { ...file, text: vitestTests } : file))

const withGlobals = (files) =>
  [...files, ignored].map((file) => {
    if (file.path === 'basket.test.js') return { ...file, text: globalTests }
    if (file.path === 'package.json') return { ...file, text: '{"name":"basket","private":true}\n' }
    if (file.path !== 'basket.js') return file
    return {
      ...file,
      text: `${String(file.text).replace('export class', 'class')}\nmodule.exports = { Basket }\n`,
    }
  })

function configOf(modules, runner) {
  const name = runner.replace(/-.*/, '')
  const test = { vitest: 'vitest run', jest: 'jest', mocha: "mocha '*.test.js'" }[name]
  return `workloads:
  tests:
    runtime: node
    setup: cp -al '${modules}' node_modules 2>/dev/null || { rm -rf node_modules && cp -r '${modules}' node_modules; }
    test: npx ${test}
`
}
