/** What a step told the runner on its standard output: `::error file=a.js,line=3,title=Leak::message`. */
export interface Command {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** The workflow commands in a step's output, unescaped, in order. */
export function workflowCommands(output: string): Command[] {
  const lines = output.matchAll(/^::(?<command>[a-z-]+)(?: (?<properties>[^\n]*?))?::(?<message>[^\n]*)$/gm)
  return [...lines].map(({ groups }) => ({
    command: groups?.command ?? '',
    properties: Object.fromEntries(
      (groups?.properties || '')
        .split(',')
        .filter((p) => p !== '')
        .map((p) => [p.slice(0, p.indexOf('=')), unescaped(p.slice(p.indexOf('=') + 1))]),
    ),
    message: unescaped(groups?.message ?? ''),
  }))
}

function unescaped(text: string): string {
  const plain: Record<string, string> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }
  return text.replace(/%(0D|0A|3A|2C|25)/g, (code) => plain[code] ?? code)
}
