import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { ChosenCommits } from '../../src/checkout/revision.ts'
import { checkOut, containsDirectory, releaseSync } from '../../src/checkout/worktree/worktree.ts'
import { ConfigError, describeError } from '../../src/errors.ts'
import { commit, fingerprint, init, run, testFolder, write } from './repositories.ts'

const folder = testFolder()
const one = [{ directory: '.', driver: [] }]
const text = (...path: string[]) => readFileSync(join(...path), 'utf8')

function between(base: string | null, head: string): ChosenCommits {
  return { base: base === null ? null : { sha: base, how: 'given' }, head: { sha: head, how: 'given' } }
}

/**
 * Two commits, an edited file, a staged one, an untracked one, a stash and a branch:
 * everything that must stay as it is.
 */
function busyRepository() {
  const root = init(folder.make('user'))
  const base = commit(root, 'base', {
    'a.txt': 'base\n',
    '.gitignore': 'ignored\n',
    'scripts/round.sh': 'old\n',
    'scripts/gone.sh': 'x\n',
  })
  run(root, 'rm', '-q', 'scripts/gone.sh')
  const head = commit(root, 'head', {
    'a.txt': 'head\n',
    'scripts/round.sh': 'new\n',
    'new/driver.sh': 'd\n',
  })
  write(root, { 'a.txt': 'stashed\n' })
  run(root, 'stash', '-q')
  write(root, { 'a.txt': 'edited\n', untracked: 'u\n', ignored: 'i\n', staged: 's\n' })
  run(root, 'add', 'staged')
  run(root, 'branch', 'other', base)
  return { root, base, head }
}

test('each side lies in a worktree of its own, and nothing is left of them', async () => {
  const { root, base, head } = busyRepository()
  const before = fingerprint(root)
  let own = ''
  {
    await using revisions = await checkOut({ root }, between(base, head), { workloads: one })
    own = revisions.folder
    expect(own).toMatch(new RegExp(`/leakdiff-${process.pid}-[A-Za-z0-9]{6}$`))
    expect(revisions.base).toEqual({
      checkout: root,
      side: 'base',
      sha: base,
      how: 'given',
      directory: join(own, 'base'),
    })
    expect(text(own, 'base/a.txt')).toBe('base\n')
    expect(text(own, 'head/a.txt')).toBe('head\n')
    expect(run(revisions.head.directory, 'status', '--porcelain')).toBe('')
    expect(lstatSync(own).mode & 0o777).toBe(0o700)
    expect(revisions.notes).toEqual([])
  }
  expect(existsSync(own)).toBe(false)
  expect(run(root, 'worktree', 'list').split('\n')).toHaveLength(1)
  expect(fingerprint(root)).toEqual(before)
})

test('a base may be missing', async () => {
  const { root, head } = busyRepository()
  await using revisions = await checkOut({ root }, between(null, head), {
    workloads: [{ directory: '.', driver: ['scripts'] }],
  })
  expect(revisions.base).toBeNull()
  expect(readdirSync(revisions.folder).sort()).toEqual(['head', 'repository'])
})

test('drivers of head take the place of base, what base alone has in them goes', async () => {
  const { root, base, head } = busyRepository()
  chmodSync(join(root, 'scripts/round.sh'), 0o755)
  const workloads = [
    { directory: '.', driver: ['scripts', 'new/driver.sh'] },
    { directory: 'scripts', driver: ['scripts'] },
  ]
  await using revisions = await checkOut({ root }, between(base, head), { workloads })
  expect(text(revisions.folder, 'base/scripts/round.sh')).toBe('new\n')
  expect(text(revisions.folder, 'base/new/driver.sh')).toBe('d\n')
  expect(existsSync(join(revisions.folder, 'base/scripts/gone.sh'))).toBe(false)
  expect(text(revisions.folder, 'base/a.txt')).toBe('base\n')
  if (revisions.base === null) throw new Error('no base')
  expect(await containsDirectory(revisions.base, 'new')).toBe(false)
  expect(await containsDirectory(revisions.base, 'a.txt')).toBe(false)
  expect(await containsDirectory(revisions.base, 'scripts')).toBe(true)
  expect(await containsDirectory(revisions.base, '.')).toBe(true)
  expect(await containsDirectory(revisions.head, 'new')).toBe(true)
})

