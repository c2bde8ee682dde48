import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { expect, it } from 'vitest'
import { profileFiles } from '../../src/report/profiles/profiles.ts'
import { type Row, rising, trialOf } from '../judge/trials.ts'
import { browserForTests } from './browser.ts'

const release = join(
  dirname(createRequire(import.meta.url).resolve('speedscope/package.json')),
  'dist/release',
)
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
}

const rows = (step: number): Row[] => [
  { quantity: 'heap-bytes', series: rising(step * 1000, 8), stack: ['main', 'serve', 'keepsBaskets'] },
  { quantity: 'tasks', series: rising(step, 8), stack: ['main', 'waitsForEver'] },
]
const files = profileFiles([trialOf('base', 1, rows(1)), trialOf('head', 1, rows(3))])

const browser = browserForTests()

it.each([
  ['w-heap-growth.pb.gz', 'keepsBaskets'],
  ['w-heap-head.pb.gz', 'keepsBaskets'],
  ['w-tasks-growth.pb.gz', 'waitsForEver'],
  ['w-heap-growth.folded', 'keepsBaskets'],
])('speedscope opens %s by its own importer', async (name, shown) => {
  const profile = files.find((file) => file.name === name)?.bytes ?? Buffer.alloc(0)
  const page = await browser().newPage()
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === `/${name}`)
      return route.fulfill({ body: profile, contentType: 'application/octet-stream' })
    try {
      const body = readFileSync(join(release, pathname === '/' ? 'index.html' : pathname))
      return route.fulfill({
        body,
        contentType: types[extname(pathname)] ?? (pathname === '/' ? 'text/html' : 'text/plain'),
      })
    } catch {
      return route.abort()
    }
  })
  await page.goto(
    `http://speedscope.test/#profileURL=${encodeURIComponent(`http://speedscope.test/${name}`)}`,
  )
  // Its table of functions is text; its flame graph is a picture.
  await page.getByText('Sandwich').first().click({ timeout: 20_000 })
  await page.getByText(shown).first().waitFor({ timeout: 20_000 })
  expect(await page.getByText(shown).count()).toBeGreaterThan(0)
  await page.close()
})
