import { describe, it } from 'node:test'

const kept = []
describe('leaks', () => {
  it('a timer', () => {
    setTimeout(() => {}, 1e6)
  })
  it('a kilobyte', () => {
    kept.push(new Array(125).fill(kept.length))
  })
})
