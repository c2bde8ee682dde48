import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { change, clean, configuration, folder, leakdiff, leakdiffIn, project } from '../cli/project.ts'

const workloads = `${configuration({ changed: '[server.mjs, sevrer.mjs]' })}${configuration({
  changed: "['docs/**']",
})
  .replace('workloads:\n', '')
  .replace('serve:', 'docs:')}`
const several = { ...clean, 'docs/x.md': 'x', '.github/leakdiff.yml': workloads }

describe('several workloads, each measured when something of its own changed', () => {
  it('nothing changed that concerns any: a pass that says so, and no commit is even checked out', async () => {
    const { result, status, stdout, stderr } = await leakdiff(project(several, { 'README.md': 'words' }))
    expect({ status, stderr }).toMatchObject({ status: 0 })
    expect(stderr).toContain('no file matches `sevrer.mjs`')
    expect(stdout).toContain('nothing was measured: no file that concerns it changed')
    expect(result?.workloads[0]?.notes.at(-1)?.text).toContain('no file matches `sevrer.mjs`')
    expect(result?.workloads.map(({ name, verdict, trials }) => [name, verdict, trials.head])).toEqual([
      ['serve', 'pass', 0],
      ['docs', 'pass', 0],
    ])
  })

  it('one of them concerned: the other is not started', async () => {
    const { result, status } = await leakdiff(project(several, { 'server.mjs': `${clean['server.mjs']}\n` }))
    expect(status).toBe(0)
    expect(result?.workloads.map(({ name, trials }) => [name, trials.head])).toEqual([
      ['serve', 1],
      ['docs', 0],
    ])
    expect(result?.workloads[1]?.notes).toMatchObject([{ code: 'not-changed' }])
  })

  it('in two halves as well', async () => {
    const { root, base, head } = project(several, { 'README.md': 'words' })
    const out = folder()
    const commits = ['--base', base, '--head', head]
    for (const side of ['base', 'head'])
      await leakdiffIn(root, ['measure', '--side', side, '--out', out, ...commits])
    const json = join(folder(), 'result.json')
    const { result, status } = await leakdiffIn(root, ['report', out, '--json', json], json)
    expect({ status, verdict: result?.verdict }).toEqual({ status: 0, verdict: 'pass' })
    expect(result?.workloads.map(({ notes }) => notes[0]?.code)).toEqual(['not-changed', 'not-changed'])
  })

  it('chosen by name, and a name that is not there told with the nearest', async () => {
    const shop = project(several, { 'README.md': 'words' })
    expect((await leakdiff(shop, '--workload', 'docs,serve')).result?.workloads).toHaveLength(2)
    expect((await leakdiff(shop, '--workload', 'docs')).result?.workloads).toHaveLength(1)
    expect((await leakdiff(shop, '--workload', 'docs,serv')).stderr).toContain('did you mean `serve`?')
  })
})

it('a command that misses an ignored file says where it is, and what to do', async () => {
  const needs = configuration({ setup: 'cat .env.test' })
  const shop = project({ ...clean, '.gitignore': '.env*', '.github/leakdiff.yml': needs }, { x: '1' })
  change(shop.root, { '.env.test': 'KEY=1' })
  const { status, stdout } = await leakdiff(shop)
  expect(status).toBe(3)
  expect(stdout.replace(/\s+/g, ' ')).toContain('.env.test is in your checkout and not in this revision')
  expect(stdout).toContain('copy')
})
