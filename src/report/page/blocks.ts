import { type Block, type Inline, textOf } from '../narrative/document.ts'
import { clip, htmlLine, htmlText, plain, safeUrl } from '../render/escape.ts'
import { sparkSvg } from '../render/spark-svg.ts'

/** A block of the document as HTML; other people's text is inert in it. */
export function blockHtml(b: Block): string {
  switch (b.kind) {
    case 'heading':
      return `<h${b.level - 1}>${inlinesHtml(b.content)}</h${b.level - 1}>`
    case 'paragraph':
      return `<p>${inlinesHtml(b.content)}</p>`
    case 'list':
      return `<ul>${b.items.map((item) => `<li>${inlinesHtml(item)}</li>`).join('\n')}</ul>`
    case 'table':
      return table(b)
    case 'lines':
      return `<pre tabindex="0">${b.text.split(/\r?\n/).map(htmlLine).join('\n')}</pre>`
    case 'fold':
      return `<details><summary>${inlinesHtml(b.title)}</summary>\n${b.blocks.map(blockHtml).join('\n')}\n</details>`
  }
}

function table({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const names = columns.map(({ title }) => textOf(title))
  const numbers = columns.map(({ align }) => align === 'right')
  return tableHtml(
    'table',
    columns.map(({ title }, i) => ({
      html: inlinesHtml(title),
      name: names[i] ?? '',
      number: numbers[i] ?? false,
    })),
    rows.map((row) => row.map(inlinesHtml)),
  )
}

interface Column {
  readonly html: string
  /** On a phone each cell tells it, since rows are stacked there. */
  readonly name: string
  readonly number: boolean
}

/** A table of cells that are HTML already. */
export function tableHtml(
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const kind = (column: Column | undefined) => (column?.number ? ' class="number"' : '')
  const head = columns.map((column) => `<th scope="col"${kind(column)}>${column.html}</th>`).join('')
  const cell = (html: string, i: number) =>
    `<td${kind(columns[i])}${i === 0 ? '' : ` data-name="${htmlText(plain(columns[i]?.name ?? ''))}"`}>${html}</td>`
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')
  return `<div class="wide" tabindex="0" role="region" aria-label="${htmlText(label)}"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
}

const inlinesHtml = (content: readonly Inline[]): string => content.map(inline).join('')

function inline(item: Inline): string {
  if (typeof item === 'string') return htmlText(item)
  switch (item.kind) {
    case 'code':
      return `<code>${nameHtml(item.text)}</code>`
    case 'strong':
      return `<strong>${inlinesHtml(item.content)}</strong>`
    case 'link':
      return safeUrl(item.url)
        ? `<a href="${htmlText(item.url)}" rel="noreferrer nofollow"><code>${nameHtml(item.label)}</code></a>`
        : `<code>${nameHtml(item.label)}</code>`
    case 'series':
      return sparkSvg(item)
  }
}

/** A name of other people's, of bounded length. */
export const nameHtml = (text: string): string => htmlText(clip(plain(text), 400))
