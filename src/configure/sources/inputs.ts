import { ConfigError } from '../../errors.ts'
import { inFile, isList, type KeyType } from '../key.ts'
import { inputKeys, runKeys } from '../keys.ts'
import { didYouMean } from './nearest.ts'
import type { ConfigSource } from './source.ts'

export type Inputs = Readonly<Record<string, string>>

/** How whoever gave them calls them. */
export interface InputNames {
  /** `--rounds`, `input rounds`. */
  readonly of: (key: string) => string
  /** Where all are described. */
  readonly described: string
}

export const actionInputs: InputNames = {
  of: (key) => `input ${key}`,
  described: 'every input is described in docs/configuration.md of leakdiff',
}

/**
 * What was given, without what was left empty: an action's input that nobody set is ''.
 * Throws ConfigError for an unknown key.
 */
export function givenInputs(inputs: Inputs, { of: naming }: InputNames): Inputs {
  const given = Object.entries(inputs).filter(([, text]) => text.trim() !== '')
  const known = inputKeys.map(({ input }) => input)
  for (const [key] of given) {
    if (known.includes(key)) continue
    throw new ConfigError(
      `${naming(key)} is not known${didYouMean(key, known)}`,
      `Known are: ${known.join(', ')}.`,
    )
  }
  return Object.fromEntries(given)
}

const runKeyNames: readonly string[] = ['name', ...runKeys.map(({ name }) => name)]

/** The keys among them that define a workload. */
export function workloadInputs(inputs: Inputs): readonly string[] {
  return Object.keys(inputs).filter((key) => !runKeyNames.includes(key))
}

/** The inputs in the form of a configuration file that defines the one workload `name`. */
export function inputSource(
  inputs: Inputs,
  name: string,
  { of: naming, described }: InputNames,
): ConfigSource {
  const workload: Record<string, unknown> = {}
  for (const key of workloadInputs(inputs)) put(workload, key, inputs[key] ?? '')
  const value: Record<string, unknown> =
    Object.keys(workload).length > 0 ? { workloads: { [name]: workload } } : {}
  for (const { name: key } of runKeys) if (inputs[key] !== undefined) value[key] = inputs[key].trim()
  const place = (path: readonly PropertyKey[]) => {
    const key = (path[0] === 'workloads' ? path.slice(2) : path)
      .filter((step) => typeof step === 'string')
      .join('-')
    const exact = inputKeys.find((entry) => entry.input === key || key.startsWith(`${entry.input}-`))
    return exact === undefined ? naming('name') : naming(exact.input)
  }
  return { label: Object.keys(inputs).map(naming).join(', '), value, place, named: () => null, described }
}

/** Writes an input where the file would have it: `settle-limit` in the map `settle`. */
function put(workload: Record<string, unknown>, input: string, text: string): void {
  const key = inputKeys.find((known) => known.input === input)
  if (key === undefined) return
  const [group = '', inner] = key.name.split('.')
  const value = typed(key.type, text)
  const map = workload[group]
  workload[group] = inner === undefined ? value : { ...(typeof map === 'object' ? map : {}), [inner]: value }
}

function typed(type: KeyType, text: string): unknown {
  if (type === 'endpoints') return endpoints(text)
  return isList(type) ? linesOf(text) : inFile(type, text)
}

/** A URL, or `name: URL` a line. */
function endpoints(text: string): unknown {
  const named = linesOf(text).map((line) => /^([^\s:]+):\s+(\S+)$/.exec(line))
  return named.every((match) => match !== null)
    ? Object.fromEntries(named.map(([, name, url]) => [name, url]))
    : text.trim()
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