test('a driver never writes through a link of base, nor reads through one of head', async () => {
  const root = init(folder.make('links'))
  const outside = folder.make('outside')
  write(outside, { 'round.sh': 'theirs\n' })
  symlinkSync(outside, join(root, 'scripts'))
  const linked = commit(root, 'scripts is a link')
  run(root, 'rm', '-q', 'scripts')
  const plain = commit(root, 'scripts is a folder', { 'scripts/round.sh': 'ours\n' })
  symlinkSync('round.sh', join(root, 'scripts/again.sh'))
  const head = commit(root, 'with a link inside')
  {
    const workloads = [{ directory: '.', driver: ['scripts/round.sh', 'scripts/again.sh'] }]
    await using revisions = await checkOut({ root }, between(linked, head), { workloads })
    expect(text(revisions.folder, 'base/scripts/round.sh')).toBe('ours\n')
    expect(readlinkSync(join(revisions.folder, 'base/scripts/again.sh'))).toBe('round.sh')
    expect(text(outside, 'round.sh')).toBe('theirs\n')
  }
  const workloads = [{ directory: '.', driver: ['scripts/round.sh'] }]
  await expect(checkOut({ root }, between(plain, linked), { workloads })).rejects.toThrow(ConfigError)
})

test('what head lacks is said, and nothing is left', async () => {
  const { root, base, head } = busyRepository()
  const before = fingerprint(root)
  const said = (workload: { directory: string; driver: string[] }) =>
    checkOut({ root }, between(base, head), { workloads: [workload] }).then(
      () => 'checked out',
      describeError,
    )
  expect(await said({ directory: '.', driver: ['scripts/ronud.sh'] })).toMatch(
    /`driver`: head [0-9a-f]{7} has no scripts\/ronud.sh; did you mean `scripts\/round.sh`\?\n.*ignored files are not a part/,
  )
  expect(await said({ directory: 'script', driver: [] })).toMatch(
    /`directory`: head .* has no script; did you mean `scripts`/,
  )
  expect(await said({ directory: 'a.txt', driver: [] })).toMatch(/`directory`: head .* has no a.txt/)
  const broken = checkOut({ root }, between('a'.repeat(40), head), { workloads: one }).then(
    () => '',
    describeError,
  )
  expect(await broken).toMatch(/`git worktree add .*` ended with status 128/)
  expect(fingerprint(root)).toEqual(before)
})

test('folders that a build made read-only are removed', async () => {
  const { root, base, head } = busyRepository()
  let own = ''
  {
    await using revisions = await checkOut({ root }, between(base, head), { workloads: one })
    own = revisions.folder
    const cache = join(own, 'base/cache/module')
    mkdirSync(cache, { recursive: true })
    writeFileSync(join(cache, 'file'), '')
    chmodSync(cache, 0o500)
  }
  expect(existsSync(own)).toBe(false)
})

test("a workload that breaks its worktree's link to the repository leaves nothing either", async () => {
  const { root, base, head } = busyRepository()
  const before = fingerprint(root)
  {
    await using revisions = await checkOut({ root }, between(base, head), { workloads: one })
    writeFileSync(join(revisions.folder, 'base/.git'), 'gitdir: /somewhere/else\n')
  }
  expect(fingerprint(root)).toEqual(before)
})

test('a release at once is complete, and may be followed by the usual one', async () => {
  const { root, base, head } = busyRepository()
  const before = fingerprint(root)
  await using revisions = await checkOut({ root }, between(base, head), { workloads: one })
  const other = await checkOut({ root }, between(base, head), { workloads: one })
  releaseSync()
  expect(existsSync(revisions.folder) || existsSync(other.folder)).toBe(false)
  expect(fingerprint(root)).toEqual(before)
})

