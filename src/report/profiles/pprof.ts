import { gzipSync } from 'node:zlib'
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
import type { StackGrowth } from '../../diff/stack-growth.ts'
import type { Quantity } from '../../profile/profile.ts'
import type { TrialFrame } from '../../trial/trial.ts'

/**
 * What a profile to take away holds of each stack: its value at the end on one side,
 * or head's growth a round less base's.
 */
export const figures = {
  base: ({ base }: StackGrowth) => base.last,
  head: ({ head }: StackGrowth) => head.last,
  growth: ({ base, head }: StackGrowth) => head.perRound - base.perRound,
} as const
export type Figure = keyof typeof figures

/** pprof's own names of what is counted: https://github.com/google/pprof/blob/main/proto/profile.proto. */
const types: Partial<Record<Quantity, readonly [string, string]>> = {
  'heap-objects': ['inuse_objects', 'count'],
  'heap-bytes': ['inuse_space', 'bytes'],
  'external-bytes': ['external_space', 'bytes'],
  tasks: ['tasks', 'count'],
  files: ['files', 'count'],
}

/**
 * A gzipped pprof profile with one sample a role and stack and one value a quantity, the last one the
 * default. Values are rounded to whole units, as the format asks for; growth may be negative. Each sample
 * carries its role as a label.
 */
export function pprofOf(stacks: readonly StackGrowth[], wanted: readonly Quantity[], figure: Figure): Buffer {
  const kinds = wanted.filter((quantity) => stacks.some((stack) => stack.quantity === quantity))
  const strings = new StringTable()
  const table = frameTable(strings)
  const samples = [...grouped(stacks).values()].flatMap((group) => {
    const value = kinds.map((kind) => sum(group.filter((s) => s.quantity === kind).map(figures[figure])))
    const [{ role, stack } = { role: '', stack: [] }] = group
    if (value.every((one) => one === 0)) return []
    const label = [new Label({ key: strings.dedup('role'), str: strings.dedup(role) })]
    return [new Sample({ locationId: stack.toReversed().map(table.locationOf), value, label })]
  })
  const sampleType = kinds.map((kind) => {
    const [type, unit] = types[kind] ?? [kind, 'count']
    return new ValueType({ type: strings.dedup(type), unit: strings.dedup(unit) })
  })
  const profile = new Profile({
    sampleType,
    sample: samples,
    location: table.locations,
    function: table.functions,
    stringTable: strings,
  })
  return gzipSync(profile.encode())
}

/** Of one role and stack, whatever is counted there. */
function grouped(stacks: readonly StackGrowth[]): ReadonlyMap<string, readonly StackGrowth[]> {
  const groups = new Map<string, StackGrowth[]>()
  for (const one of stacks) {
    const key = [one.role, ...one.stack.map((frame) => `${frame.site} ${frame.line}`)].join('\0')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}

const sum = (values: readonly number[]): number => Math.round(values.reduce((a, b) => a + b, 0))

function frameTable(strings: StringTable) {
  const functions: PprofFunction[] = []
  const locations: Location[] = []
  const functionIds = new Map<string, number>()
  const locationIds = new Map<string, number>()
  const functionOf = ({ file, function: name }: TrialFrame): number =>
    remembered(functionIds, `${name}\0${file}`, (id) => {
      const text = strings.dedup(name)
      functions.push(new PprofFunction({ id, name: text, systemName: text, filename: strings.dedup(file) }))
    })
  const locationOf = (frame: TrialFrame): number =>
    remembered(locationIds, `${frame.function}\0${frame.file}\0${frame.line}`, (id) => {
      const line = new Line({ functionId: functionOf(frame), line: frame.line })
      locations.push(new Location({ id, line: [line] }))
    })
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
