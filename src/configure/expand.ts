import { ConfigError } from '../errors.ts'
import { didYouMean } from './sources/nearest.ts'

const reference = /\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)\})/g

/**
 * `$NAME` and `${NAME}` replaced by their values; any other `$` stays.
 * Throws ConfigError for a name that is not in `env`:
 * an empty string in its place would make a URL that means something else.
 */
export function expand(text: string, env: Readonly<Record<string, string | undefined>>): string {
  return text.replace(reference, (_, bare: string | undefined, braced: string | undefined) => {
    const name = bare ?? braced ?? ''
    const value = env[name]
    if (value !== undefined) return value
    throw new ConfigError(
      `The configuration uses $${name}, which is not set${didYouMean(name, Object.keys(env))}`,
      `Set ${name} in the environment of leakdiff, or write its value.`,
    )
  })
}
