import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { diagnoseLiving, unlessInterrupted } from '../../src/measure/diagnose/diagnostic-run.ts'
import { ofAllProcesses, retainersOf } from '../../src/measure/diagnose/retainers.ts'
import { hasTimeToDiagnose } from '../../src/pipeline/time-plan.ts'
import { python } from '../../src/runtimes/python/index.ts'
import type { Trial } from '../../src/trial/trial.ts'

const nothing = { roles: [], failure: null }

it('leaves what was decided when somebody interrupts the look', async () => {
  const controller = new AbortController()
  const interrupted = async () => {
    controller.abort()
    throw new Error('ended')
  }
  const look = await unlessInterrupted(controller.signal, interrupted)
  expect(look.failure?.code).toBe('interrupted')
  expect((await unlessInterrupted(controller.signal, async () => nothing)).failure?.code).toBe('interrupted')
})

it('gives back what was seen, and our own bugs', async () => {
  const { signal } = new AbortController()
  expect(await unlessInterrupted(signal, async () => nothing)).toBe(nothing)
  const bug = async () => Promise.reject(new TypeError('bug'))
  await expect(unlessInterrupted(signal, bug)).rejects.toThrow('bug')
})

it.each([
  ['round', 'the diagnostic run ended before what stays was read.'],
  ['drained', 'of the diagnostic run no round was read.'],
] as const)('tells why nobody is told who holds it, where only %s was read', async (moment, text) => {
  const seen = { moment, round: 1, elapsed: 0, settled: true, reading: [], files: new Map() }
  const request = {} as Parameters<typeof diagnoseLiving>[0]
  const { failure, roles } = await diagnoseLiving(request, { driveOn: async () => [seen] })
  expect(roles).toEqual([])
  expect(failure).toMatchObject({ code: 'diagnosis-unread', text })
})

it('looks only while there is time', () => {
  const trial = { side: 'head', stage: 'first', seconds: 10, rounds: Array(8) } as unknown as Trial
  const fits = (left: number | null) => hasTimeToDiagnose({ trials: [trial], warmup: 2, left })
  expect([fits(null), fits(16_900), fits(17_100)]).toEqual([true, false, true])
})

it('what processes of a pool hold by one name is told once, by the bytes of all of them', () => {
  const busy = [
    { path: 'reports → dict → Report', bytes: 900, share: 0.9 },
    { path: 'log → list', bytes: 100, share: 0.1 },
  ]
  const idle = [{ path: 'log → list', bytes: 250, share: 1 }]
  expect(ofAllProcesses([idle, busy])).toEqual([
    { path: 'reports → dict → Report', bytes: 900, share: 900 / 1250 },
    { path: 'log → list', bytes: 350, share: 350 / 1250 },
  ])
  expect(ofAllProcesses([[], busy])).toEqual(busy)
})

it('a search that its limit ended without a holder is told as that, and one that was damaged is thrown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holders-'))
  const path = join(folder, 'py-1.holders.json')
  const format = 'leakdiff-python-holders'
  const seen = { files: new Map([['worker', [[path]]]]) } as unknown as Parameters<typeof retainersOf>[1]
  const told = async (file: unknown) => {
    writeFileSync(path, JSON.stringify(file))
    return retainersOf(python, seen, ['worker'], false)
  }
  const unseen = expect.stringMatching(/^the search through its objects ended after 40 s/)
  expect(await told({ format, holders: [], finished: false })).toEqual({ retainers: [], unseen })
  expect(await told({ format, holders: [], finished: true })).toEqual({ retainers: [] })
  const held = { path: 'baskets → dict', share: 0.5, bytes: 9 }
  const row = [held.path, held.share, held.bytes]
  expect(await told({ format, holders: [row], finished: false })).toEqual({ retainers: [held] })
  await expect(told({ format })).rejects.toThrow('damaged')
  rmSync(folder, { recursive: true })
})
