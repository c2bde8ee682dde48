import { expect, test } from 'vitest'

let ran = false
test('registers', () => {
  expect(ran).toBe(false)
  ran = true
})
