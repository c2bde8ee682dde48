import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, shown } from './browser.ts'
import { pages } from './pages.ts'

const root = join(import.meta.dirname, '../..')
const pictures = process.env.PICTURES

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A comment about as wide and as spaced as GitHub shows it. */
const comment = (markdown: string): string => `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 16px; font: 16px/1.5 sans-serif; color: #1f2328 }
h2 { font-size: 1.5em; line-height: 1.25; margin: 0 0 16px; padding-bottom: .3em; border-bottom: 1px solid #d1d9e0b3 }
code { font: 85% monospace; background: #818b981f; border-radius: 6px; padding: .2em .4em }
pre { background: #f6f8fa; padding: 16px; overflow: auto; border-radius: 6px } pre code { background: none; padding: 0 }
table { display: block; max-width: 100%; overflow: auto; border-collapse: collapse }
th, td { border: 1px solid #d1d9e0; padding: 6px 13px }
</style>${marked.parse(markdown, { async: false })}`

it.each([
  [
    'readme-comment',
    () => comment(readFileSync(join(root, 'test/github/golden/six-pushes/2-leak.md'), 'utf8')),
    500,
  ],
  ['readme-page', () => pages['one leak']?.() ?? '', 725],
] as const)('the picture %s is what README.md shows', async (name, html, height) => {
  const { page, said } = await shown(browser, html(), 'light')
  expect(said).toEqual([])
  await page.setViewportSize({ width: 900, height })
  const headline = page.locator('h1, h2').first()
  expect(await headline.innerText()).toContain('❌ leakdiff:')
  if (pictures !== undefined) {
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${name}.png`) })
  }
  await page.context().close()
})
