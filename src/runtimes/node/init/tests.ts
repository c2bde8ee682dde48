import { findTests, onlyJudges } from '../test-command/find-tests.ts'
import type { Manifest } from './manifest.ts'

/**
 * The command of the project's tests, as far as it runs them; null: there are none. What is behind a program
 * that is not known (`make test`, `./test.sh`), and whether they can be repeated, is told by trying.
 */
export function testCommand({ scripts }: Manifest): string | null {
  const { test } = scripts
  if (test === undefined || isNothing.test(test)) return null
  const found = findTests(test, scripts)
  if (found?.kind === 'missing' || (found === null && onlyJudges(test, scripts))) return null
  return found?.kind === 'repeatable' ? found.command : 'npm test'
}

/** What `npm init` writes, and what says that there are none. */
const isNothing = /^\s*(?:(?:echo|printf)\b|exit\b|true\b|:\s*$|$)/
