import { expect, it } from 'vitest'
import { nativeGrowth } from '../../src/explain/native.ts'
import { frame } from '../judge/trials.ts'

const moment = (kinds: Readonly<Record<string, number>>) => ({
  tasks: [],
  heap: [],
  files: [],
  native: Object.entries(kinds).map(([name, value]) => ({ stack: [frame(name)], value })),
})

it('tells what for the runtime took memory, largest first and nothing that is little', () => {
  const before = moment({ Metaspace: 100_000, Symbol: 50_000, Code: 9_000 })
  const after = moment({ Metaspace: 180_000, Symbol: 68_000, Code: 11_000, GC: 0 })
  expect(nativeGrowth({ before, after })).toEqual({
    bytes: 100_000,
    resident: 0,
    kinds: [
      { name: 'Metaspace', share: 0.8 },
      { name: 'Symbol', share: 0.18 },
    ],
  })
})

it('tells nothing where it took next to nothing, or does not say', () => {
  expect(nativeGrowth({ before: moment({ Code: 1 }), after: moment({ Code: 2000 }) })).toBeNull()
  expect(nativeGrowth({ before: moment({}), after: moment({}) })).toBeNull()
})

it('tells that the runtime counts little of what came', () => {
  const [before, after] = [moment({ Other: 1000 }), moment({ Other: 3000 })]
  expect(nativeGrowth({ before, after, resident: 4_000_000 })).toMatchObject({
    bytes: 2000,
    resident: 4_000_000,
  })
  expect(nativeGrowth({ before, after: moment({ Other: 90_000 }), resident: 100_000 })).toMatchObject({
    resident: 0,
  })
})
