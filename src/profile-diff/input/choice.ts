import { FormatError } from '../../errors.ts'
import type { Measure } from '../../profile/formats/measure.ts'

/** What a profile is looked at for. */
export interface Wanted {
  /** `heap-bytes`; also the file's own name for it, or its place, where a flag asks. */
  readonly quantity: string
  /** The file's own name, which goes first: two may count one quantity. '' for none. */
  readonly type: string
  /** What the profile that decides holds besides; null while none was read. */
  readonly held: readonly string[] | null
}

type Measured = Pick<Measure, 'quantity' | 'type'>

/** What `--quantity` asks for, by whatever name. */
export function wantedBy(flag: string): Wanted {
  return { quantity: flag, type: flag, held: null }
}

/**
 * The place of what is wanted among what a file holds; `preferred` where nothing is asked for.
 * Throws FormatError, `not-supported`, when it is not there, or twice.
 */
export function choose(measures: readonly Measured[], wanted: Wanted | null, preferred: number): number {
  const place = wanted === null ? preferred : placeOf(measures, wanted)
  const found = measures[place]
  if (found === undefined) throw holdsNot(wanted, measures)
  if (found.type !== '' && measures.filter(({ type }) => type === found.type).length > 1)
    throw new FormatError(
      'not-supported',
      `The profile counts ${found.type} twice: which of them is meant cannot be told.`,
      'Write it again with one of them.',
    )
  return place
}

function placeOf(measures: readonly Measured[], { quantity, type, held }: Wanted): number {
  // As pprof has it: `inuse_space` is `space` where a writer calls it so.
  const own = measures.findIndex((one) => one.type === type || `inuse_${one.type}` === type)
  if (own >= 0 && type !== '') return own
  const place = measures.findIndex((one) => one.quantity === quantity)
  return place < 0 && held === null && /^\d+$/.test(quantity) ? Number(quantity) : place
}

function holdsNot(wanted: Wanted | null, found: readonly Measured[]): FormatError {
  const names = [...new Set(found.map((one) => one.quantity))]
  const common = wanted?.held == null ? names : names.filter((name) => wanted.held?.includes(name))
  return new FormatError(
    'not-supported',
    `The profile holds ${names.join(', ')}, not ${wanted?.quantity ?? 'anything'}.`,
    common.length > 0
      ? `Compare it with --quantity ${common.at(-1)}.`
      : `They have nothing in common: the other holds ${wanted?.held?.join(', ')}. Give profiles of one kind.`,
  )
}

/** Throws FormatError, `not-supported`, for values that are not of the unit of the first profile's. */
export function refuseOtherUnit(first: { readonly unit: string } | null, unit: string, name: string): void {
  if (first === null || first.unit === unit) return
  throw new FormatError(
    'not-supported',
    `It counts in ${unit}, ${name} in ${first.unit}: they cannot be subtracted.`,
    'Give two profiles of one writer, which count the same.',
  )
}
