import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

let ran = false
describe('registry', () => {
  it('registers', () => {
    assert.ok(!ran)
    ran = true
  })
})