test('a sparse checkout is noted, with what the revisions lack', async () => {
  const root = init(folder.make('sparse'))
  const sha = commit(root, 'one', { 'app/a.txt': 'a', 'docs/b.txt': 'b', 'docs/c.txt': 'c' })
  run(root, 'sparse-checkout', 'set', 'app')
  await using revisions = await checkOut({ root }, between(sha, sha), { workloads: one })
  expect(existsSync(join(revisions.head.directory, 'docs/b.txt'))).toBe(false)
  const [note, ...more] = revisions.notes
  expect(more).toEqual([])
  expect(note?.text).toMatch(/^The checkout is sparse: 2 files of head are in neither revision\. Leave/)
})

test('a checkout that is sparse no longer is not noted', async () => {
  const root = init(folder.make('whole'))
  const sha = commit(root, 'one', { 'app/a.txt': 'a', 'docs/b.txt': 'b' })
  run(root, 'sparse-checkout', 'set', 'app')
  run(root, 'sparse-checkout', 'disable')
  await using revisions = await checkOut({ root }, between(sha, sha), { workloads: one })
  expect(revisions.notes).toEqual([])
})

test('submodules are noted', async () => {
  const root = init(folder.make('submodules'))
  const sha = commit(root, 'one', { '.gitmodules': '[submodule "x"]\n\tpath = x\n\turl = ../x\n' })
  await using revisions = await checkOut({ root }, between(sha, sha), { workloads: one })
  expect(revisions.notes.map(({ code }) => code)).toEqual(['submodules'])
})

test("a linked worktree of the user's works as well, and stays", async () => {
  const { root, base, head } = busyRepository()
  const linked = folder.make('linked')
  run(root, 'worktree', 'add', '-q', '--detach', join(linked, 'base'), head)
  {
    await using revisions = await checkOut({ root: join(linked, 'base') }, between(base, head), {
      workloads: one,
    })
    expect(text(revisions.folder, 'base/a.txt')).toBe('base\n')
  }
  expect(run(root, 'worktree', 'list')).toContain(linked)
  expect(readdirSync(join(root, '.git/worktrees'))).toEqual(['base'])
})

const holder = fileURLToPath(new URL('./fixtures/holds-a-checkout.mjs', import.meta.url))

/** Another leakdiff, which holds both worktrees until it is ended. */
async function otherProcess(root: string, base: string, head: string) {
  const bundle = join(folder.make('bundle'), 'worktree.mjs')
  const child = spawn(process.execPath, [holder, bundle, root, base, head], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const own = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('exit', () => reject(new Error('ended before it held a checkout')))
  })
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill(signal)
    })
  return { own, end }
}

test('what a killed process left is removed at the next start, what a living one holds is not', async () => {
  const { root, base, head } = busyRepository()
  const before = fingerprint(root)
  const mine = folder.make('mine')
  run(root, 'worktree', 'add', '-q', '--detach', join(mine, 'gone'), head)
  const killed = await otherProcess(root, base, head)
  const living = await otherProcess(root, base, head)
  await killed.end('SIGKILL')
  expect(existsSync(killed.own)).toBe(true)
  {
    await using revisions = await checkOut({ root }, between(base, head), { workloads: one })
    expect(existsSync(killed.own)).toBe(false)
    expect(existsSync(join(living.own, 'base/a.txt'))).toBe(true)
    expect(run(root, 'worktree', 'list')).toContain(living.own)
    expect(run(root, 'worktree', 'list')).not.toContain(killed.own)
    expect(revisions.folder.startsWith(tmpdir())).toBe(true)
  }
  await living.end('SIGTERM')
  expect(existsSync(living.own)).toBe(false)
  run(root, 'worktree', 'remove', join(mine, 'gone'))
  expect(fingerprint(root)).toEqual(before)
})
