import { FormatError } from '../errors.ts'
import type { MeasuredProfile } from '../profile/formats/measure.ts'
import type { Drops } from '../profile/formats/pprof/stacks/prune.ts'
import { pruned } from '../profile/formats/pprof/stacks/prune.ts'
import type { Frame } from '../profile/profile.ts'
import { refuseOtherUnit, wantedBy } from './input/choice.ts'
import { formOf, type Input, openInput } from './input/input.ts'
import { refuseOtherPeriod, type Sampling } from './input/period.ts'
import type { Selected } from './input/select/selection.ts'
import type { Source } from './input/source.ts'
import { frameRows, type Row, stackRows } from './rows.ts'
import { frameSums } from './sums/frame-sums.ts'
import { addFile, addSamples } from './sums/frames.ts'
import type { Position, Totals } from './sums/position.ts'
import { addFileStacks, addSampleStacks, grownStacks, type StackSums, stackSums } from './sums/stacks.ts'

export const granularities = ['function', 'line', 'stack'] as const
export type By = (typeof granularities)[number]

export interface DiffResult {
  readonly schemaVersion: 1
  /** `heap-bytes`, or as the profile calls it: `delay`. */
  readonly quantity: string
  readonly unit: string
  readonly by: By
  /** What all rows grew by, together. */
  readonly total: number
  /** What percentages are of: all that was there at the first moment; when nothing was, all that there is. */
  readonly of: number
  /** Moments of a series, when there are more than two. */
  readonly moments?: number
  readonly rows: readonly Row[]
}

export interface DiffRequest {
  /**
   * Two moments, or more of a series, in order; several profiles of one moment (one a process) are summed.
   */
  readonly moments: readonly (readonly Source[])[]
  /** A second pair, whose growth is taken off that of the first. */
  readonly base?: readonly [before: readonly Source[], after: readonly Source[]]
  /** null: what the last moment's first profile would be looked at for. */
  readonly quantity: string | null
  readonly by: By
  /** What is looked at; all when left out. */
  readonly selected?: Selected
}

interface Part {
  readonly source: Source
  readonly position: Position
}

/**
 * What grew from the first moment to the last, less what grew from base's before to its after: a row a
 * function, line or stack. Bytes and counts are those that `pprof -top -functions|-lines -diff_base BEFORE
 * AFTER` gives. Where one of the files is a goroutine dump (debug=1, 2), all are brought into the form they
 * have in common. As in pprof, the last moment's first profile decides which frames are dropped. Throws
 * FormatError, naming the file.
 */
export async function diffProfiles(request: DiffRequest): Promise<DiffResult> {
  return (await compare(request)).result
}

/**
 * The same, and whether any sample was let through by what `request.selected` asks for.
 * What it worked with goes into `kept`.
 */
export async function compare(
  request: DiffRequest,
  kept: unknown[] | null = null,
): Promise<{ readonly result: DiffResult; readonly isFound: boolean }> {
  const steps = request.moments.length > 2 ? request.moments.length - 1 : 0
  const sums = sumsBy(request.by, steps)
  const { quantity, unit, isFound } = await addAll(request, (input, position) => {
    const reader = sums.add(input, position)
    kept?.push(sums, input, reader)
  })
  const rows = sums.rows()
  const total = rows.reduce((sum, row) => sum + row.flat, 0)
  const of = sums.totals.first === 0 ? sums.totals.all : sums.totals.first
  const series = steps > 0 ? { moments: steps + 1 } : {}
  const result = { schemaVersion: 1, quantity, unit, by: request.by, total, of, ...series, rows } as const
  return { result, isFound }
}

/** What grew by stack, each outermost frame first; `type` and `unit` in pprof's words. */
export interface StackGrowth {
  readonly type: string
  readonly unit: string
  readonly stacks: readonly { readonly stack: readonly Frame[]; readonly value: number }[]
}

/** What `diffProfiles` compares, by whole stacks. Throws as it does. */
export async function stacksOf(
  request: Omit<DiffRequest, 'by'>,
  granularity: 'function' | 'line',
): Promise<StackGrowth> {
  const sums = stackSums(granularity, 0)
  const measure = await addAll(request, (input, { sign, isFirst }) =>
    addStacks(sums, input, { sign, isFirst, moment: null }),
  )
  const unit = ['bytes', 'nanoseconds'].includes(measure.unit) ? measure.unit : 'count'
  return { type: measure.type || measure.quantity, unit, stacks: grownStacks(sums) }
}

