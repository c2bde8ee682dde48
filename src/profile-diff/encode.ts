import {
  Line,
  Location,
  Function as PprofFunction,
  Profile,
  Sample,
  StringTable,
  ValueType,
} from 'pprof-format'
import type { Frame } from '../profile/profile.ts'
import type { StackGrowth } from './diff.ts'

/**
 * What grew as a pprof profile (https://github.com/google/pprof/blob/main/proto/profile.proto), not yet
 * gzipped: one value a stack.
 */
export function encodePprof({ type, unit, stacks }: StackGrowth): Uint8Array {
  const stringTable = new StringTable()
  const locations = new Map<Frame, Location>()
  const functions = new Map<string, PprofFunction>()
  const functionOf = (frame: Frame): PprofFunction => {
    const key = `${frame.function}\0${frame.file}`
    const known = functions.get(key)
    if (known !== undefined) return known
    const name = stringTable.dedup(frame.function)
    const made = new PprofFunction({
      ...{ id: functions.size + 1, name, systemName: name, filename: stringTable.dedup(frame.file) },
    })
    functions.set(key, made)
    return made
  }
  const locationOf = (frame: Frame): number => {
    const known = locations.get(frame)
    if (known !== undefined) return Number(known.id)
    const line = new Line({ functionId: functionOf(frame).id, line: frame.line })
    const made = new Location({ id: locations.size + 1, line: [line] })
    locations.set(frame, made)
    return Number(made.id)
  }
  const sample = stacks.map(
    ({ stack, value }) => new Sample({ locationId: stack.map(locationOf).reverse(), value: [value] }),
  )
  const sampleType = [new ValueType({ type: stringTable.dedup(type), unit: stringTable.dedup(unit) })]
  const tables = { location: [...locations.values()], function: [...functions.values()] }
  return new Profile({ sampleType, sample, ...tables, stringTable }).encode()
}
