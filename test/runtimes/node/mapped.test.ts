import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { createMapped, mapsKey } from '../../../src/runtimes/node/probe/sources/mapped.ts'

const folder = mkdtempSync(join(tmpdir(), 'leakdiff-mapped-'))
const file = join(folder, 'shop.ts')
const map = join(folder, 'cached.map')
// The first line of what ran is the third of the source.
writeFileSync(map, JSON.stringify({ version: 3, sources: [file], names: [], mappings: 'AAEA' }))
afterEach(() => void Reflect.deleteProperty(globalThis, mapsKey))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('code that was compiled in memory is told by the lines of its source, other code as it ran', () => {
  expect(createMapped(null)).toBe(null)
  Reflect.set(globalThis, mapsKey, (path: string) => (path === file ? map : undefined))
  const mapped = createMapped(null)
  const rows = [
    ['remind', file, 1],
    ['watch', '/other.js', 1],
  ]
  expect(JSON.parse(mapped?.text(JSON.stringify(['Timeout', rows])) ?? '')).toEqual([
    'Timeout',
    [
      ['remind', file, 3],
      ['watch', '/other.js', 1],
    ],
  ])
  const frame = (url: string) => ({ functionName: 'f', scriptId: '1', url, lineNumber: 0, columnNumber: 0 })
  const node = { id: 1, selfSize: 0, callFrame: frame(file), children: [] }
  mapped?.heap(node)
  expect(node.callFrame.lineNumber).toBe(2)
})

test('code that holds its map is told by line and column', () => {
  // Columns 0 and 10 of the only line are lines 2 and 5 of the source.
  const text = JSON.stringify({ version: 3, sources: ['shop.ts'], names: [], mappings: 'AACA,UAGA' })
  const url = `data:application/json;base64,${Buffer.from(text).toString('base64')}`
  const ran = `file://${file}?loaded=1`
  const mapped = createMapped(new Map([[file, url]]))
  const rows = [
    ['remind', ran, 1, 4],
    ['watch', ran, 1, 20],
  ]
  expect(JSON.parse(mapped?.text(JSON.stringify(['Timeout', rows])) ?? '')).toEqual([
    'Timeout',
    [
      ['remind', ran, 2],
      ['watch', ran, 5],
    ],
  ])
})
