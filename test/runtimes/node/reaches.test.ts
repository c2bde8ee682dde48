import { expect, it } from 'vitest'
import { reaches } from '../../../src/runtimes/node/reaches.ts'

const files = ['test/cart.test.js', 'src/cart.js']

it.each([
  [['src/cart.js'], true],
  [['test/cart.test.js'], true],
  [['src/other.js', 'README.md'], false],
  [['README.md'], false],
  // Nobody knows who reads these.
  [['package-lock.json'], true],
  [['src/other.js', 'fixtures/cart.json'], true],
  [['babel.config.js'], true],
  [['.mocharc.cjs'], true],
  [['src/other.ts'], true],
])('tests that have loaded two files are reached by %j: %s', (changed, reached) => {
  expect(reaches(files, changed)).toBe(reached)
})

it('of what was built, nobody knows what it was made of', () => {
  expect(reaches(['dist/cart.js'], ['src/other.js'])).toBe(true)
  expect(reaches([], ['src/other.js'])).toBe(true)
})
