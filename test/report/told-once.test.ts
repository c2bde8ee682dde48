import { expect, it } from 'vitest'
import { textOf } from '../../src/report/narrative/document.ts'
import { headline } from '../../src/report/narrative/headline.ts'
import { noTimeCode } from '../../src/report/narrative/no-time.ts'
import { renderComment, renderSummary } from '../../src/report/render/markdown.ts'
import type { Result } from '../../src/report/result.ts'
import { options, resultOf } from './results.ts'

const times = (text: string, part: string): number => text.split(part).length - 1

it('what keeps several workloads from being measured is told once, with their names', () => {
  const result = resultOf('inconclusive-head')
  const [workload] = result.workloads
  if (workload === undefined) throw new Error('no workload')
  const [reason] = workload.reasons.map(({ text }) => text)
  const several: Result = {
    ...result,
    workloads: ['first', 'second', 'third'].map((name) => ({ ...workload, name, totals: [], findings: [] })),
  }
  const comment = renderComment(several, options)
  expect(times(comment, '**Why:**')).toBe(1)
  expect(times(comment, '**Next:**')).toBe(1)
  expect(comment).toContain('The same holds for `second` and `third`.')
  expect(reason).toBeDefined()
})

it('a red that was not explained for want of time says so in its headline', () => {
  const result = resultOf('heap-red')
  const late = {
    ...result,
    workloads: result.workloads.map((w) => ({
      ...w,
      notes: [...w.notes, { code: noTimeCode, text: 'Who holds it was not looked at.' }],
    })),
  }
  expect(textOf(headline(result, options))).not.toContain('time-limit')
  expect(textOf(headline(late, options))).toMatch(/; time-limit left no time to see why$/)
})

it('how many rounds were seen is told where a measured one was several', () => {
  const result = resultOf('heap-red')
  const repeated = {
    ...result,
    workloads: result.workloads.map((w) => ({
      ...w,
      rounds: 24,
      totals: w.totals.map((total) => ({ ...total, repeat: 16 })),
    })),
  }
  expect(renderComment(result, options)).not.toContain('were seen')
  expect(renderSummary(repeated, options)).toContain('each measured as 16 of them in a row: 384 were seen')
})

it('who created tasks and had them started at one place is told once', () => {
  const result = resultOf('tendermint-red')
  const by = { function: 'Shop.remind', file: 'Shop.java', line: 9, inProject: true }
  const told = (startedBy: typeof by) =>
    renderSummary(
      {
        ...result,
        workloads: result.workloads.map((w) => ({
          ...w,
          findings: w.findings.map((f) => ({ ...f, createdBy: by, startedBy })),
        })),
      },
      options,
    )
  expect(told(by)).not.toContain('on behalf of')
  expect(told(by)).toContain('started by `Shop.remind` at [`Shop.java:9`]')
  expect(told(by)).not.toContain('created by `Shop.remind`')
  expect(told({ ...by, line: 30 })).toContain('on behalf of')
})

it('a task that is a thread is no other thread of the process', () => {
  const result = resultOf('tendermint-red')
  const told = (one: string): string => {
    const workloads = result.workloads.map((w) => {
      const threads = w.totals.flatMap((t) => (t.quantity === 'tasks' ? [{ ...t, quantity: 'threads' }] : []))
      const tasks = { one, many: `${one}s`, stack: 'running' as const }
      return { ...w, tasks, totals: [...w.totals.filter((t) => t.quantity !== 'threads'), ...threads] }
    })
    return textOf(headline({ ...result, workloads }, options))
  }
  expect(told('goroutine')).toMatch(/1 goroutine\b.*1 thread\b/)
  expect(told('Java thread')).toMatch(/1 Java thread\b/)
  expect(told('Java thread')).not.toMatch(/1 thread\b/)
})

it('how many bytes objects are is told where base stood still, and not where it moved by more in one step', () => {
  const whereBase = (base: { perRound: number; low: number; high: number }) => {
    const result = resultOf('objects-red')
    const workloads = result.workloads.map((workload) => ({
      ...workload,
      totals: workload.totals.map((total) =>
        total.quantity === 'heap-bytes' && total.base !== null
          ? { ...total, leaks: false, base: { ...total.base, ...base } }
          : total,
      ),
    }))
    return renderComment({ ...result, workloads }, options)
  }
  expect(whereBase({ perRound: 20, low: -600, high: 700 })).toContain('1 live object (123 B) behind')
  const stepped = whereBase({ perRound: 6557, low: -248, high: 17504 })
  expect(stepped).toContain('1 live object behind')
  expect(stepped.split('\n')[0]).not.toMatch(/ B\b/)
})
