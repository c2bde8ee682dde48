import { RE2JSException } from 're2js'
import { ConfigError, FormatError } from '../../../errors.ts'
import type { Rename } from '../../../profile/formats/pprof/names.ts'
import type { PprofFile } from '../../../profile/formats/pprof/open.ts'
import { labelsOf } from '../../../profile/formats/pprof/samples/labels.ts'
import type { SampleReader } from '../../../profile/formats/pprof/samples/samples.ts'
import { readableNames } from '../../../profile/formats/pprof/stacks/frame-table.ts'
import type { Drops } from '../../../profile/formats/pprof/stacks/prune.ts'
import { stringAt } from '../../../profile/formats/pprof/wire/strings.ts'
import type { Frame } from '../../../profile/profile.ts'
import { type Matches, matcher } from './matcher.ts'
import { type MatchesLabels, tagMatcher } from './tags.ts'

/** What is looked at, as the flags give it; null where there is none. */
export interface Selected {
  readonly focus: string | null
  readonly ignore: string | null
  readonly tagFocus: string | null
  readonly tagIgnore: string | null
}

/**
 * Samples that are looked at: one of whose frames `focus` matches, and none of whose frames `ignore` does;
 * the same of their labels. As in pprof.
 */
export interface Selection {
  readonly focus: Matches | null
  readonly ignore: Matches | null
  readonly tagFocus: MatchesLabels | null
  readonly tagIgnore: MatchesLabels | null
}

/**
 * Compiles the expressions of `--focus` and its like, in the syntax of Go (RE2):
 * JavaScript's own would run for ever on some. Throws ConfigError for one that is none.
 */
export function selectionOf({ focus, ignore, tagFocus, tagIgnore }: Selected): Selection {
  const compile = (flag: string) => (pattern: string) => {
    try {
      return matcher(pattern)
    } catch (cause) {
      if (!(cause instanceof RE2JSException) && !(cause instanceof RangeError)) throw cause
      throw new ConfigError(
        `${flag} ${pattern.slice(0, 80)} is not a regular expression: ${cause.message}.`,
        'Use the syntax of Go, as in pprof: https://github.com/google/re2/wiki/Syntax.',
        { cause },
      )
    }
  }
  return {
    focus: focus === null ? null : compile('--focus')(focus),
    ignore: ignore === null ? null : compile('--ignore')(ignore),
    tagFocus: tagFocus === null ? null : tagMatcher(tagFocus, compile('--tagfocus')),
    tagIgnore: tagIgnore === null ? null : tagMatcher(tagIgnore, compile('--tagignore')),
  }
}

/**
 * The rule of `drop_frames` and `keep_frames`. Throws FormatError, `broken`, for expressions that are none.
 */
export function dropsOf({ dropFrames, keepFrames }: PprofFile): Drops | null {
  if (dropFrames === '') return null
  try {
    const drop = matcher(`^(?:${dropFrames})$`)
    const keep = keepFrames === '' ? null : matcher(`^(?:${keepFrames})$`)
    return (name) => drop(name) && keep?.(name) !== true
  } catch (cause) {
    if (!(cause instanceof RE2JSException) && !(cause instanceof RangeError)) throw cause
    throw new FormatError(
      'broken',
      `The profile is damaged: its drop_frames or keep_frames is not a regular expression (${cause.message}).`,
      'Write it again, with expressions in the syntax of Go (RE2).',
      { cause },
    )
  }
}

/** Whether a sample of a file is looked at. */
export function sampleFilter(
  selection: Selection,
  file: PprofFile,
  rename: Rename,
): (sample: SampleReader) => boolean {
  const found = locationFlags(selection, file, rename)
  const { tagFocus, tagIgnore } = selection
  return (sample) => {
    const { locations, depth } = sample
    if (tagFocus !== null || tagIgnore !== null) {
      const labels = labelsOf(sample, file.strings)
      if (tagFocus?.(labels) === false || tagIgnore?.(labels) === true) return false
    }
    let isFocused = selection.focus === null
    for (let index = 0; index < depth; index++) {
      const flag = found[locations[index] as number]
      if (flag === ignored) return false
      if (flag === focused) isFocused = true
    }
    return isFocused
  }
}

/** The same for a stack of frames. Throws FormatError when labels are asked for, which only pprof tells. */
export function stackFilter({
  focus,
  ignore,
  tagFocus,
  tagIgnore,
}: Selection): (stack: readonly Frame[]) => boolean {
  if (tagFocus !== null || tagIgnore !== null) throw tellsNoLabels()
  const has = (frame: Frame, matches: Matches) =>
    matches(frame.function) || (frame.file !== '' && matches(frame.file))
  return (stack) => {
    if (ignore !== null && stack.some((frame) => has(frame, ignore))) return false
    return focus === null || stack.some((frame) => has(frame, focus))
  }
}

function tellsNoLabels(): FormatError {
  return new FormatError(
    'not-supported',
    'Its samples have no labels, which --tagfocus and --tagignore ask for.',
    'Give profiles as pprof writes them: of a Go server without debug=1 and debug=2.',
  )
}

const focused = 1
const ignored = 2

/** By location, whether it has the names or the file of a function, or the binary, that is looked for. */
function locationFlags({ focus, ignore }: Selection, file: PprofFile, rename: Rename): Uint8Array {
  const { lineStart, functionOf, binaryOf } = file.locations
  const names = readableNames(file, rename)
  const byFunction = Uint8Array.from(names, (name, at) => {
    const texts = [name, stringAt(file.strings, file.functions.files[at] as number)]
    if (ignore !== null && texts.some(ignore)) return ignored
    return focus !== null && texts.some(focus) ? focused : 0
  })
  const flags = new Uint8Array(lineStart.length - 1)
  for (let location = 0; location < flags.length; location++) {
    const end = lineStart[location + 1] as number
    for (let line = lineStart[location] as number; line < end; line++) {
      const at = functionOf[line] as number
      const binary = binaryOf.get(line)
      let flag = at < 0 ? 0 : (byFunction[at] as number)
      if (binary !== undefined && ignore?.(binary)) flag = ignored
      else if (binary !== undefined && focus?.(binary)) flag = Math.max(flag, focused)
      flags[location] = Math.max(flags[location] as number, flag)
    }
  }
  return flags
}
