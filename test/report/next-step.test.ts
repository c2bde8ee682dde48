import { expect, it } from 'vitest'
import { renderComment } from '../../src/report/render/markdown.ts'
import type { FindingResult } from '../../src/report/result.ts'
import { options, resultOf } from './results.ts'

/** What is said to do about the first finding of a leak of memory, changed so. */
function nextOf(change: Partial<FindingResult>): string | undefined {
  const result = resultOf('heap-red')
  const workloads = result.workloads.map((workload) => ({
    ...workload,
    findings: workload.findings.map((finding) => ({ ...finding, holders: [], ...change })),
  }))
  return /\*\*Next:\*\* (.*)/.exec(renderComment({ ...result, workloads }, options))?.[1]
}

const taken = {
  file: 'requirements.txt',
  line: 1,
  why: 'dependency',
  package: 'multidict',
  version: '6.6.3',
} as const

it('of a leak that a dependency brings another version is advised, since the program holds nothing of it', () => {
  expect(nextOf({ changedLines: [taken] })).toMatch(
    /: take another version of `multidict`, or report it there: what grows comes by it\.$/,
  )
})

it('of memory outside the heap that nobody holds and no stack tells, native code is advised', () => {
  const outside = { quantity: 'external-bytes', function: null, stack: [], changedLines: [] }
  expect(nextOf(outside)).toMatch(/^look at what native code /)
})
