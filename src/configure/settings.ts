import type { Key, Settings } from './key.ts'

/** `settle` of `settle.quiet`; the name itself of a key without a group. */
export const groupOf = ({ name }: Key): string => name.split('.')[0] ?? name

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Its name in a checked configuration: `measureBase` of `measure-base`, `settle` of `settle.quiet`. */
export const settingName = (key: Key): string => camel(groupOf(key))

/**
 * What the schema of `keys` gave, by the names of the code, with null for what was left out.
 * `checked` is trusted: the schema that made it comes from the same keys.
 */
export function settingsOf<K extends Key>(
  keys: readonly K[],
  checked: Readonly<Record<string, unknown>>,
): Settings<K> {
  const settings: Record<string, unknown> = {}
  for (const key of keys) {
    const [group = '', inner] = key.name.split('.')
    const value = checked[group]
    const name = settingName(key)
    if (inner === undefined) settings[name] = value ?? null
    else settings[name] = { ...asMap(settings[name]), [camel(inner)]: asMap(value)[inner] ?? null }
  }
  return settings as Settings<K>
}

const asMap = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
