import { FormatError } from '../../errors.ts'
import type { Frame, Sample } from '../profile.ts'
import { tooLarge } from './pprof/refusal.ts'
import type { TextReader } from './text-reader.ts'

/** Stacks and their frames that stay within 1 GB. */
const mostStacks = 1_000_000
const mostFrames = 20_000_000

/**
 * Whether a text begins like folded stacks: nearly every line ends with a count, and some are of several
 * frames. Only one in ten may be damaged: `num_symbols: 1` is no stack. Two counts are two profiles in one.
 */
export function beginsFolded(text: string): boolean {
  const lines = text.slice(0, text.lastIndexOf('\n')).split('\n').slice(0, 100)
  const sound = lines.filter((line) => /^;?[^;]+(?:;[^;]*)* -?\d+\r?$/.test(line))
  if (sound.length > 0 && sound.every((line) => / -?\d+ -?\d+\r?$/.test(line))) return false
  return sound.some((line) => line.includes(';')) && sound.length >= 0.9 * lines.length
}

/**
 * Folded stacks, which many tools write (`jeprof --collapsed`, async-profiler): `main;serve;add 42`,
 * outermost first. They do not tell what they count.
 */
export function foldedReader(): TextReader {
  const samples: Sample[] = []
  const frames = new Map<string, Frame>()
  let kept = 0
  const frameOf = (name: string): Frame => {
    const known = frames.get(name) ?? { function: name, file: '', line: 0 }
    frames.set(name, known)
    return known
  }
  const line = (text: string): void => {
    if (text.trim() === '') return
    const space = text.trimEnd().lastIndexOf(' ')
    const count = text.slice(space + 1).trimEnd()
    const value = Number(count)
    if (space < 0 || !/^-?\d+$/.test(count) || !Number.isSafeInteger(value))
      throw broken(`${JSON.stringify(text.slice(0, 80))} has no count`)
    // Some writers give what has no name an empty one.
    const stack = text
      .slice(0, space)
      .split(';')
      .filter((name) => name !== '')
    kept += stack.length
    if (samples.length >= mostStacks || kept > mostFrames) throw tooLarge()
    samples.push({ stack: stack.map(frameOf), value })
  }
  const end = (isEnded: boolean) => {
    if (!isEnded) throw broken('the last line is not ended')
    return [{ quantity: 'value', unit: 'count', type: 'value', samples, period: null, periodOf: '' }]
  }
  return { line, end }
}

function broken(problem: string): FormatError {
  return new FormatError('broken', `The folded stacks are damaged: ${problem}.`, 'Write them again.')
}
