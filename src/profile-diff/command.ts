import { ConfigError } from '../errors.ts'
import { type By, compare, type DiffResult, granularities } from './diff.ts'
import { figure, readLimit } from './figures.ts'
import type { Selected } from './input/select/selection.ts'
import type { Source } from './input/source.ts'
import { writeStacks } from './output.ts'
import { type DiffIo, openEach, readMoments } from './pair.ts'
import { byOrder, orders } from './rows.ts'
import { renderTable } from './table.ts'
import { warmUp } from './warm-up.ts'

/** The arguments of `leakdiff diff`, as the command line gives them. */
export interface DiffOptions {
  /** BEFORE and AFTER, or all moments of a series; with `diffBase` only what comes after it. */
  readonly profiles: readonly string[]
  /** Profiles of the moment before, which are summed, as are then the other profiles. */
  readonly diffBase?: readonly string[] | undefined
  /** BEFORE and AFTER of the base. */
  readonly base?: readonly string[] | undefined
  /** Default: what the last profile's writer would look at first. */
  readonly quantity?: string | undefined
  /** Default function. */
  readonly by?: string | undefined
  /** Regular expressions for functions and files of stacks, in the syntax of Go. */
  readonly focus?: string | undefined
  readonly ignore?: string | undefined
  /** Labels of samples: a range of numbers, or regular expressions. */
  readonly tagfocus?: string | undefined
  readonly tagignore?: string | undefined
  /** Default flat. */
  readonly sort?: string | undefined
  /** Rows shown on the terminal, default 20; 0 for all. Files hold every row. */
  readonly top?: string | number | undefined
  /** Where to write the result as JSON; `-` for stdout, in place of the table. */
  readonly json?: string | undefined
  /** Where to write what grew as folded stacks, and as pprof; `-` for stdout. */
  readonly folded?: string | undefined
  readonly pprof?: string | undefined
  /** Until a server that is named again is asked again: `30s`. */
  readonly wait?: string | undefined
  /** How much may grow in all. */
  readonly failAbove?: string | undefined
}

export interface DiffOutcome {
  readonly result: DiffResult
  /** Whether more grew than `failAbove` allows. */
  readonly failed: boolean
}

/**
 * `leakdiff diff`: compares files, folders or a series, writes the table on stdout and, where asked, every
 * row as JSON, the stacks folded or as pprof. Throws ConfigError for wrong usage, FormatError for files that
 * cannot be compared, and what `io` throws.
 */
export async function runDiff(options: DiffOptions, io: DiffIo): Promise<DiffOutcome> {
  const by: By = oneOf(granularities, options.by ?? 'function', '--by')
  const order = oneOf(orders, options.sort ?? 'flat', '--sort')
  const top = rowCount(options.top ?? 20)
  const base = basePair(options.base)
  const quantity = options.quantity ?? null
  const request = {
    moments: await momentsOf(options, io),
    ...(base === null ? {} : { base: pairOf(await readMoments(base, quantity, io)) }),
    quantity,
    selected: selectedOf(options),
  }
  await warmUp(request.moments.flat(), by)
  const { result: compared, isFound } = await compare({ ...request, by })
  // They are in order of their flat growth already.
  const result = order === 'flat' ? compared : { ...compared, rows: compared.rows.toSorted(byOrder(order)) }
  if (!isFound) io.stderr(`Not one sample is among what ${flagsOf(options)} leaves: check how it is spelt.\n`)
  else if (result.rows.length === 0) hint(options.profiles, io)
  const limit = limitOf(options.failAbove, result)
  if (![options.json, options.folded, options.pprof].includes('-')) io.stdout(renderTable(result, top))
  if (options.json !== undefined) write(`${JSON.stringify(result)}\n`, options.json, io)
  await writeStacks(request, options, (text, path) => write(text, path, io))
  return { result, failed: exceeds(result, limit, options.failAbove, io) }
}

/** What a server may not have told, when nothing grew. */
function hint(paths: readonly string[], io: DiffIo): void {
  const last = paths.at(-1) ?? ''
  if (/^https?:.*\/(?:heap|allocs)(?:\?|$)/i.test(last) && !/[?&]gc=/.test(last))
    io.stderr('A heap profile is as old as the last garbage collection: add ?gc=1 to the address.\n')
}

