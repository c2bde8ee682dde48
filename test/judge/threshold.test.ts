import { expect, test } from 'vitest'
import { budgetKeys } from '../../src/configure/keys.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { runtimes } from '../../src/runtimes/index.ts'
import { tinyWorkload } from '../measure/sandbox.ts'

/** What Node's totals may grow by, where a measured round is `repeat` of the workload's. */
const allowed = (
  budgets: Partial<typeof tinyWorkload.budgets>,
  quantity: 'heap-objects' | 'heap-bytes',
  repeat = 1,
) => thresholdOf({ ...tinyWorkload.budgets, ...budgets }, runtimes.node.floors)(quantity, repeat)

test('a budget of objects holds for Node as for Go, and off is off', () => {
  expect(Object.values(budgetKeys)).toContain('heap-objects')
  expect(allowed({ objects: 50 }, 'heap-objects')).toBe(50)
  expect(allowed({ objects: 'auto' }, 'heap-objects')).toBe(runtimes.node.floors['heap-objects'])
  expect(allowed({ objects: 'off' }, 'heap-objects')).toBe(null)
})

test('a budget below the floor is what decides, once rounds are repeated so often that it can be seen', () => {
  expect(allowed({ heap: 500 }, 'heap-bytes', 16)).toBe(500)
  expect(allowed({ heap: 500 }, 'heap-bytes', 1)).toBe(runtimes.node.floors['heap-bytes'])
})
