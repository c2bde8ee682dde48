import { expect, test } from 'vitest'
import { hasMemoryForMore, hasRoomForTwo } from '../../src/measure/room.ts'

test('trials that need one core run side by side where there are four, and not where there are two', () => {
  expect(hasRoomForTwo({ cores: 4, share: 1, memory: 'enough' })).toBe(true)
  expect(hasRoomForTwo({ cores: 2, share: 1, memory: 'enough' })).toBe(false)
})

test('before one was seen a trial is taken to need one', () => {
  expect([2, 3, 4].map((cores) => hasRoomForTwo({ cores, share: null, memory: 'enough' }))).toEqual([
    false,
    false,
    true,
  ])
})

test('what a trial was seen to need decides', () => {
  expect(hasRoomForTwo({ cores: 2, share: 0.4, memory: 'enough' })).toBe(true)
  expect(hasRoomForTwo({ cores: 4, share: 2.5, memory: 'enough' })).toBe(false)
})

test('a program that holds much of the memory lives alone', () => {
  const meminfo = 'MemTotal:       16000000 kB\nMemAvailable:    6000000 kB\n'
  expect(hasMemoryForMore(1e9, meminfo)).toBe(true)
  expect(hasMemoryForMore(3e9, meminfo)).toBe(false)
  expect(hasMemoryForMore(3e9, null)).toBe(true)
  expect(hasRoomForTwo({ cores: 8, share: 0.5, memory: 'scarce' })).toBe(false)
})
