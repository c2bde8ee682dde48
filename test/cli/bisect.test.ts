import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bisectCommand } from '../../src/cli/terminal/bisect.ts'
import { invocation } from '../../src/cli/terminal/invocation.ts'

const root = mkdtempSync(join(tmpdir(), 'bisect-'))
const git = async (...args: string[]) => (await execa('git', args, { cwd: root })).stdout
const commits: string[] = []

beforeAll(async () => {
  await git('init', '--quiet', '--initial-branch=main')
  for (const text of ['one', 'two', 'three']) {
    writeFileSync(join(root, 'a.txt'), text)
    await git('add', '.')
    await git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '-m', text)
    commits.push(await git('rev-parse', 'HEAD'))
  }
})
afterAll(() => rmSync(root, { recursive: true }))

const argv = [
  '/usr/bin/node',
  '/usr/local/bin/leakdiff',
  'run',
  '--workload',
  'a b',
  '--base',
  'main~2',
  '--json',
  'x.json',
  '--accept',
]
const red = (base: string | undefined, how: 'given' | 'working-tree' = 'working-tree') =>
  ({
    verdict: 'fail',
    base: base === undefined ? null : { sha: base, how: 'given' as const },
    head: { sha: commits[2] ?? '', how },
  }) as const

describe('the command that finds the commit', () => {
  it('is complete: git’s start, this program, what was typed, and what each step measures', async () => {
    const [good, , bad] = commits.map((sha) => sha.slice(0, 12))
    expect(await bisectCommand({ root }, red(commits[0]), argv)).toBe(
      `git bisect start ${bad} ${good} && git bisect run leakdiff run --workload 'a b' --base ${good} --head HEAD --bisect`,
    )
  })

  it('is one that git runs', async () => {
    const line = (await bisectCommand({ root }, red(commits[0], 'given'), argv)) ?? ''
    const run = line.replace(/leakdiff run .*/, `sh -c '! grep -q three a.txt'`)
    const { stdout } = await execa('sh', ['-c', run], { cwd: root })
    expect(stdout).toContain(`${commits[2]} is the first bad commit`)
    await git('bisect', 'reset')
  })

  it('is none where git has nothing to look through', async () => {
    expect(await bisectCommand({ root }, red(undefined), argv)).toBeNull()
    expect(await bisectCommand({ root }, red(commits[1]), argv)).toBeNull()
    expect(await bisectCommand({ root }, { ...red(commits[0]), verdict: 'pass' }, argv)).toBeNull()
    writeFileSync(join(root, 'a.txt'), 'not committed')
    expect(await bisectCommand({ root }, red(commits[0]), argv)).toBeNull()
  })
})

it.each([
  [['/usr/bin/node', '/usr/local/bin/leakdiff'], ['leakdiff']],
  [
    ['/usr/bin/node', '/a/node_modules/.bin/leakdiff'],
    ['npx', 'leakdiff'],
  ],
  [
    ['/usr/bin/node', '/root/.npm/_npx/1/node_modules/.bin/leakdiff'],
    ['node', '/root/.npm/_npx/1/node_modules/.bin/leakdiff'],
  ],
  [
    ['/usr/bin/node', '/a/dist/cli.mjs'],
    ['node', '/a/dist/cli.mjs'],
  ],
])('%j is started again by %j', (given, words) => {
  expect(invocation(given)).toEqual(words)
})
