import { ConfigError } from '../errors.ts'
import { inputKeys, runKeys } from './keys.ts'
import { didYouMean } from './nearest.ts'
import type { Source } from './source.ts'

export type Inputs = Readonly<Record<string, string>>

/** What was given, without what was left empty: an action's input that nobody set is ''. Throws ConfigError for an unknown key. */
export function givenInputs(inputs: Inputs, naming: (key: string) => string): Inputs {
  const given = Object.entries(inputs).filter(([, text]) => text.trim() !== '')
  const known = inputKeys.map(({ key }) => key)
  for (const [key] of given) {
    if (known.includes(key)) continue
    throw new ConfigError(
      `${naming(key)} is not known${didYouMean(key, known)}`,
      `Known are: ${known.join(', ')}.`,
    )
  }
  return Object.fromEntries(given)
}

const runKeyNames: readonly string[] = ['name', ...runKeys.map(({ key }) => key)]

/** The keys among them that define a workload. */
export function workloadInputs(inputs: Inputs): readonly string[] {
  return Object.keys(inputs).filter((key) => !runKeyNames.includes(key))
}

/** The inputs in the form of a configuration file that defines the one workload `name`. */
export function inputSource(inputs: Inputs, name: string, naming: (key: string) => string): Source {
  const workload: Record<string, unknown> = {}
  for (const key of workloadInputs(inputs)) put(workload, key, inputs[key] ?? '')
  const value: Record<string, unknown> =
    Object.keys(workload).length > 0 ? { workloads: { [name]: workload } } : {}
  for (const { key } of runKeys) if (inputs[key] !== undefined) value[key] = inputs[key].trim()
  const place = (path: readonly PropertyKey[]) => {
    const key = (path[0] === 'workloads' ? path.slice(2) : path)
      .filter((step) => typeof step === 'string')
      .join('-')
    const exact = inputKeys.find((entry) => entry.key === key || key.startsWith(`${entry.key}-`))
    return exact === undefined ? naming('name') : naming(exact.key)
  }
  return { label: Object.keys(inputs).map(naming).join(', '), value, place }
}

function put(workload: Record<string, unknown>, key: string, text: string): void {
  const [group = '', ...rest] = key.split('-')
  if (rest.length === 0 || !groups.includes(group)) {
    workload[key] = typed(key, text)
    return
  }
  const inner = workload[group]
  workload[group] = { ...(typeof inner === 'object' ? inner : {}), [rest.join('-')]: text.trim() }
}

const groups: readonly string[] = ['settle', 'timeout', 'files', 'budgets']
const lists: readonly string[] = ['changed', 'copy', 'driver']
const wholeNumbers: readonly string[] = ['operations', 'warmup', 'rounds', 'repeat', 'trials']

function typed(key: string, text: string): unknown {
  if (wholeNumbers.includes(key) && /^\s*-?\d+(\.\d+)?\s*$/.test(text)) return Number(text)
  if (lists.includes(key)) return linesOf(text)
  if (key === 'profiles') return endpoints(text)
  return text.trim()
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
