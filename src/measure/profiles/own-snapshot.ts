import { copyFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ServerWorkload } from '../../configure/config.ts'
import { ConfigError, FormatError, InconclusiveError } from '../../errors.ts'
import type { Profile, Quantity, Total } from '../../profile/profile.ts'
import type { Probe } from '../../runtimes/probe.ts'
import type { Runtime } from '../../runtimes/runtime.ts'
import { type Command, CommandError, quoted, runCommand } from '../process/commands.ts'

/** The two files that `snapshot` may write: the variable that tells where, and what has to be in it. */
const kinds = [
  { variable: 'LEAKDIFF_HEAP', quantity: 'heap-bytes', what: 'heap profile', file: 'heap.profile' },
  { variable: 'LEAKDIFF_TASKS', quantity: 'tasks', what: 'profile of tasks', file: 'tasks.profile' },
] as const
type Kind = (typeof kinds)[number]

/**
 * What a `snapshot` command writes: what its text names; both when it names neither, as a script that reads
 * the variables.
 */
export function quantitiesOf(snapshot: string): readonly Quantity[] {
  return kindsOf(snapshot).map((kind) => kind.quantity)
}

function kindsOf(snapshot: string): readonly Kind[] {
  const named = kinds.filter(({ variable }) => new RegExp(`\\b${variable}\\b`).test(snapshot))
  return named.length > 0 ? named : kinds
}

export interface OwnSnapshotRequest {
  readonly workload: ServerWorkload & { readonly snapshot: string }
  readonly runtime: Runtime
  /** An empty directory for the files. */
  readonly directory: string
  /** The command, told where to write. */
  readonly command: (variables: Readonly<Record<string, string>>) => Command
  readonly signal: AbortSignal
}

/**
 * A probe by the user's command, which runs anew for every count: counts have to settle. Sums of samples
 * stand for totals. It throws InconclusiveError when the command fails, or a file is not there, empty, or not
 * what it should be.
 */
export function createOwnSnapshot(request: OwnSnapshotRequest): Probe {
  const { command, directory, runtime, signal, workload } = request
  const { ownProfiles } = runtime
  if (ownProfiles === undefined)
    throw new ConfigError(
      `\`snapshot\` has no meaning for ${runtime.name}: its programs are measured without a command of their own.`,
      'Leave out `snapshot`.',
    )
  const reader: Reader = {
    parse: runtime.parse,
    snapshot: workload.snapshot,
    howTo: ownProfiles.howTo.snapshot,
  }
  const wanted = kindsOf(workload.snapshot).map((kind) => ({ ...kind, path: join(directory, kind.file) }))
  const variables = Object.fromEntries(kinds.map((kind) => [kind.variable, join(directory, kind.file)]))
  const take = async (): Promise<readonly Total[]> => {
    // What an earlier call has written must not pass for this one's.
    await Promise.all(Object.values(variables).map((path) => rm(path, { force: true })))
    await runCommand(command(variables), workload.timeout.round, signal)
    return Promise.all(wanted.map((kind) => readTotal(reader, kind)))
  }
  return {
    pid: null,
    // What can be freed is for the command to free: nothing else reaches the program.
    collect: async () => {},
    count: take,
    snapshot: (place) =>
      Promise.all(
        wanted.map(async ({ path, file }) => {
          const copy = join(place, file)
          await copyFile(path, copy)
          return copy
        }),
      ),
    close: async () => {},
  }
}

interface Reader {
  readonly parse: Runtime['parse']
  /** The text of the command. */
  readonly snapshot: string
  /** How a program writes a profile. */
  readonly howTo: string
}

async function readTotal(reader: Reader, kind: Kind & { readonly path: string }): Promise<Total> {
  const { snapshot } = reader
  const bytes = await readFile(kind.path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw unusable(snapshot, kind, 'wrote no', 'is there')
    throw error
  })
  if (bytes.length === 0) throw unusable(snapshot, kind, 'left an empty', 'is written whole')
  const profile = parsed(reader, kind, bytes).find((p) => p.quantity === kind.quantity)
  if (profile === undefined)
    throw notOne(reader, kind, new FormatError('not-this-format', 'It counts something else.', ''))
  return {
    quantity: kind.quantity,
    value: profile.total ?? profile.samples.reduce((sum, { value }) => sum + value, 0),
  }
}

function parsed(reader: Reader, kind: Kind, bytes: Buffer): readonly Profile[] {
  try {
    return reader.parse(kind.file, bytes)
  } catch (error) {
    if (error instanceof FormatError) throw notOne(reader, kind, error)
    throw error
  }
}

function unusable(
  snapshot: string | undefined,
  kind: Kind,
  problem: string,
  until: string,
): InconclusiveError {
  return new InconclusiveError(
    'snapshot-missing',
    `\`snapshot\` succeeded, but ${problem} $${kind.variable}${quoted(snapshot)}`,
    `Have it write a ${kind.what} to $${kind.variable}, and end only once the file ${until}.`,
  )
}

function notOne({ howTo }: Reader, kind: Kind, cause: FormatError): InconclusiveError {
  return new InconclusiveError(
    'snapshot-not-a-profile',
    `\`snapshot\` wrote a $${kind.variable} that is not a ${kind.what}: ${cause.message}`,
    howTo,
    { cause },
  )
}

/** Whether a failure may be over a moment later, while the program comes up. */
export const mayPass = (error: unknown): boolean =>
  error instanceof CommandError || (error instanceof InconclusiveError && error.code.startsWith('snapshot-'))
