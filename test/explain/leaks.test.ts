import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderSummary } from '../../src/report/render/markdown.ts'
import { resultSchema } from '../../src/report/result.ts'
import { advised } from '../report/advised.ts'

const directory = join(import.meta.dirname, '../leaks')
const names = readdirSync(directory).filter((name) => /^(?:go|jvm|node|python)-/.test(name))

/** What `scripts/leaks.mjs` keeps of a report. */
const storyOf = (markdown: string) =>
  `${markdown
    .split('\n\n')
    .filter((block) => /^(?:## |\*\*(?:Who|Also|Next|Why))/.test(block))
    .join('\n\n')}\n`

describe('the result of each leak, measured for real, is told as its golden', () => {
  it.each(names)('%s', async (name) => {
    const captured = resultSchema.parse(
      JSON.parse(readFileSync(join(directory, name, 'result.json'), 'utf8')),
    )
    await expect(storyOf(renderSummary(advised(captured), {}))).toMatchFileSnapshot(
      join(directory, name, 'expected.md'),
    )
  })
})
