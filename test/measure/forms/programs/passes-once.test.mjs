import assert from 'node:assert/strict'
import { before, describe, it, test } from 'node:test'

let ran = false
describe('registry', () => {
  it('registers', () => {
    assert.ok(!ran)
    ran = true
  })
  it('remembers', () => setInterval(() => {}, 1e6))
})

let begun = false
describe('server', () => {
  before(() => {
    assert.ok(!begun)
    begun = true
  })
  it('listens', () => {})
})

let counted = 0
test('counter', async (t) => {
  await t.test('counts', () => assert.equal(++counted, 1))
})
