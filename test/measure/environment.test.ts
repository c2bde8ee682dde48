import { expect, test } from 'vitest'
import { commandEnvironment, replacedVariables } from '../../src/measure/process/environment.ts'

const variables = { trial: 'id', side: 'base', rounds: 10, directory: '/d', head: '/h', port: 1 } as const
const start = (user: Record<string, string>, instrumentation: Record<string, string>) =>
  commandEnvironment(user, variables, { name: 'start', round: 0, instrumentation })

test('lists are appended to what the user has set, all else is set', () => {
  const user = { GOFLAGS: '-race', GODEBUG: 'gctrace=1', NODE_OPTIONS: '' }
  const ours = { GOFLAGS: '-overlay=x', GODEBUG: 'memprofilerate=1', NODE_OPTIONS: '--require p', OWN: '1' }
  expect(start(user, ours)).toMatchObject({
    GOFLAGS: '-race -overlay=x',
    GODEBUG: 'gctrace=1,memprofilerate=1',
    NODE_OPTIONS: '--require p',
    OWN: '1',
  })
})

test('all commands are told of the trial; without instrumentation nothing else is added', () => {
  const environment = commandEnvironment({ PATH: '/bin' }, variables, { name: 'round', round: 3 })
  expect(environment).toEqual({
    PATH: '/bin',
    PORT: '1',
    LEAKDIFF_TRIAL: 'id',
    LEAKDIFF_COMMAND: 'round',
    LEAKDIFF_SIDE: 'base',
    LEAKDIFF_ROUND: '3',
    LEAKDIFF_ROUNDS: '10',
    LEAKDIFF_DIR: '/d',
    LEAKDIFF_HEAD: '/h',
  })
})

test('the inputs and services of the action itself are withheld', () => {
  const user = {
    INPUT_TOKEN: 'secret',
    ACTIONS_RUNTIME_TOKEN: 'secret',
    ACTIONS_RESULTS_URL: 'x',
    GITHUB_SHA: 's',
  }
  expect(JSON.stringify(start(user, {}))).not.toContain('secret')
  expect(start(user, {})).toMatchObject({ GITHUB_SHA: 's' })
})

test('a variable that the program does not carry was replaced', () => {
  const ours = { NODE_OPTIONS: '--require p', LEAKDIFF_SOCKETS: '/s' }
  expect(
    replacedVariables(
      new Map([
        ['NODE_OPTIONS', '-x --require p'],
        ['LEAKDIFF_SOCKETS', '/s'],
      ]),
      ours,
    ),
  ).toEqual([])
  expect(replacedVariables(new Map([['NODE_OPTIONS', '-x']]), ours)).toEqual([
    'NODE_OPTIONS',
    'LEAKDIFF_SOCKETS',
  ])
})
