/** Other people's text (function names, paths, roles, reasons) made harmless, for each kind of output. */

/**
 * Controls, bidirectional marks, zero-width characters, lone surrogates, private use:
 * never shown as they are.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu

/** All white space but the no-break space, which keeps a number and its unit together. */
const space = /(?:(?!\u00A0)\s|[\u0085\u2028\u2029])+/gu

/** One line of visible characters: white space becomes one space, what cannot be seen becomes U+FFFD. */
export function plain(text: string): string {
  return text.replace(space, ' ').replace(unseen, '\uFFFD').trim()
}

/** A line of a block: as `plain`, with its indentation. */
export function plainLine(text: string): string {
  return `${/^ */.exec(text)?.[0] ?? ''}${plain(text)}`
}

/** At most `most` characters, cut in the middle: both ends of a name or a path tell more than its start. */
export function clip(text: string, most: number): string {
  const characters = [...text]
  if (characters.length <= most) return text
  const head = Math.floor((most - 1) / 2)
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (most - 1 - head)).join('')}`
}

const longestName = 240

/** A Markdown code span: its fence is longer than any run of backticks inside. GitHub links nothing in it. */
export function markdownCode(text: string, where: Where = 'text'): string {
  const shown = clip(plain(text), longestName) || ' '
  // A backslash before a pipe undoes the escape of the pipe, so a cell gets another bar.
  const safe = where === 'cell' ? shown.replaceAll('|', '¦') : shown
  const fence = '`'.repeat(1 + longestRun(safe))
  const pad = /^`|`$/.test(safe) ? ' ' : ''
  return `${fence}${pad}${safe}${pad}${fence}`
}

export type Where = 'text' | 'cell'

const longestRun = (text: string): number =>
  Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))

/**
 * Words in which GitHub would see a mention, an address, an issue, a commit, an emoji or a formula. Escapes
 * do not stop it, as it looks for them after Markdown is done; it leaves code alone,
 * so such words are shown as code.
 */
const linked = /@|\$|:\/\/|www\.|#\d|\b[A-Za-z]{2,}-\d|\b[0-9a-f]{7,}\b|:[\w+-]+:|^(?:mailto|xmpp):/i

/** Plain text as Markdown that reads the same. */
export function markdownText(text: string, where: Where = 'text'): string {
  return eachWord(
    text,
    (word) => markdownCode(word, where),
    (word, first) => {
      const inert = word.replace(/[\\`*_{}[\]<>|~^$&#!]/g, '\\$&')
      return first ? disarmed(inert) : inert
    },
  )
}

/**
 * A word that at the start of a line would open a list, draw a rule or underline a heading: `-`, `1.`, `===`.
 */
const disarmed = (word: string): string =>
  word.replace(/^(\d{1,9})([.)])$/, '$1\\$2').replace(/^([-+=][-=]*)$/, '\\$1')

/** Plain text inside an HTML element of a Markdown page, where GitHub still looks for mentions. */
export function summaryText(text: string): string {
  return eachWord(text, (word) => `<code>${htmlText(clip(word, longestName))}</code>`, htmlText)
}

function eachWord(
  text: string,
  risky: (word: string) => string,
  harmless: (word: string, first: boolean) => string,
): string {
  // Spaces at both ends are kept: they part this text from its neighbours.
  const before = /^\s/.test(text) ? ' ' : ''
  const after = /\S\s+$/.test(text) ? ' ' : ''
  const words = plain(text).split(' ')
  const shown = words.map((word, i) => {
    if (!linked.test(word)) return harmless(word, i === 0)
    // Punctuation around the word is not part of what would be linked.
    const [, open = '', core = word, close = ''] = /^([("]*)(.*?)([)",.;:!?]*)$/.exec(word) ?? []
    return core === '' ? risky(word) : `${open}${risky(core)}${close}`
  })
  return `${before}${shown.join(' ')}${after}`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Text for an HTML element or a quoted attribute. */
export function htmlText(text: string): string {
  return text
    .replace(space, ' ')
    .replace(unseen, '\uFFFD')
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? '')
}

/** A line of a block of HTML that keeps white space: as `htmlText`, with its indentation. */
export const htmlLine = (text: string): string => `${/^ */.exec(text)?.[0] ?? ''}${htmlText(plain(text))}`

/** A fenced block whose fence is longer than any run of backticks inside. */
export function markdownFence(text: string, language: string): string {
  const lines = text.split(/\r?\n/).map(plainLine).join('\n')
  const fence = '`'.repeat(Math.max(3, longestRun(lines) + 1))
  return `${fence}${language}\n${lines}\n${fence}`
}

/** Whether an address may become a link: the web's, with nothing in it that could end the link early. */
export const safeUrl = (url: string): boolean => /^https?:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(url)
