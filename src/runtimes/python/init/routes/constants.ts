import type { Source } from '../sources.ts'

const assigned = /^\s*(\w+)\s*(?::[^=\n]+)?=\s*(?:Field\(\s*(?:default\s*=\s*)?)?["'](\/[\w\-./]*)["']/gm

/** Paths by the names that they are given, where all sources give one the same: `API_V1_STR`. */
export function constantsOf(sources: readonly Source[]): ReadonlyMap<string, string> {
  const all = new Map<string, Set<string>>()
  for (const { text } of sources)
    for (const [, name = '', path = ''] of text.matchAll(assigned))
      all.set(name, (all.get(name) ?? new Set()).add(path))
  return new Map([...all].flatMap(([name, [path = '', ...more]]) => (more.length > 0 ? [] : [[name, path]])))
}

/**
 * The path in `prefix="/items"`, `url_prefix=settings.API_V1_STR` or `prefix=f"{API}/items"`; '' for none.
 */
export function prefixIn(given: string, constants: ReadonlyMap<string, string>): string {
  const [, literal, reference] =
    /\b(?:url_)?(?:prefix|path)\s*=\s*(?:f?["']([^"'\n]*)["']|(?:\w+\.)*(\w+))/.exec(given) ?? []
  if (reference !== undefined) return constants.get(reference) ?? ''
  return (literal ?? '').replace(
    /\{(?:\w+\.)*(\w+)\}/g,
    (whole, name: string) => constants.get(name) ?? whole,
  )
}
