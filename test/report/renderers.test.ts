import { marked } from 'marked'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/report/page/page.ts'
import { renderComment } from '../../src/report/render/markdown.ts'
import { renderTerminal } from '../../src/report/render/terminal.ts'
import { options, resultOf, situations } from './results.ts'

describe.each(situations)('%s', (situation) => {
  const result = resultOf(situation)

  it('is a comment with no link but to its own repository, and no element of others', () => {
    const shown = marked.parse(renderComment(result, options), { gfm: true, async: false })
    for (const [, url] of shown.matchAll(/ (?:href|src)="([^"]*)"/g))
      expect(url).toMatch(/^https:\/\/github\.com\/acme\/node\//)
    expect(shown).not.toMatch(/<(?:img|script|i|b|h1)\b|<!--/)
    const outside = shown.replace(/<(code|a)\b[^>]*>.*?<\/\1>/gs, '')
    expect(outside).not.toMatch(/@octocat|evil\.example|#1\b/)
  })

  it('is a page that runs and fetches nothing', () => {
    const page = renderHtml(result, options)
    expect(page).not.toMatch(/<(?:script|img|link|iframe|object)\b|\son\w+=["']|url\(|@import/)
    expect(page).toContain("default-src 'none'")
    for (const [, url] of page.matchAll(/ href="([^"]*)"/g))
      expect(url).toMatch(/^https:\/\/github\.com\/acme\/node(?:\/|$)/)
    expect(page.match(/<details[ >]/g)?.length ?? 0).toBe(page.match(/<\/details>/g)?.length ?? 0)
  })

  it('moves no cursor on a terminal, and fills its width', () => {
    const text = renderTerminal(result, { ...options, width: 72 })
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E]/u)
    const sentences = text.split('\n').filter((line) => /^(?:Who|Next|Why)/.test(line))
    for (const line of sentences.filter((l) => l.split(' ').length > 6))
      expect(stringWidth(line)).toBeLessThan(130)
  })
})

it('colours a terminal only when asked', () => {
  const result = resultOf('tendermint-red')
  const esc = String.fromCharCode(27)
  expect(renderTerminal(result, { ...options, color: false })).not.toContain(esc)
  // The colour library looks at the environment itself, so an uncoloured one may stay plain.
  const coloured = renderTerminal(result, { ...options, color: true })
  expect(coloured.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '')).toBe(renderTerminal(result, options))
})

it('links nothing at a commit that nobody else has', () => {
  const result = resultOf('tendermint-red')
  const local = { ...result, head: { ...result.head, how: 'working-tree' as const } }
  expect(renderComment(local, options)).not.toContain('](http')
  expect(renderComment(result, { ...options, repositoryUrl: null })).not.toContain('](http')
})

it('links paths with every character escaped, and none that leaves the repository', () => {
  const result = resultOf('tendermint-red')
  const at = (file: string) => ({
    ...result,
    workloads: result.workloads.map((w) => ({
      ...w,
      findings: w.findings.map((f) => ({ ...f, stack: f.stack.map((frame) => ({ ...frame, file })) })),
    })),
  })
  expect(renderComment(at('a b/(c)#?.go'), options)).toContain('/a%20b/%28c%29%23%3F.go#L120)')
  expect(renderComment(at('../x.go'), options)).not.toContain('x.go#L')
})
