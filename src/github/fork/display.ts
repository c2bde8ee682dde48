import type { Config } from '../../configure/config.ts'
import type { Result } from '../../report/result.ts'
import { refusal } from '../comment/refusal.ts'
import { inTime } from '../in-time.ts'
import type { Inputs } from '../job/inputs.ts'
import type { Job } from '../job/job.ts'
import { info, warn } from '../job/log.ts'
import { targetOf } from '../job/target.ts'
import { createGitHub, patience } from '../octokit.ts'
import { publish } from '../publish/publish.ts'
import { formsOf, optionsOf } from '../publish/rendered.ts'
import type { Reproduction } from '../publish/reproduce.ts'
import { type ForkRun, findPullRequests, originOf } from './run.ts'

export interface Display {
  readonly job: Job
  readonly inputs: Inputs
  readonly config: Config
  readonly run: ForkRun
  /** What of the workloads stands in the repository. */
  readonly texts: Pick<Reproduction, 'committed' | 'file'>
  /** Recomputed here from the fork's trials. */
  readonly result: Result
}

/**
 * Shows what a fork's run measured on its pull request, and without one in the job's summary alone. Decides
 * nothing: that run was the check. The exit status is always 0.
 */
export async function display({ config, inputs, job, result, run, texts }: Display): Promise<number> {
  const deadline = Date.now() + patience
  const number = await pullRequestOf(job, inputs, run, deadline)
  const shown: Result = { ...result, head: headOf(result, run.sha) }
  const forms = formsOf(shown, { ...optionsOf(job, inputs, shown, texts), acceptUntil: null })
  const origin = originOf(job, run)
  const pullRequest = number === null ? null : { number, fromFork: false, closed: false }
  const target = targetOf({ job, pullRequest, inputs, config }, shown)
  const signed = {
    ...forms,
    comment: () => `${forms.comment()}\n\n${origin}\n`,
    summary: () => `${forms.summary()}\n\n${origin}\n`,
    annotations: () => [],
  }
  await publish(shown, signed, { ...target, failOn: 'never', artifact: false }, deadline)
  return 0
}

/** The commit that GitHub names, whatever the fork's files say. */
const headOf = ({ head: { pullRequest } }: Result, sha: string): Result['head'] => ({
  sha,
  how: 'head',
  ...(pullRequest ? { pullRequest: { ...pullRequest, sha } } : {}),
})

async function pullRequestOf(
  job: Job,
  { token }: Inputs,
  run: ForkRun,
  deadline: number,
): Promise<number | null> {
  if (token === null) {
    warn('There is no comment: the input `token` is empty.')
    return null
  }
  try {
    const search = findPullRequests(createGitHub(token, job.apiUrl, deadline), job, run)
    const numbers = await inTime(deadline - Date.now(), search)
    const [number = null, ...more] = numbers
    if (number === null) info('No open pull request has this commit as its newest: there is no comment.')
    if (more.length === 0) return number
    warn(`There is no comment: ${severalOf(numbers)}`)
    return null
  } catch (error) {
    warn(`The pull request could not be found: ${refusal(error, false)}`)
    return null
  }
}

const severalOf = (numbers: readonly number[]): string =>
  `this commit is the newest of ${numbers.map((n) => `#${n}`).join(', ')}, and GitHub does not tell which of them a fork's run is for.`
