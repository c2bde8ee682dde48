import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { field, message, profileOf, sample, strings } from '../profile/formats/pprof/wire.ts'
import { hasPprof, ownRows, pprofRows } from './oracle.ts'

const scratch = mkdtempSync(join(tmpdir(), 'leakdiff-oracle-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name)
const goroutines = (round: number) =>
  join(import.meta.dirname, `../profile/formats/fixtures/round-${round}/goroutine.pb.gz`)

/**
 * Rows of equal flat growth stand in order of their names; ours are compared by code unit,
 * as pprof's are by byte.
 */
async function expectEqual(before: string, after: string, quantity: string, index: string): Promise<void> {
  expect(await ownRows(before, after, quantity, 'function')).toEqual(
    pprofRows(before, after, index, 'functions'),
  )
  expect(await ownRows(before, after, quantity, 'line')).toEqual(pprofRows(before, after, index, 'lines'))
}

describe.runIf(hasPprof)('row for row what pprof gives', () => {
  it.each<[string, string]>([
    ['heap-bytes', 'inuse_space'],
    ['heap-objects', 'inuse_objects'],
    ['alloc-bytes', 'alloc_space'],
    ['alloc-objects', 'alloc_objects'],
  ])('for %s of a service', async (quantity, index) => {
    await expectEqual(fixture('small.before.pb.gz'), fixture('small.after.pb.gz'), quantity, index)
  })

  it('backwards, where most is negative', async () => {
    await expectEqual(
      fixture('small.after.pb.gz'),
      fixture('small.before.pb.gz'),
      'heap-bytes',
      'inuse_space',
    )
  })

  it('of a profile with itself: nothing', async () => {
    await expectEqual(fixture('small.after.pb.gz'), fixture('small.after.pb.gz'), 'heap-bytes', 'inuse_space')
  })

  it('for goroutines', async () => {
    await expectEqual(goroutines(0), goroutines(3), 'tasks', 'goroutine')
  })

  const functions = (number: number) =>
    [3, 4, 5].flatMap((name, at) => message(5, field(1, at + 1), field(number, name)))
  const recursive = sample([1, 2, 1, 2, 2], [100])
  const named = (...names: string[]) =>
    profileOf({ strings: names.reduce((all, name, at) => all.with(at + 3, name), [...strings]) })
  it.each<readonly [string, Buffer, Buffer]>([
    ['recursion', profileOf(), profileOf({ samples: recursive })],
    ['names of templates', named('ns::Cache<int>::get(int)', 'a<b<c>>(d)', 'x::(y'), profileOf()],
    [
      'names of generic functions',
      named('main.F[go.shape.func(int) string]', 'main.(*T[int]).G', 'main.f)('),
      profileOf(),
    ],
    [
      'names already made readable',
      named('a<b>(c)'),
      profileOf({ functions: functions(2), strings: strings.with(3, 'a<b>(c)') }),
    ],
    ['functions of one name', profileOf(), named('main.leaf', 'main.leaf', 'main.leaf')],
    ['functions with a system name alone', profileOf(), profileOf({ functions: functions(3) })],
    ['paths that are not clean', named(), profileOf({ strings: strings.with(6, '/src/./a/../main.go') })],
    ['no file', profileOf(), profileOf({ strings: strings.with(6, '') })],
    [
      'locations without lines',
      profileOf({
        locations: [...message(4, field(1, 1)), ...message(4, field(1, 2), field(2, 1))],
        more: message(3, field(1, 1), field(5, 6)),
      }),
      profileOf(),
    ],
    [
      'samples without stacks',
      profileOf({ samples: [...sample([], [5]), ...sample([1], [1])] }),
      profileOf(),
    ],
    ['samples of 0', profileOf({ samples: [...sample([1], [0]), ...sample([2], [7])] }), profileOf()],
    ['negative samples', profileOf({ samples: sample([1, 2], [-7]) }), profileOf()],
  ])('for %s', async (name, before, after) => {
    const paths = [before, after].map((bytes, index) => {
      const path = join(scratch, `${name.replaceAll(' ', '-')}-${index}.pb`)
      writeFileSync(path, bytes)
      return path
    })
    await expectEqual(paths[0] as string, paths[1] as string, 'heap-bytes', 'inuse_space')
  })
})
