import { expect, test } from 'vitest'
import { debugProbe } from '../../src/measure/process/debug-probe.ts'
import type { Probe } from '../../src/runtimes/probe.ts'

const least: Probe = {
  pid: 1,
  collect: async () => {},
  count: async () => [{ quantity: 'tasks', value: 3 }],
  snapshot: async () => ['file'],
  close: async () => {},
}
const most: Required<Probe> = {
  ...least,
  thread: true,
  countHeap: async () => [{ quantity: 'heap-objects', value: 7 }],
}

test('a probe that is listened to answers all that it answers alone', async () => {
  expect(Object.keys(debugProbe('p', least)).sort()).toEqual(Object.keys(least).sort())
  const heard = debugProbe('p', most)
  expect(Object.keys(heard).sort()).toEqual(Object.keys(most).sort())
  expect(await heard.countHeap?.()).toEqual([{ quantity: 'heap-objects', value: 7 }])
})
