import {
  Label,
  Line,
  Location,
  Function as PprofFunction,
  Profile,
  Sample,
  StringTable,
  ValueType,
} from 'pprof-format'
import type { Frame } from '../../profile.ts'

export interface Written {
  /** Outermost frame first. */
  readonly stack: readonly Frame[]
  /** One whole number a type; it may be negative. */
  readonly values: readonly number[]
  /** Texts by their keys. */
  readonly labels?: Readonly<Record<string, string>>
}

/**
 * A pprof profile (https://github.com/google/pprof/blob/main/proto/profile.proto), not yet gzipped. `types`
 * are name and unit of each value; readers show the last one first. `comment` is told by `pprof -comments`.
 */
export function writePprof(
  types: readonly (readonly [type: string, unit: string])[],
  samples: readonly Written[],
  comment = '',
): Uint8Array {
  const strings = new StringTable()
  const table = frameTable(strings)
  const sample = samples.map(
    ({ labels = {}, stack, values }) =>
      new Sample({
        locationId: stack.map(table.locationOf).reverse(),
        value: [...values],
        label: Object.entries(labels).map(
          ([key, text]) => new Label({ key: strings.dedup(key), str: strings.dedup(text) }),
        ),
      }),
  )
  const sampleType = types.map(
    ([type, unit]) => new ValueType({ type: strings.dedup(type), unit: strings.dedup(unit) }),
  )
  const { locations: location, functions } = table
  const told = comment === '' ? [] : [strings.dedup(comment)]
  const tables = { location, function: functions, stringTable: strings }
  return new Profile({ sampleType, sample, comment: told, ...tables }).encode()
}

function frameTable(strings: StringTable) {
  const functions: PprofFunction[] = []
  const locations: Location[] = []
  const functionIds = new Map<string, number>()
  const locationIds = new Map<string, number>()
  // Stacks share their frames: most are found without making a key of their names.
  const known = new Map<Frame, number>()
  const functionOf = ({ file, function: name }: Frame): number =>
    remembered(functionIds, `${name}\0${file}`, (id) => {
      const text = strings.dedup(name)
      functions.push(new PprofFunction({ id, name: text, systemName: text, filename: strings.dedup(file) }))
    })
  const made = (frame: Frame): number =>
    remembered(locationIds, `${frame.function}\0${frame.file}\0${frame.line}`, (id) => {
      const line = new Line({ functionId: functionOf(frame), line: frame.line })
      locations.push(new Location({ id, line: [line] }))
    })
  const locationOf = (frame: Frame): number => {
    const id = known.get(frame) ?? made(frame)
    known.set(frame, id)
    return id
  }
  return { functions, locations, locationOf }
}

function remembered(ids: Map<string, number>, key: string, make: (id: number) => void): number {
  const known = ids.get(key)
  if (known !== undefined) return known
  const id = ids.size + 1
  ids.set(key, id)
  make(id)
  return id
}
