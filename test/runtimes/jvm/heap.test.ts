import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Held } from '../../../src/runtimes/jvm/heap/growth.ts'
import { retainersOf } from '../../../src/runtimes/jvm/heap/growth.ts'
import { heldIn } from '../../../src/runtimes/jvm/heap/held.ts'
import { contract } from './contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'heap-'))
const dump = (number: number): string => join(folder, `${number}.hprof`)
afterAll(() => rmSync(folder, { recursive: true }))

const ways = [
  ['a map', 'static Keeps.sessions → ConcurrentHashMap → Keeps.Session'],
  ['a list in a map', 'static Keeps.byUser → HashMap → ArrayList → Keeps.Session'],
  ['a thread local', 'thread local Keeps.current → HashMap → Keeps.Session'],
  ['listeners', 'static Keeps.bus → Keeps.Bus.listeners → ArrayList → Keeps lambda'],
  ['an array', 'static Keeps.registry → Keeps.Registry.all → Keeps.Session[] → Keeps.Session'],
  ['a list whose items refer to each other', 'static Keeps.last → Keeps.Link.before → Keeps.Link'],
  ['threads', 'running thread → Keeps lambda'],
  ['class loaders', 'static Keeps.plugins → ArrayList → URLClassLoader'],
] as const

describe.runIf(contract.available)('who holds what a heap dump has more of', () => {
  const moments: Held[] = []
  beforeAll(async () => {
    execFileSync('javac', ['-d', folder, join(import.meta.dirname, 'programs/Keeps.java')])
    execFileSync('java', ['-Xmx64m', '-XX:+UseSerialGC', '-cp', folder, 'Keeps', folder], { stdio: 'ignore' })
    for (let number = 0; number <= 8; number++) moments.push(await heldIn(dump(number)))
  }, 60_000)

  it.each(ways)('%s', (way, path) => {
    const number = ways.findIndex(([name]) => name === way) + 1
    const [first] = retainersOf(moments[number - 1] ?? [], moments[number] ?? [])
    expect(first?.path).toBe(path)
    expect(first?.share).toBeGreaterThan(0.9)
  })

  it('nothing is held where nothing came', () => {
    expect(retainersOf(moments[3] ?? [], moments[3] ?? [])).toEqual([])
  })

  it('a dump that is cut is broken, and another file is none', async () => {
    const whole = readFileSync(dump(0))
    for (const bytes of [40, 5000, whole.length >> 1, whole.length - 20]) {
      writeFileSync(dump(99), whole.subarray(0, bytes))
      await expect(heldIn(dump(99))).rejects.toMatchObject({ kind: 'broken' })
    }
    writeFileSync(dump(99), 'JAVA PROFILE of another kind, and long enough')
    await expect(heldIn(dump(99))).rejects.toMatchObject({ kind: 'not-this-format' })
  })
})
