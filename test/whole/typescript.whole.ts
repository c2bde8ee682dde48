import { describe, expect, it } from 'vitest'
import type { Trial } from '../../src/trial/trial.ts'
import { measureRunner } from './measure-runner.ts'

/** What stands above is gone once it is compiled. */
const watch = `interface Watched {
  readonly name: string
  readonly since: Date
}

type Kept = Watched & { readonly timer: NodeJS.Timeout }

export const watch = (name: string): void => {
  const kept: Kept = { name, since: new Date(), timer: setInterval(() => {}, 1e6) }
  void kept
}
`
const tests = `import { watch } from '../watch'

interface Shop {
  readonly name: string
}

describe('a shop', () => {
  const shop: Shop = { name: 'tea' }
  it('is watched', () => {
    watch(shop.name)
  })
})
`
const swc = '{"transform":{"\\\\.ts$":"@swc/jest"}}'
const tsJest = '{"transform":{"\\\\.ts$":["ts-jest",{"diagnostics":false}]}}'
const strict = '{"compilerOptions":{"strict":true,"esModuleInterop":true,"module":"commonjs","types":[]}}'
const modules = '{"type":"module","scripts":{"test":"mocha --import=tsx test/*.ts"}}'

describe.concurrent('lines and names are those of TypeScript', () => {
  it.each([
    ['mocha-11', 'npx mocha --require tsx/cjs --extension ts test/shop.test.ts', {}],
    [
      'mocha-11',
      'npm test',
      { 'package.json': modules, 'test/shop.test.ts': tests.replace("'../watch'", "'../watch.ts'") },
    ],
    ['mocha-11', 'npx mocha --require ts-node/register/transpile-only test/shop.test.ts', {}],
    ['jest-30', 'npx jest', { 'jest.config.json': swc }],
    ['jest-30', 'npx jest', { 'jest.config.json': tsJest }],
    [
      'vitest-4',
      'npx vitest run --globals',
      { 'test/shop.test.ts': tests.replace("'../watch'", "'../watch.ts'") },
    ],
  ])('%s, by %s', async (runner, command, more) => {
    const { trial, log } = await measureRunner(runner, command, {
      'package.json': '{}',
      'tsconfig.json': strict,
      'watch.ts': watch,
      'test/shop.test.ts': tests,
      ...more,
    })
    expect(trial.failures, log).toEqual([])
    const lines = ({ stack }: Trial['sites'][number]) =>
      stack.flatMap((index) => {
        const { file = '', function: name, line } = trial.frames[index] ?? {}
        return /\/(?:watch|shop\.test)\.ts/.test(file) ? [`${name} ${line}`] : []
      })
    const stacks = trial.sites.map(lines).filter(({ length }) => length > 0)
    expect(stacks, log).toContainEqual([expect.stringMatching(/ 10$/), expect.stringMatching(/watch 9$/)])
  })
})
