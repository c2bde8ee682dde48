import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FormatError } from '../../../src/errors.ts'
import { python } from '../../../src/runtimes/python/index.ts'
import { functionsIn, functionsOf } from '../../../src/runtimes/python/locate/functions.ts'
import { isOfPython, stateOf } from '../../../src/runtimes/python/locate/standard-library.ts'
import { readMarshal } from '../../../src/runtimes/python/marshal.ts'

const traces = readFileSync(join(import.meta.dirname, 'fixtures/traces.heap.marshal'))

describe('traces of memory', () => {
  it('are summed by stack, outermost frame first', () => {
    const [profile] = python.parse('py-1.heap.marshal', traces)
    expect(profile).toMatchObject({ quantity: 'heap-bytes', exact: true, total: 5_000_000_171 })
    expect(profile?.samples).toEqual([
      {
        stack: [
          { function: '', file: '/srv/app/grüße.py', line: 3 },
          { function: '', file: '/srv/app/server.py', line: 12 },
        ],
        value: 164,
        attributes: { count: 2 },
      },
      {
        stack: [{ function: '', file: '<frozen importlib._bootstrap>', line: 241 }],
        value: 5_000_000_000,
        attributes: { count: 1 },
      },
      { stack: [{ function: '', file: '/srv/app/名.py', line: 1 }], value: 7, attributes: { count: 1 } },
    ])
  })

  it('that are cut short, changed or of another kind are refused, and nothing else happens', () => {
    for (let length = 0; length < traces.length; length++)
      expect(() => python.parse('a.heap.marshal', traces.subarray(0, length))).toThrow(FormatError)
    for (let at = 0; at < traces.length; at++) {
      const changed = Buffer.from(traces)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      try {
        python.parse('a.heap.marshal', changed)
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError)
      }
    }
    expect(() => python.parse('a.pprof', traces)).toThrow('is not a profile of Python')
    expect(() => readMarshal(Buffer.from([0x7b, 0x30]))).toThrow('unknown kind')
  })
})

describe('tasks', () => {
  const told = (tasks: unknown) =>
    python.parse('py-1.tasks.json', Buffer.from(JSON.stringify({ format: 'leakdiff-python-tasks', tasks })))

  it('have their stack and what they wait for', () => {
    const library = '/usr/lib/python3.11'
    const frames = [
      ['Thread._bootstrap', `${library}/threading.py`, 995],
      ['work', '/srv/app/jobs.py', 7],
      ['Queue.get', `${library}/queue.py`, 171],
    ]
    const [profile] = told([[3, 'thread', frames, null]])
    expect(profile?.total).toBe(3)
    expect(profile?.samples[0]?.attributes).toEqual({ state: 'queue.Queue.get' })
  })

  it('that are damaged are refused', () => {
    for (const tasks of [null, [[1]], [[1, 'thread', [['f']]]], [['x', 'task', []]]])
      expect(() => told(tasks)).toThrow(FormatError)
    expect(() => python.parse('a.tasks.json', Buffer.from('{'))).toThrow(FormatError)
  })
})

it('a state is the call of the library, else what is awaited, else the kind', () => {
  const own = { function: 'work', file: '/srv/app.py', line: 1 }
  const sleep = { function: 'sleep', file: '/opt/python/lib/python3.13t/asyncio/tasks.py', line: 1 }
  expect(stateOf([own, sleep], 'task', null)).toBe('await asyncio.sleep')
  const wait = { function: 'Event.wait', file: '/usr/lib/python3.11/asyncio/locks.py', line: 1 }
  expect(stateOf([own, wait], 'task', 'asyncio.Future')).toBe('await asyncio.Event.wait')
  expect(stateOf([own], 'task', 'asyncio.gather')).toBe('await asyncio.gather')
  expect(stateOf([own], 'thread', null)).toBe('thread')
})

it('what is installed is not Python’s own, what is frozen or in its archive is', () => {
  expect(isOfPython('/usr/lib/python3.11/json/decoder.py')).toBe(true)
  expect(isOfPython('/usr/lib/python311.zip/json/decoder.py')).toBe(true)
  expect(isOfPython('<frozen runpy>')).toBe(true)
  expect(isOfPython('/srv/.venv/lib/python3.11/site-packages/yarl/_url.py')).toBe(false)
  expect(isOfPython('/usr/lib/python3/dist-packages/yaml/reader.py')).toBe(false)
  expect(isOfPython('/srv/lib/app.py')).toBe(false)
})

it('the function of a line is found by indentation, as Python finds it', () => {
  const at = functionsOf(
    [
      'import os', // 1
      'class Cart:', // 2
      '    def add(self, line):', // 3
      '        def inner():', // 4
      '            return [', // 5
      '  line', // 6
      '            ]', // 7
      '        return inner', // 8
      '    text = """', // 9
      'def not_one():', // 10
      '"""', // 11
      '    async def wait(', // 12
      '        self,', // 13
      '    ):', // 14
      "        return '# ('", // 15
      '# a comment', // 16
      '', // 17
      '        pass', // 18
      'def one(): return 1', // 19
      'x = one()', // 20
    ].join('\n'),
  )
  const names = [1, 2, 3, 4, 6, 8, 10, 13, 15, 18, 19, 20].map(at)
  expect(names).toEqual([
    '<module>',
    '<module>',
    'Cart',
    'Cart.add',
    'Cart.add.<locals>.inner',
    'Cart.add',
    'Cart',
    'Cart',
    'Cart.wait',
    'Cart.wait',
    'one',
    '<module>',
  ])
})

it('a source is read anew once it has changed, and one that is gone names nothing', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'python-source-')), 'shop.py')
  writeFileSync(path, 'def order():\n    return 1\n')
  expect(functionsIn(path)?.(2)).toBe('order')
  expect(functionsIn(path)).toBe(functionsIn(path))
  writeFileSync(path, 'def take_order():\n    return 1\n')
  expect(functionsIn(path)?.(2)).toBe('take_order')
  rmSync(dirname(path), { recursive: true })
  expect(functionsIn(path)).toBe(null)
})
