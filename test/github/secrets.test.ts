import { expect, test } from 'vitest'
import { withhold } from '../../src/github/job/secrets.ts'
import { commandEnvironment } from '../../src/measure/process/environment.ts'

test('commands of the workload inherit no input, no token of the runner and no file that steps speak by', () => {
  const given = {
    INPUT_TOKEN: 'ghs_x',
    'INPUT_COMMENT-KEY': 'k',
    ACTIONS_RUNTIME_TOKEN: 't',
    ACTIONS_RESULTS_URL: 'u',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't',
    GITHUB_ENV: 'f',
    GITHUB_OUTPUT: 'f',
    GITHUB_PATH: 'f',
    GITHUB_STATE: 'f',
    GITHUB_STEP_SUMMARY: 'f',
    GITHUB_SHA: 's',
    PATH: '/bin',
  }
  const env: NodeJS.ProcessEnv = { ...given }
  const giveBack = withhold(env)
  expect(env).toEqual({ GITHUB_SHA: 's', PATH: '/bin' })
  giveBack()
  expect(env).toEqual(given)
})

test('nor do they from the command line in a step of its own', () => {
  const variables = { trial: 't', side: 'head', rounds: 1, directory: '/d', head: '/h', port: 1 } as const
  const given = {
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'x',
    ACTIONS_RUNTIME_TOKEN: 'x',
    GITHUB_OUTPUT: 'x',
    GITHUB_STEP_SUMMARY: 'x',
    GITHUB_WORKSPACE: '/w',
  }
  const inherited = Object.keys(commandEnvironment(given, variables, { name: 'round', round: 1 }))
  expect(inherited.filter((name) => /^(ACTIONS|GITHUB)_/.test(name))).toEqual(['GITHUB_WORKSPACE'])
})
