import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { execa } from 'execa'
import { expect, it } from 'vitest'
import { createPace, createProgress } from '../../src/cli/terminal/progress.ts'
import { cli, folder, project, quiet } from './project.ts'

const nothing = () => true
const cursor = { cursorTo: nothing, clearLine: nothing, moveCursor: nothing, columns: 80 }

it('on a terminal signals are left to whoever cleans up', () => {
  const listeners = () => ['SIGINT', 'SIGTERM'].map((signal) => process.listenerCount(signal))
  const before = listeners()
  const terminal = Object.assign(new PassThrough(), {
    isTTY: true,
    ...cursor,
  }) as unknown as NodeJS.WriteStream
  const progress = createProgress(terminal, false)
  progress.step('base, trial 1: round 1 of 8')
  expect(listeners()).toEqual(before)
  progress.end()
})

it('a round tells how long all has taken, and the trial at this pace will', () => {
  let now = 0
  const pace = createPace(() => now)
  const after = (seconds: number, done?: number) => {
    now += 1000 * seconds
    return pace(done === undefined ? undefined : { done, of: 10 })()
  }
  expect(after(5)).toBe('0:05')
  expect(after(0, 0)).toBe('0:05')
  expect(after(20, 2)).toBe('0:25, about 1:20 left in this trial')
  expect(after(10, 5)).toBe('0:35, about 0:30 left in this trial')
  // The next trial has a pace of its own.
  expect(after(60, 0)).toBe('1:35')
})

const demo = (PATH: string, TMPDIR: string) =>
  execa(process.execPath, [cli, 'demo'], { env: { ...quiet, PATH, TMPDIR }, reject: false })

it('a demo without git says so, and leaves nothing', async () => {
  const [bin, temporary] = [join(folder(), 'bin'), folder()]
  mkdirSync(bin)
  symlinkSync(process.execPath, join(bin, 'node'))
  const { exitCode, stderr } = await demo(bin, temporary)
  expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/git could not be started[\s\S]*Install git/)])
  expect(readdirSync(temporary)).toEqual([])
})

it.each([0.3, 2])('a demo that is interrupted after %s s leaves nothing', async (seconds) => {
  const temporary = folder()
  const running = demo(process.env.PATH ?? '', temporary)
  setTimeout(() => running.kill('SIGINT'), 1000 * seconds)
  const { exitCode, signal } = await running
  // Before it listens the signal ends it, and there is nothing yet.
  expect(exitCode === 3 || signal === 'SIGINT').toBe(true)
  expect(readdirSync(temporary)).toEqual([])
})

/** A PATH whose git interrupts whoever calls it the nth time, and then does its work. */
function interruptingGit(nth: number): string {
  const [bin, calls] = [join(folder(), 'bin'), folder()]
  mkdirSync(bin)
  const script = `#!/bin/sh
number=$(ls ${calls} | wc -l)
touch ${calls}/$number
[ $((number + 1)) = ${nth} ] && kill -INT $PPID
PATH=${process.env.PATH}
exec git "$@"
`
  writeFileSync(join(bin, 'git'), script, { mode: 0o755 })
  return `${bin}:${process.env.PATH}`
}

const interrupted = [3, expect.stringContaining('Stopped by SIGINT before there was a verdict.')]

it.each([2, 7, 8, 10])('a demo that is interrupted as it calls git the %s. time ends there', async (nth) => {
  const temporary = folder()
  const { exitCode, stderr } = await demo(interruptingGit(nth), temporary)
  expect([exitCode, stderr]).toEqual(interrupted)
  expect(readdirSync(temporary)).toEqual([])
})

it.each([
  ['run'],
  ['measure', '--side', 'head', '--out', 'out'],
  ['bisect', 'HEAD~1', 'HEAD'],
  ['init', '--yes'],
])('%s that is interrupted before it measures ends there', async (...command) => {
  const { root } = project({ 'server.js': "require('node:http').createServer().listen(process.env.PORT)" })
  const workload = ['--start', 'node server.js', '--ready', '127.0.0.1:$PORT', '--round', 'true']
  const flags = command[0] === 'init' ? [] : workload
  const env = { ...quiet, PATH: interruptingGit(1) }
  const args = [cli, ...command, ...flags]
  const { exitCode, stderr } = await execa(process.execPath, args, { cwd: root, env, reject: false })
  expect([exitCode, stderr]).toEqual(interrupted)
  expect(readdirSync(root).sort()).toEqual(['.git', 'server.js'])
})
