import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findFiles } from '../../src/measure/profiles/find-files.ts'
import { orderFiles } from '../../src/measure/profiles/order-files.ts'

const written = (...names: string[]) =>
  names.map((name, index) => ({ path: name, name, writtenAt: BigInt(1000 + index) }))
const order = (files: ReturnType<typeof written>) => {
  const { by, files: ordered } = orderFiles('heap', files)
  return [by, ...ordered.map(({ name }) => name)]
}

test('numbers in names order them, however they are padded', () => {
  const files = written('mem-2.pprof', 'mem-09.pprof', 'mem-10.pprof').reverse()
  expect(order(files)).toEqual(['number', 'mem-2.pprof', 'mem-09.pprof', 'mem-10.pprof'])
  expect(order(written('mem-2018-01-31T23.pb', 'mem-2018-02-01T00.pb').reverse())[1]).toContain('01-31')
})

test('names that differ in more are ordered by the time of their writing', () => {
  expect(order(written('start.pprof', 'end.pprof').reverse())).toEqual(['time', 'start.pprof', 'end.pprof'])
})

test.each([
  [
    'equal numbers',
    written('mem-1.pprof', 'mem-01.pprof'),
    /mem-1.pprof and mem-01.pprof have the same place/,
  ],
  [
    'equal times',
    written('a', 'b').map((file) => ({ ...file, writtenAt: 1n })),
    /a and b have the same place/,
  ],
  ['numbers against times', written('mem-2', 'mem-1'), /were written in the other order than the numbers/],
])('%s are refused', (_, files, text) => {
  expect(() => orderFiles('heap', files)).toThrow(text)
})

test('globs find files in folders and variables, whatever characters those hold', async () => {
  const root = mkdtempSync(join(tmpdir(), 'find-[files]-'))
  try {
    mkdirSync(join(root, 'out/deep'), { recursive: true })
    mkdirSync(join(root, 'mem-3.pprof'))
    for (const name of ['mem-1.pprof', 'other.txt', 'out/mem-2.pprof', 'out/deep/mem-4.pprof'])
      writeFileSync(join(root, name), '')
    const names = async (glob: string) =>
      (await findFiles(glob, root, { DIR: root, SIDE: 'mem' })).map(({ name }) => name).sort()
    expect(await names('mem-*.pprof')).toEqual(['mem-1.pprof'])
    expect(await names('./out/mem-*.pprof')).toEqual(['mem-2.pprof'])
    expect(await names('$DIR/out/$SIDE-?.pprof')).toEqual(['mem-2.pprof'])
    expect(await names(['$', '{DIR}/out/*'].join(''))).toEqual(['mem-2.pprof'])
    expect(await names('**/*.pprof')).toEqual(['mem-1.pprof', 'out/deep/mem-4.pprof', 'out/mem-2.pprof'])
    expect(await names('mem-1.pprof')).toEqual(['mem-1.pprof'])
    expect(await names('absent/*.pprof')).toEqual([])
    await expect(names('$NONE/*')).rejects.toThrow('$NONE, which is not set')
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
