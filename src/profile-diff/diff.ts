import { FormatError } from '../errors.ts'
import type { Sign } from '../profile/formats/pprof/fold.ts'
import { quantities, type Unit } from '../profile/profile.ts'
import { addFile, addProfile, frameSums } from './accumulate.ts'
import { addFileStacks, addProfileStacks, stackSums } from './accumulate-stacks.ts'
import { formOf, type Input, openInput } from './input.ts'
import { refuseOtherPeriod, type Sampling } from './period.ts'
import { frameRows, type Row, stackRows } from './rows.ts'

export const diffQuantities = ['heap-bytes', 'heap-objects', 'alloc-bytes', 'alloc-objects', 'tasks'] as const
export type DiffQuantity = (typeof diffQuantities)[number]

export const granularities = ['function', 'line', 'stack'] as const
export type By = (typeof granularities)[number]

export interface DiffResult {
  readonly schemaVersion: 1
  readonly quantity: DiffQuantity
  readonly unit: Unit
  readonly by: By
  readonly rows: readonly Row[]
}

/** A file's bytes, and the name by which errors speak of it. */
export interface Source {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Profiles of two moments; several of one moment (one a process) are summed. */
export interface Moments {
  readonly before: readonly Source[]
  readonly after: readonly Source[]
}

export interface DiffRequest extends Moments {
  /** A second pair, whose growth is taken off that of the first. */
  readonly base?: Moments
  readonly quantity: DiffQuantity
  readonly by: By
}

/**
 * What grew from before to after, less what grew from base's before to its after: a row a function, line or stack. Bytes and counts are
 * those that `pprof -top -functions|-lines -diff_base BEFORE AFTER` gives. Goroutine dumps (debug=1, 2) are read for tasks; where one
 * is among the files, all are brought into the form they have in common. Throws FormatError, naming the file.
 */
export function diffProfiles({ before, after, base, quantity, by }: DiffRequest): DiffResult {
  const parts: readonly (readonly [readonly Source[], Sign])[] = [
    [before, -1],
    [after, 1],
    [base?.before ?? [], 1],
    [base?.after ?? [], -1],
  ]
  const sources = parts.flatMap(([side, sign]) => side.map((source) => ({ source, sign })))
  const whole = sources.some(({ source }) => formOf(source.bytes) !== 'pprof')
  const sums = sumsBy(by)
  let sampling: Sampling | null = null
  for (const { source, sign } of sources) {
    sampling = naming(source, () => {
      const input = openInput(source.bytes, quantity, whole)
      const checked = refuseOtherPeriod(sampling, input, source.name)
      sums.add(input, sign)
      return checked
    })
  }
  return { schemaVersion: 1, quantity, unit: quantities[quantity], by, rows: sums.rows() }
}

interface Sums {
  readonly add: (input: Input, sign: Sign) => void
  readonly rows: () => readonly Row[]
}

function sumsBy(by: By): Sums {
  if (by === 'stack') {
    const sums = stackSums()
    return {
      add: (input, sign) => {
        if (input.form === 'pprof') addFileStacks(sums, input.file, input.column, sign)
        else addProfileStacks(sums, input.profile, sign)
      },
      rows: () => stackRows(sums),
    }
  }
  const sums = frameSums(by)
  return {
    add: (input, sign) => {
      if (input.form === 'pprof') addFile(sums, input.file, input.column, sign)
      else addProfile(sums, input.profile, sign)
    },
    rows: () => frameRows(sums),
  }
}

function naming<T>({ name }: Source, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    throw new FormatError(error.kind, `${name}: ${error.message}`, error.remedy, { cause: error })
  }
}
