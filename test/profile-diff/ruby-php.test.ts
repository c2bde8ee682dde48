import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'
import { field, message, packed, text } from '../profile/formats/pprof/wire.ts'
import { hasPprof, ownRows, pprofRows } from './oracle.ts'

// Profiles as profilers of Ruby and PHP lay them out: their sample types, their names of functions, and
// what they take for ids. Those are hashes of 64 bits where the profiler keeps no table.

const scratch = mkdtempSync(join(tmpdir(), 'leakdiff-ruby-php-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Writer {
  readonly types: readonly string[]
  /** Leaf first, `name file:line`. */
  readonly frames: readonly (readonly [name: string, file: string, line: number])[]
  readonly id: (number: number) => bigint
}

const hashed = (number: number) => BigInt.asUintN(64, BigInt(number) * 0x9e37_79b9_7f4a_7c15n)
const counted = (number: number) => BigInt(number)

const writers: Readonly<Record<string, Writer>> = {
  'Ruby, of a tracer': {
    types: [
      ...['cpu-time nanoseconds', 'cpu-samples count', 'wall-time nanoseconds', 'alloc-samples count'],
      ...['heap-live-samples count', 'heap-live-size bytes', 'timeline nanoseconds'],
    ],
    frames: [
      ['Array', '', 0],
      ['Shop::Cart#add', '/app/cart.rb', 12],
      ['block (2 levels) in <class:Shop>', '/app/shop.rb', 31],
      ['Integer#times', '<internal:numeric>', 238],
      ['<main>', 'bin/shop', 4],
    ],
    id: counted,
  },
  'Ruby, of a profiler of memory': {
    types: ['retained_objects count', 'retained_size bytes'],
    frames: [
      ['Hash#[]=', '', 0],
      ['Cart.singleton#add?', '/app/cart.rb', 7],
      ['rescue in Object#order!', '/app/order.rb', 9],
    ],
    id: hashed,
  },
  'PHP, of a tracer': {
    types: [
      ...['sample count', 'wall-time nanoseconds', 'cpu-time nanoseconds', 'alloc-samples count'],
      ...['alloc-size bytes', 'heap-live-samples count', 'heap-live-size bytes'],
    ],
    frames: [
      ['standard|str_repeat', '', 0],
      ['App\\Cart::add', '/srv/app/src/Cart.php', 40],
      ['App\\Cart@anonymous::{closure}', '/srv/app/src/Cart.php', 51],
      ['composer|{closure}', '/srv/app/vendor/autoload.php', 3],
      ['<?php', '/srv/app/public/index.php', 1],
    ],
    id: counted,
  },
  'PHP, with hashes': {
    types: ['samples count', 'memory bytes'],
    frames: [
      ['include', "/srv/a b.php(3) : eval()'d code", 1],
      ['Généré::été', '/srv/app.php', 2],
      ['{main}', '/srv/app.php', -1],
    ],
    id: (number) => hashed(number) | (1n << 63n),
  },
}

/** Two stacks: one of all frames, one without the leaf. */
function profileOf({ types, frames, id }: Writer, factor: number): Buffer {
  const strings = ['']
  const index = (value: string) => {
    const known = strings.indexOf(value)
    return known < 0 ? strings.push(value) - 1 : known
  }
  const ids = frames.map((_, at) => id(at + 1))
  const values = types.map((_, at) => factor * (at + 3))
  const label = message(3, field(1, index('thread id')), field(2, index('0x7f')))
  const body = [
    ...types.flatMap((name) =>
      message(
        1,
        name.split(' ').flatMap((part, at) => field(at + 1, index(part))),
      ),
    ),
    ...message(2, packed(1, ids), packed(2, values), label),
    ...message(2, packed(1, ids.slice(1)), packed(2, values.toReversed())),
    ...frames.flatMap(([, , line], at) =>
      message(4, field(1, ids[at] ?? 0n), message(4, field(1, ids[at] ?? 0n), field(2, line))),
    ),
    ...frames.flatMap(([name, file], at) =>
      message(5, field(1, ids[at] ?? 0n), field(2, index(name)), field(4, index(file))),
    ),
  ]
  return gzipSync(Buffer.from([...body, ...strings.flatMap((value) => text(6, value))]))
}

const cases = Object.entries(writers).flatMap(([name, writer]) =>
  writer.types.map((type) => [name, ...type.split(' '), writer] as [string, string, string, Writer]),
)

describe.runIf(hasPprof)('as pprof reads it', () => {
  it.each(cases)('%s: %s in %s', async (name, type, unit, writer) => {
    const paths = ['before', 'after'].map((side) => join(scratch, `${name} ${side}`)) as [string, string]
    writeFileSync(paths[0], profileOf(writer, 1))
    writeFileSync(paths[1], profileOf(writer, 10))
    for (const [by, flag] of [
      ['function', 'functions'],
      ['line', 'lines'],
    ] as const)
      expect(await ownRows(...paths, type, by)).toEqual(pprofRows(...paths, type, flag, unit))
  })
})

it('what lives is known by the name that each gives it', async () => {
  const held = async (writer: Writer, quantity: string) => {
    const moments = [1, 10].map((factor) => [sourceOf(`${factor}`, profileOf(writer, factor))])
    const { unit, total } = await diffProfiles({ moments, quantity, by: 'function' })
    return [unit, total]
  }
  for (const name of ['Ruby, of a tracer', 'Ruby, of a profiler of memory', 'PHP, of a tracer']) {
    const writer = writers[name] as Writer
    expect((await held(writer, 'heap-bytes'))[0]).toBe('bytes')
    expect((await held(writer, 'heap-objects'))[0]).toBe('objects')
  }
  expect(await held(writers['PHP, of a tracer'] as Writer, 'alloc-bytes')).toEqual(['bytes', 108])
})

it('ids that are one to a double are told as two', async () => {
  const [first, second] = [hashed(1), hashed(1) + 1n]
  const writer = {
    ...(writers['PHP, with hashes'] as Writer),
    id: (at: number) => [first, second, 7n][at - 1] as bigint,
  }
  const moments = [1, 10].map((factor) => [sourceOf(`${factor}`, profileOf(writer, factor))])
  const { rows } = await diffProfiles({ moments, quantity: null, by: 'function' })
  expect(rows.map(({ name }) => name)).toHaveLength(3)
})
