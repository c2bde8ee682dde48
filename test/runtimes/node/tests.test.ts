import { expect, test } from 'vitest'
import { changed } from '../../../src/runtimes/node/probe/tests/module-text.ts'
import { tests } from '../../../src/runtimes/node/tests.ts'

test('what is meant for one run of the tests is taken out of the command', () => {
  const command = 'npm ci && node --test --test-timeout=500 --test-isolation=none --test-force-exit a.js'
  expect(tests.command(command)).toBe('npm ci && node --test a.js')
  expect(tests.command('node --test --test-timeout 500 --experimental-test-isolation "none"')).toBe(
    'node --test',
  )
  expect(tests.command('npx vitest run --pool threads')).toBe('npx vitest run --pool threads')
})

test('files that failed in vitest are told by name', () => {
  const output = '\x1b[41m FAIL \x1b[49m \x1b[30m|unit|\x1b[39m src/a.test.ts > adds\n FAIL  src/b.test.ts\n'
  expect(tests.failures(output)).toEqual(['src/a.test.ts', 'src/b.test.ts'])
})

test('a vitest of another shape is refused', () => {
  const change = { mark: /function startTests\(/, known: /await runFiles\(/, ours: 'await ours(' }
  expect(changed('export const other = 1', change, 'vitest')).toBe('export const other = 1')
  expect(changed('function startTests() { await runFiles()', change, 'vitest')).toContain('await ours()')
  expect(() => changed('function startTests() {}', change, 'vitest')).toThrow(
    'leakdiff does not know this version of vitest',
  )
})
