import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BisectRequest, bisect, type Wanted } from '../../src/bisect/bisect.ts'
import { suspectOf } from '../../src/bisect/standing.ts'
import { loadConfig } from '../../src/configure/load.ts'
import { InconclusiveError, UserError } from '../../src/errors.ts'
import { parseResult } from '../../src/report/render/json.ts'
import type { Result } from '../../src/report/result.ts'
import { commit, init, run, testFolder } from '../checkout/repositories.ts'

const folder = testFolder()
const red = parseResult(readFileSync(join(import.meta.dirname, '../report/results/heap-red.json'), 'utf8'))
const [workload] = red.workloads
const name = workload?.name ?? ''

/** A comparison of that verdict; what leaks is what leaks in a real report. */
function resultOf(verdict: Result['verdict']): Result {
  const leaks = verdict === 'fail'
  const workloads = red.workloads.map((one) => ({
    ...one,
    verdict,
    findings: leaks ? one.findings : [],
    totals: one.totals.map((total) => (leaks ? total : { ...total, leaks: false, excess: 0 })),
  }))
  return { ...red, verdict, workloads }
}

/** So many commits, each of which says in a file whether it leaks: `good`, `bad` or `broken`. */
function repository(states: readonly string[]): {
  readonly root: string
  readonly commits: readonly string[]
} {
  const root = init(folder.make('bisect'))
  return { root, commits: states.map((state, n) => commit(root, `${n}`, { state: `${state}\n`, n: `${n}` })) }
}

interface Asked {
  readonly measured: string[]
  readonly wanted: Wanted[]
  readonly request: BisectRequest
}

async function asking(
  root: string,
  good: string,
  bad: string,
  more: Partial<BisectRequest> = {},
): Promise<Asked> {
  const measured: string[] = []
  const wanted: Wanted[] = []
  const configText = `workloads:\n  ${name}:\n    start: x\n    ready: 127.0.0.1:1\n    round: y\n    rounds: 8\n`
  const config = await loadConfig({ root, configText, inputs: {}, defaultName: 'x' })
  const measure: BisectRequest['measure'] = async (of, _, head, wants) => {
    wanted.push(wants)
    measured.push(`${run(root, 'show', '-s', '--format=%s', head)} in ${of.workloads[0]?.rounds}`)
    const state = run(root, 'show', `${head}:state`)
    if (state === 'broken') throw new UserError('cannot be built', 'Mend it.')
    return resultOf(state === 'bad' ? 'fail' : state === 'unclear' ? 'inconclusive' : 'pass')
  }
  const rest = {
    firstParent: false,
    restart: false,
    tell: () => {},
    signal: new AbortController().signal,
    measure,
  }
  return { measured, wanted, request: { repository: { root }, config, good, bad, ...rest, ...more } }
}

const many = (count: number, state: string): readonly string[] => Array.from({ length: count }, () => state)
const stateIn = (root: string): string => join(root, '.git/leakdiff/bisect.json')

describe('the first commit that leaks', () => {
  it('of forty is found in six steps, between a look at the ends and one at its parent', async () => {
    const { commits, root } = repository([...many(23, 'good'), ...many(17, 'bad')])
    const { measured, request, wanted } = await asking(root, commits[0] ?? '', commits[39] ?? '')
    await expect(bisect(request)).resolves.toMatchObject({ kind: 'found', sha: commits[23] })
    expect(measured[0]).toBe('39 in 8')
    expect(measured.at(-1)).toBe('23 in 8')
    expect(measured.length).toBeLessThanOrEqual(8)
    // Who holds it is asked once, of the commit that is told.
    expect(wanted.indexOf('finding')).toBe(wanted.length - 1)
    expect(existsSync(stateIn(root))).toBe(false)
  })

  it('is found past those that cannot be built or decided', async () => {
    const { commits, root } = repository([
      'good',
      'good',
      'broken',
      'unclear',
      'good',
      'bad',
      'broken',
      'bad',
    ])
    const { request } = await asking(root, commits[0] ?? '', commits[7] ?? '')
    await expect(bisect(request)).resolves.toMatchObject({ kind: 'found', sha: commits[5] })
  })

  it('is one of several where those in between cannot be decided', async () => {
    const { commits, root } = repository(['good', 'good', 'broken', 'unclear', 'bad', 'bad'])
    const { request } = await asking(root, commits[0] ?? '', commits[5] ?? '')
    const found = await bisect(request)
    expect(found).toMatchObject({ kind: 'among' })
    expect(new Set(found.kind === 'among' ? found.commits : [])).toEqual(new Set(commits.slice(2, 5)))
  })

  it('with rounds as few as can be judged where the leak is large', async () => {
    const { commits, root } = repository([...many(4, 'good'), ...many(4, 'bad')])
    const { measured, request } = await asking(root, commits[0] ?? '', commits[7] ?? '')
    await bisect(request)
    const plain = suspectOf(resultOf('fail'))?.plain
    expect(measured.slice(1, -1).every((line) => line.endsWith(plain ? 'in 6' : 'in 8'))).toBe(true)
  })
})

