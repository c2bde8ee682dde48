import { cpSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type CommitsRequest, chooseCommits } from '../../src/checkout/commits/choose.ts'
import { openRepository } from '../../src/checkout/git/repository.ts'
import type { ChosenCommits } from '../../src/checkout/revision.ts'
import { ConfigError, InconclusiveError, UserError } from '../../src/errors.ts'
import { commit, fingerprint, init, run, shallowCheckout, testFolder } from './repositories.ts'

const folder = testFolder()
const zeros = '0'.repeat(40)

/**
 * m1 … m30 on main, tag v1 at m2; a feature of three commits from m20; the merge commit of the pull request,
 * whose parents are m30 and f3. Everything else differs from it by a step.
 */
function buildOrigin() {
  const origin = init(folder.make('origin'))
  const main: string[] = []
  for (let n = 1; n <= 20; n++) main.push(commit(origin, `m${n}`, { 'main.txt': `${n}\n` }))
  run(origin, 'tag', '-a', 'v1', '-m', 'one', main[1] ?? '')
  run(origin, 'checkout', '-q', '-b', 'feature')
  const feature = ['f1', 'f2', 'f3'].map((name) => commit(origin, name, { 'feature.txt': `${name}\n` }))
  run(origin, 'checkout', '-q', 'main')
  for (let n = 21; n <= 30; n++) main.push(commit(origin, `m${n}`, { 'main.txt': `${n}\n` }))
  run(origin, 'checkout', '-q', '--detach')
  run(origin, 'merge', '-q', '--no-ff', '-m', 'merge', 'feature')
  const merge = run(origin, 'rev-parse', 'HEAD')
  run(origin, 'update-ref', 'refs/pull/1/merge', merge)
  run(origin, 'checkout', '-q', 'main')
  const at = (list: readonly string[], n: number) => list[n - 1] ?? ''
  return { path: origin, m: (n: number) => at(main, n), f: (n: number) => at(feature, n), merge }
}

let built: ReturnType<typeof buildOrigin> | undefined

/** A copy, which a test may change. */
function pullRequestOrigin() {
  built ??= buildOrigin()
  const origin = folder.make('origin')
  cpSync(built.path, origin, { recursive: true })
  return { ...built, origin }
}

async function choose(root: string, request: Partial<CommitsRequest> = {}): Promise<ChosenCommits> {
  return await chooseCommits({ repository: await openRepository(root), event: null, ...request })
}

const pullRequest = (headSha: string, baseSha: string) => ({
  name: 'pull_request',
  payload: { pull_request: { number: 1, head: { sha: headSha }, base: { ref: 'main', sha: baseSha } } },
})

const push = (payload: object) => ({
  name: 'push',
  payload: { before: zeros, ref: 'refs/heads/main', repository: { default_branch: 'main' }, ...payload },
})

