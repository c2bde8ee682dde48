import { describe, expect, it } from 'vitest'
import { clean, configuration, folder, leakdiff, leakdiffIn, project } from './project.ts'

const configured = (keys: Readonly<Record<string, string>>) => ({
  '.github/leakdiff.yml': configuration(keys),
})

describe('wrong usage', () => {
  it('not a repository', async () => {
    const { status, stderr } = await leakdiffIn(folder(), ['run', '--start', 'x', '--round', 'y'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('is not in a git repository')])
  })

  it('an unknown revision', async () => {
    const { root } = project(clean)
    const { status, stderr } = await leakdiffIn(root, ['run', '--base', 'no-such-branch'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('no-such-branch')])
  })

  it('a misspelt key, with its place and a proposal', async () => {
    const made = project(clean, configured({ measrue: 'all' }))
    const { status, stderr } = await leakdiff(made)
    expect(status).toBe(2)
    expect(stderr).toMatch(/leakdiff\.yml:\d+:\d+.*measrue[\s\S]*did you mean `measure`/i)
  })

  it('a misspelt flag', async () => {
    const { status, stderr } = await leakdiffIn(folder(), ['run', '--ronuds', '8'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('--rounds')])
  })
})
