import { name } from './imports.ts'

/** Paths by what stands for them in a source: `PREFIX`, `routes.items`, `Routes.Items`. */
export type Constants = ReadonlyMap<string, string>

const quoted = String.raw`(['"\`])(/[\w\-./:{}*]*)`
const assigned = new RegExp(String.raw`\bconst\s+(${name})(?:\s*:\s*string)?\s*=\s*${quoted}\2`, 'g')
/** An object of constants, or an enumeration, with nothing in braces inside. */
const table = new RegExp(
  String.raw`\b(?:const\s+(${name})(?:\s*:[^={}]*)?\s*=|enum\s+(${name}))\s*(?:Object\.freeze\(\s*)?\{([^{}]*)\}`,
  'g',
)
const member = new RegExp(String.raw`(?:^|[,{\n])\s*['"]?(${name})['"]?\s*[:=]\s*${quoted}\2`, 'g')

/** The constants that a source defines. */
function constantsIn(text: string): Constants {
  const plain = [...text.matchAll(assigned)].map(([, called = '', , path = '']) => [called, path] as const)
  const members = [...text.matchAll(table)].flatMap(([, object, enumeration, body = '']) =>
    [...body.matchAll(member)].map(
      ([, key = '', , path = '']) => [`${object ?? enumeration}.${key}`, path] as const,
    ),
  )
  return new Map([...plain, ...members])
}

/** Those of all sources that mean one path everywhere. */
export function sharedConstants(texts: readonly string[]): Constants {
  const paths = new Map<string, Set<string>>()
  for (const text of texts)
    for (const [called, path] of constantsIn(text))
      paths.set(called, (paths.get(called) ?? new Set()).add(path))
  return new Map(
    [...paths].flatMap(([called, [path = '', ...more]]) => (more.length > 0 ? [] : [[called, path]])),
  )
}

/**
 * Puts paths in the place of what stands for them: `${PREFIX}/items`, `PREFIX + '/items'`,
 * `app.get(routes.items, …)`. What a source defines itself comes before what others do.
 */
export function withConstants(text: string, shared: Constants): string {
  const own = constantsIn(text)
  return [...new Map([...shared, ...own])]
    .filter(([called]) => text.includes(called))
    .reduce((told, [called, path]) => {
      const reference = String.raw`(?<![\w$.])${called.replaceAll(/[$.]/g, String.raw`\$&`)}(?![\w$.])`
      return told
        .replaceAll(`\${${called}}`, path)
        .replace(
          new RegExp(String.raw`${reference}\s*\+\s*(['"\`])`, 'g'),
          (_, quote: string) => `${quote}${path}`,
        )
        .replace(
          new RegExp(
            String.raw`((?:\.\s*|@)\w+\(\s*|\b(?:url|path|prefix):\s*)${reference}(?=\s*[,)}\n])`,
            'g',
          ),
          (_, call: string) => `${call}'${path}'`,
        )
    }, text)
}
