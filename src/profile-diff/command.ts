import { ConfigError } from '../errors.ts'
import {
  type By,
  type DiffQuantity,
  type DiffResult,
  diffProfiles,
  diffQuantities,
  granularities,
} from './diff.ts'
import { type DiffIo, readMoments } from './pair.ts'
import { renderTable } from './table.ts'

/** The arguments of `leakdiff diff`, as the command line gives them. */
export interface DiffOptions {
  readonly before: string
  readonly after: string
  /** BEFORE and AFTER of the base. */
  readonly base?: readonly string[] | undefined
  /** Default heap-bytes. */
  readonly quantity?: string | undefined
  /** Default function. */
  readonly by?: string | undefined
  /** Rows shown on the terminal, default 20; 0 for all. Files hold every row. */
  readonly top?: string | number | undefined
  /** Where to write the result as JSON; `-` for stdout, in place of the table. */
  readonly json?: string | undefined
}

/**
 * `leakdiff diff`: compares two files or folders, writes the table on stdout and, where asked, every row as JSON. Returns the result for
 * other renderers. Throws ConfigError for wrong usage, FormatError for files that cannot be compared, and what `io` throws.
 */
export function runDiff(options: DiffOptions, io: DiffIo): DiffResult {
  const quantity: DiffQuantity = oneOf(diffQuantities, options.quantity ?? 'heap-bytes', '--quantity')
  const by: By = oneOf(granularities, options.by ?? 'function', '--by')
  const top = rowCount(options.top ?? 20)
  const base = basePair(options.base)
  const result = diffProfiles({
    ...readMoments(options.before, options.after, quantity, io),
    ...(base === null ? {} : { base: readMoments(base.before, base.after, quantity, io) }),
    quantity,
    by,
  })
  if (options.json !== '-') io.stdout(renderTable(result, top))
  if (options.json !== undefined) writeJson(result, options.json, io)
  return result
}

function writeJson(result: DiffResult, path: string, io: DiffIo): void {
  const text = `${JSON.stringify(result)}\n`
  if (path === '-') io.stdout(text)
  else io.writeFile(path, text)
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
    throw new ConfigError(`--top ${given} is no number of rows.`, 'Use --top 20, or --top 0 for all.')
  return count
}

function basePair(base: readonly string[] | undefined): { before: string; after: string } | null {
  if (base === undefined) return null
  const [before, after, more] = base
  if (before === undefined || after === undefined || more !== undefined) {
    throw new ConfigError(
      `--base takes two files or folders, not ${base.length}.`,
      'Use --base BEFORE AFTER.',
    )
  }
  return { before, after }
}
