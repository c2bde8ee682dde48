import { expect, test } from 'vitest'
import { debug, isDebugging, writeDebug } from '../src/debug.ts'

test('costs no text while nobody listens, then tells one line a message with its seconds', () => {
  debug('probe', () => {
    throw new Error('nobody listens')
  })
  const lines: string[] = []
  writeDebug((line) => lines.push(line))
  debug('settle', () => 'tasks 3\n::error::not a command of its own line')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^ +\d+\.\d{3} settle {2}tasks 3 ::error::/)
})

test('LEAKDIFF_DEBUG asks for it unless it is empty or 0', () => {
  const values = [undefined, '', '0', '1', 'yes']
  expect(values.map((LEAKDIFF_DEBUG) => isDebugging({ LEAKDIFF_DEBUG }))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ])
})
