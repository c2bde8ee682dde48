import { basename } from 'node:path'

/**
 * Test runners whose tests cannot be repeated in one process, by the command, or the folder of the package,
 * that is started.
 */
const others: Readonly<Record<string, string>> = {
  ava: 'ava',
  tap: 'tap',
  tape: 'tape',
  jasmine: 'jasmine',
  uvu: 'uvu',
  qunit: 'qunit',
  lab: 'lab',
  karma: 'karma',
  cypress: 'cypress',
  playwright: 'playwright',
  wtr: 'web-test-runner',
  'web-test-runner': 'web-test-runner',
  'cucumber-js': 'cucumber',
  'jasmine-ts': 'jasmine',
  'electron-mocha': 'electron-mocha',
  poku: 'poku',
  rstest: 'rstest',
  testcafe: 'testcafe',
  wdio: 'webdriverio',
}

/**
 * The test runner that `program` (process.argv[1], an absolute path) is the command of,
 * when we cannot repeat its tests; else null.
 */
export function otherRunner(program: string | undefined): string | null {
  const path = program?.replaceAll('\\', '/') ?? ''
  if (!path.includes('/node_modules/')) return null
  const packaged = /.*\/node_modules\/(?:@tapjs\/(?:run|core)|@web\/test-runner|([\w-]+))\//.exec(path)
  const named = basename(path).replace(/\.[cm]?js$/, '')
  return others[named] ?? (packaged?.[1] === undefined ? null : (others[packaged[1]] ?? null))
}

/** Of a word of a command: `npx ava`, `node_modules/.bin/ava`. */
export const otherCommand = (word: string): string | null => others[basename(word)] ?? null

/** What is printed instead of its tests, and read again by `refused`. */
export const refusal = (runner: string): string =>
  `leakdiff: tests of ${runner} cannot be repeated in one process`

/** The runner whose tests were refused in an output; null when there is none. */
export const refused = (output: string): string | null =>
  /leakdiff: tests of ([\w-]+) cannot be repeated in one process/.exec(output)?.[1] ?? null
