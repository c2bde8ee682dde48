import { expect, test } from 'vitest'
import { readUsage, residentBytes, secondsIn, secondsOfProcess } from '../../src/measure/process/usage.ts'

test('resident memory is what is of no file: anonymous pages, and those that processes share', () => {
  const status = 'VmRSS:\t   51536 kB\nRssAnon:\t    8968 kB\nRssFile:\t   42536 kB\nRssShmem:\t      32 kB\n'
  expect(residentBytes(status)).toBe(9000 * 1024)
})

test('what is swapped out is held as much', () => {
  expect(residentBytes('RssAnon:\t 100 kB\nRssShmem:\t 0 kB\nVmSwap:\t 20 kB\n')).toBe(120 * 1024)
})

test('of a kernel that does not tell them apart it is all of it', () => {
  expect(residentBytes('VmRSS:\t 100 kB\n')).toBe(102_400)
  expect(residentBytes('Name:\tzombie\n')).toBe(null)
})

test('a process that takes memory of its own is seen to grow by it', () => {
  const before = readUsage(process.pid, '/none')?.rssBytes ?? 0
  const taken = Buffer.alloc(32e6, 1)
  const after = readUsage(process.pid, '/none')?.rssBytes ?? 0
  expect(taken.length).toBe(32e6)
  expect(after - before).toBeGreaterThan(24e6)
})

test('the seconds of children are read behind a name that holds spaces and brackets', () => {
  const stat = '12 (a (b) c) S 1 1 1 0 -1 4194304 9 9 0 0 500 100 250 50 20 0 1 0 3000'
  expect(secondsIn(stat)?.children).toBe(3)
  expect(secondsIn(stat)?.own).toBe(6)
  expect(secondsIn(null)).toBe(null)
})

test('CPU seconds of a process are its own, and those of its children that have ended', () => {
  const used = process.cpuUsage()
  expect(secondsOfProcess(process.pid)).toBeGreaterThan((used.user + used.system) / 1e6 - 0.1)
  expect(secondsOfProcess(2 ** 30)).toBe(0)
})
