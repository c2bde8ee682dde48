import { createHash } from 'node:crypto'
import { withoutSecrets } from '../../secrets.ts'

/** What tells one use of the action from every other in the same pull request. */
export interface Use {
  /** `leaks.yml`. */
  readonly workflow: string
  readonly job: string
  /** As the runner calls the step: its id, or `__OWNER_leakdiff_2`. */
  readonly step: string
  /** The workload's name, when the step gives or selects one. */
  readonly name: string | null
  /** The path or text of its configuration, when the step gives one. */
  readonly config: string | null
  /** The leg of a matrix, as JSON; `null` in a job without one. */
  readonly matrix: string
  /** What the user chose. */
  readonly given: string | null
}

const longest = 100

/**
 * The key of a use's comment: two uses share one only when the runner tells nothing apart between them.
 * Nothing of what a step was given stands in it as it is.
 */
export function commentKey(use: Use): string {
  return short(spaceOf(use) + (use.given === null ? partsOf(use) : ''))
}

/**
 * The key of all that one use or several belong to that are reported together: jobs that measure,
 * and the one that reports.
 */
export function spaceOf({ given, workflow }: Pick<Use, 'given' | 'workflow'>): string {
  return given === null ? encoded(workflow) : digest(given)
}

function partsOf({ config, job, name, step }: Use): string {
  const own = stepName(step)
  const choice = name === null && config === null ? [] : [digest(JSON.stringify([name, config]))]
  return ['', encoded(job), ...(own === '' ? [] : [encoded(own)]), ...choice].join('/')
}

/**
 * What the runner calls a step without an id ends in a number, from the second use on;
 * that number is its name here.
 */
function stepName(step: string): string {
  if (!step.startsWith('__')) return step
  return /_(\d+)$/.exec(step)?.[1] ?? ''
}

/**
 * The section of a comment that is this leg's; null in a job without a matrix.
 * Two legs that differ in anything have two.
 */
export function legOf({ matrix, name }: Pick<Use, 'matrix' | 'name'>): string | null {
  const values = valuesOf(matrix)
  if (values.length === 0) return null
  const parts = values.map(([key, value]) =>
    typeof value === 'string'
      ? `${encoded(key)}=${encoded(value)}`
      : `${encoded(key)}==${encoded(JSON.stringify(value))}`,
  )
  return short([...parts, ...(name === null ? [] : [digest(name)])].join('/'))
}

/** The same for people: the values of the matrix, and the workload's name. */
export function legTitle({ matrix, name }: Pick<Use, 'matrix' | 'name'>): string {
  const values = valuesOf(matrix).map(([, value]) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  )
  return withoutSecrets([...values, ...(name === null ? [] : [name])].join('/'))
}

/** The hidden first line by which a comment is found again. */
export function marker(key: string): string {
  return `<!-- leakdiff:${key} -->`
}

/** An artifact is either trials for a job that reports, or a report with the trials that it rests on. */
export type ArtifactKind = 'trials' | 'report'

/** A use's artifact: neither slashes nor what Windows forbids, and no other use's. */
export function artifactName(kind: ArtifactKind, use: Use): string {
  const leg = legOf(use)
  const key = spaceOf(use) + partsOf(use) + (leg === null ? '' : `/${leg}`)
  return `${artifactPrefix(kind)}${short(key).replaceAll('/', '+')}`
}

export const artifactPrefix = (kind: ArtifactKind): string => `leakdiff-${kind}-`

/**
 * Any text in letters, digits, dots, underscores and single dashes; `~`, a code and a dot stand for all else,
 * so that no two texts have one encoding, and none holds the `--` that would end a comment of HTML.
 */
function encoded(text: string): string {
  return text.replace(
    /[^\w.-]|-(?=-)|-$|^$/gu,
    (character) => `~${character.codePointAt(0)?.toString(16) ?? ''}.`,
  )
}

/** `~~` is never the beginning of an encoded character. */
const digest = (text: string): string => `~~${createHash('sha256').update(text).digest('hex').slice(0, 16)}`

const short = (key: string): string =>
  key.length <= longest ? key : `${key.slice(0, longest - 20)}${digest(key)}`

function valuesOf(matrix: string): readonly (readonly [string, unknown])[] {
  try {
    const values: unknown = JSON.parse(matrix)
    return values === null || typeof values !== 'object' ? [] : Object.entries(values)
  } catch {
    return [['matrix', matrix]] // still tells legs apart
  }
}
