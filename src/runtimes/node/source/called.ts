/** Verbs under which routers register a handler: `router.get('/report', …)`. */
const route =
  /\.(get|post|put|patch|delete|head|options|all|route)(?:<[^()]*>)?\(\s*(['"`])([/*][^'"`\s]{0,80})\2/i
const listener =
  /\.(on|once|addListener|prependListener|addEventListener|subscribe)\(\s*(['"`])([\w:.$-]{1,40})\2/
/** A call that is given the function: `items.forEach(item =>`, `http.createServer((request, response) =>`. */
const callback =
  /([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){0,2})\(\s*(?:[^()]*,\s*)?(?:async\s*)?(?:function\b|\(?[\w$,\s{}[\]]*\)?\s*=>)/

/** `this.onChange = (price) =>`: who has no name of his own has that of what he was given to. */
const assigned =
  /([A-Za-z_$][\w$]*(?:\.[A-Za-z_$#][\w$]*)*)\s*=\s*(?:async\s*)?(?:function\b|(?:\([^()]*\)|[\w$]+)\s*=>)/
const returned = /\breturn\s+(?:async\s+)?(?:function\b|(?:\([^()]*\)|[\w$]+)\s*=>)/

/** Lines of a call before the one on which its function begins. */
const openedBefore = 4
const farthest = 400
/** What a person writes; a bundle's lines say nothing. */
const longestLine = 300

/**
 * What people call the function without a name that stands on a line (from 1): the route or the event under
 * which it is registered; else what it is assigned to; else the same of what stands around it, the call it is
 * given to or the function that returns it; else its first line.
 */
export function calledAt(lines: readonly string[], line: number): string | null {
  const own = lines[line - 1]
  if (own === undefined || own.length > longestLine) return null
  return (
    registeredBy(lines, line) ??
    assignedIn(own) ??
    around(lines, line) ??
    givenTo(own) ??
    returnedBy(lines, line) ??
    shown(own)
  )
}

const registeredBy = (lines: readonly string[], line: number): string | null =>
  registeredIn(lines[line - 1] ?? '') ??
  registeredIn(openCall(lines.slice(Math.max(0, line - openedBefore), line).join('\n')))

function registeredIn(text: string): string | null {
  const [, verb = '', , path] = route.exec(text) ?? []
  if (path !== undefined) return `${verb.toUpperCase()} ${plain(path)}`
  const event = listener.exec(text)?.[3]
  return event === undefined ? null : `on ${event}`
}

/** The part of `text` from the last call of a method on that is still open at its end. */
function openCall(text: string): string {
  let depth = 0
  let open = 0
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') depth++
    if (text[at] !== '(' || --depth >= open) continue
    open = depth
    const [call] = /\.\w+(?:<[^()]*>)?$/.exec(text.slice(0, at)) ?? []
    if (call !== undefined) return text.slice(text.lastIndexOf('\n', at - call.length) + 1)
  }
  return ''
}

/** The lines that a line stands inside of, as they are indented: the nearest first, counted from 1. */
function* outside(lines: readonly string[], line: number): Generator<number> {
  let indent = indentOf(lines[line - 1] ?? '')
  for (let at = line - 1; at > Math.max(0, line - farthest) && indent > 0; at--) {
    const text = lines[at - 1] ?? ''
    if (text.trim() === '' || text.length > longestLine || indentOf(text) >= indent) continue
    indent = indentOf(text)
    yield at
  }
}

/** The nearest registration that a line stands inside of. */
function around(lines: readonly string[], line: number): string | null {
  for (const at of outside(lines, line)) {
    const known = registeredBy(lines, at)
    // A function that has a name is what a developer knows.
    if (known !== null || nameIn(lines[at - 1] ?? '') !== null) return known
  }
  return null
}

/** `function of compose`: the nearest function with a name around one that is returned. */
function returnedBy(lines: readonly string[], line: number): string | null {
  if (!returned.test(lines[line - 1] ?? '')) return null
  for (const at of outside(lines, line)) {
    const text = lines[at - 1] ?? ''
    const name = nameIn(text) ?? assignedIn(text)
    if (name !== null) return `function of ${name}`
  }
  return null
}

/** Without `this`, which says nothing. */
const assignedIn = (text: string): string | null => assigned.exec(text)?.[1]?.replace(/^this\./, '') ?? null

function nameIn(text: string): string | null {
  const [, declared, method] = named.exec(text) ?? []
  return declared ?? method ?? null
}

const named =
  /\bfunction\s*\*?\s*([\w$]+)|^\s*(?:(?:async|static|get|set)\s+)*(?!(?:if|for|while|switch|catch|with)\b)([\w$#]+)\s*\([^)]*\)\s*\{$/

const indentOf = (text: string): number => text.length - text.trimStart().length

function givenTo(text: string): string | null {
  const call = callback.exec(text)?.[1]
  return call === undefined || /^(?:if|for|while|switch|return|function)$/.test(call)
    ? null
    : `callback of ${call}`
}

const shown = (text: string): string => `anonymous \`${plain(text.trim().slice(0, 40))}\``

/** In waivers a star stands for anything, and this stands for itself alone. */
const plain = (text: string): string => text.replaceAll('*', '…').replaceAll('`', "'")
