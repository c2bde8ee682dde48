import { expect, test } from 'vitest'
import { ConfigError, InconclusiveError } from '../../src/errors.ts'
import { measure } from '../../src/github/job/measure.ts'
import { resultSchema } from '../../src/report/result.ts'

const commits = { base: { sha: 'b', how: 'merge-parent' }, head: { sha: 'h', how: 'head' } } as const
const reject = (error: Error) => () => Promise.reject(error)

test('no commit to compare with is a reason to doubt, never a pass', async () => {
  const error = new InconclusiveError('no-base', 'there is no tag', 'Set the input base.')
  const result = resultSchema.parse(
    await measure({ sha: 's', choose: reject(error), run: reject(new Error()) }),
  )
  expect(result).toMatchObject({ verdict: 'inconclusive', base: null, head: { sha: 's' }, workloads: [] })
  expect(result.reasons).toEqual([
    { code: 'no-base', text: 'there is no tag', remedy: 'Set the input base.' },
  ])
})

test('a run that was stopped keeps its commits', async () => {
  const run = reject(new InconclusiveError('interrupted', 'Stopped', 'Run it again.'))
  const result = await measure({ sha: 's', choose: async () => commits, run })
  expect(result).toMatchObject({ verdict: 'inconclusive', ...commits })
})

test.each([new ConfigError('bad', 'mend'), new TypeError('bug')])(
  'other errors pass through',
  async (error) => {
    await expect(measure({ sha: 's', choose: reject(error), run: reject(error) })).rejects.toBe(error)
  },
)
