import { expect, it } from 'vitest'
import { renderHtml } from '../../src/report/page/page.ts'
import { renderJunit } from '../../src/report/render/junit.ts'
import { renderComment } from '../../src/report/render/markdown.ts'
import type { Result, WorkloadResult } from '../../src/report/result.ts'
import { options, resultOf } from './results.ts'

/** Bytes that stayed within their budget, and objects that did not: so a listener of 80 B leaks. */
function judgedByObjects(): Result {
  const result = resultOf('heap-red')
  const of = (workload: WorkloadResult): WorkloadResult => {
    const [finding] = workload.findings
    const own = workload.totals.find((t) => t.quantity === 'heap-bytes' && t.role === finding?.role)
    if (finding === undefined || own === undefined) throw new Error('no heap')
    const { operations } = workload
    const slope = { perRound: 2 * operations, low: 2 * operations, high: 2 * operations }
    const objects: WorkloadResult['totals'][number] = {
      ...own,
      quantity: 'heap-objects',
      unit: 'objects',
      head: { ...slope, series: [[0, 1, 2]] },
      base: null,
      excess: 2 * operations,
      budget: 4,
      smallestVisible: 4,
      leaks: true,
      shape: 'growing',
    }
    const { excess: perRound, role } = finding
    const { excess } = objects
    const part = { quantity: 'heap-bytes', role, function: null, perRound }
    const told = { quantity: 'heap-objects', unit: 'objects', excess, own: excess, perOperation: 2 }
    return {
      ...workload,
      findings: [{ ...finding, ...told, shape: 'growing', parts: [part] }],
      totals: [{ ...own, leaks: false, shape: 'flat' }, objects],
    }
  }
  return { ...result, workloads: result.workloads.map(of) }
}

it('a leak is told by what was judged: objects, where bytes stayed within their budget', () => {
  const comment = renderComment(judgedByObjects(), options)
  expect(comment).toMatch(/^## .* leaks 2 live objects per /m)
  expect(comment).toMatch(/leaves 2 live objects \([^)]*B\) behind/)
  expect(comment).toMatch(/, live objects a round: [\d,]+ \(2 per \w+\)[^;]*; growing/)
  expect(comment).toMatch(/^- with it: [\d.,]+ [kM]?B a round$/m)
  expect(comment).toContain('4 live objects a round')
  expect(comment).not.toMatch(/; flat/)
})

it('bytes beside it are no second figure', () => {
  const comment = renderComment(judgedByObjects(), options)
  const [table = ''] = comment.split('<details>')
  expect(table).toMatch(/^\| live objects \| \*\*\+/m)
  expect(table).not.toMatch(/^\| live heap/m)
})

it('the test case of it and its open chart are of the same quantity', () => {
  const junit = renderJunit(judgedByObjects(), options)
  expect(junit).toMatch(/name="live objects of /)
  expect(junit.match(/<failure /g)).toHaveLength(1)
  const page = renderHtml(judgedByObjects(), options)
  const charts = page.slice(page.indexOf('<figure>'), page.indexOf('Growth of everything else'))
  expect(charts).toContain('<strong>live objects</strong>')
})
