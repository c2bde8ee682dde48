import { beforeAll, describe, expect, test } from 'vitest'

let ran = false
test('registers', () => {
  expect(ran).toBe(false)
  ran = true
})

let begun = false
describe('server', () => {
  beforeAll(() => {
    expect(begun).toBe(false)
    begun = true
  })
  test('listens', () => {})
})

test('remembers', () => void setInterval(() => {}, 1e6))
