import { readFileSync, statSync } from 'node:fs'

/**
 * Names the function in which a line of a source stands: `Class.method`, `outer.<locals>.inner`, `<module>`.
 */
export type FunctionAt = (line: number) => string

/**
 * Every snapshot names lines of the same thousand sources: each is read once, as long as it stays as it is.
 */
const known = new Map<string, FunctionAt>()
const mostKnown = 4000

/** Reads the source at `path`; null when it cannot be read: it is no file, or lies in an archive. */
export function functionsIn(path: string): FunctionAt | null {
  try {
    const { mtimeMs, size } = statSync(path)
    const key = `${mtimeMs} ${size} ${path}`
    const functions = known.get(key) ?? functionsOf(readFileSync(path, 'utf8'))
    if (known.size >= mostKnown) known.clear()
    known.set(key, functions)
    return functions
  } catch {
    return null
  }
}

interface Scope {
  readonly name: string
  readonly isClass: boolean
  readonly indent: number
  readonly from: number
  /** A body on the same line as its head: the line is the function's own. */
  readonly oneLine: boolean
}

/**
 * tracemalloc tells lines alone. Scopes are found by indentation, as Python's own tokenizer finds them; what
 * is within brackets or texts opens none. The line of a `def` belongs to who defines it.
 */
export function functionsOf(source: string): FunctionAt {
  const names: string[] = []
  const open: Scope[] = []
  for (const { indent, text, from, to } of logicalLines(source.split(/\r?\n/))) {
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
    const head = /^(?:async[ \t]+)?(def|class)[ \t]+(\w+)/.exec(text)
    const outside = nameOf(open)
    if (head !== null) {
      const [, keyword = '', name = ''] = head
      const oneLine = from === to && !/:\s*(?:#.*)?$/.test(text)
      open.push({ name, isClass: keyword === 'class', indent, from, oneLine })
    }
    const name = open.at(-1)?.oneLine === true && head !== null ? nameOf(open) : outside
    for (let line = from; line <= to; line++) names[line] = name
  }
  return (line) => names[line] ?? '<module>'
}

function nameOf(open: readonly Scope[]): string {
  if (open.length === 0) return '<module>'
  return open
    .map(({ name, isClass }, index) => (index === open.length - 1 || isClass ? name : `${name}.<locals>`))
    .join('.')
}

interface LogicalLine {
  readonly indent: number
  readonly text: string
  /** First and last line, from 1. */
  readonly from: number
  readonly to: number
}

/**
 * Lines joined where brackets, texts of several lines or a backslash join them;
 * blank ones and comments belong to none.
 */
function* logicalLines(lines: readonly string[]): Generator<LogicalLine> {
  let started: { readonly indent: number; readonly text: string; readonly from: number } | null = null
  let state: State = { depth: 0, quote: '', joined: false }
  for (const [index, line] of lines.entries()) {
    if (started === null) {
      const text = line.trimStart()
      if (text === '' || text.startsWith('#')) continue
      started = { indent: width(line.slice(0, line.length - text.length)), text, from: index + 1 }
    }
    state = after(line, state)
    if (state.depth > 0 || state.quote !== '' || state.joined) continue
    yield { ...started, to: index + 1 }
    started = null
  }
  if (started !== null) yield { ...started, to: lines.length }
}

const width = (indent: string): number =>
  [...indent].reduce((at, character) => (character === '\t' ? (Math.floor(at / 8) + 1) * 8 : at + 1), 0)

interface State {
  /** Open brackets. */
  readonly depth: number
  /** The three quotes that end an open text; '' outside of one. */
  readonly quote: string
  /** Whether a backslash joins the next line. */
  readonly joined: boolean
}

const token = /\\.|'''|"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|#.*|[([{]|[)\]}]/g

function after(line: string, { depth: before, quote: open }: State): State {
  let depth = before
  let quote = open
  let at = 0
  while (at < line.length) {
    if (quote !== '') {
      const end = endOfText(line, quote, at)
      if (end < 0) return { depth, quote, joined: false }
      quote = ''
      at = end
      continue
    }
    token.lastIndex = at
    const found = token.exec(line)
    if (found === null) break
    const [text] = found
    at = token.lastIndex
    if (text === "'''" || text === '"""') quote = text
    else if (/^[([{]$/.test(text)) depth++
    else if (/^[)\]}]$/.test(text)) depth = Math.max(0, depth - 1)
    else if (text.startsWith('#')) return { depth, quote, joined: false }
  }
  return { depth, quote, joined: quote === '' && /\\$/.test(line) }
}

/** Where a text that is open ends on this line; -1 when it goes on. */
function endOfText(line: string, quote: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\') at++
    else if (line.startsWith(quote, at)) return at + quote.length
  }
  return -1
}
