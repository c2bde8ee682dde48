import { expect, it } from 'vitest'
import { retainersOf } from '../../../src/runtimes/jvm/heap/growth.ts'
import type { Histogram } from '../../../src/runtimes/jvm/live/histogram.ts'
import { createTypes } from '../../../src/runtimes/jvm/live/types.ts'

const histogram = (counts: Readonly<Record<string, number>>): Histogram => ({
  objects: 0,
  bytes: 0,
  classes: Object.entries(counts).map(([name, objects]) => ({ name, objects, bytes: 16 * objects })),
})

const told = (types: ReturnType<typeof createTypes>, counts: Readonly<Record<string, number>>) =>
  types.rows(histogram(counts)).map(({ more, stack }) => [stack[0]?.function, more])

it('tells of which types there are more than after the first measured round', () => {
  const types = createTypes()
  types.take(0, histogram({ 'shop.Session': 1 }))
  expect(told(types, { 'shop.Session': 9 })).toEqual([])
  types.take(1, histogram({ 'shop.Session': 3, 'shop.Page': 7 }))
  types.take(2, histogram({ 'shop.Session': 4 }))
  expect(told(types, { 'shop.Session': 5, 'shop.Page': 6, 'shop.Cart': 1 })).toEqual([
    ['shop.Session', 2],
    ['shop.Cart', 1],
  ])
})

it('reckons anew where rounds are counted anew', () => {
  const types = createTypes()
  types.take(8, histogram({ 'shop.Session': 8 }))
  types.take(1, histogram({ 'shop.Session': 20 }))
  expect(told(types, { 'shop.Session': 21 })).toEqual([['shop.Session', 1]])
})

it('leaves texts out, and tells proxies as what they are made for', () => {
  const types = createTypes()
  types.take(1, histogram({}))
  const seen = { 'java.lang.String': 9, 'byte[]': 9, 'shop.Cart$$SpringCGLIB$$0': 1, 'shop.Cart': 2 }
  expect(told(types, seen)).toEqual([['shop.Cart', 3]])
})

it('tells who holds the objects of a type, however few bytes of all that is new they are', () => {
  const held = (each: number) =>
    [
      [-1, '', 'static Shop.sessions', 0, 0],
      [0, '', 'java.util.HashMap', 1, 48],
      [1, '', 'shop.Session', each, 16 * each],
      [2, 'owner', 'shop.Owner', each, 16 * each],
      [-1, '', 'static Cache.pages', 0, 0],
      [4, '', 'byte[]', 2 * each, 100_000 * each],
    ].map(([parent, field, name, objects, bytes]) => ({ parent, field, name, objects, bytes })) as never
  const path = 'static Shop.sessions → HashMap → Session'
  expect(retainersOf(held(1), held(9)).find((one) => one.path === path)).toEqual({
    path,
    bytes: 0,
    share: 0,
    types: { 'shop.Owner': 1, 'shop.Session': 1 },
  })
})
