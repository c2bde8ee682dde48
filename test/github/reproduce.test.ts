import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { Inputs } from '../../src/github/job/inputs.ts'
import { readJob } from '../../src/github/job/job.ts'
import { reproduceCommand } from '../../src/github/publish/reproduce.ts'

const none: Inputs = {
  mode: 'compare',
  side: null,
  trial: null,
  shards: null,
  token: 'secret',
  config: null,
  workload: null,
  base: null,
  commentKey: null,
  matrix: 'null',
  legs: 1,
  artifact: null,
  cache: null,
  scalars: {},
}
const base = { sha: '1f0c3a2', how: 'merge-parent' } as const

describe('the command that measures again', () => {
  test('names the workload of the file', () => {
    const command = reproduceCommand('acme/leakdiff#v1', none, base, 'reconnect')
    expect(command).toBe('npx github:acme/leakdiff#v1 run --workload reconnect --base 1f0c3a2')
  })

  test('has every flag of a workload that inputs define, and nothing else that the step was given', () => {
    const scalars = {
      start: 'node server.js',
      round: "echo 'it''s' $PORT",
      comment: 'never',
      'fail-on': 'leak',
    }
    const command = reproduceCommand('acme/leakdiff', { ...none, scalars }, null, 'my workload') ?? ''
    const words = execFileSync('bash', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
      .trim()
      .split('\n')
    expect(words.slice(3)).toEqual([
      ...['--name', 'my workload', '--start', 'node server.js', '--round', "echo 'it''s' $PORT"],
    ])
    expect(command).not.toContain('secret')
  })

  test('names a configuration that is a file, and is absent for one that is text', () => {
    const file = { ...none, config: 'ci/leaks.yml' }
    expect(reproduceCommand('a/b', file, null, 'x')).toContain('--config ci/leaks.yml --workload x')
    expect(reproduceCommand('a/b', { ...none, config: 'workloads:\n  x: {}' }, null, 'x')).toBeNull()
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
