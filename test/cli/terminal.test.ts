import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { execa } from 'execa'
import { expect, it } from 'vitest'
import { createPace, createProgress } from '../../src/cli/terminal/progress.ts'
import { cli, folder, quiet } from './project.ts'

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
