import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

let server = null
beforeAll(() => {
  expect(server).toBe(null) // torn down after every round
  server = { up: true }
})
afterAll(() => {
  server = null
})
describe('in a suite', () => {
  const big = Array.from({ length: 5000 }, (_, index) => ({ index }))
  it('waits', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(big.length).toBe(5000)
    expect(server.up).toBe(true)
  })
  it('mocks', () => {
    const mocked = vi.fn(() => big)
    mocked(new Array(10_000).fill(0))
    expect(mocked).toHaveBeenCalledOnce()
  })
})