async function thrown(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.then(
    () => new Error('nothing was thrown'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(UserError)
  return error as UserError
}

test('a pull request, merge ref checked out without history: its first parent', async () => {
  const { origin, m, f, merge } = pullRequestOrigin()
  const root = shallowCheckout(origin, folder.make('clone'), merge)
  const before = fingerprint(root)
  const event = pullRequest(f(3), m(1))
  expect(await choose(root, { event })).toEqual({
    base: { sha: m(30), how: 'merge-parent' },
    head: { sha: merge, how: 'head', merged: f(3) },
  })
  expect(run(root, 'show', `${m(30)}:main.txt`)).toBe('30')
  expect(run(root, 'rev-parse', '--is-shallow-repository')).toBe('true')
  expect(run(root, 'rev-list', '--all', '--count')).toBe('1')
  expect(fingerprint(root)).toEqual(before)
})

test('a pull request, its head checked out without history: the merge base with the target branch as it is now', async () => {
  const { origin, m, f } = pullRequestOrigin()
  const root = shallowCheckout(origin, folder.make('clone'), f(3))
  const before = fingerprint(root)
  const chosen = await choose(root, { event: pullRequest(f(3), m(1)) })
  expect(chosen).toEqual({ base: { sha: m(20), how: 'merge-base' }, head: { sha: f(3), how: 'head' } })
  expect(fingerprint(root)).toEqual(before)
})

test('a pull request in a full clone with a stale target branch', async () => {
  const { origin, m, f } = pullRequestOrigin()
  const root = folder.make('clone')
  run(root, 'clone', '-q', `file://${origin}`, '.')
  run(root, 'checkout', '-q', f(3))
  run(origin, 'checkout', '-q', 'main')
  run(origin, 'merge', '-q', '--ff-only', m(30))
  run(origin, 'merge', '-q', '--no-ff', '-m', 'first half of the feature', f(1))
  const before = fingerprint(root)
  const chosen = await choose(root, { event: pullRequest(f(3), m(1)) })
  expect(chosen.base).toEqual({ sha: f(1), how: 'merge-base' })
  expect(run(root, 'rev-parse', '--is-shallow-repository')).toBe('false')
  expect(fingerprint(root)).toEqual(before)
})

test('a nearer merge base behind the end of a shallow history is found', async () => {
  // old ─┬─ a1 … a30 ── x (main) ── y     x is merged into the feature after a long way,
  // old is near by another one
  const origin = init(folder.make('origin'))
  const old = commit(origin, 'old')
  for (let n = 0; n < 30; n++) commit(origin, `a${n}`)
  const x = commit(origin, 'x')
  run(origin, 'checkout', '-q', '-b', 'feature', old)
  commit(origin, 'f0', { 'f.txt': '0' })
  run(origin, 'merge', '-q', '--no-ff', '-m', 'take main', 'main')
  for (let n = 1; n <= 25; n++) commit(origin, `f${n}`)
  run(
    origin,
    'merge',
    '-q',
    '--no-ff',
    '-m',
    'take old',
    run(origin, 'commit-tree', '-p', old, '-m', 'side', `${old}^{tree}`),
  )
  const head = run(origin, 'rev-parse', 'HEAD')
  run(origin, 'checkout', '-q', '-b', 'target', x)
  run(
    origin,
    'merge',
    '-q',
    '--no-ff',
    '-m',
    'near',
    run(origin, 'commit-tree', '-p', old, '-m', 'too', `${old}^{tree}`),
  )
  const root = shallowCheckout(origin, folder.make('clone'), head, 3)
  const event = {
    name: 'pull_request',
    payload: { pull_request: { head: { sha: head }, base: { ref: 'target' } } },
  }
  expect((await choose(root, { event })).base).toEqual({ sha: x, how: 'merge-base' })
})

test('histories that share nothing, and a target that is gone, are inconclusive', async () => {
  const { origin, f } = pullRequestOrigin()
  run(origin, 'checkout', '-q', '--orphan', 'alone')
  commit(origin, 'alone')
  const root = shallowCheckout(origin, folder.make('clone'), f(3))
  const to = (ref: string) => ({
    name: 'pull_request',
    payload: { pull_request: { head: { sha: f(3) }, base: { ref } } },
  })
  const apart = await thrown(choose(root, { event: to('alone') }))
  expect(apart).toBeInstanceOf(InconclusiveError)
  expect(apart.message).toMatch(/have no commit in common/)
  expect((await thrown(choose(root, { event: to('gone') }))).message).toBe('origin has no branch gone')
})

test('pull_request_target is refused with the reason', async () => {
  const root = init(folder.make('clone'))
  commit(root, 'one')
  const error = await thrown(
    choose(root, { event: { name: 'pull_request_target', payload: {} }, base: 'HEAD' }),
  )
  expect(error).toBeInstanceOf(ConfigError)
  expect(error.message).toMatch(/stranger's code with this repository's secrets/)
  expect(error.remedy).toMatch(/Use the event pull_request/)
})

test('a merge group is compared with its base_sha', async () => {
  const { origin, m, merge } = pullRequestOrigin()
  const root = shallowCheckout(origin, folder.make('clone'), merge)
  const event = { name: 'merge_group', payload: { merge_group: { base_sha: m(29), head_sha: merge } } }
  expect((await choose(root, { event })).base).toEqual({ sha: m(29), how: 'merge-group' })
})

test('a push is compared with what was there before', async () => {
  const { origin, m, f } = pullRequestOrigin()
  const root = shallowCheckout(origin, folder.make('clone'), m(30))
  const base = async (payload: object) => (await choose(root, { event: push(payload) })).base
  expect(await base({ before: m(27) })).toEqual({ sha: m(27), how: 'before' })
  expect(await base({ before: m(27), forced: true })).toEqual({ sha: m(29), how: 'first-parent' })
  expect(await base({ created: true })).toEqual({ sha: m(29), how: 'first-parent' })
  expect(await base({ ref: 'refs/tags/v2', created: true })).toEqual({ sha: m(29), how: 'first-parent' })
  const error = await thrown(base({ deleted: true, ref: 'refs/heads/old' }))
  expect(error).toBeInstanceOf(InconclusiveError)

  const branch = shallowCheckout(origin, folder.make('clone'), f(3))
  const created = push({ ref: 'refs/heads/feature', created: true })
  expect((await choose(branch, { event: created })).base).toEqual({ sha: m(20), how: 'merge-base' })
  const forced = push({ ref: 'refs/heads/feature', before: f(1), forced: true })
  expect((await choose(branch, { event: forced })).base).toEqual({ sha: m(20), how: 'merge-base' })
})

test('the first commit of all has nothing to compare with', async () => {
  const root = init(folder.make('clone'))
  commit(root, 'first')
  const error = await thrown(choose(root, { event: push({ created: true }) }))
  expect(error).toBeInstanceOf(InconclusiveError)
  expect(error.remedy).toMatch(/^Set base/)
})

test('a schedule is compared with the newest tag below it', async () => {
  const { origin, m, merge } = pullRequestOrigin()
  const root = shallowCheckout(origin, folder.make('clone'), merge)
  const before = fingerprint(root)
  const event = { name: 'schedule', payload: { schedule: '0 3 * * *' } }
  expect((await choose(root, { event })).base).toEqual({ sha: m(2), how: 'tag' })
  run(origin, 'tag', 'v2', m(25))
  run(origin, 'tag', 'v3', merge)
  expect((await choose(root, { event })).base).toEqual({ sha: m(25), how: 'tag' })
  expect(fingerprint(root)).toEqual(before)
  const given = await choose(root, { event: { name: 'workflow_dispatch', payload: {} }, base: 'v1' })
  expect(given.base).toEqual({ sha: m(2), how: 'given' })
})

test('a schedule without a tag is compared with the commit before on the default branch, and is inconclusive elsewhere', async () => {
  const root = init(folder.make('clone'))
  const one = commit(root, 'one')
  commit(root, 'two')
  const repository = { default_branch: 'main' }
  const nightly = { name: 'schedule', payload: { repository, ref: 'refs/heads/main' } }
  expect((await choose(root, { event: nightly })).base).toEqual({ sha: one, how: 'first-parent' })
  const error = await thrown(choose(root, { event: { name: 'workflow_dispatch', payload: {} } }))
  expect(error).toBeInstanceOf(InconclusiveError)
  expect(error.remedy).toMatch(/^Set base/)
})

test('a terminal compares the working tree with the merge base of origin', async () => {
  const { origin, m, f } = pullRequestOrigin()
  const root = folder.make('clone')
  run(root, 'clone', '-q', `file://${origin}`, '.')
  run(root, 'checkout', '-q', '-b', 'work', f(2))
  expect(await choose(root)).toEqual({
    base: { sha: m(20), how: 'merge-base' },
    head: { sha: f(2), how: 'working-tree' },
  })
  expect((await choose(root, { head: f(1) })).base).toEqual({ sha: m(20), how: 'merge-base' })
  expect((await choose(root, { head: m(9) })).base).toEqual({ sha: m(8), how: 'first-parent' })
  expect(await choose(root, { base: 'v1', head: 'origin/feature' })).toEqual({
    base: { sha: m(2), how: 'given' },
    head: { sha: f(3), how: 'given' },
  })
  run(root, 'remote', 'remove', 'origin')
  expect((await choose(root)).base).toEqual({ sha: f(2), how: 'head' })
})

test('a base that only origin has is fetched; an unknown one is met with what is near', async () => {
  const { origin, m, f, merge } = pullRequestOrigin()
  const root = shallowCheckout(origin, folder.make('clone'), merge)
  const event = pullRequest(f(3), m(1))
  for (const [base, sha] of [
    ['feature', f(3)],
    ['origin/feature', f(3)],
    ['v1', m(2)],
    [m(7), m(7)],
  ] as const) {
    expect((await choose(root, { event, base })).base).toEqual({ sha, how: 'given' })
  }
  run(root, 'branch', 'release-1.4', merge)
  const error = await thrown(choose(root, { event, base: 'relaese-1.4' }))
  expect(error.message).toBe('There is no commit `relaese-1.4`; did you mean `release-1.4`?')
  for (const unknown of ['--upload-pack=x', 'a b', 'no^{/such}', 'a'.repeat(40)]) {
    expect((await thrown(choose(root, { event, base: unknown }))).message).toBe(
      `There is no commit \`${unknown}\``,
    )
  }
})

test('the working tree can be measured in a workflow as well', async () => {
  const { origin, m, f, merge } = pullRequestOrigin()
  const root = shallowCheckout(origin, folder.make('clone'), merge)
  const chosen = await choose(root, { event: pullRequest(f(3), m(1)), head: '.' })
  expect(chosen).toEqual({
    base: { sha: m(30), how: 'merge-parent' },
    head: { sha: merge, how: 'working-tree' },
  })
})

test('a payload that is none is an error with its place', async () => {
  const root = init(folder.make('clone'))
  commit(root, 'one')
  for (const [name, payload, place] of [
    [
      'pull_request',
      { pull_request: { head: { sha: 'x' }, base: { ref: 'main' } } },
      'pull_request.head.sha',
    ],
    ['push', {}, 'before'],
    ['merge_group', null, 'content'],
  ] as const) {
    expect((await thrown(choose(root, { event: { name, payload } }))).message).toContain(
      `${name} has no usable ${place}`,
    )
  }
})
