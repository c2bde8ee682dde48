/** A configuration as somebody wrote it, and where its parts stand, for error messages. */
export interface ConfigSource {
  /** What readers call it: `.github/leakdiff.yml`, `the input config`, `the inputs`. */
  readonly label: string
  readonly value: unknown
  /** The place of a key or of its value: `.github/leakdiff.yml:7:5`, `input rounds`. */
  readonly place: (path: readonly PropertyKey[], part: 'key' | 'value') => string
  /** How it calls a key besides: `workloads.api.rounds`. null: the place is its name, as a flag's is. */
  readonly named: (path: readonly PropertyKey[]) => string | null
  /** Where every key is described. */
  readonly described: string
}

/** What is wrong with the key at `path`, behind its name. */
export const saying = (source: ConfigSource, path: readonly PropertyKey[], text: string): string => {
  const name = source.named(path)
  return name === null ? text : `\`${name}\`: ${text}`
}

/** A key that is not there, which its place alone may tell. */
export const missingKey = (source: ConfigSource, path: readonly PropertyKey[]): string => {
  const name = source.named(path)
  return name === null ? 'is missing' : `missing key \`${name}\``
}

export const everyKey = 'every key is described in schema/config.schema.json of leakdiff'

/** The names of keys as a file has them. */
export const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.')

/** One thing that is wrong, and where. */
export interface Problem {
  readonly place: string
  readonly text: string
}
