import { gzipSync } from 'node:zlib'
import type { StackGrowth } from '../../diff/stack-growth.ts'
import { writePprof } from '../../profile/formats/pprof/write.ts'
import type { Quantity } from '../../profile/profile.ts'
import { fileOf, frameName } from '../../trial/frame-name.ts'

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

/** What `pprof -comments` says of a file that somebody was handed. */
const comments: Readonly<Record<Figure, string>> = {
  base: 'leakdiff: what base holds after its last round',
  head: 'leakdiff: what head holds after its last round',
  growth:
    'leakdiff: what head grows by in a round beyond base. What has no stack is not in it: the report has the whole figure.',
}

/** pprof's own names of what is counted: https://github.com/google/pprof/blob/main/proto/profile.proto. */
const types: Partial<Record<Quantity, readonly [string, string]>> = {
  'heap-objects': ['inuse_objects', 'count'],
  'heap-bytes': ['inuse_space', 'bytes'],
  'external-bytes': ['external_space', 'bytes'],
  tasks: ['tasks', 'count'],
  files: ['files', 'count'],
  classes: ['classes', 'count'],
  instances: ['instances', 'count'],
}

/**
 * A gzipped pprof profile with one sample a role and stack and one value a quantity, the last one the
 * default. Values are rounded to whole units, as the format asks for; growth may be negative. Each sample
 * carries its role as a label. null: there is no sample.
 */
export function pprofOf(
  stacks: readonly StackGrowth[],
  wanted: readonly Quantity[],
  figure: Figure,
): Buffer | null {
  const kinds = wanted.filter((quantity) => stacks.some((stack) => stack.quantity === quantity))
  const samples = [...grouped(stacks).values()].flatMap((group) => {
    const values = kinds.map((kind) => sum(group.filter((s) => s.quantity === kind).map(figures[figure])))
    const [{ role, stack } = { role: '', stack: [] }] = group
    return values.every((one) => one === 0) ? [] : [{ stack: stack.map(named), values, labels: { role } }]
  })
  if (samples.length === 0) return null
  const quantities = kinds.map((kind) => types[kind] ?? ([kind, 'count'] as const))
  return gzipSync(writePprof(quantities, samples, comments[figure]))
}

/** Where it stands in the project: folders of the machine that measured it are on no other. */
const named = (frame: StackGrowth['stack'][number]) => ({
  ...frame,
  function: frameName(frame),
  file: fileOf(frame),
})

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
