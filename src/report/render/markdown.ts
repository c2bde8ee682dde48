import { markdownTable } from 'markdown-table'
import type { Block, Document, Inline } from '../narrative/document.ts'
import type { Detail } from '../narrative/finding/detail.ts'
import { commentDetails, summaryDetails } from '../narrative/finding/detail.ts'
import { headline } from '../narrative/headline.ts'
import { story } from '../narrative/story.ts'
import type { RenderOptions } from '../options.ts'
import type { Result } from '../result.ts'
import type { Where } from './escape.ts'
import { htmlText, markdownCode, markdownFence, markdownText, safeUrl, summaryText } from './escape.ts'
import { longest, sparkline } from './sparkline.ts'

/** GitHub's limit for a comment, less room for the hidden marker that the caller puts before it. */
export const commentLimit = 65_536 - 1_024

/** Blocks of a sparkline: beside a name and a figure it is seen on a phone without scrolling. */
const phoneWidth = 8

/** GitHub's limit for a step's summary in bytes, less room for other lines of the step. */
export const summaryLimit = 1_048_576 - 4_096

/**
 * The body of a comment, at most `commentLimit` characters however they are counted:
 * what does not fit is left out, and said.
 */
export function renderComment(result: Result, options: RenderOptions = {}): string {
  const room = Math.min(options.room ?? commentLimit, commentLimit)
  const fits = (text: string) => Buffer.byteLength(text) <= room
  const text = fitDetail((detail) => toMarkdown(story(result, options, detail)), commentDetails, fits)
  return fits(text) ? text : toMarkdown(inOneLine(result, options))
}

function inOneLine(result: Result, options: RenderOptions): Document {
  const { whole } = options
  const where: readonly Inline[] = whole ? ['. The whole report: ', { kind: 'link', ...whole }, '.'] : []
  return [{ kind: 'paragraph', content: [...headline(result, options), ...where] }]
}

/** The job's summary: the same with full detail, at most `summaryLimit` bytes. */
export function renderSummary(result: Result, options: RenderOptions = {}): string {
  const fits = (text: string) => Buffer.byteLength(text) <= summaryLimit
  return fitDetail((detail) => toMarkdown(story(result, options, detail)), summaryDetails, fits)
}

/** The first rendering, from most detail to least, that fits; the last one when none does. */
function fitDetail(
  render: (detail: Detail) => string,
  details: readonly Detail[],
  fits: (text: string) => boolean,
): string {
  for (const detail of details.slice(0, -1)) {
    const text = render(detail)
    if (fits(text)) return text
  }
  const least = details.at(-1)
  return least === undefined ? '' : render(least)
}

/** GitHub Flavored Markdown. */
function toMarkdown(document: Document): string {
  return `${document.map(block).join('\n\n')}\n`
}

function block(b: Block): string {
  switch (b.kind) {
    case 'heading':
      return `${'#'.repeat(b.level)} ${inlines(b.content)}`
    case 'paragraph':
      return inlines(b.content)
    case 'list':
      return b.items.map((item) => `- ${inlines(item)}`).join('\n')
    case 'table':
      return table(b)
    case 'lines':
      return markdownFence(b.text, b.language)
    case 'fold':
      return `<details><summary>${b.title.map(inSummary).join('')}</summary>\n\n${b.blocks.map(block).join('\n\n')}\n\n</details>`
  }
}

/** As narrow as it can be: columns lined up for the eye would cost room that a comment does not have. */
const table = ({ columns, rows }: Extract<Block, { kind: 'table' }>): string =>
  markdownTable(
    [columns.map(({ title }) => title), ...rows].map((row) => row.map((cell) => inlines(cell, 'cell'))),
    { align: columns.map(({ align }) => (align === 'right' ? 'right' : null)), alignDelimiters: false },
  )

/** Two code spans that touch would read as one, so a space parts them. */
const inlines = (content: readonly Inline[], where: Where = 'text'): string =>
  content
    .map((item) => inline(item, where))
    .reduce(
      (text, next) => (text.endsWith('`') && next.startsWith('`') ? `${text} ${next}` : text + next),
      '',
    )

function inline(item: Inline, where: Where): string {
  if (typeof item === 'string') return markdownText(item, where)
  switch (item.kind) {
    case 'code':
      return markdownCode(item.text, where)
    case 'strong':
      return `**${inlines(item.content, where).trim()}**${endSpace(item.content)}`
    case 'link':
      return safeUrl(item.url)
        ? `[${markdownCode(item.label, where)}](${item.url})`
        : markdownCode(item.label, where)
    case 'series':
      return sparkline(longest(item.head), phoneWidth)
  }
}

/** Emphasis must not end in a space; the space is put behind it. */
const endSpace = (content: readonly Inline[]): string => {
  const last = content.at(-1)
  return typeof last === 'string' && last.endsWith(' ') ? ' ' : ''
}

/** GitHub reads a summary as HTML, not as Markdown. */
function inSummary(item: Inline): string {
  if (typeof item === 'string') return summaryText(item)
  if (item.kind === 'code') return `<code>${htmlText(item.text)}</code>`
  return item.kind === 'strong' ? item.content.map(inSummary).join('') : ''
}
