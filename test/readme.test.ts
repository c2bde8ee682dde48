import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../src/configure/load.ts'

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8')
const blocks = Array.from(read('README.md').matchAll(/^```yaml\n(.*?)^```$/gms), ([, text = '']) => text)

test('the workflow in README.md is the one of examples/workflows, pins included', () => {
  const shown = blocks.find((text) => text.startsWith('# .github/workflows/'))
  const afterFirstLine = (text = '') => text.slice(text.indexOf('\n') + 1)
  expect(afterFirstLine(shown)).toBe(afterFirstLine(read('examples/workflows/go.yml')))
})

test('every configuration in README.md can be read', async () => {
  const shown = blocks.filter((text) => text.startsWith('workloads:'))
  expect(shown).not.toEqual([])
  for (const configText of shown) {
    const config = await loadConfig({ root: import.meta.dirname, inputs: {}, defaultName: 'job', configText })
    expect(config.workloads).not.toEqual([])
  }
})
