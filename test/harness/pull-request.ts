import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Files by path; their contents. */
export type Files = Readonly<Record<string, string>>

/** The same, of any kind. */
type Contents = Readonly<Record<string, string | Uint8Array>>

/**
 * A repository with a main branch and one pull request, checked out the way the runner does:
 * the merge commit alone, detached.
 */
export interface PullRequestRepository {
  /** The shallow checkout. */
  readonly workspace: string
  /** The repository that it was fetched from. */
  readonly origin: string
  readonly base: string
  /** The pull request's newest commit, which moves with every push. */
  head(): string
  /** The commit that merges it into main: what the event's ref stands for. */
  merge(): string
  /** One more commit in the pull request, checked out anew. */
  push(files: Files): void
  /** The event's payload for the newest push. */
  payload(number: number): object
  remove(): void
}

export function makePullRequest(main: Contents, first: Files): PullRequestRepository {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'pull-')))
  const origin = join(directory, 'origin')
  const workspace = join(directory, 'workspace')
  mkdirSync(origin)
  git(origin, 'init', '-q', '-b', 'main')
  commit(origin, main)
  const base = git(origin, 'rev-parse', 'HEAD')
  git(origin, 'checkout', '-q', '-b', 'feature')
  const push = (files: Files) => {
    git(origin, 'checkout', '-q', 'feature')
    commit(origin, files)
    merge(origin)
    checkOut(origin, workspace)
  }
  push(first)
  const head = () => git(origin, 'rev-parse', 'feature')
  return {
    workspace,
    origin,
    base,
    head,
    merge: () => git(origin, 'rev-parse', 'refs/pull/1/merge'),
    push,
    payload: (number) => payload(number, base, head()),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}

function commit(directory: string, files: Contents): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  git(directory, 'add', '-A')
  git(directory, 'commit', '-q', '--allow-empty', '-m', 'change')
}

function merge(origin: string): void {
  git(origin, 'checkout', '-q', '--detach', 'main')
  git(origin, 'merge', '-q', '--no-ff', '-m', 'merge', 'feature')
  git(origin, 'update-ref', 'refs/pull/1/merge', 'HEAD')
}

function checkOut(origin: string, workspace: string): void {
  rmSync(workspace, { recursive: true, force: true })
  mkdirSync(workspace)
  git(workspace, 'init', '-q')
  git(workspace, 'remote', 'add', 'origin', `file://${origin}`)
  git(
    workspace,
    'fetch',
    '-q',
    '--no-tags',
    '--depth=1',
    'origin',
    '+refs/pull/1/merge:refs/remotes/pull/1/merge',
  )
  git(workspace, 'checkout', '-q', '--detach', 'refs/remotes/pull/1/merge')
}

function payload(number: number, base: string, head: string): object {
  const repo = { full_name: 'acme/widget', default_branch: 'main' }
  return {
    action: 'synchronize',
    number,
    pull_request: {
      number,
      base: { ref: 'main', sha: base, repo },
      head: { ref: 'feature', sha: head, repo },
    },
    repository: { ...repo, name: 'widget', owner: { login: 'acme' } },
    sender: { login: 'alice' },
  }
}

/** Runs git with an identity of its own and none of the developer's settings. */
export function git(directory: string, ...args: readonly string[]): string {
  const settings = [
    '-c',
    'user.name=alice',
    '-c',
    'user.email=alice@example.invalid',
    '-c',
    'commit.gpgsign=false',
  ]
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  return execFileSync('git', [...settings, ...args], { cwd: directory, env, encoding: 'utf8' }).trim()
}
