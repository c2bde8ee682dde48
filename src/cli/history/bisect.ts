import { type BisectRequest, bisect, type Found, type Wanted } from '../../bisect/bisect.ts'
import { askGit, git } from '../../checkout/git/git.ts'
import { openRepository, type Repository } from '../../checkout/git/repository.ts'
import type { Config } from '../../configure/config.ts'
import { workloadHash } from '../../configure/load.ts'
import { exitStatus } from '../../errors.ts'
import { pullRequestOf } from '../../github/pull-request-of.ts'
import { isCI } from '../../log.ts'
import type { BaseCache } from '../../pipeline/base-cache.ts'
import { run } from '../../pipeline/run.ts'
import { plain } from '../../report/render/escape.ts'
import type { Result } from '../../report/result.ts'
import type { Trial } from '../../trial/trial.ts'
import { configOf } from '../options.ts'
import { out } from '../out.ts'
import { interruptible } from '../terminal/interrupt.ts'
import { createProgress } from '../terminal/progress.ts'
import { tell } from '../terminal/tell.ts'

export interface BisectFlags {
  readonly config?: string
  readonly workload?: string
  readonly firstParent?: string
  readonly restart?: string
}

type Given = BisectFlags & { readonly inputs: Readonly<Record<string, string>> }

/**
 * `leakdiff bisect GOOD BAD`: 1 when the commit was found, 3 when several are left that could not be decided.
 * Throws UserError; what was found by then is kept.
 */
export const bisectCommand = (good: string, bad: string, flags: Given): Promise<number> =>
  interruptible((signal) => bisected(good, bad, flags, signal))

async function bisected(good: string, bad: string, flags: Given, signal: AbortSignal): Promise<number> {
  const repository = await openRepository(process.cwd())
  const config = await configOf(repository.root, flags)
  let trials: readonly Trial[] = []
  const measure: BisectRequest['measure'] = async (of, base, head, wanted) => {
    const baseCache = cacheOf(of, base, trials)
    const read: Trial[] = []
    const result = await measured(repository, of, {
      base,
      head,
      baseCache,
      signal,
      wanted,
      onTrials: (r) => void read.push(...r),
    })
    trials = read
    return result
  }
  const [firstParent, restart] = ['firstParent' in flags, 'restart' in flags]
  const say = (line: string) => out(`${plain(line)}\n`)
  const request = { repository, config, good, bad, firstParent, restart, measure, signal, tell: say }
  const found = await bisect(request)
  await told(repository, found, trials)
  return found.kind === 'found' ? exitStatus.fail : exitStatus.inconclusive
}

/**
 * GOOD's first trial of the step before, measured by the same workload: as every cached base it may clear the
 * next commit, and never accuses it.
 */
function cacheOf({ workloads }: Config, base: string | null, trials: readonly Trial[]): BaseCache | null {
  const [only, ...more] = workloads
  if (only === undefined || more.length > 0) return null
  const hash = workloadHash(only)
  const first = trials.find(
    ({ number, sha, side, workloadHash: own }) =>
      side === 'base' && number === 1 && sha === base && own === hash,
  )
  return first === undefined ? null : { find: async () => first, keep: null }
}

async function measured(
  repository: Repository,
  config: Config,
  at: {
    readonly base: string | null
    readonly head: string
    readonly baseCache: BaseCache | null
    readonly signal: AbortSignal
    readonly wanted: Wanted
    readonly onTrials: (trials: readonly Trial[]) => void
  },
): Promise<Result> {
  const progress = createProgress(process.stderr, isCI(process.env))
  try {
    const commit = (sha: string) => ({ sha, how: 'given' }) as const
    return await run({
      config,
      repository,
      commits: { base: at.base === null ? null : commit(at.base), head: commit(at.head) },
      out: null,
      baseCache: at.baseCache,
      log: progress,
      signal: at.signal,
      unexplained: at.wanted === 'verdict',
      onTrials: at.onTrials,
    })
  } finally {
    progress.end()
  }
}

async function told(repository: Repository, found: Found, trials: readonly Trial[]): Promise<void> {
  if (found.kind === 'among') {
    out('\nOne of these commits brought the leak in; which one is not known, as some could not be decided:\n')
    for (const sha of found.commits) out(`  ${await lineOf(repository, sha)}\n`)
    return
  }
  const remote = await askGit(repository, ['config', '--get', 'remote.origin.url'])
  const pull = await pullRequestOf(found.sha, remote, process.env)
  await tell({ result: found.result, trials }, {}, {})
  out(`\nThe first commit that leaks: ${await lineOf(repository, found.sha)}\n`)
  if (pull !== null) out(`It came in by #${pull.number}, ${plain(pull.title)}: ${plain(pull.url)}\n`)
  if (found.result.verdict === 'pass')
    out(
      'Compared with its own parent, this commit passes: what it adds is too little for one comparison to show.\n',
    )
}

async function lineOf(repository: Repository, sha: string): Promise<string> {
  return plain(await git(repository, ['show', '--no-patch', '--format=%H %an, %cs: %s', sha]))
}
