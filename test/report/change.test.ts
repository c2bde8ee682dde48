import { expect, it } from 'vitest'
import { renderComment } from '../../src/report/render/markdown.ts'
import type { Result } from '../../src/report/result.ts'
import { options, resultOf } from './results.ts'

const leaking = resultOf('tendermint-red')
const sha = '0'.repeat(40)

it.each<[Result['head']['how'], Result['head']['how'], string]>([
  ['head', 'merge-parent', 'a line that this pull request changes'],
  ['working-tree', 'merge-base', 'a line that your changes touch'],
  ['head', 'before', 'a line that this push changes'],
  ['given', 'given', 'a line that head changes'],
])('head as %s against base as %s: %s', (head, base, told) => {
  const result = { ...leaking, head: { sha, how: head }, base: { sha, how: base } }
  const text = renderComment(result, options)
  expect(text).toContain(told)
  expect(text.includes('pull request')).toBe(told.includes('pull request'))
})
