import assert from 'node:assert/strict'
import test, { after, before, beforeEach, describe, it } from 'node:test'

let server = null
let beforeEachRan = 0
before(() => {
  assert.equal(server, null) // torn down after every round
  server = { up: true }
})
after(() => {
  server = null
})
test('at the top', () => assert.ok(server.up))
describe('in a suite', () => {
  const big = Array.from({ length: 5000 }, (_, index) => ({ index }))
  beforeEach(() => {
    beforeEachRan++
  })
  it('waits', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    assert.equal(big.length, 5000)
    assert.ok(beforeEachRan > 0)
  })
  it.skip('is skipped', () => {})
})
test('has parts and mocks', async (t) => {
  await t.test('part', () => {})
  t.mock.fn()()
  assert.equal(process.env.LEAKDIFF_SOCKETS, undefined) // what tests start would wait for rounds
})
