import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/report/narrative/words.ts'
import { annotations } from '../../src/report/render/annotations.ts'
import { parseResult } from '../../src/report/render/json.ts'
import { renderJunit } from '../../src/report/render/junit.ts'
import { renderComment } from '../../src/report/render/markdown.ts'
import type { FindingResult, Result, WorkloadResult } from '../../src/report/result.ts'
import { contradictions, figuresIn, singular, type Told, toldIn } from './figures.ts'
import { resultOf } from './results.ts'

const root = join(import.meta.dirname, '../..')
const filesIn = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name}`)
    .sort()
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const results = [...filesIn('test/leaks', /result\.json$/), ...filesIn('test/report/results', /\.json$/)]
const goldens = [
  ...filesIn('test/leaks', /expected\.md$/),
  ...filesIn('test/report/golden', /\.md$/),
  ...filesIn('test/github/golden', /\.md$/),
  'README.md',
]

describe('one leak has one figure', () => {
  it.each(goldens)('in %s', (file) => {
    expect(toldIn(read(file)).flatMap(contradictions)).toEqual([])
  })

  it.each(results)('in every form of %s', (file) => {
    const result = parseResult(read(file))
    expect(toldIn(renderComment(result)).flatMap(contradictions)).toEqual([])
    for (const workload of result.workloads) {
      const told = [...headlineOf(workload, result), ...besides(result, workload), ...asData(workload)]
      expect(contradictions(told)).toEqual([])
      for (const finding of workload.findings) expect(apart(workload, finding)).toEqual([])
    }
  })

  it('is a test that sees two', () => {
    const two =
      '## ❌ leakdiff: `w` leaks 46.7 B per operation\n\n**Who leaks.** Each operation leaves 112 B behind'
    expect(toldIn(two).flatMap(contradictions)).toEqual(['46.7 B and 112 B'])
    const row =
      '## `w` leaks 46.7 B per operation\n\n| per round of 200 | head − base | base |\n| live heap | **+23 kB** | 0 |'
    expect(toldIn(row).flatMap(contradictions)).toEqual(['46.7 B and 23 kB'])
    const proof =
      '## `w` leaks 46.7 B per operation\n\n**Leak: `f`**, live heap a round: 23 kB (112 B per operation) more than base'
    expect(toldIn(proof).flatMap(contradictions)).toEqual(['46.7 B and 112 B in the evidence'])
    const part =
      '## `w` leaks 642 B per operation\n\n**Who leaks.** Each operation leaves 642 B behind, most of it (400 B) allocated by `f`'
    expect(toldIn(part).flatMap(contradictions)).toEqual([])
  })

  it('is a test that sees what was not judged', () => {
    const [workload] = resultOf('heap-red').workloads
    const [finding] = workload?.findings ?? []
    if (workload === undefined || finding === undefined) throw new Error('no leak')
    const totals = workload.totals.map((total) => ({ ...total, leaks: false }))
    expect(apart({ ...workload, totals }, finding)).toEqual(['heap-bytes leaks, and its total does not'])
  })
})

const headlineOf = (workload: WorkloadResult, result: Result) =>
  toldIn(renderComment({ ...result, workloads: [workload] }))[1] ?? []

/** Titles and messages of annotations and of JUnit. */
function besides(result: Result, workload: WorkloadResult) {
  const alone = { ...result, workloads: [workload] }
  const notes = annotations(alone).flatMap(({ title, message }) => [title, message.split('\nNext:')[0] ?? ''])
  const cases = [
    ...renderJunit(alone).matchAll(/<(?:failure|error) type="(?:leak|worse|suspect)" message="([^"]*)"/g),
  ]
  const told = cases.map(([, message = '']) => message).filter((message) => / per /.test(message))
  return [...notes, ...told].flatMap((text) => figuresIn(text))
}

/** What JSON tells of growth that no other finding shares. */
function asData(workload: WorkloadResult): readonly Told[] {
  const words = wordsFor(workload)
  const told = workload.findings.filter(({ ruling }) => ['leak', 'worse', 'suspect'].includes(ruling))
  const alike = (one: FindingResult, other: FindingResult) =>
    one.quantity === other.quantity && one.role === other.role
  return told
    .slice(0, 1)
    .filter((finding) => told.filter((other) => alike(finding, other)).length === 1)
    .map(({ perOperation, quantity }) => ({
      what: singular(words.name(quantity).replace(/^memory /, '')),
      amount: perOperation,
      text: `${perOperation} in JSON`,
    }))
}

/** Figures in JSON that stand for one growth. */
function apart({ findings, operations, totals }: WorkloadResult, finding: FindingResult): readonly string[] {
  const { excess, own = excess, perOperation, quantity, role, ruling } = finding
  const total = totals.find((t) => t.quantity === quantity && t.role === role)
  const sharing = findings.filter((f) => f.quantity === quantity && f.role === role && f.ruling === ruling)
  const alone = sharing.length === 1 && ['leak', 'worse', 'suspect'].includes(ruling)
  const isRed = ruling === 'leak' || ruling === 'worse'
  return [
    ...(isRed && total?.leaks !== true ? [`${quantity} leaks, and its total does not`] : []),
    ...(alone && total && total.excess !== excess ? [`${excess} of ${total.excess}`] : []),
    ...(Math.abs(perOperation * operations - excess) > 1e-6 * Math.abs(excess) ? ['perOperation'] : []),
    ...(alone && own > excess ? [`${own} of ${excess}`] : []),
  ]
}
