import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'
import { field, message, packed, profileOf, strings } from '../profile/formats/pprof/wire.ts'
import { hasPprof, pprofRows } from './oracle.ts'

const scratch = mkdtempSync(join(tmpdir(), 'leakdiff-labels-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const texts = [
  ...strings,
  'tenant',
  'acme',
  'globex',
  'size',
  'bytes',
  'wait',
  'ms',
  'kilobytes',
  'tries',
  'volume',
  'zone',
  'eu',
]
const at = (text: string) => texts.indexOf(text)
const text = (key: string, value: string) => message(3, field(1, at(key)), field(2, at(value)))
const number = (key: string, value: number, unit?: string) =>
  message(3, field(1, at(key)), field(3, value), ...(unit === undefined ? [] : [field(4, at(unit))]))
const sample = (value: number, ...labels: readonly (readonly number[])[]) =>
  message(2, packed(1, [1, 2]), packed(2, [value]), ...labels)

/** Each value is a power of two: the sum tells which samples were looked at. */
const after = profileOf({
  strings: texts,
  samples: [
    ...sample(1, text('tenant', 'acme')),
    ...sample(2, text('tenant', 'globex'), text('zone', 'eu')),
    ...sample(4, number('size', 2048, 'bytes')),
    ...sample(8, number('volume', 4, 'kilobytes')),
    ...sample(16, number('wait', 20, 'ms')),
    ...sample(32, number('tries', 16)),
    ...sample(64, number('bytes', 512)),
    ...sample(128),
    ...sample(256, text('tenant', 'acme'), text('tenant', 'globex')),
  ],
})
const before = profileOf({ strings: texts, samples: sample(1 << 20) })

async function ours(tagFocus: string | null, tagIgnore: string | null): Promise<number> {
  const { total } = await diffProfiles({
    moments: [[sourceOf('before', before)], [sourceOf('after', after)]],
    ...{ quantity: null, by: 'function' },
    selected: { focus: null, ignore: null, tagFocus, tagIgnore },
  })
  return total
}

function theirs(tagFocus: string | null, tagIgnore: string | null): number {
  const paths = [join(scratch, 'before.pb'), join(scratch, 'after.pb')] as const
  writeFileSync(paths[0], before)
  writeFileSync(paths[1], after)
  const flags = [
    ...(tagFocus === null ? [] : [`tagfocus=${tagFocus}`]),
    ...(tagIgnore === null ? [] : [`tagignore=${tagIgnore}`]),
  ]
  const rows = pprofRows(...paths, 'inuse_space', 'functions', 'bytes', flags)
  return rows.reduce((sum, { flat }) => sum + flat, 0)
}

const asked: readonly (readonly [string | null, string | null])[] = [
  ['tenant=acme', null],
  ['tenant:acme', null],
  ['acme|globex', null],
  ['acme,globex', null],
  ['tenant=acme,eu', null],
  ['globex,zone:eu', null],
  ['2kb', null],
  ['2kb:', null],
  [':2kb', null],
  ['1kb:4kb', null],
  ['size=1kb:4kb', null],
  ['1ms:1s', null],
  ['16', null],
  ['16kb', null],
  ['tries=10:20', null],
  ['512b', null],
  ['1kb:1s', null],
  ['nobody', null],
  [null, 'tenant=acme'],
  [null, 'tenant'],
  [null, '1b:'],
  ['tenant', 'acme'],
]

describe.runIf(hasPprof)('labels as pprof takes them', () => {
  it.each(asked)('--tagfocus %s --tagignore %s', async (tagFocus, tagIgnore) => {
    expect(await ours(tagFocus, tagIgnore)).toBe(theirs(tagFocus, tagIgnore))
  })
})

it('are asked for of a form that has none', async () => {
  const dump = readFileSync(join(import.meta.dirname, 'fixtures/set/go-1.26.after.goroutine.2.txt'))
  const moments = [[sourceOf('before', dump)], [sourceOf('after', dump)]]
  const selected = { focus: null, ignore: null, tagFocus: 'tenant', tagIgnore: null }
  const asking = diffProfiles({ moments, quantity: null, by: 'function', selected })
  await expect(asking).rejects.toThrow(FormatError)
  await expect(asking).rejects.toThrow(/no labels/)
})
