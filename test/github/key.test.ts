import { describe, expect, test } from 'vitest'
import { artifactName, commentKey, legOf, legTitle, marker, type Use } from '../../src/github/comment/key.ts'

const use: Use = {
  workflow: 'leaks.yml',
  job: 'leaks',
  step: '__acme_leakdiff',
  name: null,
  config: null,
  matrix: 'null',
  given: null,
}
const of = (change: Partial<Use>): Use => ({ ...use, ...change })

describe('the key of a comment', () => {
  test.each([
    ['workflow file and job', {}, /^leaks\.yml\/leaks$/],
    ['the second use in a job', { step: '__acme_leakdiff_2' }, /^leaks\.yml\/leaks\/2$/],
    ['a step with an id', { step: 'api' }, /^leaks\.yml\/leaks\/api$/],
    ['a named workload, which may be secret', { name: 'sync' }, /^leaks\.yml\/leaks\/~~[0-9a-f]{16}$/],
    ['what the user chose, alone, which may be secret', { given: 'mine', name: 'sync' }, /^~~[0-9a-f]{16}$/],
    ['a workflow without a file', { workflow: 'My Leaks' }, /^My~20\.Leaks\/leaks$/],
  ])('is %s', (_, change, key) => {
    expect(commentKey(of(change))).toMatch(key)
  })

  test('cannot end the hidden comment that holds it', () => {
    for (const given of ['a --> <b>', '-->', '--', '>', 'x'.repeat(500), '🙈', 'a\nb', '-', '']) {
      for (const change of [{ given }, { job: given }, { workflow: given }, { step: given }]) {
        const inner = marker(commentKey(of(change))).slice('<!--'.length, -'-->'.length)
        expect(inner).toMatch(/^ leakdiff:[\w.~/-]+ $/)
        expect(inner).not.toContain('--')
      }
    }
  })

  test('names artifacts without slashes, and no two kinds alike', () => {
    expect(artifactName('report', use)).toBe('leakdiff-report-leaks.yml+leaks')
    expect(artifactName('trials', of({ matrix: '{"side":"base"}' }))).toBe(
      'leakdiff-trials-leaks.yml+leaks+side=base',
    )
  })
})

/** What GitHub tells apart must never be one comment, one section or one artifact. */
const apart: readonly (readonly [string, Partial<Use>, Partial<Use>])[] = [
  ['c and c++', { matrix: '{"lang":"c"}' }, { matrix: '{"lang":"c++"}' }],
  ['^20 and 20', { matrix: '{"node":"^20"}' }, { matrix: '{"node":"20"}' }],
  ['api/v1 and api-v1', { matrix: '{"s":"api/v1"}' }, { matrix: '{"s":"api-v1"}' }],
  ['slashes that wander', { matrix: '{"a":"x/y","b":"z"}' }, { matrix: '{"a":"x","b":"y/z"}' }],
  ['Cyrillic', { matrix: '{"s":"сервис"}' }, { matrix: '{"s":"служба"}' }],
  ['a number and its digits', { matrix: '{"n":1}' }, { matrix: '{"n":"1"}' }],
  ['keys of the matrix', { matrix: '{"a":"x"}' }, { matrix: '{"b":"x"}' }],
  ['a code and what it stands for', { matrix: '{"a":"~2b."}' }, { matrix: '{"a":"+"}' }],
  ['an empty value and its code', { matrix: '{"a":""}' }, { matrix: '{"a":"~."}' }],
  ['names', { name: 'a b' }, { name: 'a-b' }],
  ['a name and the same in the job', { job: 'leaks', name: 'a' }, { job: 'leaks/a' }],
  ['comment keys', { given: 'api (prod)' }, { given: 'api-prod' }],
  ['two uses in a job', { step: '__self' }, { step: '__self_2' }],
  ['configurations', { config: 'a.yml' }, { config: 'b.yml' }],
  ['long ones that begin alike', { job: `${'x'.repeat(200)}1` }, { job: `${'x'.repeat(200)}2` }],
  ['dashes', { job: 'a--b' }, { job: 'a-b' }],
]

test.each(apart)('two uses that differ have two places: %s', (_, a, b) => {
  const places = (change: Partial<Use>) => `${commentKey(of(change))} ${legOf(of(change))}`
  expect(places(a)).not.toBe(places(b))
  for (const kind of ['trials', 'report'] as const)
    expect(artifactName(kind, of(a))).not.toBe(artifactName(kind, of(b)))
})

test('a leg is named by the values of its matrix', () => {
  const leg = of({ matrix: '{"os":"ubuntu","go":1.26}', name: 'sync' })
  expect(legTitle(leg)).toBe('ubuntu/1.26/sync')
  expect(legOf(leg)).toMatch(/^os=ubuntu\/go==1\.26\/~~/)
  expect(legOf(use)).toBeNull()
})
