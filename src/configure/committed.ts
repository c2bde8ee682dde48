import type { Config, Workload } from './config.ts'
import type { Endpoint } from './key.ts'
import type { Ready } from './values/ready.ts'

/** Texts by the key that they were given to: `setup`, `settle-limit`. */
export type Texts = Readonly<Record<string, string>>

/** Texts as they stand in the repository, for one workload; null: for whichever the step defines. */
export interface Committed {
  readonly workload: string | null
  readonly texts: Texts
}

/**
 * The configuration with what may be published of it: a text is shown only as it stands in the repository,
 * with expressions left as they are written there. What cannot be found there is named by its key.
 */
export function withShown(config: Config, committed: readonly Committed[]): Config {
  return { ...config, workloads: config.workloads.map((workload) => shownOf(workload, committed)) }
}

function shownOf(workload: Workload, committed: readonly Committed[]): Workload {
  const own = committed.filter(({ workload: name }) => name === null || name === workload.name)
  const shown = Object.entries(textsOf(workload)).flatMap(([key, text]) => {
    const found = asWritten(
      text,
      own.flatMap(({ texts }) => texts[key] ?? []),
    )
    return found === null ? [] : [[key, found] as const]
  })
  return { ...workload, shown: Object.fromEntries(shown) }
}

/** The texts of a workload that its author wrote freely, by their keys. */
export function textsOf(workload: Workload): Texts {
  const { driver, profiles, setup, stop } = workload
  const texts = {
    setup,
    stop,
    driver: driver.length === 0 ? null : driver.join('\n'),
    profiles: profiles.length === 0 ? null : profiles.map(endpointText).join('\n'),
    ...(workload.form === 'test' ? { test: workload.test } : {}),
    ...(workload.form === 'run' ? runTexts(workload) : {}),
    ...(workload.form === 'server'
      ? {
          start: workload.start,
          round: workload.round,
          snapshot: workload.snapshot ?? null,
          ready: readyText(workload.ready),
        }
      : {}),
  }
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
  )
}

const runTexts = ({ files, run }: Extract<Workload, { form: 'run' }>) => ({
  run,
  'files-heap': files?.heap ?? null,
  'files-tasks': files?.tasks ?? null,
})

const endpointText = ({ name, url }: Endpoint): string => (name === null ? url : `${name}: ${url}`)

function readyText(ready: Ready): string | null {
  if (ready.kind === 'url') return ready.url
  if (ready.kind === 'port') return ready.address
  return ready.kind === 'output' ? `/${ready.pattern}/${ready.flags}` : null
}

const expression = /\$\{\{([\s\S]*?)\}\}/

/** The first of `written` that gives `text`: itself, or with expressions in places of it. null: none does. */
export function asWritten(text: string, written: readonly string[]): string | null {
  const plain = written.map((one) => one.trim())
  return plain.find((one) => one === text.trim()) ?? plain.find((one) => valuesIn(text, one) !== null) ?? null
}

/**
 * What each expression of a written text stands for in `text`, with its own words;
 * null when `text` is not made by it.
 */
export function valuesIn(
  text: string,
  written: string,
): readonly { readonly expression: string; readonly value: string }[] | null {
  const [first = '', ...rest] = written.trim().split(expression)
  if (rest.length === 0) return first === text.trim() ? [] : null
  const expressions = rest.filter((_, index) => index % 2 === 0)
  const literals = rest.filter((_, index) => index % 2 === 1)
  const pattern = [first, ...literals].map(literal).join('([\\s\\S]*)')
  const found = new RegExp(`^${pattern}$`).exec(text.trim())
  return (
    found && expressions.map((words, index) => ({ expression: words.trim(), value: found[index + 1] ?? '' }))
  )
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** The texts of every workload in a parsed configuration; what is none of its form is left out. */
export function committedIn(value: unknown): readonly Committed[] {
  const workloads = isMap(value) && isMap(value.workloads) ? value.workloads : {}
  return Object.entries(workloads).flatMap(([workload, written]) =>
    isMap(written) ? [{ workload, texts: flattened(written) }] : [],
  )
}

function flattened(written: Readonly<Record<string, unknown>>): Texts {
  const entries = Object.entries(written).flatMap(([key, value]): (readonly [string, string])[] => {
    if (Array.isArray(value)) return [[key, value.map(String).join('\n')]]
    if (key === 'profiles' && isMap(value))
      return [
        [
          key,
          Object.entries(value)
            .map(([name, url]) => `${name}: ${url}`)
            .join('\n'),
        ],
      ]
    if (isMap(value)) return Object.entries(value).map(([inner, text]) => [`${key}-${inner}`, String(text)])
    return [[key, String(value)]]
  })
  return Object.fromEntries(entries)
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
