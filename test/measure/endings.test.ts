import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { carrying, markOf, openTestSandbox } from './sandbox.ts'

const sandbox = openTestSandbox()
afterEach(() => expect(readdirSync(join(sandbox.scratch, 'own'))).toEqual([]))
afterAll(() => sandbox[Symbol.dispose]())

test('daemons that left the session, and programs deaf to SIGTERM, are ended', async () => {
  const mark = markOf('daemon')
  const start = `export ${mark}; setsid -f sleep 1000; exec node ignores-sigterm.mjs`
  const seen: number[] = []
  const log = { step: () => void seen.push(carrying(mark).length), detail: () => {} }
  expect((await sandbox.measure({ start }, { log })).failures).toEqual([])
  expect(Math.max(...seen)).toBe(2)
  expect(carrying(mark)).toEqual([])
})

test('a start that leaves a daemon behind is no program that ended', async () => {
  const trial = await sandbox.measure({ start: 'setsid -f node steady.mjs' })
  expect(trial.failures).toEqual([])
  expect(trial.roles[0]).toMatchObject({ name: 'node steady.mjs', started: true })
})

test('an abort ends the trial at once, runs stop, and leaves nothing', async () => {
  const stopper = new AbortController()
  const mark = markOf('abort')
  const [stopped, sockets] = [join(sandbox.scratch, 'stopped'), join(sandbox.scratch, 'sockets')]
  const workload = {
    start: `export ${mark}; echo $LEAKDIFF_SOCKETS >${sockets}; setsid -f sleep 1000; exec node steady.mjs`,
    round: `export ${mark}; sleep 1000`,
    stop: `touch ${stopped}`,
  }
  const log = { step: (text: string) => text.includes('warm-up') && stopper.abort(), detail: () => {} }
  const trial = await sandbox.measure(workload, { signal: stopper.signal, log })
  expect(trial.failures[0]?.code).toBe('interrupted')
  expect(carrying(mark)).toEqual([])
  expect(readdirSync(sandbox.scratch)).toContain('stopped')
  expect(existsSync(readFileSync(sockets, 'utf8').trim())).toBe(false)
})

test('a stop that fails spoils no figure: it is said', async () => {
  const trial = await sandbox.measure({ stop: 'echo gone; exit 5' })
  expect(trial.failures).toEqual([])
  expect(trial.notes).toMatchObject([{ code: 'stop-failed', text: expect.stringContaining('exit 5') }])
})
