import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { beforeAll, describe, expect, it } from 'vitest'
import { commit, init, run, testFolder } from '../checkout/repositories.ts'
import { cli, quiet } from '../cli/project.ts'
import { counted, leaving } from '../harness/counted.ts'

const folder = testFolder()
const keys: Readonly<Record<string, string>> = counted
const configuration = `workloads:
  tasks:
${Object.entries({ ...keys, driver: '[tasks.sh]' })
  .filter(([key]) => !key.includes('-'))
  .map(([key, value]) => `    ${key}: ${/^(?:\d+$|\[)/.test(value) ? value : JSON.stringify(value)}\n`)
  .join('')}    settle: { quiet: 1ms, limit: 50ms }
    timeout: { ready: 5s }
`

interface History {
  readonly root: string
  readonly commits: readonly string[]
}

/**
 * Eight commits, one of them a merge: the fourth cannot be started, the sixth brings a leak in by a branch,
 * and the first two are older than the script of a round.
 */
function history(): History {
  const root = init(folder.make('bisect'))
  const { 'tasks.sh': script = '', ...clean } = leaving(0)
  const commits = [
    commit(root, 'one', clean),
    commit(root, 'two', { 'a.txt': '2' }),
    commit(root, 'three', { 'tasks.sh': script, '.github/leakdiff.yml': configuration }),
  ]
  run(root, 'rm', '-q', 'tasks-per-operation')
  commits.push(commit(root, 'four: cannot be started'))
  commits.push(commit(root, 'five', { ...clean, 'a.txt': '5' }))
  run(root, 'checkout', '-q', '-b', 'branch')
  commits.push(commit(root, 'six: a task an operation', leaving(1)))
  run(root, 'checkout', '-q', 'main')
  commit(root, 'beside it', { 'b.txt': '1' })
  run(
    root,
    '-c',
    'user.name=Ann',
    '-c',
    'user.email=a@example.org',
    'merge',
    '-q',
    '--no-ff',
    '-m',
    'merge',
    'branch',
  )
  commits.push(run(root, 'rev-parse', 'HEAD'))
  commits.push(commit(root, 'eight', { 'a.txt': '8' }))
  return { root, commits }
}

const at = ({ commits }: History, index: number): string => commits[index] ?? ''

async function bisect({ root }: History, ...args: readonly string[]) {
  const { exitCode, stdout, stderr } = await execa('node', [cli, 'bisect', ...args], {
    ...{ cwd: root, reject: false, env: quiet },
  })
  return { status: exitCode, stdout, stderr, all: `${stdout}\n${stderr}` }
}

describe('leakdiff bisect', () => {
  let made: History
  beforeAll(() => {
    made = history()
  })

  it('goes on where it was stopped, past what cannot be started, to a commit inside a branch; and leaves nothing', async () => {
    const before = [run(made.root, 'for-each-ref'), run(made.root, 'status', '--porcelain')]
    const child = execa('node', [cli, 'bisect', at(made, 0), at(made, 7)], {
      ...{ cwd: made.root, reject: false, env: quiet },
    })
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      if (/ is (good|bad)\./.test(said)) child.kill('SIGINT')
    })
    const stopped = await child
    expect(stopped.exitCode, `${stopped.stdout}${stopped.stderr}`).not.toBe(1)

    const { all, status, stdout } = await bisect(made, at(made, 0), at(made, 7))
    expect(status, all).toBe(1)
    expect(stdout).toMatch(/^Going on: \d commits? (is|are) known already\./)
    expect(stdout).not.toContain('Does BAD')
    expect(stdout).toContain(`The first commit that leaks: ${at(made, 5)} Ann, `)
    expect(stdout).toContain('leaks 1 goroutine per operation')
    expect([run(made.root, 'for-each-ref'), run(made.root, 'status', '--porcelain')]).toEqual(before)
    expect(run(made.root, 'worktree', 'list').split('\n')).toHaveLength(1)
    expect(readdirSync(join(made.root, '.git/leakdiff'))).toEqual([])
  })

  it('with --first-parent names the merge', async () => {
    const { all, stdout } = await bisect(made, at(made, 4), at(made, 7), '--first-parent')
    expect(stdout, all).toContain(`The first commit that leaks: ${at(made, 6)} `)
  })

  it.each([
    ['GOOD leaks as well', 6, 7, 'GOOD leaks as much as BAD does'],
    ['BAD does not leak', 0, 4, 'BAD does not leak'],
    ['they are turned round', 7, 0, 'is not an ancestor of'],
  ])('says so when %s', async (_, good, bad, problem) => {
    const { all, status, stderr } = await bisect(made, at(made, good), at(made, bad))
    expect([status, stderr], all).toEqual([2, expect.stringContaining(problem)])
  })
})
