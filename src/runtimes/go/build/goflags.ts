import { runGo } from './toolchain.ts'

/** What the user has set in GOFLAGS. */
export interface UserFlags {
  readonly flags: readonly string[]
  /** file: written by `go env -w`, which a GOFLAGS in the environment replaces as a whole. */
  readonly from: 'environment' | 'file'
}

/** The flags that hold in `directory`. Throws as `runGo`. */
export async function readUserFlags(directory: string): Promise<UserFlags> {
  const value = (await runGo(directory, ['env', 'GOFLAGS'])).trim()
  return { flags: splitFlags(value), from: process.env.GOFLAGS ? 'environment' : 'file' }
}

/** What must be added to the environment's GOFLAGS so that both the user's flags and `ours` hold. */
export function addedFlags(users: UserFlags, ours: readonly string[]): string {
  const flags = users.from === 'file' ? [...users.flags, ...ours] : ours
  return flags.map(quoteFlag).join(' ')
}

/**
 * Value of the last flag called `name`, with one dash or two; '' for a bare flag, null when there is none.
 */
export function flagValue(flags: readonly string[], name: string): string | null {
  const values = flags.flatMap((flag) => {
    const [, key, value = ''] = /^--?([^=]+)(?:=(.*))?$/s.exec(flag) ?? []
    return key === name ? [value] : []
  })
  return values.at(-1) ?? null
}

/** Fields between blanks; one that begins with a quote ends at the next such quote (cmd/internal/quoted). */
export function splitFlags(value: string): readonly string[] {
  const fields = value.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)
  return Array.from(fields, ([, single, double, bare]) => single ?? double ?? bare ?? '')
}

function quoteFlag(flag: string): string {
  if (!/[\s'"]/.test(flag)) return flag
  return flag.includes("'") ? `"${flag}"` : `'${flag}'`
}
