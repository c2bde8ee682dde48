import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * One job as the runner prepares it: files for outputs and summary, the event,
 * and the environment that names them.
 */
export interface RunnerJob {
  readonly environment: Readonly<Record<string, string>>
  readonly temp: string
  outputs(): Readonly<Record<string, string>>
  summary(): string
  remove(): void
}

export interface JobRequest {
  readonly event: string
  readonly payload: object
  readonly apiUrl: string
  readonly workspace: string
  readonly sha: string
  /** Action inputs by name. */
  readonly inputs: Readonly<Record<string, string>>
}

export function prepareJob(request: JobRequest): RunnerJob {
  const directory = mkdtempSync(join(tmpdir(), 'runner-'))
  const path = (name: string) => join(directory, name)
  const temp = path('temp')
  mkdirSync(temp)
  for (const name of ['output', 'summary', 'env', 'path', 'state']) writeFileSync(path(name), '')
  writeFileSync(path('event.json'), JSON.stringify(request.payload))
  const files = {
    GITHUB_OUTPUT: path('output'),
    GITHUB_STEP_SUMMARY: path('summary'),
    GITHUB_ENV: path('env'),
    GITHUB_PATH: path('path'),
    GITHUB_STATE: path('state'),
    GITHUB_EVENT_PATH: path('event.json'),
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: temp,
  }
  return {
    environment: { ...files, ...surroundings(request), ...inputVariables(request.inputs) },
    temp,
    outputs: () => parseOutputs(readFileSync(path('output'), 'utf8')),
    summary: () => readFileSync(path('summary'), 'utf8'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}

/** Every step here is of a push of its own. */
let runs = 4711

function surroundings({ event, apiUrl, workspace, sha }: JobRequest): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'alice',
    GITHUB_API_URL: apiUrl,
    GITHUB_EVENT_NAME: event,
    GITHUB_GRAPHQL_URL: `${apiUrl}/graphql`,
    GITHUB_JOB: 'reconnect',
    GITHUB_REF: event === 'pull_request' ? 'refs/pull/1/merge' : 'refs/heads/main',
    GITHUB_REPOSITORY: 'acme/widget',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: String(runs++),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: sha,
    GITHUB_WORKFLOW: 'Leaks',
    GITHUB_WORKFLOW_REF: 'acme/widget/.github/workflows/leaks.yml@refs/pull/1/merge',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_DEBUG: '0',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_OS: 'Linux',
  }
}

/** `comment-key` is INPUT_COMMENT-KEY: spaces become underscores, dashes stay. */
function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const variable = (name: string) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [variable(name), value]))
}

/** The runner's file format: `name<<DELIMITER`, the value's lines, the delimiter again. */
function parseOutputs(text: string): Record<string, string> {
  const entries = text.matchAll(/^(?<name>[^\n]+?)<<(?<end>[^\n]+)\n(?<value>[\s\S]*?)\n?\k<end>$/gm)
  return Object.fromEntries([...entries].map(({ groups }) => [groups?.name ?? '', groups?.value ?? '']))
}
