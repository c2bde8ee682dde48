/**
 * What a report says, before it is Markdown, HTML or terminal text. Every string in it is plain text,
 * other people's text included: only renderers write markup, and they escape all of it.
 */
export type Inline =
  | string
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly content: readonly Inline[] }
  /** A place in the source. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  /** Values of a total after each round, one array a trial. */
  | { readonly kind: 'series'; readonly base: readonly Trial[]; readonly head: readonly Trial[] }

type Trial = readonly number[]

export interface Column {
  readonly title: readonly Inline[]
  readonly align: 'left' | 'right'
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  /** Lines shown as they are: a command to copy, a stack. */
  | { readonly kind: 'lines'; readonly language: 'sh' | 'text'; readonly text: string }
  | { readonly kind: 'fold'; readonly title: readonly Inline[]; readonly blocks: readonly Block[] }

type Row = readonly (readonly Inline[])[]

export type Document = readonly Block[]

export const code = (text: string): Inline => ({ kind: 'code', text })
export const strong = (...content: readonly Inline[]): Inline => ({ kind: 'strong', content })
export const paragraph = (...content: readonly Inline[]): Block => ({ kind: 'paragraph', content })
export const heading = (level: 2 | 3 | 4, ...content: readonly Inline[]): Block => ({
  kind: 'heading',
  level,
  content,
})
export const list = (items: readonly (readonly Inline[])[]): Block => ({ kind: 'list', items })
export const command = (text: string): Block => ({ kind: 'lines', language: 'sh', text })
export const lines = (text: string): Block => ({ kind: 'lines', language: 'text', text })
export const fold = (title: readonly Inline[], blocks: readonly Block[]): Block => ({
  kind: 'fold',
  title,
  blocks,
})

/** The parts with `between` put between each two; the last two are joined by `last`. */
export function joined(
  parts: readonly (readonly Inline[])[],
  between = ', ',
  last = ' and ',
): readonly Inline[] {
  return parts.flatMap((part, i) => {
    if (i === 0) return part
    return [i === parts.length - 1 ? last : between, ...part]
  })
}

/** All text of some inlines, for places that have no markup. */
export function textOf(content: readonly Inline[]): string {
  return content
    .map((item) => {
      if (typeof item === 'string') return item
      if (item.kind === 'code') return item.text
      if (item.kind === 'strong') return textOf(item.content)
      return item.kind === 'link' ? item.label : ''
    })
    .join('')
}

/** Our own sentences, in which names stand between backticks. */
export const prose = (text: string): readonly Inline[] =>
  text.split(/`([^`]+)`/).map((part, i) => (i % 2 === 1 ? code(part) : part))
