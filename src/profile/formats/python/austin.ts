import { FormatError } from '../../../errors.ts'
import type { Frame, Sample } from '../../profile.ts'
import type { MeasuredProfile } from '../measure.ts'
import { tooLarge } from '../pprof/refusal.ts'
import type { TextReader } from '../text-reader.ts'

/** Stacks that differ, and their frames, that stay within 1 GB. */
const mostStacks = 300_000
const mostFrames = 10_000_000

/**
 * Austin's text: `# mode: memory`, then of each sample process, thread, frames outermost first and what it
 * counts: `P42;T0:42;app.py:<module>:3;cache.py:add:9 4096`. Memory is in bytes, time in microseconds;
 * processes and threads, which no two runs share, are left out. Throws FormatError, `not-supported`, for
 * recordings of several metrics at once.
 */
export function austinReader(): TextReader {
  // A recording has thousands of samples a second, on few stacks.
  const sums = new Map<string, { readonly stack: readonly Frame[]; value: number }>()
  const frames = new Map<string, Frame>()
  let mode = ''
  let kept = 0
  const frameOf = (text: string): Frame => {
    const known = frames.get(text) ?? frameIn(text)
    frames.set(text, known)
    return known
  }
  const made = (text: string) => {
    const names = text.split(';').slice(1)
    kept += names.length
    if (sums.size >= mostStacks || kept > mostFrames) throw tooLarge()
    const sum = { stack: names.filter((name) => !/^:[A-Z]+:$/.test(name)).map(frameOf), value: 0 }
    sums.set(text, sum)
    return sum
  }
  const line = (text: string): void => {
    const told = /^# mode: (\w+)/.exec(text)?.[1]
    if (told !== undefined) mode = told
    if (text === '' || text.startsWith('#')) return
    const [, stack = '', value = ''] = /^P\d+;T([^ ;]*(?:;.*)?) (-?\d+(?:,-?\d+)*)$/.exec(text) ?? []
    if (value === '') throw broken(`${JSON.stringify(text.slice(0, 80))} is no sample`)
    if (value.includes(',')) throw severalMetrics()
    const sum = sums.get(stack) ?? made(stack)
    sum.value += Number(value) * (mode === 'memory' ? 1 : 1000)
  }
  const end = (isEnded: boolean): readonly MeasuredProfile[] => {
    if (!isEnded) throw broken('the last line is not ended')
    const measure =
      mode === 'memory' ? { type: 'memory', unit: 'bytes' } : { type: mode, unit: 'nanoseconds' }
    const samples: readonly Sample[] = [...sums.values()]
    return [{ ...measure, quantity: measure.type, samples, period: null, periodOf: '' }]
  }
  return { line, end }
}

/** `cache.py:add:9`; paths may hold colons. */
function frameIn(text: string): Frame {
  const [, file = '', name = text, line = '0'] = /^(.*):([^:]*):(\d+)$/.exec(text) ?? []
  return { function: name, file, line: Number(line) }
}

function severalMetrics(): FormatError {
  return new FormatError(
    'not-supported',
    'This is a recording of Austin with several metrics of each sample (--full), which leakdiff does not read.',
    'Record memory alone (austin -m), or make pprof of it: austin2pprof recording.austin recording.pb.gz.',
  )
}

function broken(problem: string): FormatError {
  return new FormatError('broken', `Austin's recording is damaged: ${problem}.`, 'Record it again.')
}
