import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/report/page/page.ts'
import { commentLimit, renderComment, renderSummary, summaryLimit } from '../../src/report/render/markdown.ts'
import { renderTerminal } from '../../src/report/render/terminal.ts'
import type { FindingResult, Result, WorkloadResult } from '../../src/report/result.ts'
import { options, resultOf } from './results.ts'

function changed(result: Result, workload: Partial<WorkloadResult>): Result {
  return { ...result, workloads: result.workloads.map((w) => ({ ...w, ...workload })) }
}

const red = resultOf('tendermint-red')
const [reconnect] = red.workloads
const [finding] = reconnect?.findings ?? []
if (reconnect === undefined || finding === undefined) throw new Error('the result has a finding')

const many = (n: number, over: (i: number) => Partial<FindingResult>): Result =>
  changed(red, { findings: Array.from({ length: n }, (_, i) => ({ ...finding, ...over(i) })) })

const deep = (frames: number, name: string) =>
  Array.from({ length: frames }, (_, i) => ({
    ...(finding.stack[0] as FindingResult['stack'][number]),
    function: `${name}${i}`,
  }))

const thousands = many(5_000, (i) => ({ id: i.toString(16).padStart(12, '0') }))
const enormous = many(3, () => ({
  stack: deep(2_000, 'very/long/'.repeat(40)),
  function: `${'very/long/'.repeat(40)}7`,
}))
const wide = {
  ...red,
  workloads: Array.from({ length: 3_000 }, (_, i) => ({ ...reconnect, name: `${'n'.repeat(400)}-${i}` })),
}
const emoji = many(60, () => ({ stack: deep(24, '🙂'.repeat(300)) }))

describe.each([
  ['5,000 findings', thousands],
  ['stacks of 2,000 long frames', enormous],
  ['3,000 workloads', wide],
  ['names of four-byte characters', emoji],
])('%s', (_, result) => {
  it('fits a comment however characters are counted, and says what is left out and where it is', () => {
    const comment = renderComment(result, options)
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(commentLimit)
    expect(comment.length).toBeLessThanOrEqual(65_536)
    expect(comment).toContain('Left out here:')
    expect(comment).toContain('](https://github.com/acme/node/actions/runs/7)')
    expect(comment.match(/<details>/g)?.length ?? 0).toBe(comment.match(/<\/details>/g)?.length ?? 0)
  })

  it('fits a summary', () => {
    expect(Buffer.byteLength(renderSummary(result, options))).toBeLessThanOrEqual(summaryLimit)
  })

  it('is a page and a terminal text of bounded size', () => {
    expect(renderHtml(result, options).length).toBeLessThan(40_000_000)
    expect(renderTerminal(result, options).length).toBeLessThan(1_000_000)
  })
})

it('tells 5,000 findings with their evidence as far as there is room', async () => {
  await expect(renderComment(thousands, options)).toMatchFileSnapshot('golden/many-findings.md')
})

it('leaves nothing out of a usual report', () => {
  expect(renderComment(red, options)).not.toContain('Left out here')
})
