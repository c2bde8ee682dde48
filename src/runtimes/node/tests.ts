import type { TestRunner } from '../test-runner.ts'
import { connectTests } from './connect.ts'
import { refused } from './probe/tests/other-runner.ts'
import { reaches } from './reaches.ts'
import { repeats } from './test-command/refuse-tests.ts'

/**
 * `node --test` (and a test file run by itself), vitest, jest and mocha: one session a file, in the process
 * that the runner gives it.
 */
export const tests: TestRunner = {
  // A limit for one run of a file would end its repetition, and files in one process could not be told apart.
  command: (text) =>
    text
      .replace(/\s--test-timeout(?:=|\s+)\d+/g, '')
      .replace(/\s--(?:experimental-)?test-isolation(?:=|\s+)["']?none["']?/g, '')
      .replace(/\s--test-force-exit\b/g, ''),
  connect: connectTests,
  repeats,
  reaches,
  tearDown: 'an `after` hook',
  refused: (output) => refused(output),
  failures: (output) =>
    Array.from(
      plain(output).matchAll(/^ *FAIL +(?:\|[^|]*\| +|\S+ +(?=\S+\.[cm]?[jt]sx?\b))?(\S+)/gm),
      ([, name = '']) => name,
    ),
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
const plain = (text: string): string => text.replace(/\x1b\[[\d;]*m/g, '')
