import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import {
  clip,
  htmlText,
  markdownCode,
  markdownFence,
  markdownText,
  plain,
  safeUrl,
  summaryText,
} from '../../src/report/render/escape.ts'

const html = (markdown: string) => marked.parse(markdown, { gfm: true, async: false }).trim()

const nasty: readonly string[] = [
  '@octocat',
  'see @octocat/team.',
  '#1',
  '(#1)',
  'acme/x#2',
  'GH-3',
  '9b7e4d13f0c2',
  'acme/x@9b7e4d13f0c2a86d5e1b7f94c3d2a1e0f8b6c5d4',
  'www.evil.example',
  'http://evil.example',
  'xmpp:me@evil.example',
  'me@evil.example',
  '<http://evil.example>',
  '[a](http://evil.example)',
  '[a][b]',
  '![a](http://evil.example)',
  '<script>alert(1)</script>',
  '<!-- hidden -->',
  '</details></summary>',
  '`',
  '``x',
  'a ` b `` c',
  '`x` **y** __z__ ~~q~~',
  '$x$ and $`x`$',
  ':tada:',
  '- item',
  '+ item',
  '1. item',
  '1) item',
  '# heading',
  '> quote',
  '===',
  '---',
  '| a | b |',
  'a\\|b',
  'back\\',
  '&lt;b&gt; &copy;',
  'line\nbreak\r\n\n- item',
  '\u202Eevil\u202C \u200Bx\u2066y\u0000\u001B[31m',
  '\uD800 half',
  '',
  '   ',
]

describe('text of others in Markdown', () => {
  it.each(nasty)('%j as a code span is one code element and reads the same', (text) => {
    const shown = html(`x ${markdownCode(text)} y`)
    expect(shown).toMatch(/^<p>x <code>[^<]*<\/code> y<\/p>$/)
    expect(decoded(shown)).toBe(`x ${plain(text) || ' '} y`)
  })

  it.each(nasty)('%j as a table cell leaves the table whole', (text) => {
    const shown = html(
      `| a | b |\n|---|---|\n| ${markdownCode(text, 'cell')} | ${markdownText(text, 'cell')} |`,
    )
    expect(shown.match(/<td>/g)).toHaveLength(2)
    expect(shown).not.toMatch(/<(?:a|img|script)\b/)
  })

  it.each(nasty)('%j as a paragraph makes no element but code, and reads the same', (text) => {
    const shown = html(markdownText(text))
    expect(shown.replace(/<\/?(?:p|code)>/g, '')).not.toMatch(/[<>]/)
    expect(shown.match(/<p>/g) ?? []).toHaveLength(plain(text) === '' ? 0 : 1)
    expect(decoded(shown)).toBe(plain(text))
  })

  it.each(nasty)('%j leaves nothing outside code that GitHub links', (text) => {
    for (const shown of [html(markdownText(text)), summaryText(text)]) {
      const outside = decoded(shown.replace(/<code>.*?<\/code>/g, ''))
      expect(outside).not.toMatch(/@\w|#\d|www\.|:\/\/|GH-\d|[0-9a-f]{7,}/i)
    }
  })

  it.each(nasty)('%j stays inside a fenced block', (text) => {
    expect(html(markdownFence(text, 'text'))).toMatch(
      /^<pre><code class="language-text">[^<]*<\/code><\/pre>$/,
    )
  })
})

describe('text of others elsewhere', () => {
  it.each(nasty)('%j makes no element in HTML and shows nothing unseen', (text) => {
    expect(htmlText(text)).not.toMatch(/[<>"'`]/)
    expect(plain(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
  })

  it('cuts long names in the middle, by characters', () => {
    expect(clip('abcdefghij', 5)).toBe('ab…ij')
    expect(clip('🙂'.repeat(9), 3)).toBe('🙂…🙂')
    expect(markdownCode('x'.repeat(5_000)).length).toBeLessThan(250)
  })

  it('links only what is an address of the web', () => {
    expect(safeUrl('https://github.com/acme/x/blob/9b7/a%20b.go#L3')).toBe(true)
    for (const url of ['javascript:alert(1)', 'https://x.example/a)b', 'https://x.example/a b', 'data:x', ''])
      expect(safeUrl(url)).toBe(false)
  })
})

const decoded = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, digits) => String.fromCodePoint(Number(digits)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
