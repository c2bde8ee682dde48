import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { configOf, type RunOptions } from '../../src/cli/options.ts'
import type { Committed } from '../../src/configure/committed.ts'
import { inputKeys } from '../../src/configure/keys.ts'
import { configInput, loadConfig, workloadHash } from '../../src/configure/load.ts'
import type { Inputs } from '../../src/github/job/inputs.ts'
import { readJob } from '../../src/github/job/job.ts'
import { reproduceCommand } from '../../src/github/publish/reproduce.ts'
import { commit, init, testFolder } from '../checkout/repositories.ts'

const folder = testFolder()

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
) =>
  reproduceCommand(
    { starter: `npx github:${action}`, inputs, committed, file: inputs.config, base: of },
    workload,
  )?.command ?? null

const file = `workloads:
  checkout: { runtime: node, start: node server.js, round: 'true' }
  reconnect: { runtime: node, start: node other.js, round: 'true' }
`
const api = { start: './api', round: './r.sh', runtime: 'node' }

/** What steps are given, the file besides, and the workloads that such a step has. */
const steps: readonly [string, Partial<Inputs>, { readonly file: boolean }][] = [
  ['the file alone', {}, { file: true }],
  ['the file, and a key of the run', { scalars: { 'time-limit': '20m', 'fail-on': 'leak' } }, { file: true }],
  ['a workload of the step’s own', { scalars: { ...api, 'settle-limit': '5s' } }, { file: false }],
  ['a named one beside the file’s', { scalars: { ...api, name: 'api', 'time-limit': '9m' } }, { file: true }],
  ['a file elsewhere', { config: 'ci/leaks.yml' }, { file: false }],
  [
    'a configuration of one line',
    { config: '{ workloads: { t: { runtime: go, test: go test ./... } } }' },
    { file: false },
  ],
  ['a configuration as text', { config: file }, { file: false }],
  [
    'lists and quotes',
    { scalars: { ...api, driver: "a b\nit's", round: `echo "$PORT" 'x'` } },
    { file: false },
  ],
]

test.each(steps)('each command that is printed measures the very workload: %s', async (_, given, has) => {
  const root = init(folder.make('reproduce'))
  commit(root, 'first', { 'ci/leaks.yml': file, ...(has.file ? { '.github/leakdiff.yml': file } : {}) })
  const inputs = { ...none, ...given }
  const config = await loadConfig({
    ...(inputs.config === null ? {} : configInput(inputs.config)),
    root,
    inputs: inputs.scalars,
    defaultName: 'job',
  })
  for (const workload of config.workloads) {
    const command = reproduce('acme/leakdiff', inputs, null, workload.name)
    const isText = inputs.config !== null && inputs.config !== 'ci/leaks.yml'
    expect(command === null).toBe(isText)
    if (command === null) continue
    const again = await configOf(root, optionsIn(command))
    expect(again.workloads.map(workloadHash)).toEqual([workloadHash(workload)])
    expect(again.timeLimit).toBe(config.timeLimit)
    expect(again.workloads[0]?.name).toBe(workload.name)
  }
})

/** The flags of a printed command as a shell and the command line read them. */
function optionsIn(command: string): RunOptions {
  const words = execFileSync('bash', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' }).split('\0')
  expect(words.slice(0, 3)).toEqual(['npx', 'github:acme/leakdiff', 'run'])
  const flags = words.slice(3, -1)
  const given = Object.fromEntries(
    flags.flatMap((word, index) =>
      index % 2 === 0 ? [[word.replace(/^--/, ''), flags[index + 1] ?? '']] : [],
    ),
  )
  const { config, workload, ...inputs } = given
  return { config, workload, inputs }
}

test('a command that has to be filled in first says so', () => {
  const scalars = { start: 'node server.js', round: 'sh r.sh' }
  const complete = (texts: Readonly<Record<string, string>>) =>
    reproduceCommand(
      {
        starter: 'x',
        inputs: { ...none, scalars },
        committed: [{ workload: null, texts }],
        file: null,
        base,
      },
      'x',
    )?.complete
  expect(complete(scalars)).toBe(true)
  expect(complete({ start: 'node server.js' })).toBe(false)
  expect(complete({ ...scalars, start: 'node ${{ vars.SERVER }}' })).toBe(false)
})

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
    expect(readJob(remote).starter).toBe('npx github:acme/leakdiff#v1')
    expect(readJob({ GITHUB_ACTION_REPOSITORY: '', GITHUB_REPOSITORY: 'acme/leakdiff' }).action).toBe(
      'acme/leakdiff',
    )
    const copy = {
      GITHUB_REPOSITORY: 'acme/widget',
      GITHUB_WORKSPACE: '/w',
      GITHUB_ACTION_PATH: '/w/ci/leaks',
    }
    expect(readJob(copy).starter).toBe('node ci/leaks/dist/cli.mjs')
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
