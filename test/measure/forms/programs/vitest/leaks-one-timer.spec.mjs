import { test } from 'vitest'

test('a timer', () => {
  setTimeout(() => {}, 1e6)
})
