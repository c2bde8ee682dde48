import { createColors } from 'picocolors'
import stringWidth from 'string-width'
import { accept } from '../narrative/accept.ts'
import { contextOf } from '../narrative/context.ts'
import type { Block, Inline } from '../narrative/document.ts'
import { command, paragraph, strong } from '../narrative/document.ts'
import { type Detail, terminalDetails } from '../narrative/finding/detail.ts'
import { story } from '../narrative/story.ts'
import type { RenderOptions } from '../options.ts'
import type { Result } from '../result.ts'
import { clip, plain, plainLine } from './escape.ts'
import { longest, sparkline } from './sparkline.ts'

export interface TerminalOptions extends RenderOptions {
  /** Columns to fill; 80 when left out, never under 40 or over 120. */
  readonly width?: number
  readonly color?: boolean
}

interface Style {
  readonly width: number
  readonly code: Format
  readonly strong: Format
  readonly dim: Format
  readonly verdict: Format
}

const unstyled: Format = (text) => String(text)

type Format = (text: string) => string

// Whether there are colours is decided by whoever asks for the text, not by the environment.
const colors = createColors(true)

const verdicts: Readonly<Record<Result['verdict'], Format>> = {
  pass: (text) => colors.bold(colors.green(text)),
  fail: (text) => colors.bold(colors.red(text)),
  inconclusive: (text) => colors.bold(colors.yellow(text)),
}

/** Rows of a terminal that nobody made larger. */
const screen = 24

/**
 * The report for a terminal's standard output: the verdict last, where the eye is when a command ends, and
 * all of it on one screen but for the waivers that somebody asked for. Its text cannot move the cursor or
 * change colours.
 */
export function renderTerminal(result: Result, options: TerminalOptions = {}): string {
  const width = Math.min(120, Math.max(40, options.width ?? 80))
  const style: Style = options.color
    ? { width, code: colors.cyan, strong: colors.bold, dim: colors.dim, verdict: verdicts[result.verdict] }
    : { width, code: unstyled, strong: unstyled, dim: unstyled, verdict: unstyled }
  const waivers = result.workloads.flatMap((w) => accept(contextOf(result, w, options)))
  const told = terminalDetails.map((detail) => screenOf(result, options, detail, style))
  const shown = told.find((text) => text.split('\n').length < screen) ?? told.at(-1) ?? ''
  return `${[...waivers.map((b) => block(b, style)), shown].join('\n\n')}\n`
}

function screenOf(result: Result, options: TerminalOptions, detail: Detail, style: Style): string {
  const [title, ...blocks] = story(result, { ...options, acceptUntil: null }, detail)
  const verdict = title === undefined || !('content' in title) ? [] : title.content
  const told = [...blocks, ...bisection(result, options)].map((b) => block(b, style))
  return [...told, wrap(verdict, { ...style, code: style.verdict }, '', '', style.verdict)].join('\n\n')
}

function bisection(result: Result, options: TerminalOptions): readonly Block[] {
  const [first] = result.workloads.filter((w) => w.verdict === 'fail')
  const line = first === undefined ? null : (options.bisect?.(first.name) ?? null)
  return line === null ? [] : [paragraph(strong('Find the commit:')), command(line)]
}

function block(b: Block, style: Style): string {
  switch (b.kind) {
    case 'heading':
      return wrap([strong(...b.content)], style)
    case 'paragraph':
      return wrap(b.content, style)
    case 'list':
      return b.items.map((item) => wrap(item, style, '- ', '  ')).join('\n')
    case 'table':
      return table(b, style)
    case 'lines':
      return b.text
        .split('\n')
        .map((line) => `    ${style.code(plainLine(line))}`)
        .join('\n')
    case 'fold':
      return [wrap([strong(...b.title)], style), ...b.blocks.map((inner) => block(inner, style))].join('\n')
  }
}

interface Word {
  readonly text: string
  readonly paint: Format
  /** Whether white space stood before it. */
  readonly apart: boolean
}

/** Words as painted pieces; one that no space parts from the one before stays on its line. */
function wordsOf(content: readonly Inline[], style: Style, paint: Format = unstyled): readonly Word[] {
  return content.flatMap((item): readonly Word[] => {
    if (typeof item === 'string') {
      const parts = item.split(/\s+/)
      return parts.map((part, i) => ({ text: plain(part), paint, apart: i > 0 }))
    }
    if (item.kind === 'strong') return wordsOf(item.content, style, (text) => style.strong(paint(text)))
    const text =
      item.kind === 'series'
        ? sparkline(longest(item.head))
        : clip(plain(item.kind === 'code' ? item.text : item.label), 240)
    return [{ text, paint: item.kind === 'series' ? paint : style.code, apart: false }]
  })
}

function wrap(
  content: readonly Inline[],
  style: Style,
  first = '',
  rest = '',
  paint: Format = unstyled,
): string {
  const lines: string[] = [first]
  let used = stringWidth(first)
  for (const group of groups(wordsOf(content, style, paint))) {
    const size = group.reduce((sum, word) => sum + stringWidth(word.text), 0)
    const painted = group.map((word) => (word.text === '' ? '' : word.paint(word.text))).join('')
    const opened = used > stringWidth(lines.length === 1 ? first : rest)
    if (opened && used + 1 + size > style.width) {
      lines.push(rest + painted)
      used = stringWidth(rest) + size
    } else {
      lines.push(`${lines.pop()}${opened ? ' ' : ''}${painted}`)
      used += (opened ? 1 : 0) + size
    }
  }
  return lines.join('\n')
}

/** Words that stick together: `(`, a name and `)`. */
function groups(words: readonly Word[]): readonly (readonly Word[])[] {
  const found: Word[][] = []
  for (const word of words) {
    const last = found.at(-1)
    if (word.apart || last === undefined) found.push([word])
    else last.push(word)
  }
  return found.filter((group) => group.some((word) => word.text !== ''))
}

function table({ columns, rows }: Extract<Block, { kind: 'table' }>, style: Style): string {
  const paint = (cell: readonly Inline[]) => {
    const words = groups(wordsOf(cell, style))
    return {
      size: stringWidth(words.map((group) => group.map((w) => w.text).join('')).join(' ')),
      text: words.map((group) => group.map((w) => (w.text === '' ? '' : w.paint(w.text))).join('')).join(' '),
    }
  }
  const cells = [columns.map((c) => c.title), ...rows].map((row) => row.map(paint))
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i]?.size ?? 0)))
  const line = (row: (typeof cells)[number]) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0, columns[i]?.align ?? 'left'))
      .join('  ')
      .trimEnd()
  const [title, ...body] = cells.map(line)
  return [`  ${style.dim(title ?? '')}`, ...body.map((text) => `  ${text}`)].join('\n')
}

function pad(
  cell: { readonly size: number; readonly text: string },
  width: number,
  align: 'left' | 'right',
): string {
  const space = ' '.repeat(Math.max(0, width - cell.size))
  return align === 'right' ? space + cell.text : cell.text + space
}
