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

  it('a value that a flag cannot have is told in the words of flags', async () => {
    const { root } = project(clean)
    const { status, stderr } = await leakdiffIn(root, ['run', '--rounds', '2'])
    expect(status).toBe(2)
    expect(stderr).toContain('--rounds: expected a whole number')
    expect(stderr).toContain('--start: is missing (or --test, or --run:')
    expect(stderr).not.toMatch(/workloads\.|key `/)
  })

  it('cannot be judged by git bisect, which takes every status but 125 for an answer', async () => {
    const { root } = project(clean)
    const given = ['run', '--bisect', '--base']
    expect((await leakdiffIn(root, [...given, 'no-such-branch'])).status).toBe(125)
    expect((await leakdiffIn(folder(), [...given, 'HEAD'])).status).toBe(125)
  })

  it('a misspelt flag', async () => {
    const { status, stderr } = await leakdiffIn(folder(), ['run', '--ronuds', '8'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('--rounds')])
  })
})

it('the version, as a command too', async () => {
  const [asCommand, asFlag] = [
    await leakdiffIn(folder(), ['version']),
    await leakdiffIn(folder(), ['--version']),
  ]
  expect(asCommand).toEqual(asFlag)
  expect([asCommand.status, asCommand.stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+/)])
})
