/**
 * The same text with comments blanked, so that offsets and lines stay; strings are kept. For languages with
 * the comments of C.
 */
export function withoutComments(text: string): string {
  return text.replace(tokens, (token) => (/^\/[/*]/.test(token) ? token.replace(/[^\n]/g, ' ') : token))
}

const tokens = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g

/**
 * Where the bracket that opens at or after `from` closes; the text's end when it does not. Brackets in
 * strings do not count.
 */
export function closing(text: string, from: number): number {
  const bracket = new RegExp(`${tokens.source}|[({[]|[)}\\]]`, 'g')
  bracket.lastIndex = from
  let depth = 0
  for (const { 0: token, index } of matchesFrom(text, bracket)) {
    if (/^[({[]$/.test(token)) depth += 1
    else if (/^[)}\]]$/.test(token) && --depth <= 0) return index
  }
  return text.length
}

function* matchesFrom(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) yield match
}

/** Prefix and path of a route as one path, with one slash between them. */
export function joined(prefix: string, path: string): string {
  const whole = `/${prefix}/${path}`.replace(/\/{2,}/g, '/')
  return whole.length > 1 ? whole.replace(/\/$/, '') : whole
}
