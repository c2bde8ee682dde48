import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { liveJvm } from '../../../src/runtimes/jvm/live/probe.ts'

const folder = mkdtempSync(join(tmpdir(), 'stops-'))
const fixture = (name: string) => readFileSync(join(import.meta.dirname, `fixtures/${name}-17.txt`), 'utf8')
const answers: Record<string, string> = {
  'GC.class_histogram': fixture('histogram'),
  'Thread.print': fixture('threads'),
  'VM.native_memory': fixture('native-memory'),
}

const asked: string[] = []
const server = createServer((socket) => {
  socket.once('data', (bytes) => {
    const [, , text = ''] = bytes.toString().split('\0')
    asked.push(text)
    socket.end(`0\n${answers[text.split(' ')[0] ?? ''] ?? ''}`)
  })
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const times = (command: string) => asked.filter((text) => text.split(' ')[0] === command).length

it('a JVM is stopped to collect and to count, and its snapshot tells what was counted', async () => {
  const socket = join(folder, 'jvm.sock')
  await new Promise<void>((done) => server.listen(socket, done))
  const probe = liveJvm({ pid: process.pid, socket }, process.pid, null)
  await probe.collect()
  const totals = await probe.count()
  await probe.snapshot(folder, { round: 1, dump: false })
  expect([times('GC.run'), times('GC.class_histogram'), times('Thread.print')]).toEqual([1, 1, 1])
  expect(totals).toContainEqual({ quantity: 'external-bytes', value: 100_000 })
  // Whoever takes another without counting before is told what lives then.
  await probe.snapshot(folder, { round: 2, dump: false })
  expect([times('GC.class_histogram'), times('Thread.print')]).toEqual([2, 2])
})

it('a JVM that runs with -XX:+DisableExplicitGC collects all the same', async () => {
  answers['GC.run'] = 'Explicit GC is disabled, no GC has been performed.\n'
  const before = times('GC.class_histogram')
  const probe = liveJvm({ pid: process.pid, socket: join(folder, 'jvm.sock') }, process.pid, null)
  await probe.collect()
  expect(times('GC.class_histogram')).toBe(before + 1)
})
