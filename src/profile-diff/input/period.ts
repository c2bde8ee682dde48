import { FormatError } from '../../errors.ts'
import { measureOf } from '../../profile/formats/measure.ts'
import type { Input } from './input.ts'

/** How the profiles of one comparison were sampled, and which of them said so first. */
export interface Sampling {
  readonly period: number | null
  readonly of: string
  readonly name: string
}

/**
 * Go scales a heap profile by the chance that an allocation was sampled, so the figures of two periods
 * estimate the same thing; but a coarse one is off by about sqrt(period / bytes) (71 % of 1 MB at 512 KiB),
 * and other writers do not scale at all. A difference over two periods therefore shows the sampling before it
 * shows growth, and is refused.
 */
export function refuseOtherPeriod(first: Sampling | null, input: Input, name: string): Sampling | null {
  const { period, of } = samplingOf(input)
  if (input.form !== 'pprof' && period === null) return first
  if (first === null) return { period, of, name }
  // Not every form of a profile says what it is that its period counts.
  const isOfSame = first.of === of || first.of === '' || of === '' || period === null
  if (first.period === period && isOfSame) return first
  throw new FormatError(
    'not-supported',
    `It was sampled ${words(period, of)}, ${first.name} ${words(first.period, first.of)}: their difference would be that of the sampling.`,
    'Write both at one rate, for Go with the same GODEBUG=memprofilerate=N or runtime.MemProfileRate.',
  )
}

function samplingOf(input: Input): Pick<Sampling, 'period' | 'of'> {
  if (input.form !== 'pprof') return { period: input.profile.period, of: input.profile.periodOf }
  const { period, periodType } = input.file
  if (periodType === null) return { period, of: '' }
  const { type, unit, factor } = measureOf(periodType.type, periodType.unit)
  return { period: period === null ? null : period * factor, of: `${type}/${unit}` }
}

function words(period: number | null, of: string): string {
  return period === null ? 'at an unknown period' : `every ${period} ${of === '' ? 'units' : of}`
}