/** `--focus shop --ignore test`. */
function flagsOf({ focus, ignore, tagfocus, tagignore }: DiffOptions): string {
  return Object.entries({ focus, ignore, tagfocus, tagignore })
    .flatMap(([flag, given]) => (given ? [`--${flag} ${given}`] : []))
    .join(' ')
}

/** An empty expression is none, as in pprof. */
function selectedOf({ focus, ignore, tagfocus, tagignore }: DiffOptions): Selected {
  return {
    focus: focus || null,
    ignore: ignore || null,
    tagFocus: tagfocus || null,
    tagIgnore: tagignore || null,
  }
}

async function momentsOf(options: DiffOptions, io: DiffIo): Promise<readonly (readonly Source[])[]> {
  const { profiles, diffBase = [], base } = options
  const quantity = options.quantity ?? null
  const wait = waitOf(options.wait)
  if ([...profiles, ...diffBase, ...(base ?? [])].filter((path) => path === '-').length > 1)
    throw new ConfigError(
      'Standard input can be read only once.',
      'Give - for only one of the profiles, and files or URLs for the others.',
    )
  if (diffBase.length > 0) {
    if (profiles.length === 0)
      throw new ConfigError(
        'There is no profile to compare.',
        'Give the profiles to compare: leakdiff diff BEFORE AFTER.',
      )
    const paths = [...diffBase, ...profiles]
    if (diffBase.length === 1 && profiles.length === 1) return readMoments(paths, quantity, io, wait)
    const sources = await openEach(paths, io, wait)
    return [sources.slice(0, diffBase.length), sources.slice(diffBase.length)]
  }
  if (profiles.length < 2)
    throw new ConfigError(
      'One profile alone cannot be compared.',
      'Give BEFORE and AFTER, or --diff-base BEFORE AFTER.',
    )
  if (profiles.length > 2 && base !== undefined)
    throw new ConfigError(
      '--base subtracts the growth between two profiles, not that of a series.',
      'Give BEFORE and AFTER.',
    )
  return readMoments(profiles, quantity, io, wait)
}

/** In milliseconds. */
function waitOf(given: string | undefined): number | null {
  if (given === undefined) return null
  const wait = readLimit(given, 'nanoseconds')
  if (wait === null || !/[a-z]/i.test(given))
    throw new ConfigError(`--wait ${given} is not a time.`, 'Use --wait 30s, or --wait 5min.')
  return wait / 1e6
}

function pairOf(moments: readonly (readonly Source[])[]): readonly [readonly Source[], readonly Source[]] {
  return [moments[0] ?? [], moments[1] ?? []]
}

function write(text: string | Uint8Array, path: string, io: DiffIo): void {
  if (path === '-') io.stdout(text)
  else io.writeFile(path, text)
}

function limitOf(given: string | undefined, { unit }: DiffResult): number | null {
  if (given === undefined) return null
  const limit = readLimit(given, unit)
  if (limit !== null) return limit
  throw new ConfigError(
    `--fail-above ${given} is not a number of ${unit}.`,
    unit === 'bytes' ? 'Use --fail-above 1MB, or a number of bytes.' : 'Use a number, as --fail-above 10.',
  )
}

function exceeds(
  { quantity, unit, total }: DiffResult,
  limit: number | null,
  given = '',
  io: DiffIo,
): boolean {
  if (limit === null || total <= limit) return false
  io.stderr(`${quantity} grew by ${figure(total, unit).replace('+', '')}, more than --fail-above ${given}.\n`)
  return true
}

function oneOf<T extends string>(known: readonly T[], given: string, flag: string): T {
  const found = known.find((one) => one === given)
  if (found === undefined)
    throw new ConfigError(`${flag} ${given} is not known.`, `Use one of ${known.join(', ')}.`)
  return found
}

function rowCount(given: string | number): number {
  const count = typeof given === 'number' ? given : /^\d{1,9}$/.test(given) ? Number(given) : -1
  if (!Number.isSafeInteger(count) || count < 0)
    throw new ConfigError(`--top ${given} is not a number of rows.`, 'Use --top 20, or --top 0 for all.')
  return count
}

function basePair(base: readonly string[] | undefined): readonly string[] | null {
  if (base === undefined) return null
  if (base.length !== 2) {
    throw new ConfigError(
      `--base takes two files or folders, not ${base.length}.`,
      'Use --base BEFORE AFTER.',
    )
  }
  return base
}
