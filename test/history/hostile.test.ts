import { describe, expect, it } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { limits, linesOf, parseRecords } from '../../src/history/record.ts'
import { readFiles } from '../../src/history/store/files.ts'
import { recordAt } from './records.ts'

const kindOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof FormatError) return error.kind
    throw error
  }
  return 'read'
}
const written = (changes: object) => `${JSON.stringify({ ...recordAt(0, 1), ...changes })}\n`

describe('records of anybody', () => {
  it.each<[string, string, string]>([
    ['of ours', linesOf([recordAt(0, 1)]), 'read'],
    ['none', '', 'read'],
    ['no JSON', 'hello\n', 'broken'],
    ['a list', '[1]\n', 'broken'],
    ['of a version to come', written({ schemaVersion: 2 }), 'not-supported'],
    ['with a key more', written({ output: 'what it printed' }), 'broken'],
    ['with a commit that is a flag', written({ commit: '--output=/etc/passwd' }), 'broken'],
    ['with an escape character', written({ leg: '\u001b[2J' }), 'broken'],
    ['with a line break', written({ leg: 'a\n::error::b' }), 'broken'],
    ['with a long name', written({ leg: 'x'.repeat(300) }), 'broken'],
    ['with a time that is none', written({ committed: 'yesterday' }), 'broken'],
    [
      'with a figure beyond reason',
      written({ totals: [{ ...recordAt(0, 1).totals[0], growth: 1e300 }] }),
      'broken',
    ],
    ['with a million totals', written({ totals: Array(1e5).fill(recordAt(0, 1).totals[0]) }), 'broken'],
    ['of a hundred thousand runs', '{}\n'.repeat(1e5), 'broken'],
    ['that are too large', ' '.repeat(limits.file + 1), 'broken'],
  ])('%s', (_, content, kind) => {
    expect(kindOf(() => parseRecords(content, 'here'))).toBe(kind)
  })
})

describe('files of anybody', () => {
  const plain = (name: string) => ({ name, plain: true, size: 10 })
  const never = () => Promise.reject(new Error('was read'))
  it.each([
    ['a file of something else', plain('index.html'), 'not-this-format'],
    ['a name above', plain('../http.jsonl'), 'not-this-format'],
    ['a link or a folder', { ...plain('http.jsonl'), plain: false }, 'not-this-format'],
    ['too much', { ...plain('http.jsonl'), size: limits.file + 1 }, 'broken'],
  ])('%s is refused before any is read', async (_, file, kind) => {
    await expect(readFiles('here', [file], never)).rejects.toMatchObject({ name: 'FormatError', kind })
  })
})
