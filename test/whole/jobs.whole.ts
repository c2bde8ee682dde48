import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  clean,
  configuration,
  type Ended,
  folder,
  leakdiffIn,
  leaky,
  type Project,
  project,
} from '../cli/project.ts'

const file = (directory: string, name: string) => join(directory, 'trials/serve', `${name}.json.gz`)

describe('measure in two jobs, report in a third', () => {
  let shop: Project
  const [base, head] = [folder(), folder()]
  const ended: Ended[] = []

  beforeAll(async () => {
    shop = project(clean, leaky)
    const commits = ['--base', shop.base, '--head', shop.head]
    for (const [side, out] of [
      ['base', base],
      ['head', head],
    ] as const)
      ended.push(await leakdiffIn(shop.root, ['measure', '--side', side, '--out', out, ...commits]))
  }, 300_000)

  async function report(...directories: readonly string[]): Promise<Ended> {
    const json = join(folder(), 'result.json')
    return await leakdiffIn(shop.root, ['report', ...directories, '--json', json], json)
  }

  /** The head's trials in a folder of their own, changed. */
  function headWith(change: (directory: string) => void): string {
    const copy = folder()
    mkdirSync(dirname(file(copy, 'x')), { recursive: true })
    for (const name of readdirSync(dirname(file(head, 'x'))))
      copyFileSync(join(dirname(file(head, 'x')), name), join(dirname(file(copy, 'x')), name))
    change(copy)
    return copy
  }

  function rewrite(path: string, change: (trial: Record<string, unknown>) => object): void {
    writeFileSync(
      path,
      gzipSync(JSON.stringify(change(JSON.parse(gunzipSync(readFileSync(path)).toString())))),
    )
  }

  it('each leaves its trials: a quiet side needs one, a growing one is confirmed', () => {
    expect(ended.map((e) => e.status)).toEqual([0, 0])
    expect(readdirSync(dirname(file(base, 'x')))).toEqual(['base-1.json.gz'])
    expect(readdirSync(dirname(file(head, 'x')))).toEqual(['head-1.json.gz', 'head-2.json.gz'])
    expect(ended[1]?.stdout).toContain('head-2.json.gz')
  })

  it('together they give the verdict that one job gives', async () => {
    const junit = join(folder(), 'ci/junit.xml')
    const { status, result } = await report(base, head, '--junit', junit)
    expect(status).toBe(1)
    expect(readFileSync(junit, 'utf8')).toContain('<failure type="leak" message="serve leaks 1 ')
    expect(result).toMatchObject({ base: { sha: shop.base }, head: { sha: shop.head }, verdict: 'fail' })
    expect(result?.workloads[0]?.findings[0]).toMatchObject({ ruling: 'leak', function: 'remind' })
    expect(result?.workloads[0]?.findings[0]?.changedLines).not.toEqual([])
  })

  it.each<[string, string, () => readonly string[]]>([
    ['a missing side', 'shard-missing', () => [head]],
    ['nothing at all', 'shard-missing', () => [folder()]],
    ['a side handed over twice', 'shard-doubled', () => [base, head, head]],
    ['a lost first trial', 'shard-missing', () => [base, headWith((d) => rmSync(file(d, 'head-1')))]],
    [
      'another configuration',
      'shard-foreign',
      () => [base, headWith((d) => rewrite(file(d, 'head-1'), (t) => ({ ...t, workloadHash: 'x' })))],
    ],
    [
      'another commit',
      'shard-foreign',
      () => [base, headWith((d) => rewrite(file(d, 'head-2'), (t) => ({ ...t, sha: 'f'.repeat(40) })))],
    ],
    [
      'a workload that nobody defined',
      'shard-foreign',
      () => [base, head, headWith((d) => rewrite(file(d, 'head-1'), (t) => ({ ...t, workload: 'x' })))],
    ],
    [
      'a file cut short',
      'shard-broken',
      () => [base, headWith((d) => writeFileSync(file(d, 'head-1'), 'nonsense'))],
    ],
  ])('%s is inconclusive, and named', async (_, code, directories) => {
    const { status, result } = await report(...directories())
    expect(status).toBe(3)
    const reasons = [...(result?.reasons ?? []), ...(result?.workloads ?? []).flatMap((w) => w.reasons)]
    expect(reasons.map((r) => r.code)).toContain(code)
  })

  it('a directory that is not there is wrong usage', async () => {
    expect((await report(join(base, 'nowhere'))).status).toBe(2)
  })
})

it('one trial of a side is measured alone, and only one that the configuration allows', async () => {
  const { root, base, head } = project(clean, { 'README.md': 'x' })
  const out = folder()
  const args = ['measure', '--side', 'head', '--out', out, '--base', base, '--head', head, '--trial']
  expect((await leakdiffIn(root, [...args, '1'])).status).toBe(0)
  expect(readdirSync(dirname(file(out, 'x')))).toEqual(['head-1.json.gz'])
  const json = join(folder(), 'result.json')
  const { status, result } = await leakdiffIn(root, ['report', out, '--json', json], json)
  expect(status).toBe(3)
  const missing = result?.workloads[0]?.reasons.map((reason) => reason.text)
  expect(missing).toContainEqual(expect.stringContaining('Trial 2 of head'))
  for (const trial of ['9', 'second']) expect((await leakdiffIn(root, [...args, trial])).status).toBe(2)
})

it('why a side could not be measured is handed over', async () => {
  const broken = { '.github/leakdiff.yml': configuration({ setup: 'echo no compiler; exit 7' }) }
  const { root, base, head } = project({ ...clean, ...broken }, { 'README.md': 'x' })
  const out = folder()
  for (const side of ['base', 'head']) {
    const args = ['measure', '--side', side, '--out', out, '--base', base, '--head', head]
    expect((await leakdiffIn(root, args)).status).toBe(0)
  }
  const json = join(folder(), 'result.json')
  const { status, result } = await leakdiffIn(root, ['report', out, '--json', json], json)
  expect(status).toBe(3)
  expect(result?.workloads[0]?.reasons[0]?.code).toMatch(/^head-setup/)
  expect(result?.workloads[0]?.reasons[0]?.text).toContain('Base fails in the same way.')
})
