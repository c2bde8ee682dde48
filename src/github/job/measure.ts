import type { Commit } from '../../checkout/revision.ts'
import { InconclusiveError } from '../../errors.ts'
import { buildResult } from '../../report/build-result.ts'
import type { Result } from '../../report/result.ts'
import { withoutPrivate } from '../../secrets.ts'
import { version } from '../../version.ts'

interface Commits {
  readonly base: Commit | null
  readonly head: Commit
}

export interface Measurement<C extends Commits> {
  /** Head until commits are chosen: what the event stands for. */
  readonly sha: string
  readonly choose: () => Promise<C>
  readonly run: (commits: C) => Promise<Result>
}

/**
 * The result of choosing and measuring. What makes either inconclusive becomes the result's reason;
 * other errors pass through.
 */
export async function measure<C extends Commits>({ sha, choose, run }: Measurement<C>): Promise<Result> {
  const started = performance.now()
  let commits: Commits = { base: null, head: { sha, how: 'head' } }
  try {
    const chosen = await choose()
    commits = chosen
    return await run(chosen)
  } catch (error) {
    if (!(error instanceof InconclusiveError)) throw error
    const reasons = [
      { code: error.code, text: withoutPrivate(error.message), remedy: withoutPrivate(error.remedy) },
    ]
    const seconds = (performance.now() - started) / 1000
    return buildResult({ version, ...commits, reasons, workloads: [], seconds })
  }
}
