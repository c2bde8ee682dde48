import { findTests } from '../test-command/find-tests.ts'
import type { Manifest } from './manifest.ts'

/**
 * The command of the project's tests, as far as it runs them; null: none is known. Whether they can be
 * repeated is told when they are measured.
 */
export function testCommand({ scripts }: Manifest): string | null {
  const { test } = scripts
  const found = test === undefined ? null : findTests(test, scripts)
  if (found === null || found.kind === 'missing') return null
  return found.kind === 'repeatable' ? found.command : 'npm test'
}
