import { FormatError } from '../../../errors.ts'
import type { Frame, Sample } from '../../profile.ts'
import { type MeasuredProfile, measureOf } from '../measure.ts'
import { isRecord, readJson, wholeNumber } from '../v8/read.ts'

/**
 * Reads what `memray transform gprof2dot` writes: `{costs: [{description, unit}], events: [{callchain,
 * cost}], functions: [{name, module}]}`, each chain leaf first, of what is allocated (with `--leaks`, of what
 * was never freed). Throws FormatError.
 */
export function parseMemray(bytes: Buffer): readonly MeasuredProfile[] {
  const file = readJson(bytes, 'what memray transforms')
  if (!isRecord(file) || !Array.isArray(file.events) || !Array.isArray(file.functions))
    throw broken('no events')
  const frames = file.functions.map(toFrame)
  const costs = Array.isArray(file.costs) ? file.costs : []
  return costs.map((cost, column) => {
    const { description, unit } = isRecord(cost) ? cost : {}
    const isMemory = description === 'Memory'
    const { factor, ...measure } = measureOf(isMemory ? 'space' : String(description), String(unit))
    const samples = (file.events as readonly unknown[]).map((event) =>
      toSample(event, frames, column, factor),
    )
    return { ...measure, samples, period: null, periodOf: '' }
  })
}

function toFrame(entry: unknown): Frame {
  if (!isRecord(entry) || typeof entry.name !== 'string') throw broken('a function without a name')
  return { function: entry.name, file: typeof entry.module === 'string' ? entry.module : '', line: 0 }
}

function toSample(event: unknown, frames: readonly Frame[], column: number, factor: number): Sample {
  if (!isRecord(event) || !Array.isArray(event.callchain) || !Array.isArray(event.cost))
    throw broken('an event without a call chain or a cost')
  const stack = event.callchain.map((index: unknown) => {
    const frame = typeof index === 'number' ? frames[index] : undefined
    if (frame === undefined) throw broken('a call chain with a function that is not there')
    return frame
  })
  return { stack: stack.reverse(), value: wholeNumber(event.cost[column], 'cost') * factor }
}

const broken = (what: string): FormatError =>
  new FormatError('broken', `This profile of memray has ${what}.`, 'Transform the recording again.')
