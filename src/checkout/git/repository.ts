import { realpath } from 'node:fs/promises'
import { UserError } from '../../errors.ts'
import { gitFailure, type Repository, runGit } from './git.ts'

export type { Repository } from './git.ts'

/**
 * The repository in which `directory` lies. Throws UserError when there is none to work with: none at all, a
 * bare one, one without a commit.
 */
export async function openRepository(
  directory: string,
  access: Omit<Repository, 'root'> = {},
): Promise<Repository> {
  const here: Repository = { ...access, root: await existing(directory) }
  await requireGit(here)
  const question = ['rev-parse', '--is-inside-work-tree', '--show-toplevel']
  const answer = await runGit(here, question, {})
  if (answer.status !== 0) throw refusal(here, question, answer)
  // Below .git itself git knows no root either.
  const [inside, ...lines] = answer.stdout.split('\n')
  if (inside !== 'true' || lines.length === 0) throw bare(directory)
  // A path may hold newlines itself.
  const root = lines.join('\n')
  const repository = { ...here, root }
  const head = await runGit(repository, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], {})
  if (head.status !== 0) {
    throw new UserError(
      `The repository ${root} has no commit yet`,
      'Commit something first: leakdiff compares commits.',
    )
  }
  return repository
}

async function existing(directory: string): Promise<string> {
  return await realpath(directory).catch((cause: unknown) => {
    throw new UserError(`There is no folder ${directory}`, 'Start leakdiff in a checkout.', { cause })
  })
}

/** Older ones ignore GIT_CONFIG_COUNT: our settings and the token would be dropped without a word. */
const oldest = [2, 31] as const

/** Throws UserError where there is no git, or one that is too old. */
export async function requireGit(repository: Repository): Promise<void> {
  const { stdout } = await runGit(repository, ['version'], {})
  const [, major = '0', minor = '0'] = /version (\d+)\.(\d+)/.exec(stdout) ?? []
  if (Number(major) > oldest[0] || (Number(major) === oldest[0] && Number(minor) >= oldest[1])) return
  throw new UserError(
    `${stdout.trim() || 'This git'} is too old`,
    `Install git ${oldest.join('.')} or newer.`,
  )
}

function refusal(
  repository: Repository,
  question: readonly string[],
  answer: Parameters<typeof gitFailure>[2],
): UserError {
  if (/must be run in a work tree/.test(answer.stderr)) return bare(repository.root)
  if (/not a git repository/i.test(answer.stderr)) {
    return new UserError(
      `${repository.root} is not in a git repository`,
      'Start leakdiff in a checkout; in a workflow, run actions/checkout in a step before.',
    )
  }
  if (/dubious ownership/.test(answer.stderr)) {
    return new UserError(
      `git does not trust ${repository.root}: it belongs to another user`,
      `If it is yours, allow it: git config --global --add safe.directory ${repository.root}`,
    )
  }
  return gitFailure(repository, question, answer)
}

function bare(directory: string): UserError {
  return new UserError(
    `${directory} has no work tree: it is a bare repository or the inside of .git`,
    'Start leakdiff in a checkout of it: git clone, then run there.',
  )
}
