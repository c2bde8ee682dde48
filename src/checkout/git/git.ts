import { execa } from 'execa'
import { InconclusiveError, UserError } from '../../errors.ts'
import { timeLimits } from '../../time-limits.ts'
import { type Credentials, gitEnvironment, secretsOf } from './environment.ts'

/** The user's repository, as every git command of ours needs it. */
export interface Repository {
  /** Absolute path of the work tree's root. */
  readonly root: string
  /** What fetches from a private origin; left out: what the user has set up. */
  readonly credentials?: Credentials | null | undefined
  /**
   * true: the checkout may belong to another user, as it does for a job in a container.
   * Only ever for a runner's workspace.
   */
  readonly trusted?: boolean | undefined
}

type Variables = Readonly<Record<string, string>>

interface Ended {
  readonly stdout: string
  readonly stderr: string
  /** null: it did not end by itself. */
  readonly status: number | null
  readonly reason: string
}

/**
 * Runs git in the root: its output without the last newline. Throws UserError with command,
 * reason and the last lines of stderr.
 */
export async function git(
  repository: Repository,
  args: readonly string[],
  variables: Variables = {},
): Promise<string> {
  const ended = await runGit(repository, args, variables)
  if (ended.status === 0) return ended.stdout
  throw gitFailure(repository, args, ended)
}

/** As `git`, for questions: null when git answers no, with one of these exit statuses. */
export async function askGit(
  repository: Repository,
  args: readonly string[],
  no: readonly number[] = [1],
): Promise<string | null> {
  const ended = await runGit(repository, args, {})
  if (ended.status === 0) return ended.stdout
  if (ended.status !== null && no.includes(ended.status)) return null
  throw gitFailure(repository, args, ended)
}

/** Runs git and gives its output line by line, without holding it. Throws as `git` does, at the end. */
export async function* gitLines(repository: Repository, args: readonly string[]): AsyncGenerator<string> {
  const running = execa('git', [...args], { ...options(repository, {}), buffer: { stdout: false } })
  yield* running.iterable({ from: 'stdout' })
  const ended = endedOf(await running)
  if (ended.status !== 0) throw gitFailure(repository, args, ended)
}

/** How git ended, whatever it said; throws UserError only when there is no git. */
export async function runGit(
  repository: Repository,
  args: readonly string[],
  variables: Variables,
): Promise<Ended> {
  const result = await execa('git', [...args], options(repository, variables))
  if (result.code === 'ENOENT') {
    throw new UserError(
      `git could not be started in ${repository.root}`,
      'Install git 2.31 or newer, put it on the PATH, and start leakdiff in a folder that exists.',
    )
  }
  return endedOf(result)
}

function options({ root, credentials, trusted }: Repository, variables: Variables) {
  return {
    cwd: root,
    env: { ...gitEnvironment(process.env, credentials ?? null, trusted ?? false), ...variables },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
    timeout: timeLimits.git,
  } as const
}

interface Finished {
  readonly stdout?: string | undefined
  readonly stderr?: string | undefined
  readonly exitCode?: number | undefined
  readonly signal?: string | undefined
  readonly timedOut: boolean
  readonly originalMessage?: string | undefined
}

function endedOf({ stdout = '', stderr = '', exitCode, signal, timedOut, originalMessage }: Finished): Ended {
  const reason = timedOut
    ? 'did not end within 15 minutes'
    : exitCode !== undefined
      ? `ended with status ${exitCode}`
      : (originalMessage ?? `was ended by ${signal ?? 'an unknown signal'}`)
  return { stdout, stderr, status: exitCode ?? null, reason }
}

/** The error for a git command that did not do what it had to. The token appears in no message. */
export function gitFailure(repository: Repository, args: readonly string[], ended: Ended): UserError {
  const tail = ended.stderr
    .trimEnd()
    .split('\n')
    .slice(-8)
    .map((line) => `  ${line}`)
    .join('\n')
  const text = `\`git ${args.join(' ')}\` ${ended.reason}${tail.trim() === '' ? '' : `:\n${tail}`}`
  const masked = secretsOf(repository.credentials ?? null).reduce(
    (said, secret) => said.replaceAll(secret, '***'),
    text,
  )
  return explained(masked, ended.stderr)
}

// git tells why it could not write a file only where it opens it.
const full = /No space left on device|Disk quota exceeded|unable to write file/
const away = /from promisor remote|unable to access|Could not resolve host/

/**
 * What is the machine's or the network's doing says nothing about the pull request,
 * nor about the configuration.
 */
function explained(text: string, said: string): UserError {
  if (full.test(said))
    return new InconclusiveError('disk-full', text, 'Free some space where temporary files lie (TMPDIR).')
  if (away.test(said)) return new InconclusiveError('fetch-failed', text, fetchRemedy)
  if (/Read-only file system|Permission denied/.test(said))
    return new UserError(
      text,
      'Make .git writable: worktrees of base and head are noted there until the run ends. Or run leakdiff in a clone of the checkout.',
    )
  return new UserError(
    text,
    'Run the command in the checkout to see more; what git said last usually names the cause.',
  )
}

export const fetchRemedy =
  'Run it again if the network failed. A private repository needs a token with the permission contents: read; actions/checkout with fetch-depth: 0 leaves nothing to fetch.'
