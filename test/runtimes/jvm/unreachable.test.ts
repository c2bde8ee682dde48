import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { unreachable } from '../../../src/runtimes/jvm/instrument/unreachable.ts'

const home = mkdtempSync(join(tmpdir(), 'unreachable-'))
afterAll(() => rmSync(home, { recursive: true }))

it.each([
  [['java', '-XX:+DisableAttachMechanism', '-jar', 'app.jar'], /DisableAttachMechanism/],
  [['/opt/java/bin/java', '-jar', 'app.jar'], null],
  [['./server'], null],
])('%s', (words, why) => {
  expect(unreachable(words, process.pid)?.why ?? null).toEqual(
    why === null ? null : expect.stringMatching(why),
  )
})

it('tells a native image by the section of its heap', async () => {
  const program = join(home, 'server')
  copyFileSync('/bin/sleep', program)
  // What is behind a program does not hinder it.
  writeFileSync(program, '\0.svm_heap\0', { flag: 'a' })
  execFileSync('chmod', ['+x', program])
  const child = spawn(program, ['30'])
  try {
    await new Promise((resolve) => child.once('spawn', resolve))
    expect(unreachable([program], child.pid ?? 0)?.why).toMatch(/native image/)
  } finally {
    child.kill()
  }
})
