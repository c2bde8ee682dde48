import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { type DiffResult, diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'
import { field, message, profileOf, sample, strings } from '../profile/formats/pprof/wire.ts'
import { hasPprof, ownRows, pprofRows, writtenByPprof } from './oracle.ts'

// Sound profiles as few writers have them: other units, other types, other places of them.

const scratch = mkdtempSync(join(tmpdir(), 'leakdiff-unusual-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Made {
  /** `inuse_space bytes`, one a value. */
  readonly types: readonly string[]
  readonly values: readonly number[]
  readonly stack?: readonly number[]
  readonly defaultType?: string
  readonly drop?: string
  readonly period?: readonly [count: number, of: string]
  readonly more?: readonly number[]
}

function made({ types, values, stack = [1, 2], defaultType, drop, period, more = [] }: Made): Buffer {
  const table = [...strings]
  const index = (text: string) => (table.includes(text) ? table.indexOf(text) : table.push(text) - 1)
  const type = (name: string) => name.split(' ').flatMap((part, at) => field(at + 1, index(part)))
  return profileOf({
    types: types.flatMap((name) => message(1, type(name))),
    samples: sample(stack, values),
    more: [
      ...(defaultType === undefined ? [] : field(14, index(defaultType))),
      ...(drop === undefined ? [] : field(7, index(drop))),
      ...(period === undefined ? [] : [...message(11, type(period[1])), ...field(12, period[0])]),
      ...more,
    ],
    // Strings are read in the order in which they stand, and may stand anywhere.
    strings: table,
  })
}

const of = (bytes: Buffer, name: string) => [sourceOf(name, bytes)]
function diff(before: Made, after: Made, quantity: string | null = null): Promise<DiffResult> {
  return diffProfiles({
    moments: [of(made(before), 'before'), of(made(after), 'after')],
    quantity,
    by: 'function',
  })
}

async function refusal(...given: Parameters<typeof diff>): Promise<string> {
  const error = await diff(...given).catch((thrown: unknown) => thrown)
  if (!(error instanceof FormatError)) throw error
  return `${error.kind}: ${error.message} ${error.remedy}`
}

const heap = ['inuse_objects count', 'inuse_space bytes']

describe.runIf(hasPprof)('as pprof reads it', () => {
  it.each<readonly [string, Made, Made]>([
    ['units of one kind', { types: ['x kilobytes'], values: [3] }, { types: ['x MB'], values: [5] }],
    ['petabytes', { types: ['x pb'], values: [1] }, { types: ['x petabytes'], values: [3] }],
    [
      'names that JavaScript knows',
      { types: ['constructor toString'], values: [3] },
      { types: ['constructor toString'], values: [5] },
    ],
    [
      'names that JavaScript knows, in bytes',
      { types: ['constructor bytes', 'valueOf count'], values: [3, 4] },
      { types: ['constructor bytes', 'valueOf count'], values: [5, 9] },
    ],
    ['a unit of its own', { types: ['x furlongs'], values: [3] }, { types: ['x furlongs'], values: [5] }],
    ['negative values', { types: heap, values: [-3, -300] }, { types: heap, values: [-1, 700] }],
    [
      'types in another order',
      { types: heap.toReversed(), values: [100, 1] },
      { types: heap, values: [3, 500] },
    ],
    [
      'a type that one side lacks',
      { types: heap.slice(1), values: [100] },
      { types: heap, values: [3, 500] },
    ],
    [
      'the default of after',
      { types: heap, values: [1, 100], defaultType: 'inuse_space' },
      { types: heap, values: [3, 500], defaultType: 'inuse_objects' },
    ],
    [
      'frames that only before drops',
      { types: heap, values: [1, 100], drop: 'main.leaf' },
      { types: heap, values: [3, 500] },
    ],
    [
      'frames that only after drops',
      { types: heap, values: [1, 100] },
      { types: heap, values: [3, 500], drop: 'main.leaf' },
    ],
    [
      'periods told in other units',
      { types: heap, values: [1, 100], period: [1, 'space kilobytes'] },
      { types: heap, values: [3, 500], period: [1024, 'space bytes'] },
    ],
    [
      'comments, and flags of mappings',
      { types: heap, values: [1, 100], more: [...field(13, 3), ...field(13, 4)] },
      { types: heap, values: [3, 500], more: message(3, field(1, 1), field(7, 1), field(10, 1)) },
    ],
  ])('%s', async (name, before, after) => {
    const type = after.defaultType ?? after.types.at(-1)?.split(' ')[0] ?? ''
    const paths = ['before', 'after'].map((side) => join(scratch, `${name} ${side}`)) as [string, string]
    writeFileSync(paths[0], made(before))
    writeFileSync(paths[1], made(after))
    const { unit, quantity } = await diff(before, after)
    const rows = pprofRows(...paths, type, 'functions', unit === 'objects' ? 'count' : unit)
    expect(await ownRows(...paths, quantity, 'function')).toEqual(rows)
  })
})

describe.runIf(hasPprof)('what pprof itself has written', () => {
  const fixture = (side: string) => join(import.meta.dirname, `fixtures/small.${side}.pb.gz`)
  const [before, after] = [fixture('before'), fixture('after')] as const
  it.each<readonly [string, readonly string[]]>([
    ['a sum', [before, after]],
    ['a difference', ['-diff_base', before, after]],
    ['a difference that is a sum of both signs', ['-base', before, after]],
    ['a difference, scaled', ['-normalize', '-diff_base', before, after]],
    ['a part', ['-focus', 'main', after]],
  ])('%s', async (name, flags) => {
    const written = writtenByPprof(join(scratch, `${name}.pb.gz`), flags)
    expect(await ownRows(written, after, 'heap-bytes', 'function')).toEqual(
      pprofRows(written, after, 'inuse_space', 'functions'),
    )
  })
})

describe('what is asked for', () => {
  it('is found by its place in the last profile, wherever the others have it', async () => {
    const before = { types: heap.toReversed(), values: [100, 1] }
    expect((await diff(before, { types: heap, values: [3, 500] }, '0')).total).toBe(2)
  })

  it('is found by the name that Go has for it', async () => {
    const of = (bytes: number) => ({ types: ['objects count', 'space bytes'], values: [1, bytes] })
    expect((await diff(of(100), of(700), 'inuse_space')).total).toBe(600)
  })

  it('is the same name of both, where two count one quantity', async () => {
    const [before, after] = [
      ['inuse_space bytes', 'space bytes'],
      ['space bytes', 'inuse_space bytes'],
    ].map((types) => ({
      types,
      values: types[0] === 'space bytes' ? [70, 1] : [1, 50],
      defaultType: 'space',
    }))
    expect((await diff(before as Made, after as Made)).total).toBe(20)
  })

  it('is told in bytes where the file has kibibytes', async () => {
    const of = (count: number) => ({ types: ['inuse_space KiB'], values: [count] })
    expect(await diff(of(3), of(5))).toMatchObject({ quantity: 'heap-bytes', unit: 'bytes', total: 2048 })
  })
})

describe('what cannot be subtracted is refused', () => {
  it.each<readonly [string, Made, Made, RegExp]>([
    [
      'bytes and time',
      { types: ['x ms'], values: [3] },
      { types: ['x bytes'], values: [5] },
      /before: It counts in nanoseconds, after in bytes/,
    ],
    [
      'units that nobody knows',
      { types: ['x leagues'], values: [3] },
      { types: ['x furlongs'], values: [5] },
      /in leagues, after in furlongs/,
    ],
    [
      'nothing in common',
      { types: ['cpu nanoseconds'], values: [3] },
      { types: heap, values: [3, 5] },
      /holds cpu, not heap-bytes. They have nothing in common: the other holds heap-objects, heap-bytes/,
    ],
    [
      'other types, of which one is common',
      { types: ['cpu nanoseconds', 'inuse_objects count', 'y count'], values: [3, 4, 5] },
      { types: heap, values: [3, 5] },
      /Compare it with --quantity heap-objects/,
    ],
    [
      'a type that is there twice',
      { types: heap, values: [3, 4] },
      { types: ['inuse_space bytes', 'inuse_space bytes'], values: [3, 5] },
      /after: The profile counts inuse_space twice/,
    ],
    [
      'what was sampled by something else',
      { types: heap, values: [3, 4], period: [1, 'cpu nanoseconds'] },
      { types: heap, values: [3, 5], period: [1, 'space bytes'] },
      /sampled every 1 cpu\/nanoseconds, after every 1 space\/bytes/,
    ],
  ])('%s', async (_, before, after, told) => {
    expect(await refusal(before, after)).toMatch(told)
    expect(await refusal(before, after)).toMatch(/^not-supported/)
  })
})
