import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '../checkout/repositories.ts'
import { change, clean, cli, folder, leakdiff, leakdiffIn, leaky, project, quiet } from '../cli/project.ts'

describe.concurrent('verdicts of a small server', () => {
  it('red: the planted timer, in two starts of head, beside a base that stood still', async () => {
    const { status, result, stdout } = await leakdiff(project(clean, leaky))
    expect(status).toBe(1)
    expect(result?.verdict).toBe('fail')
    expect(result?.workloads[0]?.trials).toEqual({ base: 1, head: 2 })
    expect(result?.workloads[0]?.findings[0]).toMatchObject({
      ruling: 'leak',
      quantity: 'tasks',
      function: 'remind',
    })
    expect(result?.workloads[0]?.findings[0]?.changedLines).toEqual([
      { file: 'server.mjs', line: 2, why: 'stack' },
      { file: 'server.mjs', line: 5, why: 'stack' },
    ])
    expect(stdout).toContain('remind')
  })

  it('green: the same leak on both sides, told as existing, after one trial a side', async () => {
    const { status, result } = await leakdiff(project(leaky, { 'README.md': 'nothing' }))
    expect(status).toBe(0)
    expect(result?.workloads[0]).toMatchObject({ verdict: 'pass', trials: { base: 1, head: 1 } })
    expect(result?.workloads[0]?.findings).toMatchObject([{ ruling: 'existing' }])
  })

  it('green: a leak that head fixed', async () => {
    const { status, result } = await leakdiff(project(leaky, clean))
    expect(status).toBe(0)
    expect(result?.workloads[0]?.findings).toMatchObject([{ ruling: 'fixed', function: 'remind' }])
  })

  it('the working tree against HEAD, without any flag, leaves the checkout as it was', async () => {
    const { root } = project(clean)
    change(root, leaky)
    const before = fingerprint(root)
    const { status, stdout } = await leakdiffIn(root, ['run'])
    expect(status).toBe(1)
    expect(stdout).toContain('remind')
    expect(fingerprint(root)).toEqual(before)
  })

  it('fail-on: never tells a leak and ends with 0', async () => {
    const { status, result } = await leakdiff(project(clean, leaky), '--fail-on', 'never')
    expect([status, result?.verdict]).toEqual([0, 'fail'])
  })
})

describe.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle', (signal) => {
  it('leaves no process, no worktree and no folder behind, and the checkout as it was', async () => {
    const made = project(clean, leaky)
    change(made.root, { 'notes.txt': 'not committed' })
    const before = fingerprint(made.root)
    let stderr = ''
    const child = execa('node', [cli, 'run', '--base', made.base, '--head', made.head], {
      cwd: made.root,
      reject: false,
      env: quiet,
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    while (!/head, trial 1: round 2/.test(stderr)) await sleep(20)
    child.kill(signal)
    const ended = await child
    expect(ended.exitCode).toBe(3)
    expect(ended.stderr).toContain(`Stopped by ${signal}`)
    expect(processesIn(`leakdiff-${child.pid}-`)).toEqual([])
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`leakdiff-${child.pid}-`))).toEqual([])
    expect(fingerprint(made.root)).toEqual(before)
    expect(worktrees(made.root)).toHaveLength(1)
  })
})

const worktrees = (root: string) =>
  execFileSync('git', ['worktree', 'list', '--porcelain'], { cwd: root, encoding: 'utf8' }).match(
    /^worktree /gm,
  )

/** Processes that run in a folder of ours. */
function processesIn(prefix: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => {
    try {
      return readFileSync(join('/proc', pid, 'environ'), 'utf8').includes(prefix)
    } catch {
      return false
    }
  })
}

describe('what helps to find out why', () => {
  it('--debug tells every stage with its time, --keep leaves the profiles of every round', async () => {
    const made = project(clean, { 'notes.txt': 'a second commit' })
    const keep = folder()
    const { stderr, status } = await leakdiff(made, '--debug', '--keep', keep)
    expect(status).toBe(0)
    for (const topic of ['command', 'process', 'probe', 'role', 'settle', 'judge'])
      expect(stderr).toMatch(new RegExp(`^ +\\d+\\.\\d{3} ${topic} `, 'm'))
    const rounds = readdirSync(join(keep, 'serve', 'head-1'))
    expect(rounds).toEqual(expect.arrayContaining(['01-warm-up', '02-round-1', '07-round-6']))
    expect(readdirSync(join(keep, 'serve', 'head-1', '02-round-1'))).toHaveLength(1)
  })
})
