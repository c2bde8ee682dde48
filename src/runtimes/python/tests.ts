import type { TestRunner } from '../test-runner.ts'
import { connectTests } from './connect.ts'

/** pytest and unittest: one session a file, in the process that the runner gives it. */
export const tests: TestRunner = {
  repeats: 'pytest and unittest',
  tearDown: 'fixtures of the whole session',
  // A limit for one run of a test would end its repetition.
  command: (text) => text.replace(/\s--session-timeout(?:=|\s+)\S+/g, ''),
  connect: connectTests,
  refused: (output) => (output.includes('leakdiff: tests of pytest --forked') ? 'pytest --forked' : null),
  failures: (output) => [
    ...new Set(Array.from(output.matchAll(/^(?:FAILED|ERROR) (\S+?\.py)\b/gm), ([, name = '']) => name)),
  ],
}
