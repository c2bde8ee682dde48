import { type MeasuredProfile, measureOf } from '../measure.ts'
import { foldProfile } from './fold.ts'
import { goPrintName } from './names.ts'
import { openPprof } from './open.ts'
import { framesOf, refuseDropped } from './parse.ts'
import { frameTable, internLines } from './stacks/frame-table.ts'
import { stackTable } from './stacks/stack-table.ts'

/**
 * Reads every sample type of a profile, whatever it counts, with names as a runtime prints them into text:
 * for comparing it with one. Throws FormatError as `parsePprof` does.
 */
export function parseAnyPprof(bytes: Uint8Array): readonly MeasuredProfile[] {
  const file = openPprof(bytes)
  refuseDropped(file)
  const frames = frameTable('line')
  const stacks = stackTable(file.types.length)
  const lines = internLines(frames, file, (name) => (name.startsWith('[') ? name : goPrintName(name)))
  foldProfile(
    stacks,
    file,
    lines,
    file.types.map((_, column) => column),
    1,
  )
  const all = Array.from({ length: stacks.length }, (_, stack) => framesOf(frames, stacks, stack))
  const { period, periodType } = file
  const periodOf = periodType === null ? '' : `${periodType.type}/${periodType.unit}`
  return file.types.map(({ type, unit }, column) => {
    const { factor, ...measure } = measureOf(type, unit)
    const samples = all
      .map((stack, row) => ({
        stack,
        value: (stacks.values[row * stacks.width + column] as number) * factor,
      }))
      .filter(({ value }) => value !== 0)
    return { ...measure, samples, period, periodOf }
  })
}
