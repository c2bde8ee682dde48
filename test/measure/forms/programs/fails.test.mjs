import { describe, it } from 'node:test'

describe('suite', () => {
  it('part', () => {
    throw new Error('no')
  })
})
