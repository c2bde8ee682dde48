import * as core from '@actions/core'
import { getOctokit } from '@actions/github'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'

export type GitHub = ReturnType<typeof createGitHub>

/** How long GitHub may make us wait in all, in milliseconds: a report is not worth more of a runner's time. */
export const patience = 60_000

/**
 * GitHub's REST API with retries (5xx, lost connections) and its rate limits kept, through the runner's proxy.
 * Waits that would end after `patience`, counted from now, are not begun: the request then fails with GitHub's own answer.
 */
export function createGitHub(token: string, apiUrl: string) {
  const deadline = Date.now() + patience
  const inTime = (seconds: number) => Date.now() + seconds * 1000 < deadline
  const options = {
    baseUrl: apiUrl,
    log: { debug: core.debug, info: core.debug, warn: core.debug, error: core.debug },
    // 429 belongs to throttling: the retry plugin would repeat it after a second, whatever `retry-after` asks.
    retry: { retries: 3, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    throttle: { id: crypto.randomUUID(), onRateLimit: inTime, onSecondaryRateLimit: inTime },
  }
  return getOctokit(token, options, retry, throttling)
}
