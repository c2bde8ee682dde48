import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunWorkload, WrittenFiles } from '../../configure/config.ts'
import { InconclusiveError } from '../../errors.ts'
import type { Probe } from '../../runtimes/probe.ts'
import { type CommandEnd, CommandError } from '../process/commands.ts'
import { formatDuration, within } from '../process/waiting.ts'
import { findFiles } from '../profiles/find-files.ts'
import { type Ordered, orderFiles, type WrittenFile } from '../profiles/order-files.ts'
import {
  assertReadable,
  profileName,
  readWritten,
  type WrittenKind,
  type WrittenProfile,
  writtenKinds,
} from '../profiles/written.ts'
import type { Member } from '../roles/discovery.ts'
import type { Observation } from '../rounds/observe.ts'
import { type Making, programCommand, step, withProgram } from './form.ts'

/**
 * A command that writes its profiles itself: once it has ended, each file, or each pair of them, is what was
 * seen after one round.
 */
export async function readWrittenFiles(
  making: Making,
  workload: RunWorkload,
  globs: WrittenFiles,
): Promise<void> {
  const { sandbox, notes, onObservation, request } = making
  assertReadable(request.runtime)
  const { start } = programCommand(making, 'run', workload.run)
  const kinds = writtenKinds.flatMap((kind) => {
    const glob = globs[kind.key]
    return glob === null ? [] : [{ kind, glob }]
  })
  const find = () => Promise.all(kinds.map(({ glob }) => findFiles(glob, start.directory, start.environment)))
  // Files of an earlier trial, or of the repository itself, are none of this one's.
  const before = new Set((await find()).flat().map(identity))
  const began = Date.now()
  await runToItsEnd(making, workload, start)
  const found = (await find()).map((files) => files.filter((file) => !before.has(identity(file))))
  const series = kinds.map(({ glob, kind }, index) => ordered(kind, glob, found[index] ?? []))
  assertEven(kinds, series)
  step(request, `${series[0]?.files.length ?? 0} snapshots`)
  notes.push(...series.map((one, index) => orderNote(kinds[index]?.kind.what ?? '', one)), notDrained)
  for (const round of (series[0]?.files ?? []).keys()) {
    const seen = await Promise.all(
      kinds.map(async ({ kind }, index) => {
        const file = series[index]?.files[round]
        if (file === undefined) throw new Error('series of different lengths')
        return { kind, profile: await readWritten(request.runtime, kind, file) }
      }),
    )
    onObservation(await observed(join(sandbox.profiles, String(round + 1)), round + 1, began, seen))
  }
}

const identity = ({ path, writtenAt }: WrittenFile): string => `${writtenAt} ${path}`

async function runToItsEnd(making: Making, workload: RunWorkload, start: Start): Promise<void> {
  const { request } = making
  const { ready, round } = workload.timeout
  const limit = ready + round * request.rounds
  const onEnd = (end: CommandEnd, output: readonly string[]) => (end.ok ? null : failed(end, output))
  await withProgram(making, { start, onEnd, phase: () => 'while it ran' }, async (program) => {
    const late = () =>
      new CommandError(
        'run-hung',
        `\`run\` did not end within ${formatDuration(limit)}.`,
        'Have it end once its last profile is written, or raise `timeout: { round: … }`, of which it has one for each of $LEAKDIFF_ROUNDS.',
        program.output(),
      )
    const signal = AbortSignal.any([request.signal, program.gone])
    const end = await within(program.ended, { milliseconds: limit, signal, late })
    if (!end.ok) throw failed(end, program.output())
  })
}

type Start = ReturnType<typeof programCommand>['start']

const failed = ({ how }: CommandEnd, output: readonly string[]): CommandError =>
  new CommandError(
    'run-failed',
    `\`run\` ended with ${how}.`,
    'Its last lines are in the log. Correct it until it ends with exit 0.',
    output,
  )

function ordered({ key, what }: WrittenKind, glob: string, files: readonly WrittenFile[]): Ordered {
  if (files.length > 1) return orderFiles(key, files)
  const [only] = files
  throw new InconclusiveError(
    'files-missing',
    only === undefined
      ? `\`run\` succeeded, but wrote no file that \`files: { ${key}: ${glob} }\` matches.`
      : `\`run\` wrote one ${what}, ${only.name}: growth needs at least two.`,
    'Globs are taken from the directory in which `run` is started; what was there before, unchanged, does not count.',
  )
}

/** Profiles without their counterpart belong to no moment. */
function assertEven(kinds: readonly { readonly kind: WrittenKind }[], series: readonly Ordered[]): void {
  const counts = series.map(({ files }) => files.length)
  if (new Set(counts).size === 1) return
  const told = kinds.map(({ kind }, index) => `${counts[index]} of \`files.${kind.key}\``).join(' and ')
  throw new InconclusiveError(
    'files-uneven',
    `\`run\` wrote ${told}: there must be one of each at every moment.`,
    'Write both at each moment, or leave out of `files` what is not to be judged.',
  )
}

const orderNote = (what: string, { by, files }: Ordered) => ({
  code: 'files-order',
  text: `${files.length} files, each a ${what}, in the order of ${by === 'number' ? 'the numbers in their names' : 'their writing'}: ${files[0]?.name} first, ${files.at(-1)?.name} last.`,
})

const notDrained = {
  code: 'files-not-drained',
  text: 'Profiles that the workload writes itself show what lived then: leakdiff could not wait for what would have ended by itself a moment later.',
}

// What it would answer has been read already.
const silent: Probe = {
  pid: null,
  collect: async () => {},
  count: async () => [],
  snapshot: async () => [],
  close: async () => {},
}
const member: Member = {
  named: { key: 'run', name: 'run', parent: null },
  process: null,
  started: true,
  probes: [silent],
  shared: null,
}

/** Keeps what was read and judged under a name of ours, so that it is that which is folded. */
async function observed(
  place: string,
  round: number,
  began: number,
  seen: readonly { readonly kind: WrittenKind; readonly profile: WrittenProfile }[],
): Promise<Observation> {
  await mkdir(place, { recursive: true })
  const paths = await Promise.all(
    seen.map(async ({ kind, profile }) => {
      const path = join(place, profileName(kind))
      await writeFile(path, profile.bytes)
      return path
    }),
  )
  const writtenAt = Math.max(...seen.map(({ profile }) => Number(profile.file.writtenAt / 1_000_000n)))
  return {
    moment: 'round',
    round,
    elapsed: Math.max(0, writtenAt - began),
    settled: true,
    reading: [
      {
        member,
        totals: new Map(seen.map(({ kind, profile }) => [kind.quantity, profile.total])),
        files: new Map(),
      },
    ],
    files: new Map([[member.named.key, [paths]]]),
  }
}