it('goes on where it was interrupted, and begins anew for another question', async () => {
  const { commits, root } = repository([...many(9, 'good'), ...many(7, 'bad')])
  const first = await asking(root, commits[0] ?? '', commits[15] ?? '')
  let left = 3
  const stop = new AbortController()
  const stopping: BisectRequest['measure'] = async (...given) => {
    if (left-- === 0) stop.abort(new InconclusiveError('interrupted', 'Stopped.', 'Again.'))
    stop.signal.throwIfAborted()
    return await first.request.measure(...given)
  }
  const stopped = { ...first.request, measure: stopping, signal: stop.signal }
  await expect(bisect(stopped)).rejects.toMatchObject({ code: 'interrupted' })
  const again = await asking(root, commits[0] ?? '', commits[15] ?? '')
  await expect(bisect(again.request)).resolves.toMatchObject({ sha: commits[9] })
  expect(again.measured).not.toContain('15 in 8')
  expect(again.measured.filter((line) => first.measured.includes(line))).toEqual([])

  await bisect(stopped).catch(() => {})
  const other = await asking(root, commits[1] ?? '', commits[15] ?? '')
  await bisect(other.request)
  expect(other.measured[0]).toBe('15 in 8')
})

it('with --first-parent looks at merges as a whole', async () => {
  const { commits, root } = repository(['good', 'good'])
  run(root, 'checkout', '-q', '-b', 'branch')
  const inside = commit(root, 'inside', { state: 'bad\n' })
  commit(root, 'more', { more: '1' })
  run(root, 'checkout', '-q', 'main')
  commit(root, 'beside', { beside: '1' })
  run(
    root,
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@example.org',
    'merge',
    '-q',
    '--no-ff',
    '-m',
    'merge',
    'branch',
  )
  const merge = run(root, 'rev-parse', 'HEAD')
  const whole = await asking(root, commits[0] ?? '', merge, { firstParent: true })
  await expect(bisect(whole.request)).resolves.toMatchObject({ sha: merge })
  const within = await asking(root, commits[0] ?? '', merge)
  await expect(bisect(within.request)).resolves.toMatchObject({ sha: inside })
})

describe('what is none', () => {
  it.each([
    ['BAD that does not leak', 'good', 'UserError'],
    ['BAD that is undecided', 'unclear', 'InconclusiveError'],
  ])('%s is refused at once', async (_, state, error) => {
    const { commits, root } = repository(['good', 'good', state])
    const { measured, request } = await asking(root, commits[0] ?? '', commits[2] ?? '')
    await expect(bisect(request)).rejects.toMatchObject({ name: error })
    expect(measured).toHaveLength(1)
  })

  it('BAD that does not leak is told with what it was compared to', async () => {
    const { commits, root } = repository(['good', 'good'])
    const { request } = await asking(root, commits[0] ?? '', commits[1] ?? '')
    await expect(bisect(request)).rejects.toThrow(
      /^BAD does not leak: nothing grows by .*B.* a round .*more than at GOOD$/,
    )
  })

  it('GOOD that BAD does not come from is refused before anything is measured', async () => {
    const { commits, root } = repository(['good', 'bad'])
    const { measured, request } = await asking(root, commits[1] ?? '', commits[0] ?? '')
    await expect(bisect(request)).rejects.toThrow('is not an ancestor of')
    expect(measured).toEqual([])
  })
})
