import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/report/page/page.ts'
import { renderComment, renderSummary } from '../../src/report/render/markdown.ts'
import { renderTerminal } from '../../src/report/render/terminal.ts'
import { options, resultOf, situations } from './results.ts'

/**
 * `npx vitest run test/report -u` writes them anew; read every change,
 * and look at it with `node scripts/preview.mjs`.
 */
describe.each(situations)('%s', (situation) => {
  const result = resultOf(situation)
  it('as a comment', async () => {
    await expect(renderComment(result, options)).toMatchFileSnapshot(`golden/${situation}.md`)
  })
  it('as a summary', async () => {
    await expect(renderSummary(result, options)).toMatchFileSnapshot(`golden/${situation}.summary.md`)
  })
  it('on a terminal', async () => {
    await expect(renderTerminal(result, { ...options, width: 100 })).toMatchFileSnapshot(
      `golden/${situation}.txt`,
    )
  })
  it('as a page', async () => {
    await expect(renderHtml(result, options)).toMatchFileSnapshot(`golden/${situation}.html`)
  })
})
