import type { TextReader } from '../text-reader.ts'
import { brokenText } from './refusal.ts'
import { stackList, wholeNumber } from './samples.ts'

/**
 * What waited for locks: Go's mutex and block profiles with debug=1, and those of C++ (contentionz):
 *
 *     --- mutex:
 *     cycles/second=2596129410
 *     sampling period=1
 *     4516216484 68 @ 0x4db031 0x4dafda
 *
 * the cycles and how often.
 */
export function contentionReader(): TextReader {
  const stacks = stackList()
  const settings = new Map<string, number>()
  let section: 'start' | 'samples' | 'maps' = 'start'
  const line = (text: string): void => {
    const trimmed = text.trim()
    if (section === 'start') {
      if (/^--- (?:mutex|contention|contentionz)\b/.test(trimmed)) section = 'samples'
    } else if (trimmed === 'MAPPED_LIBRARIES:' || trimmed.startsWith('---')) section = 'maps'
    else if (section === 'maps') stacks.names.map(text)
    else if (trimmed.startsWith('#')) stacks.comment(trimmed)
    else if (trimmed !== '' && !readSetting(trimmed, settings)) addSample(trimmed, settings, stacks.add)
  }
  const end = (isEnded: boolean) => {
    if (!isEnded && section === 'samples') throw brokenText('it ends in the middle of a line')
    const types = [['contentions', 'count'] as const, ['delay', 'nanoseconds'] as const]
    return stacks.profiles(types, { period: null })
  }
  return { line, end }
}

function readSetting(line: string, settings: Map<string, number>): boolean {
  const match = /^([\w /]+?) *= *(\d+)$/.exec(line)
  if (match === null) return false
  settings.set(match[1] ?? '', wholeNumber(match[2] ?? ''))
  return true
}

function addSample(
  line: string,
  settings: ReadonlyMap<string, number>,
  add: (values: readonly number[], text: string) => void,
): void {
  const match = /^(\d+) +(\d+) +@([ x\da-f]*)$/i.exec(line)
  if (match === null) throw brokenText(`${JSON.stringify(line.slice(0, 80))} is no stack of what waited`)
  const [cycles = 0, times = 0] = match.slice(1, 3).map(wholeNumber)
  const period = settings.get('sampling period') ?? 1
  const perSecond = settings.get('cycles/second') ?? 0
  const delay = perSecond > 0 && period > 0 ? Math.trunc((cycles * period) / (perSecond / 1e9)) : cycles
  add([period > 0 ? times * period : times, delay], match[3] ?? '')
}
