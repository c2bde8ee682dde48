import { expect, test } from 'vitest'
import { hasRoomForTwo, secondsOfChildren } from '../../src/measure/room.ts'

test('trials that need one core run side by side where there are four, and not where there are two', () => {
  expect(hasRoomForTwo({ cores: 4, share: 1 })).toBe(true)
  expect(hasRoomForTwo({ cores: 2, share: 1 })).toBe(false)
})

test('before one was seen a trial is taken to need one', () => {
  expect([2, 3, 4].map((cores) => hasRoomForTwo({ cores, share: null }))).toEqual([false, false, true])
})

test('what a trial was seen to need decides', () => {
  expect(hasRoomForTwo({ cores: 2, share: 0.4 })).toBe(true)
  expect(hasRoomForTwo({ cores: 4, share: 2.5 })).toBe(false)
})

test('the seconds of children are read behind a name that holds spaces and brackets', () => {
  const stat = '12 (a (b) c) S 1 1 1 0 -1 4194304 9 9 0 0 500 100 250 50 20 0 1 0 3000'
  expect(secondsOfChildren(stat)).toBe(3)
  expect(secondsOfChildren(null)).toBe(null)
})
