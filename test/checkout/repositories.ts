import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'

/**
 * Real repositories in a folder that lasts as long as the test file;
 * git reads no settings of the person who runs the tests.
 */
export function testFolder(): { readonly make: (name: string) => string } {
  let folder = ''
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'leakdiff-test-checkout-')))
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null')
    vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1')
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    make: (name) => {
      const path = mkdtempSync(join(folder, `${name}-`))
      return path
    },
  }
}

const identity = {
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
}

/** git as a user would run it. */
export function run(directory: string, ...args: string[]): string {
  const env = { ...process.env, ...identity }
  return execFileSync('git', args, {
    cwd: directory,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trimEnd()
}

export function write(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
}

let clock = 1_700_000_000

/** Commits everything, a minute after the commit before. */
export function commit(
  directory: string,
  message: string,
  files: Readonly<Record<string, string>> = {},
): string {
  write(directory, files)
  run(directory, 'add', '--all')
  clock += 60
  const date = `@${clock} +0000`
  const env = { ...process.env, ...identity, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
  execFileSync('git', ['commit', '-q', '--allow-empty', '-m', message], { cwd: directory, env })
  return run(directory, 'rev-parse', 'HEAD')
}

export function init(directory: string): string {
  run(directory, 'init', '-q', '-b', 'main', '--template=')
  return directory
}

/** What actions/checkout makes of one commit: a clone without history, branches, or credentials. */
export function shallowCheckout(origin: string, directory: string, sha: string, depth = 1): string {
  run(directory, 'init', '-q', '-b', 'main', '--template=')
  run(directory, 'remote', 'add', 'origin', `file://${origin}`)
  run(
    directory,
    'fetch',
    '-q',
    '--no-tags',
    `--depth=${depth}`,
    'origin',
    `+${sha}:refs/remotes/pull/1/merge`,
  )
  run(directory, 'checkout', '-q', 'refs/remotes/pull/1/merge')
  return directory
}

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Everything about a checkout that is the user's; `.git/shallow` and objects are git's own. */
export function fingerprint(root: string): Record<string, unknown> {
  const status = execFileSync('git', ['status', '--porcelain', '--ignored'], {
    cwd: root,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
    encoding: 'utf8',
  })
  const directory = join(root, '.git')
  const kept = readdirSync(directory).filter((name) => name !== 'objects' && name !== 'shallow')
  return {
    status,
    refs: run(root, 'for-each-ref'),
    stash: run(root, 'stash', 'list'),
    kept,
    index: hash(join(directory, 'index')),
    config: hash(join(directory, 'config')),
    head: readFileSync(join(directory, 'HEAD'), 'utf8'),
    reflog: existsSync(join(directory, 'logs/HEAD')) && hash(join(directory, 'logs/HEAD')),
  }
}
