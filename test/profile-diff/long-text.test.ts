import { expect, it } from 'vitest'
import { records } from '../../src/profile/formats/pasted/records.ts'
import { diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'

// What takes longest by its length: a file of 1 GB and more is never made here, only its pieces.

const first = 'goroutine 1 [running]:\nmain.main()\n\t/srv/main.go:2 +0x1d\n\n'

it('text of more than 1.5 GB is refused before it is read', async () => {
  const long = { name: 'long.txt', size: 1.6e9, read: () => Buffer.from(`${first}served\n`) }
  const moments = [[sourceOf('before', Buffer.from(first))], [long]]
  await expect(diffProfiles({ moments, quantity: null, by: 'function' })).rejects.toThrow('1.5 GB of text')
})

it('records of more than 500 MB are refused', () => {
  const { linesOf } = records()
  const line = JSON.stringify({ log: 'x'.repeat(15_000_000) })
  const all = () => Array.from({ length: 34 }, () => linesOf(line))
  expect(all).toThrow('500 MB of records')
})
