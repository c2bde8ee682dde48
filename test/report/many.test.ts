import { describe, expect, it } from 'vitest'
import { renderComment } from '../../src/report/render/markdown.ts'
import type { Result } from '../../src/report/result.ts'
import { options, resultOf } from './results.ts'

/** Tendermint's red with as many goroutines an operation, `own` of them in the finding itself. */
function leaving(many: number, { own = many, unknown = false } = {}): Result {
  const result = resultOf('tendermint-red')
  const times = <T extends { quantity: string; excess: number; head: { perRound: number } }>(one: T): T =>
    one.quantity === 'tasks'
      ? {
          ...one,
          excess: many * one.excess,
          head: { ...one.head, perRound: many * 100, low: many * 100, high: many * 100 },
        }
      : one
  return {
    ...result,
    workloads: result.workloads.map((workload) => ({
      ...workload,
      totals: workload.totals.map(times),
      findings: workload.findings
        .map(times)
        .map((one) => ({ ...one, own: 100 * own, ...(unknown && { createdBy: null, creators: [] }) })),
    })),
  }
}

const told = (result: Result): string => renderComment(result, options)

describe('what is said of a task', () => {
  it('is said of it where one is left behind', () => {
    expect(told(leaving(1))).toMatch(/leaves 1 goroutine behind .*\. It was created by .* and waits/)
    expect(told(leaving(2, { own: 1 }))).toMatch(/2 goroutines behind, 1 of them .*\. It was created by/)
  })

  it('is said of many where many are', () => {
    const text = told(leaving(20))
    expect(text).toMatch(/leaves 20 goroutines behind .*\. They were created by .*, and each waits/)
    expect(text).not.toContain('It was created')
    expect(told(leaving(21, { own: 11 }))).toMatch(/52 % of them|11 of them .*They were created by/)
  })

  it('is said of each where nobody knows who created them', () => {
    expect(told(leaving(20, { unknown: true }))).toMatch(/leaves 20 goroutines behind .*\. Each waits/)
    expect(told(leaving(1, { unknown: true }))).toMatch(/leaves 1 goroutine behind .*\. It waits/)
  })
})
