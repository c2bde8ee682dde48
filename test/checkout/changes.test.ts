import { renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changesBetween } from '../../src/checkout/changes/changes.ts'
import { describeError } from '../../src/errors.ts'
import { commit, init, run, testFolder, write } from './repositories.ts'

const folder = testFolder()
const lines = (...numbers: (number | string)[]) => `${numbers.join('\n')}\n`
const ten = lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)

test('every kind of change is told in lines of head', async () => {
  const root = init(folder.make('changes'))
  const odd = 'odd\tname\nwith "everything" ünd/päth.txt'
  const base = commit(root, 'base', {
    'edited.go': ten,
    'shorter.go': ten,
    'cut-at-the-top.go': ten,
    'deleted.go': ten,
    'old-name.go': `${ten}renamed\n`,
    'becomes-link': ten,
    'empty.go': '',
    'same.go': ten,
    'binary.bin': 'a\0b',
    'lies.patch': 'x\n',
    [odd]: ten,
  })
  write(root, {
    'edited.go': lines(1, 'two', 3, 4, 'new', 'new', 5, 6, 7, 8, 9, 10),
    'shorter.go': lines(1, 2, 3, 4, 8, 9, 10),
    'cut-at-the-top.go': lines(2, 3, 4, 5, 6, 7, 8, 9, 10),
    'created.go': lines('a', 'b'),
    'binary.bin': 'a\0c',
    'lies.patch': 'x\ndiff --git a/y b/y\n@@ -1 +1,5 @@\n',
    [odd]: `${ten}no newline at the end`,
  })
  rmSync(join(root, 'deleted.go'))
  unlinkSync(join(root, 'becomes-link'))
  symlinkSync('same.go', join(root, 'becomes-link'))
  renameSync(join(root, 'old-name.go'), join(root, 'renamed.go'))
  write(root, { 'renamed.go': `${ten}renamed\nand more\n` })
  const head = commit(root, 'head')

  const changes = await changesBetween({ root }, base, head)
  const told = changes.map(({ path, oldPath, added, hunks }) => [
    path,
    oldPath,
    added,
    hunks.flatMap(({ after, lines }) => (lines === 0 ? [after] : [])),
  ])
  expect(told.sort()).toEqual(
    [
      ['becomes-link', 'becomes-link', [[1, 1]], []],
      ['binary.bin', 'binary.bin', [], []],
      ['created.go', null, [[1, 2]], []],
      ['cut-at-the-top.go', 'cut-at-the-top.go', [], [0]],
      [
        'edited.go',
        'edited.go',
        [
          [2, 2],
          [5, 6],
        ],
        [],
      ],
      ['lies.patch', 'lies.patch', [[2, 3]], []],
      [odd, odd, [[11, 11]], []],
      ['renamed.go', 'old-name.go', [[12, 12]], []],
      ['shorter.go', 'shorter.go', [], [4]],
    ].sort(),
  )
})

test("the user's settings of diff change nothing", async () => {
  const root = init(folder.make('settings'))
  const base = commit(root, 'base', { 'a.go': ten, 'b.go': ten, '.gitattributes': '*.go diff=go\n' })
  const head = commit(root, 'head', {
    'a.go': lines(1, 'two', 3, 4, 5, 6, 7, 8, 'nine', 10),
    'b.go': lines(2, 3, 4, 5, 6, 7, 8, 9, 10),
  })
  const plain = await changesBetween({ root }, base, head)
  const settings = {
    noprefix: 'true',
    mnemonicPrefix: 'true',
    external: 'false',
    context: '8',
    interHunkContext: '20',
    'go.textconv': 'false',
    submodule: 'log',
    colorMoved: 'zebra',
  }
  for (const [key, value] of Object.entries(settings)) run(root, 'config', `diff.${key}`, value)
  run(root, 'config', 'color.ui', 'always')
  expect(await changesBetween({ root }, base, head)).toEqual(plain)
  expect(plain[0]?.added).toEqual([
    [2, 2],
    [9, 9],
  ])
})

test('equal commits differ in nothing, unknown ones are an error', async () => {
  const root = init(folder.make('equal'))
  const sha = commit(root, 'one', { a: '1' })
  expect(await changesBetween({ root }, sha, sha)).toEqual([])
  const text = await changesBetween({ root }, sha, 'a'.repeat(40)).then(() => '', describeError)
  expect(text).toMatch(/`git diff .*` ended with status 128:\n {2}fatal: bad object/)
})
