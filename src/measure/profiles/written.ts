import { readFile } from 'node:fs/promises'
import type { WrittenFiles } from '../../configure/config.ts'
import { ConfigError, FormatError, InconclusiveError } from '../../errors.ts'
import type { Quantity } from '../../profile/profile.ts'
import type { Runtime } from '../../runtimes/runtime.ts'
import type { WrittenFile } from './order-files.ts'

/** The two series that a workload may write: the key that names them, and what has to be in them. */
export const writtenKinds = [
  { key: 'heap', quantity: 'heap-bytes', what: 'heap profile' },
  { key: 'tasks', quantity: 'tasks', what: 'profile of tasks' },
] as const
export type WrittenKind = (typeof writtenKinds)[number]

export const writtenQuantities = (files: WrittenFiles): readonly Quantity[] =>
  writtenKinds.filter(({ key }) => files[key] !== null).map(({ quantity }) => quantity)

/** One file of a series: what it holds as it was read, and its sum of samples, which stands for a total. */
export interface WrittenProfile {
  readonly file: WrittenFile
  readonly bytes: Buffer
  readonly total: number
}

/**
 * Reads one file of a series. Throws InconclusiveError that names it when it is empty, cut short, or holds
 * something else.
 */
export async function readWritten(
  runtime: Runtime,
  kind: WrittenKind,
  file: WrittenFile,
): Promise<WrittenProfile> {
  const bytes = await readFile(file.path)
  if (bytes.length === 0) throw notOne(runtime, kind, file, 'it is empty')
  try {
    const profile = runtime.parse(profileName(kind), bytes).find((p) => p.quantity === kind.quantity)
    if (profile === undefined) throw notOne(runtime, kind, file, 'it counts something else')
    const total = profile.total ?? profile.samples.reduce((sum, { value }) => sum + value, 0)
    return { file, bytes, total }
  } catch (error) {
    if (error instanceof FormatError) throw notOne(runtime, kind, file, error.message, error)
    throw error
  }
}

/** Under this name a runtime reads what a program has written itself, whatever its own name. */
export const profileName = ({ key }: WrittenKind): string => `${key}.profile`

/** Throws ConfigError for a runtime whose programs write no profiles. */
export function assertReadable(runtime: Runtime): void {
  if (runtime.ownProfiles !== undefined) return
  throw new ConfigError(
    `\`files\` has no meaning for ${runtime.name}: its programs are measured without files of their own.`,
    'Leave out `files`, and tell of each round with POST $LEAKDIFF_URL/round.',
  )
}

function notOne(
  { ownProfiles }: Runtime,
  { key, what }: WrittenKind,
  { name }: WrittenFile,
  why: string,
  cause?: Error,
): InconclusiveError {
  return new InconclusiveError(
    'files-not-a-profile',
    `\`run\` wrote ${name}, which \`files.${key}\` names, and which is not a complete ${what}: ${why.replace(/\.$/, '')}.`,
    ownProfiles?.howTo.files ?? '',
    { ...(cause && { cause }) },
  )
}
