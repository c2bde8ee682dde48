import { gzipSync } from 'node:zlib'
import { field, message, packed, text } from '../profile/formats/pprof/wire.ts'
import { randomOf } from './fuzz/mutate.ts'

// Sound profiles of what a writer may write: inlined calls, recursion, names of every language, frames to be
// dropped, labels, values below 0, locations without lines or a mapping, ids of any size,
// gzip of two members.

const names = [
  ...['main', 'malloc', 'operator new', 'operator()', 'Foo::operator=', '~Foo', 'f(', 'foo(int)', '.dot'],
  ...['_ZN3foo3barEv', '_ZNSt6vectorIiSaIiEE9push_backERKi', 'foo::(anonymous namespace)::f() const'],
  ...['std::vector<int, std::allocator<int> >::push_back(int const&)', 'bar<baz>', 'mycrate::{{closure}}'],
  ...['_ZN7mycrate3foo17h0123456789abcdefE', '_RNvCs15kBYyAo9fc_7mycrate7example', 'runtime.mallocgc'],
  ...['main.(*T).serve', 'main.f[...]', 'main.f[go.shape.int]', '[app name]', '', '日本', '<module>'],
  ...['java.lang.String.<init>', 'com.acme.Cart.add(Cart.java:12)', '__libc_start_main', 'a b c'],
]
const dropped = [
  '',
  '',
  'malloc',
  '(?:malloc|operator new)',
  'std::.*',
  '.*',
  'main',
  '(?i)MALLOC',
  'foo',
  '^f',
]
const files = ['', '/src/a.cc', '/src/b.go', 'a.cc', './x/../y.go']
const binaries = ['/bin/app', 'app name', '', '[vdso]', '/opt/my app (deleted)']
const columns = [
  ...[
    ['inuse_objects count', 'inuse_space bytes'],
    ['samples count', 'cpu nanoseconds'],
  ],
  ...[
    ['contentions count', 'delay nanoseconds'],
    ['alloc_space bytes', 'inuse_space bytes'],
  ],
] as const

export interface Generated {
  readonly before: Buffer
  readonly after: Buffer
  readonly type: string
  readonly unit: string
}

/** A pair of one program; the same number gives the same. */
export function generatedPair(number: number): Generated {
  const random = randomOf(number)
  const below = (most: number) => Math.floor(random() * most)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const many = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at))
  const functions = many(4 + below(14), (at) => {
    const name = one(names)
    return { id: at + 1, name, system: below(2) === 0 ? name : one(names), file: one(files) }
  })
  const locations = many(4 + below(20), (at) => ({
    id: below(9) === 0 ? 1000 + at : at + 1,
    lines: many([0, 1, 1, 1, 1, 2, 3][below(7)] as number, () => [
      1 + below(functions.length),
      one([-3, 5, 70]),
    ]),
    hasMapping: below(9) > 0,
  }))
  const types = one(columns)
  const [drop, keep, binary] = [one(dropped), one(dropped), one(binaries)]

  const profile = (): Buffer => {
    const strings = ['']
    const index = (value: string) => {
      const known = strings.indexOf(value)
      return known < 0 ? strings.push(value) - 1 : known
    }
    const type = (name: string) => name.split(' ').flatMap((part, at) => field(at + 1, index(part)))
    const labels = () =>
      [
        [],
        message(3, field(1, index('key')), field(2, index('value'))),
        message(3, field(1, index('bytes')), field(3, 64)),
      ][below(3)] as number[]
    const sample = () => {
      const ids = many(below(9) === 0 ? below(40) : below(8), () => one(locations).id)
      const values = types.map(
        () => [0, -below(5000), below(1e5), below(1e5), below(2 ** 33)][below(5)] as number,
      )
      const isPacked = below(9) > 0
      const numbers = isPacked
        ? [packed(1, ids), packed(2, values)]
        : [ids.flatMap((id) => field(1, id)), values.flatMap((value) => field(2, value))]
      return message(2, ...numbers, labels())
    }
    const body = [
      ...types.map((name) => message(1, type(name))),
      ...many(5 + below(30), sample),
      message(3, field(1, 1), field(2, 0x400000), field(3, 0x500000), field(5, index(binary))),
      ...locations.map(({ id, lines, hasMapping }, at) =>
        message(
          4,
          ...[field(1, id), field(2, hasMapping || lines.length === 0 ? 1 : 0), field(3, 0x400000 + 16 * at)],
          ...lines.map(([of = 0, line = 0]) => message(4, field(1, of), field(2, line))),
        ),
      ),
      ...functions.map(({ id, name, system, file }) =>
        message(5, field(1, id), field(2, index(name)), field(3, index(system)), field(4, index(file))),
      ),
      ...(drop === '' ? [] : [field(7, index(drop)), ...(keep === '' ? [] : [field(8, index(keep))])]),
      ...[message(11, type(types[0])), field(12, 4096), field(13, index('a comment'))],
      ...(below(3) === 0 ? [field(14, index(types[0].split(' ')[0] ?? ''))] : []),
    ]
    const bytes = Buffer.from([...body, ...strings.map((value) => text(6, value))].flat())
    const half = below(bytes.length)
    return one([
      () => bytes,
      () => gzipSync(bytes),
      () => Buffer.concat([gzipSync(bytes.subarray(0, half)), gzipSync(bytes.subarray(half))]),
    ])()
  }
  const [type = '', unit = ''] = types[1].split(' ')
  return { before: profile(), after: profile(), type, unit }
}
