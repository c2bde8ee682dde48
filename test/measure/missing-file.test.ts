import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { missingFile } from '../../src/measure/process/missing-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'leakdiff-test-left-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [checkout, head, base] = ['checkout', 'head', 'base'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]
for (const path of [
  'checkout/.env.test',
  'checkout/api/generated/types.js',
  'checkout/node_modules/express/index.js',
  'checkout/test/load.sh',
  'head/test/load.sh',
  'base/server.js',
  'checkout/server.js',
]) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), '')
}

const on = (side: 'base' | 'head', directory = '.') => ({
  revision: { directory: side === 'base' ? base : head, side, checkout },
  headDirectory: head,
  directory,
})

test.each([
  ["Error: ENOENT: no such file or directory, open '.env.test'", '.', '.env.test'],
  [`cannot open ${head}/.env.test: no such file`, '.', '.env.test'],
  ["Error: Cannot find module 'express'", '.', 'node_modules'],
  ["cannot find './generated/types.js'", 'api', 'api'],
])('%s', (line, directory, path) => {
  expect(missingFile(['starting', line], on('head', directory))).toContain(
    `\`${path}\` is in your checkout and not in this revision`,
  )
})

test('what head has and base lacks may be the driver', () => {
  expect(missingFile(['bash: test/load.sh: No such file or directory'], on('base'))).toContain(
    'name it in `driver`',
  )
})

test.each(['server.js:3 is fine', 'exit 1', 'see https://example.org/.env.tests', '../../etc/passwd'])(
  'nothing is made up from %s',
  (line) => {
    expect(missingFile([line], on('base'))).toBeNull()
  },
)
