import type { Frame } from '../../profile/profile.ts'

const plumbing = new Set(['node:internal/async_hooks', 'node:internal/timers', 'node:timers'])
const network =
  /^node:(?:net|tls|_tls_wrap|_http_\w+|http|https|http2|internal\/(?:http|http2\/\w+|stream_base_commons|deps\/undici\/\w+))$/

/** True for the frames between a call of setTimeout and the hook that sees it. */
export const isTimerPlumbing = (file: string): boolean => plumbing.has(file)

/**
 * True for a timer that Node's network modules set by themselves: keep-alive and idle limits of a connection,
 * the cached Date header. The connection is counted already, as its handle; these come and go with the clock.
 */
export function isNetworkTimer(type: string | undefined, stack: readonly Frame[]): boolean {
  if (type !== 'Timeout') return false
  const creator = stack.findLast((frame) => !isTimerPlumbing(frame.file))
  return creator === undefined || network.test(creator.file)
}
