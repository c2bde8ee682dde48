import { htmlDetail } from '../narrative/detail.ts'
import type { Block, Inline } from '../narrative/document.ts'
import { textOf } from '../narrative/document.ts'
import { headline } from '../narrative/headline.ts'
import { story } from '../narrative/story.ts'
import type { RenderOptions } from '../options.ts'
import type { Result } from '../result.ts'
import { chart } from './chart.ts'
import { clip, htmlText, plain, plainLine, safeUrl } from './escape.ts'
import { stylesheet } from './html-style.ts'

/** One page that needs nothing beside itself: no script, no request, light and dark, readable on a phone. */
export function renderHtml(result: Result, options: RenderOptions = {}): string {
  const body = story(result, options, htmlDetail).map(block).join('\n')
  const title = htmlText(textOf(headline(result, options)))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${stylesheet}</style>
</head>
<body class="${result.verdict}">
<main>
${body}
</main>
</body>
</html>
`
}

function block(b: Block): string {
  switch (b.kind) {
    case 'heading':
      return `<h${b.level - 1}>${inlines(b.content)}</h${b.level - 1}>`
    case 'paragraph':
      return `<p>${inlines(b.content)}</p>`
    case 'list':
      return `<ul>${b.items.map((item) => `<li>${inlines(item)}</li>`).join('\n')}</ul>`
    case 'table':
      return table(b)
    case 'lines':
      return `<pre>${b.text
        .split(/\r?\n/)
        .map((line) => htmlText(plainLine(line)))
        .join('\n')}</pre>`
    case 'fold':
      return `<details><summary>${inlines(b.title)}</summary>\n${b.blocks.map(block).join('\n')}\n</details>`
  }
}

function table({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const cell = (tag: 'td' | 'th', content: readonly Inline[], i: number) =>
    `<${tag}${columns[i]?.align === 'right' ? ' class="number"' : ''}>${inlines(content)}</${tag}>`
  const line = (tag: 'td' | 'th', cells: readonly (readonly Inline[])[]) =>
    `<tr>${cells.map((content, i) => cell(tag, content, i)).join('')}</tr>`
  const head = line(
    'th',
    columns.map((c) => c.title),
  )
  const body = rows.map((row) => line('td', row)).join('\n')
  return `<div class="wide"><table><thead>${head}</thead><tbody>\n${body}\n</tbody></table></div>`
}

const inlines = (content: readonly Inline[]): string => content.map(inline).join('')

function inline(item: Inline): string {
  if (typeof item === 'string') return htmlText(item)
  switch (item.kind) {
    case 'code':
      return `<code>${name(item.text)}</code>`
    case 'strong':
      return `<strong>${inlines(item.content)}</strong>`
    case 'link':
      return safeUrl(item.url)
        ? `<a href="${htmlText(item.url)}" rel="noreferrer nofollow"><code>${name(item.label)}</code></a>`
        : `<code>${name(item.label)}</code>`
    case 'series':
      return chart(item)
  }
}

const name = (text: string): string => htmlText(clip(plain(text), 400))
