import { expect, test } from 'vitest'
import { withhold } from '../../src/github/job/secrets.ts'

test('commands of the workload inherit no input and no token of the runner', () => {
  const given = {
    INPUT_TOKEN: 'ghs_x',
    'INPUT_COMMENT-KEY': 'k',
    ACTIONS_RUNTIME_TOKEN: 't',
    ACTIONS_RESULTS_URL: 'u',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't',
    GITHUB_SHA: 's',
    PATH: '/bin',
  }
  const env: NodeJS.ProcessEnv = { ...given }
  const giveBack = withhold(env)
  expect(env).toEqual({ GITHUB_SHA: 's', PATH: '/bin' })
  giveBack()
  expect(env).toEqual(given)
})
