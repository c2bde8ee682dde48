import { describe, expect, it } from 'vitest'
import { FormatError } from '../../../src/errors.ts'
import { node } from '../../../src/runtimes/node/index.ts'

const callFrame = (functionName: string, url: string, lineNumber: number) => ({
  functionName,
  url,
  lineNumber,
})
const tree = {
  id: 1,
  callFrame: callFrame('(root)', '', -1),
  selfSize: 0,
  children: [
    {
      id: 2,
      callFrame: callFrame('', 'file:///app/a%20b.mjs', 9),
      selfSize: 300,
      children: [{ id: 3, callFrame: callFrame('init', '/d/probe/node.cjs', 4), selfSize: 50, children: [] }],
    },
  ],
}
const heap = {
  format: 'leakdiff-node-heap',
  probe: '/d/probe/node.cjs',
  rate: 4096,
  boundaries: [
    [0, 10],
    [1, 20],
    [2, 30],
  ],
  head: tree,
  samples: [
    { nodeId: 2, size: 100, ordinal: 10 },
    { nodeId: 2, size: 100, ordinal: 11 },
    { nodeId: 2, size: 60, ordinal: 20 },
    { nodeId: 2, size: 40, ordinal: 30 },
    { nodeId: 3, size: 50, ordinal: 25 },
    { nodeId: 99, size: 7, ordinal: 25 },
  ],
}
const parse = (name: string, content: unknown) => node.parse(name, Buffer.from(JSON.stringify(content)))
const kindOf = (name: string, bytes: Buffer): string => {
  try {
    node.parse(name, bytes)
  } catch (error) {
    if (error instanceof FormatError) return error.kind
    throw error
  }
  return 'parsed'
}

describe('a V8 heap profile', () => {
  it('gives one sample a stack and round of birth, without the probe’s own, with nodes that are missing', () => {
    const stack = [{ function: '(anonymous)', file: '/app/a b.mjs', line: 10 }]
    expect(parse('node-1.heap.json', heap)).toEqual([
      {
        quantity: 'heap-bytes',
        unit: 'bytes',
        exact: false,
        period: 4096,
        total: 307,
        samples: [
          { stack, value: 100, attributes: { count: 1, born: 0 } },
          { stack, value: 160, attributes: { count: 2, born: 1 } },
          { stack, value: 40, attributes: { count: 1, born: 2 } },
          {
            stack: [{ function: '(unknown)', file: '', line: 0 }],
            value: 7,
            attributes: { count: 1, born: 2 },
          },
        ],
      },
    ])
  })

  it('of another tool is read too, its period unknown', () => {
    const [profile] = parse('x.heapprofile', { head: tree })
    expect(profile?.period).toBeUndefined()
    expect(profile?.samples.map(({ value }) => value)).toEqual([300, 50])
  })

  it('of any depth V8 writes is read, and a bottomless one refused', () => {
    const deep = (depth: number): Buffer => {
      const node = (id: number): string =>
        `{"id":${id},"callFrame":{"functionName":"f","url":"/a.js","lineNumber":0},"selfSize":${id === depth ? 1 : 0},"children":[`
      const open = Array.from({ length: depth + 1 }, (_, id) => node(id)).join('')
      return Buffer.from(`{"head":${open}${']}'.repeat(depth + 1)}}`)
    }
    expect(node.parse('x.heapprofile', deep(1000))[0]?.samples[0]?.stack).toHaveLength(1000)
    expect(kindOf('x.heapprofile', deep(2000))).toBe('broken')
    expect(kindOf('x.heapprofile', deep(200_000))).toBe('broken')
  })

  it.each([
    ['cut short', JSON.stringify(heap).slice(0, -40), 'broken'],
    ['empty', '', 'broken'],
    ['something else', '{"nodes":[]}', 'not-this-format'],
    [
      'a negative size',
      JSON.stringify({ ...heap, samples: [{ nodeId: 2, size: -1, ordinal: 1 }] }),
      'broken',
    ],
    ['no ordinals', JSON.stringify({ ...heap, samples: [{ nodeId: 2, size: 1 }] }), 'broken'],
    ['a broken node', JSON.stringify({ head: { ...tree, children: [1] } }), 'broken'],
    ['a broken boundary', JSON.stringify({ ...heap, boundaries: [1] }), 'broken'],
  ])('that is %s is refused', (_what, text, kind) => {
    expect(kindOf('node-1.heap.json', Buffer.from(text))).toBe(kind)
  })
})

describe('a list of live tasks', () => {
  const list = (stacks: unknown) => ({ format: 'leakdiff-node-tasks', stacks })

  it('gives exact samples with the type as state', () => {
    expect(parse('node-1.tasks.json', list([[3, ['Timeout', [['f', 'file:///a.mjs', 2]]]]]))).toEqual([
      {
        quantity: 'tasks',
        unit: 'tasks',
        exact: true,
        total: 3,
        samples: [
          { stack: [{ function: 'f', file: '/a.mjs', line: 2 }], value: 3, attributes: { state: 'Timeout' } },
        ],
      },
    ])
  })

  it.each([
    ['cut short', '{"format":"leakdiff-node-tasks","stacks":[', 'broken'],
    ['something else', '[]', 'not-this-format'],
    ['a count below zero', JSON.stringify(list([[-1, ['Timeout', []]]])), 'broken'],
    ['a frame without a file', JSON.stringify(list([[1, ['Timeout', [['f']]]]])), 'broken'],
    ['a stack without a type', JSON.stringify(list([[1, []]])), 'broken'],
  ])('that is %s is refused', (_what, text, kind) => {
    expect(kindOf('node-1.tasks.json', Buffer.from(text))).toBe(kind)
  })
})

it('another file is no profile of Node', () => {
  expect(kindOf('heap.pb.gz', Buffer.alloc(0))).toBe('not-this-format')
})
