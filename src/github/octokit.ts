import { defaults } from '@actions/github/lib/utils'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { Octokit } from '@octokit/rest'
import { debug } from './job/log.ts'

export type GitHub = ReturnType<typeof createGitHub>

/**
 * How long GitHub and its services may make us wait in all, in milliseconds:
 * a report is not worth more of a runner's time.
 */
export const patience = 60_000

/** A request that must not be sent again as it is: what it says may be out of date by then. */
export const once = { retries: 0, once: true } as const

/**
 * GitHub's REST API with retries (5xx, lost connections) and its rate limits kept,
 * through the runner's proxy. Waits that would end after `deadline` (a time of Date.now) are not begun: the
 * request then fails with GitHub's own answer.
 */
export function createGitHub(token: string, apiUrl: string, deadline = Date.now() + patience) {
  const inTime = (seconds: number, { request }: { readonly request: object }) =>
    !('once' in request) && Date.now() + seconds * 1000 < deadline
  const Client = Octokit.plugin(retry, throttling)
  const github = new Client({
    // Of it the proxy is what matters, by which the runner reaches GitHub.
    request: defaults.request ?? {},
    auth: token,
    baseUrl: apiUrl,
    log: { debug: () => {}, info: () => {}, warn: debug, error: debug },
    // 429 belongs to throttling: the retry plugin would repeat it after a second,
    // whatever `retry-after` asks.
    retry: { retries: 3, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    throttle: { id: crypto.randomUUID(), onRateLimit: inTime, onSecondaryRateLimit: inTime },
  })
  github.hook.after('request', ({ data }) => refuseText(data))
  return github
}

/**
 * What a proxy or a sign-in page answers with status 200 must not pass for GitHub's word;
 * what was asked may have been done.
 */
function refuseText(data: unknown): void {
  if (typeof data !== 'string' || data === '') return
  throw Object.assign(new Error('the answer is not JSON'), { status: 502 })
}
