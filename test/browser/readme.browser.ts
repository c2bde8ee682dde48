import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { browserForTests, keepPicture, shown } from './browser.ts'
import { comment } from './comment.ts'
import { pages } from './pages.ts'

const root = join(import.meta.dirname, '../..')

const browser = browserForTests()

it.each([
  [
    'readme-comment',
    () => comment(readFileSync(join(root, 'test/github/golden/six-pushes/2-leak.md'), 'utf8')),
    500,
  ],
  ['readme-page', () => pages['one leak']?.() ?? '', 725],
] as const)('the picture %s is what README.md shows', async (name, html, height) => {
  const { page, said } = await shown(browser(), html(), 'light')
  expect(said).toEqual([])
  await page.setViewportSize({ width: 900, height })
  const headline = page.locator('h1, h2').first()
  expect(await headline.innerText()).toContain('❌ leakdiff:')
  await keepPicture(page, name, false)
  await page.context().close()
})
