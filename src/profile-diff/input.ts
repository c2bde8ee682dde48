import { FormatError } from '../errors.ts'
import { goroutineTextForm, parseGoroutineText } from '../profile/formats/goroutine-text/parse.ts'
import { openPprof, type PprofFile, readSampleTypes } from '../profile/formats/pprof/open.ts'
import { parsePprof } from '../profile/formats/pprof/parse.ts'
import { columnsOf, refuseTypes } from '../profile/formats/pprof/sample-types.ts'
import type { Profile, Quantity } from '../profile/profile.ts'

/** One profile to be added or taken away: still in its file, or read whole. */
export type Input =
  | { readonly form: 'pprof'; readonly file: PprofFile; readonly column: number }
  | { readonly form: 'profile'; readonly profile: Profile }

/** How a file holds its figures: the three forms of one goroutine profile are three views of the same tasks. */
export type Form = 'pprof' | 'debug1' | 'debug2'

/** The form of a file by its first bytes; all that is not a dump is taken for pprof. */
export function formOf(bytes: Uint8Array): Form {
  return goroutineTextForm(bytes) ?? 'pprof'
}

/** The quantities a file holds; none when it is no profile of ours. Throws FormatError when it is a damaged one. */
export function quantitiesOf(bytes: Uint8Array): readonly Quantity[] {
  if (formOf(bytes) !== 'pprof') return ['tasks']
  try {
    return columnsOf(readSampleTypes(bytes)).map(({ quantity }) => quantity)
  } catch (error) {
    if (error instanceof FormatError && error.kind === 'not-this-format') return []
    throw error
  }
}

/**
 * Opens one file for one quantity. `whole` has a goroutine profile read into the form that text dumps have too, so that pprof and text
 * can be compared. Throws FormatError, `not-supported` when the file holds other quantities.
 */
export function openInput(bytes: Uint8Array, quantity: Quantity, whole: boolean): Input {
  if (whole) return { form: 'profile', profile: pick(readWhole(bytes), quantity) }
  const file = openPprof(bytes)
  const columns = columnsOf(file.types)
  if (columns.length === 0) throw refuseTypes(file.types)
  const found = columns.find((column) => column.quantity === quantity)
  if (found === undefined) throw holdsNot(quantity, columns)
  return { form: 'pprof', file, column: found.column }
}

function readWhole(bytes: Uint8Array): readonly Profile[] {
  return formOf(bytes) === 'pprof' ? parsePprof(bytes) : [parseGoroutineText(bytes)]
}

function pick(profiles: readonly Profile[], quantity: Quantity): Profile {
  const profile = profiles.find((one) => one.quantity === quantity)
  if (profile === undefined) throw holdsNot(quantity, profiles)
  return profile
}

function holdsNot(quantity: Quantity, found: readonly { readonly quantity: Quantity }[]): FormatError {
  const names = found.map((one) => one.quantity)
  return new FormatError(
    'not-supported',
    `The profile holds ${names.join(', ')}, not ${quantity}.`,
    `Compare it with --quantity ${names[0]}.`,
  )
}
