import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shellWord } from '../../cli/terminal/shell-word.ts'

/** Where the action runs: what the runner says in its environment. */
export interface Job {
  readonly repository: { readonly owner: string; readonly repo: string }
  /** `https://github.com`, without a slash at the end. */
  readonly serverUrl: string
  readonly apiUrl: string
  /** The page of this run; null outside a run. */
  readonly runUrl: string | null
  /** The run's id, which grows from run to run; 0 outside one. */
  readonly run: number
  /** `refs/heads/main`, `refs/pull/1/merge`. */
  readonly ref: string
  /** `leaks.yml`, else the workflow's name, else `workflow`. */
  readonly workflow: string
  /** `.github/workflows/leaks.yml`, where it is of this repository; null: it is not, or nobody says. */
  readonly workflowPath: string | null
  /** The job's id in the workflow file. */
  readonly id: string
  /** The step's id, or what the runner calls it: `__OWNER_leakdiff`, `__self_2`. */
  readonly step: string
  /** How often the run was started; 1 at first. */
  readonly attempt: number
  /** The checkout in which the action runs, absolute. */
  readonly workspace: string
  /** The runner's folder for temporary files, absolute. */
  readonly temp: string
  /** The commit that the event stands for. */
  readonly sha: string
  /** `OWNER/REPO#REF` of the running action. */
  readonly action: string
  /** What starts this leakdiff in a checkout of the pull request: `npx github:OWNER/REPO#REF`. */
  readonly starter: string
  /** Whether the runner has a service for artifacts that the action's library speaks to. */
  readonly keepsArtifacts: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

export function readJob(env: Environment): Job {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/')
  const serverUrl = env.GITHUB_SERVER_URL || 'https://github.com'
  return {
    repository: { owner, repo },
    serverUrl,
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    runUrl: env.GITHUB_RUN_ID ? `${serverUrl}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID}` : null,
    run: Number(env.GITHUB_RUN_ID) || 0,
    ref: env.GITHUB_REF ?? '',
    workflow: workflowFile(env.GITHUB_WORKFLOW_REF) ?? env.GITHUB_WORKFLOW ?? 'workflow',
    workflowPath: workflowPath(env),
    id: env.GITHUB_JOB || 'job',
    step: env.GITHUB_ACTION ?? '',
    attempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    temp: env.RUNNER_TEMP || tmpdir(),
    sha: env.GITHUB_SHA ?? '',
    action: actionReference(env),
    starter: starterOf(env),
    keepsArtifacts:
      Boolean(env.ACTIONS_RESULTS_URL) && /^https:\/\/(github\.com|[^/]+\.ghe\.com)$/.test(serverUrl),
  }
}

/** `leaks.yml` of `acme/widget/.github/workflows/leaks.yml@refs/pull/1/merge`. */
function workflowFile(reference: string | undefined): string | null {
  const path = reference?.split('@')[0]
  return path?.split('/').at(-1) || null
}

function workflowPath({
  GITHUB_REPOSITORY: repository,
  GITHUB_WORKFLOW_REF: reference,
}: Environment): string | null {
  const start = `${repository}/`
  if (!reference?.startsWith(start)) return null
  return reference.slice(start.length).split('@')[0] || null
}

/** A copy that lies in the checkout itself runs from there: no reference of its own leads to it. */
function starterOf(env: Environment): string {
  if (env.GITHUB_ACTION_REPOSITORY) return `npx github:${actionReference(env)}`
  const here = env.GITHUB_ACTION_PATH ?? dirname(dirname(fileURLToPath(import.meta.url)))
  const path = relative(env.GITHUB_WORKSPACE || process.cwd(), join(here, 'dist/cli.mjs'))
  return path.startsWith('..') ? 'leakdiff' : `node ${shellWord(path)}`
}

/** Of a step with `uses: ./` the repository itself. */
function actionReference(env: Environment): string {
  if (!env.GITHUB_ACTION_REPOSITORY) return env.GITHUB_REPOSITORY ?? ''
  const reference = env.GITHUB_ACTION_REF
  return reference ? `${env.GITHUB_ACTION_REPOSITORY}#${reference}` : env.GITHUB_ACTION_REPOSITORY
}
