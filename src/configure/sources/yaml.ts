import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import { problemsError } from './problems.ts'
import { type ConfigSource, dotted, everyKey, type Problem } from './source.ts'

// A few anchors are fine; `a: &a [*b, *b, …]` nested ten times unfolds into billions of values.
const maxAliasCount = 100
const maxLength = 1_000_000

/**
 * Reads YAML text, called `label` in messages. Throws ConfigError for every syntax problem,
 * duplicate keys included.
 */
export function yamlSource(text: string, label: string): ConfigSource {
  if (text.length > maxLength)
    throw problemsError([{ place: label, text: 'is longer than a million characters' }])
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' })
  const at = (offset: number) => `${label}:${position(lines, offset)}`
  const syntax = [...document.errors, ...document.warnings].map((error) => syntaxProblem(error, text, at))
  const problems = [...syntax, ...forbiddenKeys(document, at)]
  if (problems.length > 0) throw problemsError(problems)
  return {
    label,
    value: plainValue(document, at),
    place: (path, part) => at(offsetOf(document, path, part)),
    named: dotted,
    described: everyKey,
  }
}

function position(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset)
  return `${Math.max(line, 1)}:${Math.max(col, 1)}`
}

function syntaxProblem(error: YAMLError, text: string, at: (offset: number) => string): Problem {
  const [start, end] = error.pos
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:]+/.exec(text.slice(start))?.[0] ?? text.slice(start, end)
    return { place: at(start), text: `duplicate key \`${key}\`` }
  }
  if (error.code === 'MULTIPLE_DOCS')
    return { place: at(start), text: 'expected one document, got a second after ---' }
  return { place: at(start), text: error.message.split('\n')[0] ?? error.code }
}

/** Keys that JavaScript would take for something else: they would vanish from the value unseen. */
function forbiddenKeys(document: Document, at: (offset: number) => string): Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && key.value === '__proto__') {
        problems.push({ place: at(key.range?.[0] ?? 0), text: 'unknown key `__proto__`' })
      } else if (isNode(key) && !isScalar(key)) {
        problems.push({ place: at(key.range?.[0] ?? 0), text: 'expected a plain word as key' })
      }
    },
  })
  return problems
}

function plainValue(document: Document, at: (offset: number) => string): unknown {
  try {
    return document.toJS({ maxAliasCount })
  } catch (error) {
    // ReferenceError is how the library says that aliases unfold into too much, or that one is unresolved.
    if (!(error instanceof ReferenceError)) throw error
    throw problemsError([{ place: at(0), text: `anchors and aliases: ${error.message}` }])
  }
}

/**
 * Where the deepest part of `path` that is written down begins;
 * a part behind an alias is found where the alias stands.
 */
function offsetOf(document: Document, path: readonly PropertyKey[], part: 'key' | 'value'): number {
  let node: unknown = document.contents
  let start = startOf(node)
  let keyStart = start
  for (const [depth, step] of path.entries()) {
    const child = childOf(node, step)
    if (child === null) return (isMap(node) ? keyStart : start) ?? 0
    keyStart = startOf(child.key) ?? start
    const wantsKey = part === 'key' && depth === path.length - 1
    start = wantsKey ? keyStart : (startOf(child.value) ?? keyStart)
    node = child.value
  }
  return start ?? 0
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

function childOf(node: unknown, step: PropertyKey): { key: unknown; value: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    return pair === undefined ? null : { key: pair.key, value: pair.value }
  }
  const items: readonly unknown[] = (node as { items?: Node[] } | null)?.items ?? []
  const value = typeof step === 'number' ? items[step] : undefined
  return value === undefined ? null : { key: value, value }
}
