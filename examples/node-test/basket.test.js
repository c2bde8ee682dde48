import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Basket } from './basket.js'

describe('a basket', () => {
  it('keeps what is added until it is cleared', () => {
    const basket = new Basket()
    basket.add('tea')
    assert.equal(basket.size, 1)
    basket.clear()
    assert.equal(basket.size, 0)
  })
})
