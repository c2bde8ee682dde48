import type * as z from 'zod'
import { ConfigError } from '../../errors.ts'
import { didYouMean } from './nearest.ts'
import { type ConfigSource, dotted, everyKey, missingKey, type Problem, saying } from './source.ts'

type Issue = z.core.$ZodIssue
type KnownKeys = (path: readonly PropertyKey[]) => readonly string[]

/** Everything a schema found wrong with a source. */
export function problemsOf(
  source: ConfigSource,
  issues: readonly Issue[],
  knownKeys: KnownKeys,
): readonly Problem[] {
  return issues.flatMap((issue): readonly Problem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => unknownKey(source, issue.path, key, knownKeys))
    return [wrongValue(source, issue)]
  })
}

function unknownKey(
  source: ConfigSource,
  path: readonly PropertyKey[],
  key: string,
  knownKeys: KnownKeys,
): Problem {
  const known = knownKeys(path)
  const written = valueAt(source.value, path)
  const left = known.filter((other) => !isRecord(written) || !(other in written))
  const hint = belonging(path, key, knownKeys) || didYouMean(key, left) || `; known here: ${known.join(', ')}`
  return {
    place: source.place([...path, key], 'key'),
    text: `unknown key \`${dotted([...path, key])}\`${hint}`,
  }
}

/** Where a key belongs that was written one level too high or too low. */
function belonging(path: readonly PropertyKey[], key: string, knownKeys: KnownKeys): string {
  if (path.length === 0 && knownKeys(['workloads', 'NAME']).includes(key))
    return ' at the top level: it belongs to a workload, below `workloads: NAME:`'
  if (path.length === 2 && knownKeys([]).includes(key))
    return ': it belongs at the top level, beside `workloads`'
  return ''
}

function wrongValue(source: ConfigSource, issue: Issue): Problem {
  const { path } = issue
  const value = valueAt(source.value, path)
  if (issue.code === 'invalid_key') {
    const why = issue.issues[0]?.message ?? issue.message
    return { place: source.place(path, 'key'), text: said(source, path, why) }
  }
  if (value === undefined) return { place: source.place(path, 'key'), text: missingKey(source, path) }
  const place = source.place(path, 'value')
  const { message } = issue
  if (value === null) return { place, text: `\`${dotted(path)}\` is empty: ${message}` }
  const got = message.startsWith('expected') ? `, got ${shown(value)}` : ''
  return { place, text: said(source, path, `${message}${got}`) }
}

const said = (source: ConfigSource, path: readonly PropertyKey[], text: string): string =>
  path.length === 0 ? `the configuration: ${text}` : saying(source, path, text)

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[step] : undefined), value)
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (isRecord(value)) return 'a map'
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

// Line 10 comes after line 9.
const byNumber = new Intl.Collator('en', { numeric: true })

/** One error that lists them all, in the order of their places. */
export function problemsError(problems: readonly Problem[], described: string = everyKey): ConfigError {
  const inOrder = [...problems].sort((a, b) => byNumber.compare(a.place, b.place))
  const lines = inOrder.map(({ place, text }) => `${place}: ${text}`)
  const listed = `The configuration has ${lines.length} problems:\n${lines.map((line) => `  ${line}`).join('\n')}`
  const remedy = `Correct the configuration; ${described}.`
  return new ConfigError(lines.length === 1 ? lines.join('') : listed, remedy)
}
