import { createHash } from 'node:crypto'

/** What tells one use of the action from every other in the same pull request. */
export interface Use {
  readonly workflow: string
  readonly job: string
  /** The workload's name, when the step gives one. */
  readonly name: string | null
  /** The leg of a matrix, as JSON; `null` in a job without one. */
  readonly matrix: string
  /** What the user chose. */
  readonly given: string | null
}

const longestKey = 100

/** Where a use speaks: the key of its comment, and in a matrix the section of it that is this leg's. */
export interface Voice {
  readonly key: string
  readonly leg: string | null
}

/** Legs of a matrix share one comment; what tells them apart, a workload's name too, names their sections. */
export function voiceOf(use: Use): Voice {
  const { given, job, name, workflow } = use
  const [own, named] = [leg(use.matrix), name ? [name] : []]
  if (own.length === 0) return { key: commentKey(use), leg: null }
  return { key: plain(given ?? [workflow, job].join('/')), leg: plain([...own, ...named].join('/')) }
}

/** The key of everything that must not be another's: `leaks.yml/reconnect`, and the leg of the matrix. Artifacts are named by it. */
export function commentKey(use: Use): string {
  return plain(
    use.given ?? [use.workflow, use.job, ...(use.name ? [use.name] : []), ...leg(use.matrix)].join('/'),
  )
}

/** The hidden first line by which a comment is found again. */
export function marker(key: string): string {
  return `<!-- leakdiff:${key} -->`
}

/** The key as an artifact's name: neither slashes nor what Windows forbids. */
export function artifactName(key: string): string {
  return `leakdiff-${key.replaceAll('/', '-')}`
}

/** `--` would end the HTML comment early. A key cut short keeps a digest, so that two long ones stay two. */
function plain(text: string): string {
  const safe = text
    .replace(/[^\w./-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
  if (safe.length <= longestKey && safe !== '') return safe
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return `${safe.slice(0, longestKey - 13)}-${digest}`.replace(/-{2,}/g, '-')
}

function leg(matrix: string): string[] {
  try {
    const values: unknown = JSON.parse(matrix)
    if (values === null || typeof values !== 'object') return []
    return Object.values(values).map((v) => (typeof v === 'string' ? v : JSON.stringify(v)))
  } catch {
    return [matrix] // still tells legs apart
  }
}
