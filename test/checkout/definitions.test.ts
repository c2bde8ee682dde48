import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { changesBetween, type FileChange } from '../../src/checkout/changes/changes.ts'
import { definedBy } from '../../src/checkout/changes/definitions.ts'
import { definitions } from '../../src/runtimes/index.ts'
import { commit, init, testFolder, write } from './repositories.ts'

const folder = testFolder()

it.each([
  ['func (c *LRU[K]) Put(key K) {', ['LRU', 'Put']],
  ['func Put(key string) error {', ['Put']],
  ['type LRU struct {', ['LRU']],
  ['export async function put(key) {', ['put']],
  ['  static async put(key) {', ['put']],
  ['export const put = (key) => {', ['put']],
  ['  if (ready) {', null],
  ['  put(key)', null],
  [`func ${'x'.repeat(600)}(`, null],
])('%s', (line, name) => {
  expect(definedBy(definitions, line)).toEqual(name)
})

const body = (name: string, n: number) =>
  `func ${name}() {\n${Array.from({ length: 8 }, (_, i) => `\tstep${n}(${i})`).join('\n')}\n}\n`

test('renamed and moved functions are told, what only changed is not', async () => {
  const root = init(folder.make('definitions'))
  const base = commit(root, 'base', {
    'a.go': `package a\n\n${body('(c *LRU) Put', 1)}\n${body('Edited', 2)}`,
    'split.go': `package a\n\n${body('Goes', 3)}`,
    'gone.go': `package a\n\n${body('Other', 4)}`,
    'new.go': 'package a\n',
  })
  write(root, {
    'a.go': `package a\n\n${body('(c *Cache) Insert', 1)}\n${body('Edited', 2).replace('Edited()', 'Edited(x int)')}`,
    'split.go': 'package a\n\nvar x = 1\n',
    'new.go': `package a\n\n${body('Goes', 3)}\n${body('Other', 5)}`,
  })
  rmSync(join(root, 'gone.go'))
  const changes = await changesBetween({ root }, base, commit(root, 'head'), definitions)
  const of = (path: string): FileChange['definitions'] => changes.find((c) => c.path === path)?.definitions
  expect(of('a.go')).toEqual({
    renamed: [
      ['LRU', 'Cache'],
      ['Put', 'Insert'],
    ],
    moved: [],
  })
  expect(of('new.go')?.moved).toEqual([
    { name: 'Goes', from: 'split.go' },
    { name: 'Other', from: 'gone.go' },
  ])
})
