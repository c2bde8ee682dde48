import { type Repository, runGit } from '../../checkout/git/git.ts'
import type { Result } from '../../report/result.ts'
import { invocation } from './invocation.ts'
import { shellWord } from './shell-word.ts'

/**
 * The command that has git find the commit which brought a red in, as it has to be typed; null where git
 * cannot look: nothing is committed of it, no base is known, or base and head are neighbours.
 */
export async function bisectCommand(
  repository: Repository,
  { base, head, verdict }: Pick<Result, 'base' | 'head' | 'verdict'>,
  argv: readonly string[],
): Promise<string | null> {
  if (verdict !== 'fail' || base === null) return null
  const told = async (...args: string[]) => (await runGit(repository, args, {})).stdout.trim()
  const bad = head.how === 'working-tree' ? await told('rev-parse', 'HEAD') : head.sha
  if (head.how === 'working-tree' && (await told('status', '--porcelain', '--untracked-files=no')) !== '')
    return null
  const [good, merge, between] = [
    base.sha,
    await told('merge-base', base.sha, bad),
    await told('rev-list', '--count', `${base.sha}..${bad}`),
  ]
  if (merge !== good || !(Number(between) > 1)) return null
  return [
    `git bisect start ${short(bad)} ${short(good)} &&`,
    'git bisect run',
    ...[...invocation(argv), ...kept(argv.slice(2))].map(shellWord),
    `--base ${short(good)} --head HEAD --bisect`,
  ].join(' ')
}

const short = (sha: string): string => sha.slice(0, 12)

/** What was typed, without what every step of a bisection chooses for itself, and without files to write. */
function kept(args: readonly string[]): readonly string[] {
  const left = /^--(?:head|base|json|html|markdown|junit|out|keep|write-profiles)$/
  return args.filter(
    (arg, i) =>
      !/^--(?:bisect|accept|record|debug)$/.test(arg) &&
      !left.test(arg.replace(/=.*$/s, '')) &&
      !left.test(args[i - 1] ?? ''),
  )
}
