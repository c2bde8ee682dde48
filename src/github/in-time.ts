import pTimeout from 'p-timeout'

/**
 * What `work` gives, or an error once `milliseconds` have passed (0 or less: at once);
 * the work itself is not stopped.
 */
export async function inTime<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return await pTimeout(work, { milliseconds: Math.max(1, milliseconds), message: 'no answer in time' })
}
