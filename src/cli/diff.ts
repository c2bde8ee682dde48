import { setFlagsFromString } from 'node:v8'
import { exitStatus } from '../errors.ts'
import { type DiffOptions, runDiff } from '../profile-diff/command.ts'
import { nodeIo } from './profiles/files.ts'

/** What the command line gives; several flags say the same as pprof's own do. */
export interface DiffFlags extends Omit<DiffOptions, 'profiles' | 'top'> {
  /** true: without a number. */
  readonly top?: string | true
  readonly header?: readonly string[]
  readonly cum?: boolean
  readonly lines?: boolean
  readonly functions?: boolean
  readonly sampleIndex?: string
  readonly nodecount?: string
}

/** `leakdiff diff`: the exit status. Throws UserError for what cannot be compared. */
export async function diffCommand(profiles: readonly string[], flags: DiffFlags): Promise<number> {
  compileLess()
  outliveReader()
  const { failed } = await runDiff(optionsOf(profiles, flags), nodeIo(flags.header))
  return failed ? exitStatus.fail : exitStatus.pass
}

function optionsOf(paths: readonly string[], flags: DiffFlags): DiffOptions {
  const { cum, lines, functions, sampleIndex, nodecount, top: given, ...options } = flags
  // pprof's own -top has no number: then a profile follows.
  const isPath = typeof given === 'string' && given !== '' && !/^-?\d|^all$/.test(given)
  const profiles = isPath ? [given, ...paths] : paths
  const top = isPath || given === true ? nodecount : (given ?? nodecount)
  return {
    ...options,
    profiles,
    ...(top === undefined ? {} : { top }),
    quantity: flags.quantity ?? sampleIndex,
    by: flags.by ?? (lines ? 'line' : functions ? 'function' : undefined),
    sort: flags.sort ?? (cum ? 'cum' : undefined),
  }
}

/**
 * A comparison takes less time than the engine takes to make the fastest code for it: a seventh of a pair of
 * 1 MB goes when small functions alone become part of others,
 * and a twelfth when loops are not compiled twice, once for their first turn.
 * Large profiles are a twentieth faster too.
 */
function compileLess(): void {
  // An engine that knows the flag no longer would complain.
  if (Number.parseInt(process.version.slice(1), 10) <= 24)
    setFlagsFromString('--max-inlined-bytecode-size=60 --no-turbo-loop-peeling')
}

/**
 * Who reads our output may have seen enough: `leakdiff diff … | head`.
 * Files and the status are still what they are.
 */
function outliveReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
