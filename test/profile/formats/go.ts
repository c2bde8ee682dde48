import { execFileSync } from 'node:child_process'

/** Whether there is a Go toolchain; tests that need it are skipped without it, but never in CI. */
export const hasGo: boolean = (() => {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' })
    return true
  } catch (cause) {
    if (process.env.CI) throw new Error('There is no `go` on PATH, which these tests need.', { cause })
    console.warn('skipped: tests that need `go`, which is not on PATH')
    return false
  }
})()
