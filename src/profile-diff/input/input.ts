import { FormatError } from '../../errors.ts'
import { type Format, formatOf, measured } from '../../profile/formats/formats.ts'
import { refuseCut } from '../../profile/formats/goroutine-text/parse.ts'
import { lineReader } from '../../profile/formats/lines.ts'
import { type Measure, type MeasuredProfile, measureOf } from '../../profile/formats/measure.ts'
import { pprofNames, type Rename } from '../../profile/formats/pprof/names.ts'
import { openPprof, type PprofFile, type ValueType } from '../../profile/formats/pprof/open.ts'
import { parsePprof } from '../../profile/formats/pprof/parse.ts'
import { parseAnyPprof } from '../../profile/formats/pprof/parse-any.ts'
import type { SampleReader } from '../../profile/formats/pprof/samples/samples.ts'
import type { Frame } from '../../profile/profile.ts'
import { choose, type Wanted } from './choice.ts'
import { eachPiece, headOf, wholeOf } from './content.ts'
import type { Source } from './source.ts'

/**
 * One profile to be added or taken away: still in its file, or read whole.
 * A filter tells which samples are looked at.
 */
export interface FileInput {
  readonly form: 'pprof'
  /** All quantities of its file. */
  readonly held: readonly string[]
  readonly file: PprofFile
  readonly column: number
  readonly measure: Measure
  readonly rename: Rename
  readonly filter: ((sample: SampleReader) => boolean) | null
}

export interface SamplesInput {
  readonly form: 'samples'
  readonly held: readonly string[]
  readonly profile: MeasuredProfile
  readonly filter: ((stack: readonly Frame[]) => boolean) | null
}

export type Input = FileInput | SamplesInput

export function formOf(source: Source): Format {
  return formatOf(headOf(source))
}

/**
 * Opens one source. `wanted` null takes what its writer would look at first. `whole` has a goroutine
 * profile read into the form that text dumps have too, so that pprof and text can be compared. Throws
 * FormatError, `not-supported` when it holds other quantities.
 */
export async function openInput(
  source: Source,
  format: Format,
  wanted: Wanted | null,
  whole: boolean,
): Promise<Input> {
  if ('readText' in format || 'readWhole' in format)
    return samplesInput(await readProfiles(source, format), wanted)
  const bytes = wholeOf(source)
  if (whole) return samplesInput(wholePprof(bytes), wanted)
  const file = openPprof(bytes)
  return { form: 'pprof', file, ...columnOf(file, wanted), rename: pprofNames(), filter: null }
}

/** Tasks have the form that their dumps have too; all else is as it is. */
function wholePprof(bytes: Buffer): readonly MeasuredProfile[] {
  const profiles = parseAnyPprof(bytes)
  if (profiles.every(({ quantity }) => quantity !== 'tasks')) return profiles
  return parsePprof(bytes).map((profile) => measured(profile, ''))
}

/** The quantities a source holds; none when it is no profile. Throws FormatError when it is a damaged one. */
export async function quantitiesOf(source: Source): Promise<readonly string[]> {
  try {
    const format = formOf(source)
    if ('readText' in format || 'readWhole' in format)
      return (await readProfiles(source, format)).map((profile) => profile.quantity)
    return openPprof(wholeOf(source)).types.map(({ type, unit }) => measureOf(type, unit).quantity)
  } catch (error) {
    if (error instanceof FormatError && error.kind !== 'broken') return []
    throw error
  }
}

async function readProfiles(
  source: Source,
  format: Exclude<Format, { readonly name: 'pprof' }>,
): Promise<readonly MeasuredProfile[]> {
  if ('readWhole' in format) return format.readWhole(wholeOf(source))
  const head = headOf(source)
  const text = format.readText(head)
  const lines = lineReader(text.line)
  const size = await eachPiece(source, lines.push)
  if (format.name === 'debug2') refuseCut(head, size)
  return text.end(lines.end())
}

function samplesInput(profiles: readonly MeasuredProfile[], wanted: Wanted | null): SamplesInput {
  const place = choose(profiles, wanted, profiles.length - 1)
  const held = profiles.map(({ quantity }) => quantity)
  return { form: 'samples', held, profile: profiles[place] as MeasuredProfile, filter: null }
}

function columnOf(file: PprofFile, wanted: Wanted | null): Pick<FileInput, 'column' | 'measure' | 'held'> {
  const measures = file.types.map(({ type, unit }) => measureOf(type, unit))
  const column = choose(measures, wanted, preferred(file))
  const held = measures.map(({ quantity }) => quantity)
  return { column, measure: measures[column] as Measure, held }
}

/** As pprof chooses: what the writer says, else the last. */
function preferred({ types, defaultType }: PprofFile): number {
  const told = types.findIndex(({ type }: ValueType) => type === defaultType)
  return told < 0 ? types.length - 1 : told
}
