import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { renderJunit } from '../../src/report/render/junit.ts'
import type { FindingResult, Result } from '../../src/report/result.ts'
import { options, resultOf, situations } from './results.ts'

const schema = readFileSync(new URL('fixtures/junit.xsd', import.meta.url), 'utf8')

/** What is wrong with it by the schema; nothing. */
async function wrong(...documents: readonly string[]): Promise<readonly string[]> {
  const xml = documents.map((contents, i) => ({ fileName: `${i}.xml`, contents }))
  const { errors } = await validateXML({ xml, schema })
  return errors.map((error) => error.rawMessage)
}

const tallied = (xml: string) => ({
  failures: Number(/<testsuites [^>]*failures="(\d+)"/.exec(xml)?.[1]),
  errors: Number(/<testsuites [^>]*errors="(\d+)"/.exec(xml)?.[1]),
})

const changed = (result: Result, change: (finding: FindingResult) => FindingResult): Result => ({
  ...result,
  workloads: result.workloads.map((w) => ({ ...w, findings: w.findings.map(change) })),
})

describe('JUnit XML', () => {
  it('fits the schema in every situation', async () => {
    expect(await wrong(...situations.map((s) => renderJunit(resultOf(s), options)))).toEqual([])
  })

  it('is held to a schema that refuses what readers would', async () => {
    expect(await wrong(renderJunit(resultOf('pass')).replace(/ tests="\d+"/, ''))).not.toEqual([])
    expect(await wrong(renderJunit(resultOf('heap-red')).replaceAll('failure', 'failed'))).not.toEqual([])
  })

  it.each(situations)('is as red as the verdict: %s', (situation) => {
    const result = resultOf(situation)
    const { errors, failures } = tallied(renderJunit(result, options))
    expect(failures > 0).toBe(result.verdict === 'fail')
    if (result.verdict === 'inconclusive') expect(errors).toBeGreaterThan(0)
    if (result.verdict === 'pass') expect(errors).toBe(0)
  })

  it('tells a leak with its amount, its stack and the next step', () => {
    const xml = renderJunit(resultOf('tendermint-red'), options)
    expect(xml).toMatch(
      /<testcase classname="reconnect" name="goroutines of [^"]+ in [^"]+">\n +<failure type="leak" message="reconnect leaks 1 goroutine/,
    )
    expect(xml).toMatch(/^Next: .*\n\n {4}at .* \(.*:\d+\)/m)
  })

  it('accuses nobody while a workload is undecided', () => {
    const red = resultOf('heap-red')
    const doubtful = { ...red, verdict: 'inconclusive' as const }
    const workloads = red.workloads.map((w) => ({ ...w, verdict: 'inconclusive' as const }))
    expect(tallied(renderJunit({ ...doubtful, workloads }, options))).toEqual({
      failures: 0,
      errors: expect.any(Number),
    })
  })

  it('skips what is accepted, and says until when and why', () => {
    const waiver = {
      site: '*',
      quantity: null,
      upTo: 9,
      reason: 'a <cache>',
      expires: '2027-03-01',
      state: 'applied' as const,
    }
    const result = changed({ ...resultOf('existing'), verdict: 'pass' }, (f) => ({
      ...f,
      ruling: 'waived',
      waiver,
    }))
    expect(renderJunit(result, options)).toMatch(
      /<skipped type="waived" message="[^"]+">Waived until 2027-03-01: a &#60;cache&#62;</,
    )
  })

  it('takes names of any characters', async () => {
    const evil = `"><!-- ]]> &x; \u0000\u0007\u001b[31m\u202E\uFFFE\uD800 ' \n</testcase>`
    const named = changed(resultOf('tendermint-red'), (f) => ({
      ...f,
      function: evil,
      role: evil,
      stack: f.stack.map((frame) => ({ ...frame, function: evil, file: evil })),
    }))
    const workloads = named.workloads.map((w) => ({
      ...w,
      name: evil,
      reasons: [{ code: evil, text: evil, remedy: evil }],
    }))
    const xml = renderJunit({ ...named, workloads }, options)
    expect(await wrong(xml)).toEqual([])
    for (const hidden of ['\u0000', '\u0007', '\u001b', '\u202E', '\uFFFE']) expect(xml).not.toContain(hidden)
  })

  it('stays readable with 5,000 findings', async () => {
    const [workload] = resultOf('tendermint-red').workloads
    const [finding] = workload?.findings ?? []
    if (!workload || !finding) throw new Error('the result has a finding')
    const findings = Array.from({ length: 5_000 }, () => finding)
    const xml = renderJunit(
      { ...resultOf('tendermint-red'), workloads: [{ ...workload, findings }] },
      options,
    )
    expect(await wrong(xml)).toEqual([])
    expect(xml.length).toBeLessThan(4_000_000)
  })
})
