import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8')
const blocks = Array.from(read('README.md').matchAll(/^```yaml\n(.*?)^```$/gms), ([, text = '']) => text)

test('the workflow in README.md is the one of examples/workflows, pins included', () => {
  const shown = blocks.find((text) => text.startsWith('# .github/workflows/'))
  const afterFirstLine = (text = '') => text.slice(text.indexOf('\n') + 1)
  expect(afterFirstLine(shown)).toBe(afterFirstLine(read('examples/workflows/go.yml')))
})
