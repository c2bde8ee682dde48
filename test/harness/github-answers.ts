import type { Answer } from './gate-types.ts'

/** What GitHub says, word for word where a client may read the words. */

const documentation = 'https://docs.github.com/rest'
const json = (status: number, body: object, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  text: JSON.stringify({ documentation_url: documentation, ...body }),
})

export const serverError = json(502, { message: 'Server Error' })
export const notJson = json(400, { message: 'Problems parsing JSON' })
export const notForInstallations = json(403, {
  message: 'Resource not accessible by integration',
  status: '403',
})
export const limited = (why: string) =>
  json(403, { message: `Request forbidden by administrative rules. ${why}` })
export const unknownOperation = (method: string, path: string) =>
  json(501, { message: `gate: ${method} ${path} is not among the requests that leakdiff is known to make` })
export const schemaError = (errors: readonly string[]) =>
  json(422, { message: "gate: the request does not fit GitHub's schema", errors })

/** GitHub asks to wait; without `seconds` it does not say how long. */
export const secondaryLimit = (status: 403 | 429, seconds?: number) =>
  json(
    status,
    { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
    seconds === undefined ? {} : { 'retry-after': String(seconds) },
  )

/** The hour's requests are used up; more in `seconds`. */
export const primaryLimit = (seconds: number) =>
  json(
    403,
    { message: 'API rate limit exceeded for installation ID 1.' },
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + seconds) },
  )

export const badCredentials = json(401, { message: 'Bad credentials', status: '401' })
export const notFound = json(404, { message: 'Not Found', status: '404' })
export const gone = json(410, { message: 'This issue was deleted', status: '410' })
export const locked = json(403, {
  message: 'Unable to create comment because issue is locked.',
  status: '403',
})

/**
 * GraphQL's answer to `{ viewer { login } }`, the one query that leakdiff makes;
 * `user` is what REST says of a person.
 */
export function viewer(user: Answer, query: string, installation: boolean): Answer {
  if (!/^\{"query":"\{ viewer \{ login \} \}"\}$/.test(query))
    return unknownOperation('POST', `/graphql ${query}`)
  const login = installation ? 'github-actions[bot]' : JSON.parse(user.text).login
  return json(user.status, { data: { viewer: { login } } })
}

const message = 'Body is too long (maximum is 65536 characters)'
const errors = [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }]
export const tooLong = json(422, { message: 'Validation Failed', errors, status: '422' })

export function bodyTooLong(body: unknown): Answer | null {
  const text = body && typeof body === 'object' && 'body' in body ? String(body.body) : ''
  return text.length <= 65_536 ? null : tooLong
}

const passedOn = [
  'link',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'x-ratelimit-resource',
]

/**
 * The emulator's answer as GitHub words it: links to the address asked,
 * and what a token lacks by the name of the permission.
 */
export function rewritten(answer: Answer, upstream: string, own: string): Answer {
  const port = new URL(upstream).port
  const address = new RegExp(`http://(localhost|127\\.0\\.0\\.1):${port}`, 'g')
  const kept = passedOn.flatMap((name) => {
    const value = answer.headers?.[name]
    return value === undefined ? [] : [[name, value.replace(address, own)]]
  })
  const headers = Object.fromEntries(kept)
  if (answer.status !== 403 || !answer.text.includes('"Forbidden"')) return { ...answer, headers }
  headers['x-accepted-github-permissions'] = 'issues=write; pull_requests=write'
  return { ...notForInstallations, headers }
}
