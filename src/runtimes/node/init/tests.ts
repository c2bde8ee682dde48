import { findTests, onlyJudges } from '../test-command/find-tests.ts'
import type { Manifest } from './manifest.ts'

/**
 * The command of the project's tests, as far as it runs them; null: there are none. What is behind a program
 * that is not known (`make test`, `./test.sh`), and whether they can be repeated, is told by trying.
 * What has the tests of `packages` run is none where each of these is measured by itself.
 */
export function testCommand({ scripts }: Manifest, packages: readonly Manifest[] = []): string | null {
  const { test } = scripts
  if (test === undefined || isNothing.test(test)) return null
  const found = findTests(test, scripts)
  if (found?.kind === 'delegated' && packages.some((one) => testCommand(one) !== null)) return null
  if (found?.kind === 'missing' || (found === null && onlyJudges(test, scripts))) return null
  return found?.kind === 'repeatable' ? found.command : 'npm test'
}

/** What `npm init` writes, and what says that there are none. */
const isNothing = /^\s*(?:(?:echo|printf)\b|exit\b|true\b|:\s*$|$)/