/** Opens each profile, and gives it away with its place; what they count. */
async function addAll(
  request: Omit<DiffRequest, 'by'>,
  add: (input: Input, position: Position) => void,
): Promise<Pick<MeasuredProfile, 'quantity' | 'unit' | 'type'> & { readonly isFound: boolean }> {
  const parts = partsOf(request)
  const formats = parts.map(({ source }) => naming(source, () => formOf(source)))
  const whole = formats.some(({ name }) => name !== 'pprof')
  const selection = await selectionOf(request)
  let sampling: Sampling | null = null
  let wanted = request.quantity === null ? null : wantedBy(request.quantity)
  let drops: Drops | null = null
  let measure: Pick<MeasuredProfile, 'quantity' | 'unit' | 'type'> | null = null
  for (const [index, { source, position }] of parts.entries()) {
    try {
      const opened = await openInput(source, formats[index] ?? { name: 'pprof' }, wanted, whole)
      const found = opened.form === 'pprof' ? opened.measure : opened.profile
      refuseOtherUnit(measure, found.unit, parts[0]?.source.name ?? '')
      if (measure === null) {
        measure = found
        wanted = { quantity: found.quantity, type: found.type, held: opened.held }
        drops = opened.form === 'pprof' ? await dropsOf(opened) : null
      }
      sampling = refuseOtherPeriod(sampling, opened, source.name)
      add(selection.select(withoutDropped(opened, drops)), position)
    } catch (error) {
      throw named(source, error)
    }
  }
  const { quantity, unit, type } = measure ?? { quantity: '', unit: '', type: '' }
  return { quantity, unit, type, isFound: selection.isFound() }
}

/** The last moment first: it decides what is compared, and how. */
function partsOf({ moments, base }: Omit<DiffRequest, 'by'>): readonly Part[] {
  const last = moments.length - 1
  const isSeries = moments.length > 2
  const own = moments.flatMap((sources, moment) =>
    sources.map((source): Part => {
      const sign = moment === last ? 1 : moment === 0 ? -1 : 0
      return { source, position: { sign, moment: isSeries ? moment : null, isFirst: moment === 0 } }
    }),
  )
  const taken = (sources: readonly Source[], sign: 1 | -1) =>
    sources.map((source): Part => ({ source, position: { sign, moment: null, isFirst: false } }))
  const ofLast = own.filter(({ position }) => position.sign === 1)
  const others = own.filter(({ position }) => position.sign !== 1)
  return [...ofLast, ...others, ...(base === undefined ? [] : [...taken(base[0], 1), ...taken(base[1], -1)])]
}

function withoutDropped(input: Input, drops: Drops | null): Input {
  if (input.form !== 'pprof' || drops === null) return input
  return { ...input, file: pruned(input.file, drops, input.rename) }
}

/** Regular expressions are loaded when there is one: most profiles have none. */
async function dropsOf(input: Extract<Input, { form: 'pprof' }>): Promise<Drops | null> {
  if (input.file.dropFrames === '') return null
  return (await import('./input/select/selection.ts')).dropsOf(input.file)
}

interface Selecting {
  readonly select: (input: Input) => Input
  /** Whether anything was let through so far. */
  readonly isFound: () => boolean
}

async function selectionOf({ selected }: Omit<DiffRequest, 'by'>): Promise<Selecting> {
  if (selected === undefined || Object.values(selected).every((one) => one === null))
    return { select: (input) => input, isFound: () => true }
  const { sampleFilter, selectionOf, stackFilter } = await import('./input/select/selection.ts')
  const selection = selectionOf(selected)
  let found = 0
  const counting =
    <T>(filter: (one: T) => boolean) =>
    (one: T) => {
      const isIn = filter(one)
      if (isIn) found++
      return isIn
    }
  const select = (input: Input): Input =>
    input.form === 'pprof'
      ? { ...input, filter: counting(sampleFilter(selection, input.file, input.rename)) }
      : { ...input, filter: counting(stackFilter(selection)) }
  return { select, isFound: () => found > 0 }
}

interface Sums {
  /** Gives back what it read with, if anything. */
  readonly add: (input: Input, position: Position) => unknown
  readonly rows: () => readonly Row[]
  readonly totals: Totals
}

function sumsBy(by: By, steps: number): Sums {
  if (by === 'stack') {
    const sums = stackSums('function', steps)
    return {
      add: (input, position) => addStacks(sums, input, position),
      rows: () => stackRows(sums),
      totals: sums.totals,
    }
  }
  const sums = frameSums(by, steps)
  return {
    add: (input, position) =>
      input.form === 'pprof' ? addFile(sums, input, position) : addSamples(sums, input, position),
    rows: () => frameRows(sums),
    totals: sums.totals,
  }
}

function addStacks(sums: StackSums, input: Input, position: Position): void {
  if (input.form === 'pprof') addFileStacks(sums, input, position)
  else addSampleStacks(sums, input, position)
}

function naming<T>(source: Source, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw named(source, error)
  }
}

function named({ name }: Source, error: unknown): unknown {
  if (!(error instanceof FormatError)) return error
  return new FormatError(error.kind, `${name}: ${error.message}`, error.remedy, { cause: error })
}
