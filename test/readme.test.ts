import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { withKeys } from '../scripts/key-parts.mjs'
import * as keys from '../src/configure/keys.ts'
import { loadConfig } from '../src/configure/load.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const isPage = (name: string): boolean => name.endsWith('.md')
const pages = [
  ...readdirSync(root).filter(isPage),
  'src/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(isPage)
    .map((name) => `docs/${name}`),
]
const blocksOf = (page: string) =>
  Array.from(read(page).matchAll(/^```yaml\n(.*?)^```$/gms), ([, text = '']) => text)

test('the workflow in README.md is the one of examples/workflows, pins included', () => {
  const shown = blocksOf('README.md').find((text) => text.startsWith('# .github/workflows/'))
  const afterFirstLine = (text = '') => text.slice(text.indexOf('\n') + 1)
  expect(afterFirstLine(shown)).toBe(afterFirstLine(read('examples/workflows/go.yml')))
})

test('the comment in README.md is one that a real leak was given', () => {
  const captured = read('test/leaks/go-mutex/expected.md').replace(
    '**Head takes out',
    '**This pull request takes out',
  )
  const told = captured.split('\n\n').slice(1)
  for (const paragraph of told) expect(read('README.md')).toContain(`> ${paragraph.trim()}\n`)
})

test('every configuration of the pages can be read', async () => {
  const shown = pages.flatMap(blocksOf).filter((text) => text.startsWith('workloads:'))
  expect(shown.length).toBeGreaterThan(1)
  for (const configText of shown) {
    const config = await loadConfig({ root: import.meta.dirname, inputs: {}, defaultName: 'job', configText })
    expect(config.workloads).not.toEqual([])
  }
})

test('the table of keys in docs/configuration.md is that of the code', () => {
  const page = read('docs/configuration.md')
  expect(page).toBe(withKeys('docs/configuration.md', page, keys))
})

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = Array.from(read(page).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g), ([, to = '']) => to)
  expect(links.filter((to) => !existsSync(join(root, dirname(page), to)))).toEqual([])
})
