import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { Committed } from '../../src/configure/committed.ts'
import { inputKeys } from '../../src/configure/keys.ts'
import type { Inputs } from '../../src/github/job/inputs.ts'
import { readJob } from '../../src/github/job/job.ts'
import { reproduceCommand } from '../../src/github/publish/reproduce.ts'

const none: Inputs = {
  mode: 'compare',
  side: null,
  trial: null,
  shards: null,
  path: null,
  token: 'secret',
  config: null,
  workload: null,
  base: null,
  commentKey: null,
  matrix: 'null',
  legs: 1,
  leg: null,
  artifact: null,
  cache: null,
  scalars: {},
  given: {},
}
const base = { sha: '1f0c3a2', how: 'merge-parent' } as const

const reproduce = (
  action: string,
  inputs: Inputs,
  of: { readonly sha: string; readonly how: 'merge-parent' } | null,
  workload: string,
  committed: readonly Committed[] = [{ workload: null, texts: inputs.scalars }],
) => reproduceCommand({ action, inputs, committed, file: inputs.config, base: of }, workload)

describe('the command that measures again', () => {
  test('names the workload of the file', () => {
    const command = reproduce('acme/leakdiff#v1', none, base, 'reconnect')
    expect(command).toBe('npx github:acme/leakdiff#v1 run --workload reconnect --base 1f0c3a2')
  })

  test('has every flag of a workload that inputs define, and nothing else that the step was given', () => {
    const scalars = {
      start: 'node server.js',
      round: "echo 'it''s' $PORT",
      comment: 'never',
      'fail-on': 'leak',
    }
    const command = reproduce('acme/leakdiff', { ...none, scalars }, null, 'my workload') ?? ''
    const words = execFileSync('bash', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
      .trim()
      .split('\n')
    expect(words.slice(3)).toEqual([
      ...['--name', 'my workload', '--start', 'node server.js', '--round', "echo 'it''s' $PORT"],
    ])
    expect(command).not.toContain('secret')
  })

  test('shows expressions as they are written, and names what is not in the repository', () => {
    const scalars = { setup: 'echo npm_S3CR3T >.npmrc', start: 'node server.js', round: 'sh r.sh' }
    const texts = { setup: 'echo ${{ secrets.NPM }} >.npmrc', start: 'node server.js' }
    const command = reproduce('a/b', { ...none, scalars }, null, 'x', [{ workload: null, texts }])
    expect(command).toBe(
      "npx github:a/b run --name x --setup 'echo ${{ secrets.NPM }} >.npmrc' --start 'node server.js' --round '(round of this step)'",
    )
  })

  test('names a configuration that is a file, and is absent for one that is text', () => {
    const file = { ...none, config: 'ci/leaks.yml' }
    expect(reproduce('a/b', file, null, 'x')).toContain('--config ci/leaks.yml --workload x')
    expect(reproduce('a/b', { ...none, config: 'workloads:\n  x: {}' }, null, 'x')).toBeNull()
  })

  test('runs the same action: by its reference, or the repository itself', () => {
    const remote = {
      GITHUB_ACTION_REPOSITORY: 'acme/leakdiff',
      GITHUB_ACTION_REF: 'v1',
      GITHUB_REPOSITORY: 'acme/widget',
    }
    expect(readJob(remote).action).toBe('acme/leakdiff#v1')
    expect(readJob({ GITHUB_ACTION_REPOSITORY: '', GITHUB_REPOSITORY: 'acme/leakdiff' }).action).toBe(
      'acme/leakdiff',
    )
  })
})

const free = inputKeys.filter(({ type }) => typeof type === 'string' && type !== 'duration')

test.each(free.filter(({ input }) => input !== 'name'))(
  '$input, which may say anything, is named when it is not in the repository',
  ({ input }) => {
    const scalars = { [input]: 'npm_S3CR3T' }
    expect(reproduce('a/b', { ...none, scalars }, null, 'x', [])).toContain(`(${input} of this step)`)
  },
)
