import { describe, expect, test } from 'vitest'
import { artifactName, commentKey, marker, type Use } from '../../src/github/comment/key.ts'

const use: Use = { workflow: 'leaks.yml', job: 'reconnect', name: null, matrix: 'null', given: null }

describe('the key of a comment', () => {
  test.each([
    ['workflow file and job', {}, 'leaks.yml/reconnect'],
    ['a named workload', { name: 'sync' }, 'leaks.yml/reconnect/sync'],
    ['the leg of a matrix', { matrix: '{"os":"ubuntu","go":1.26}' }, 'leaks.yml/reconnect/ubuntu/1.26'],
    ['what the user chose, alone', { given: 'mine', name: 'sync', matrix: '{"os":"ubuntu"}' }, 'mine'],
    ['a workflow without a file', { workflow: 'My Leaks' }, 'My-Leaks/reconnect'],
  ])('is %s', (_, change, key) => {
    expect(commentKey({ ...use, ...change })).toBe(key)
  })

  test('cannot end the hidden comment that holds it', () => {
    for (const given of ['a --> <b>', '-->', '--', '>', 'x'.repeat(500), '🙈', 'a\nb']) {
      const inner = marker(commentKey({ ...use, given })).slice('<!--'.length, -'-->'.length)
      expect(inner).toMatch(/^ leakdiff:[\w./-]+ $/)
      expect(inner).not.toContain('--')
    }
  })

  test('stays two keys when two long ones begin alike', () => {
    const long = 'x'.repeat(200)
    expect(commentKey({ ...use, given: `${long}1` })).not.toBe(commentKey({ ...use, given: `${long}2` }))
  })

  test('names the artifact without slashes', () => {
    expect(artifactName(commentKey(use))).toBe('leakdiff-leaks.yml-reconnect')
  })
})
