import { forEachChild, parse, type SyntaxNode } from 'unbash'

/** One command of a script, as the shell starts it. */
export interface ShellCommand {
  /** What stands before the program, as it is written: `TZ=UTC`. */
  readonly assignments: readonly string[]
  readonly words: readonly ShellWord[]
}

export interface ShellWord {
  /** As it is written, quotes included. */
  readonly text: string
  /** Without quotes. */
  readonly value: string
}

/** The commands of a script in the order in which they stand; none where it cannot be read. */
export function commandsOf(script: string): readonly ShellCommand[] {
  const found: ShellCommand[] = []
  const visit = (node: SyntaxNode): void => {
    if (node.type !== 'Command') {
      forEachChild(node, visit)
      return
    }
    // `export A=1` is given assignments, where other commands are given words.
    const words = [node.name, ...node.suffix].flatMap((word) => {
      if (word?.type === 'Word') return [{ text: word.text, value: word.value }]
      return word?.type === 'Assignment' ? [{ text: withOurOptions(word.text), value: word.text }] : []
    })
    const assignments = node.prefix.flatMap(({ end, pos, type }) =>
      type === 'Assignment' ? [script.slice(pos, end)] : [],
    )
    if (words.length > 0) found.push({ assignments, words })
  }
  visit(parse(script))
  return found
}

/** As a shell reads it. NODE_OPTIONS keep what leakdiff has set in them. */
export const textOf = ({ assignments, words }: ShellCommand): string =>
  [...assignments.map(withOurOptions), ...words.map(({ text }) => text)].join(' ')

function withOurOptions(assignment: string): string {
  const [, value] = /^NODE_OPTIONS=(.*)$/s.exec(assignment) ?? []
  if (value === undefined || /\$\{?NODE_OPTIONS/.test(value)) return assignment
  return `NODE_OPTIONS="$NODE_OPTIONS ${value.replace(/^(['"])(.*)\1$/s, '$2')}"`
}
