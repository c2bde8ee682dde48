import { describe, expect, it } from 'vitest'
import { annotations } from '../../src/report/render/annotations.ts'
import type { FindingResult, Result } from '../../src/report/result.ts'
import { options, resultOf } from './results.ts'

function withFindings(result: Result, change: (finding: FindingResult) => readonly FindingResult[]): Result {
  return {
    ...result,
    workloads: result.workloads.map((w) => ({ ...w, findings: w.findings.flatMap(change) })),
  }
}

describe('annotations', () => {
  it('stand at the line that leaks, with the next step', () => {
    const [only, ...others] = annotations(resultOf('tendermint-red'), options)
    expect(others).toEqual([])
    expect(only).toMatchObject({
      kind: 'error',
      file: 'mempool/reactor.go',
      line: 120,
      title: 'reconnect leaks 1 goroutine and 341 kB per operation',
    })
    expect(only?.message).toContain('waits in clist.(*CList).FrontWait (sync.WaitGroup.Wait)')
    expect(only?.message).toMatch(/\nNext: let what mempool\.\(\*MempoolReactor\)\.AddPeer starts end/)
  })

  it('stand where the project meets the dependency that leaks', () => {
    const result = withFindings(resultOf('node-timer-red'), (f) => [{ ...f, function: 'scheduleJob' }])
    expect(annotations(result, options)).toMatchObject([{ file: 'src/sessions.js', line: 18 }])
  })

  it('stand where the project created the task of a dependency', () => {
    const result = withFindings(resultOf('dependency-red'), (f) => [
      {
        ...f,
        changedLines: [],
        createdBy: { function: 'main.run', file: 'cmd/node/main.go', line: 31, inProject: true },
      },
    ])
    expect(annotations(result, options)).toMatchObject([{ file: 'cmd/node/main.go', line: 31 }])
  })

  it('stand at the line that takes the dependency which leaks', () => {
    expect(annotations(resultOf('dependency-red'), options)).toMatchObject([{ file: 'go.mod', line: 8 }])
  })

  it.each(['dependency-red', 'no-site', 'heap-red'])(
    'are absent without a line in the project: %s',
    (name) => {
      const skippedWorkloads = withFindings(resultOf(name), (f) => [{ ...f, changedLines: [] }])
      expect(annotations(skippedWorkloads, options)).toEqual([])
    },
  )

  it.each(['fixed', 'existing', 'pass'])('are absent when the pull request leaks nothing: %s', (name) => {
    expect(annotations(resultOf(name), options)).toEqual([])
  })

  it('warn of suspects', () => {
    expect(annotations(resultOf('suspect'), options)).toMatchObject([
      { kind: 'warning', file: 'cache/lru.go', line: 77 },
    ])
  })

  it('are ten of a kind at most, one a line, of 4,096 characters each', () => {
    const result = withFindings(resultOf('tendermint-red'), (f) =>
      Array.from({ length: 40 }, (_, i) => ({
        ...f,
        state: 's'.repeat(9_000),
        stack: f.stack.map((frame) => ({ ...frame, line: Math.floor(i / 2) })),
      })),
    )
    const shown = annotations(result, options)
    expect(shown.map((a) => a.line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    for (const annotation of shown) expect(annotation.message.length).toBeLessThanOrEqual(4_096)
  })

  it('show nothing unseen of other people’s names', () => {
    const result = withFindings(resultOf('tendermint-red'), (f) => [
      { ...f, state: '\u202E\u001B[31m\r\n::error::x' },
    ])
    for (const { title, message } of annotations(result, options))
      expect(title + message.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})
