import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { browserForTests, keepPicture, shown } from './browser.ts'
import { comment } from './comment.ts'

const tests = join(import.meta.dirname, '..')

const browser = browserForTests()

it.each([
  'report/golden/tendermint-red.md',
  'report/golden/suspect.md',
  'report/golden/workloads.md',
  'github/golden/six-pushes/2-leak.md',
])('on a phone %s fits its window, and its sparklines are seen whole without scrolling', async (name) => {
  const { page } = await shown(browser(), comment(readFileSync(join(tests, name), 'utf8')), 'phone')
  const [wide, window] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, innerWidth]',
  )
  expect(wide).toBeLessThanOrEqual(window)
  const lines = await page
    .locator('td')
    .filter({ hasText: /^[▁-█]+$/ })
    .evaluateAll((cells) =>
      cells.map((cell) => {
        const range = cell.ownerDocument.createRange()
        range.selectNodeContents(cell)
        return new Set([...range.getClientRects()].map(({ top }) => top)).size
      }),
    )
  expect(lines.length).toBeGreaterThan(0)
  expect(new Set(lines)).toEqual(new Set([1]))
  const right = await page
    .locator('td')
    .filter({ hasText: /^[▁-█]+$/ })
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right))
  expect(Math.max(...right)).toBeLessThanOrEqual(window)
  await keepPicture(page, `comment-${name.replace(/^.*\//, '').replace('.md', '')}-phone`)
  await page.context().close()
})
