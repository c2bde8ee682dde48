/** When the started program can be driven. Strings are expanded (`$NAME`) at the time of use. */
export type Ready =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'port'; readonly address: string }
  | { readonly kind: 'output'; readonly pattern: string; readonly flags: string }
  | { readonly kind: 'probe' }

export const readyExpected = 'expected a URL, host:port, or /regex/ on the output'

const url = /^https?:\/\/\S+$/
const address = /^(?:\[[0-9a-fA-F:.]+\]|[^\s/:[\]]+):(?:\d+|\$\w+|\$\{\w+\})$/
const output = /^\/(.+)\/([a-z]*)$/s

/** What a `ready` asks for, or the problem with it. URL and address keep their `$NAME`. */
export function parseReady(text: string): Ready | { readonly kind: 'problem'; readonly problem: string } {
  if (url.test(text)) return { kind: 'url', url: text }
  if (address.test(text)) return { kind: 'port', address: text }
  const [, pattern, flags = ''] = output.exec(text) ?? []
  if (pattern === undefined) return { kind: 'problem', problem: readyExpected }
  return compiles(pattern, flags)
}

function compiles(pattern: string, flags: string): ReturnType<typeof parseReady> {
  // g and y make a regular expression remember where it stopped:
  // the same output would match only every other time.
  if (/[^imsu]/.test(flags)) return { kind: 'problem', problem: 'expected no other flags than i, m, s and u' }
  try {
    new RegExp(pattern, flags)
    return { kind: 'output', pattern, flags }
  } catch (error) {
    return {
      kind: 'problem',
      problem: `is not a regular expression: ${error instanceof Error ? error.message : error}`,
    }
  }
}
