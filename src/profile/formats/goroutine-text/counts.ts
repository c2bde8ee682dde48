import type { Frame, Sample } from '../../profile.ts'
import { goPrintName } from '../pprof/names.ts'
import { taskProfile } from '../task-profile.ts'
import type { DumpReader } from './open.ts'
import { brokenDump, quoted } from './refusal.ts'
import { unwrapper } from './unwrap.ts'

interface State {
  readonly tasks: Sample[]
  /** null: its first line is yet to come. */
  total: number | null
  counted: number
  leafFirst: Frame[]
  /** Of the stack that is being read. */
  value: number | null
  isAfterBlank: boolean
}

/**
 * debug=1: `goroutine profile: total 139`, then of each stack
 *
 *     100 @ 0x48edee 0x46c172
 *     # labels: {"key":"value"}
 *     #	0xaa7724	pkg.(*T).Wait+0x24		/src/pkg/t.go:233
 *
 * leaf first and a blank line. The counts add up to the total: if not, the text was cut.
 * What stands before and behind is left out.
 */
export function countsReader(isStrict: boolean): DumpReader {
  const state: State = {
    ...{ tasks: [], total: null, counted: 0, leafFirst: [], value: null, isAfterBlank: false },
  }
  const unwrap = unwrapper()
  const line = (text: string): void => {
    for (const one of isStrict ? [] : unwrap.split(text)) {
      const first = /^(.*?)goroutine(?:leak)? profile: total \d+\s*$/.exec(one)
      if (first !== null && state.total === null) unwrap.learn(first[1] ?? '')
      readLine(state, unwrap.strip(one))
    }
    if (isStrict) readLine(state, text)
  }
  return { line, end: () => end(state, isStrict) }
}

function end(state: State, isStrict: boolean): ReturnType<typeof taskProfile> {
  const isEmpty = state.total === 0
  if (isStrict && !isEmpty && !state.isAfterBlank) throw brokenDump('it ends in the middle of a stack')
  endStack(state)
  if (state.counted !== state.total)
    throw brokenDump(`it announces ${state.total} goroutines and holds ${state.counted}`)
  return taskProfile(state.tasks)
}

function readLine(state: State, line: string): void {
  state.isAfterBlank = line === ''
  if (state.total === null) {
    const total = /^goroutine(?:leak)? profile: total (\d{1,15})$/.exec(line)?.[1]
    if (total !== undefined) state.total = Number(total)
  } else if (line === '') endStack(state)
  else if (line.startsWith('#')) {
    const frame = readFrame(line)
    if (frame !== null && state.value === null) throw brokenDump(`${quoted(line)} belongs to no stack`)
    if (frame !== null) state.leafFirst.push(frame)
  } else if (state.counted < state.total || state.value !== null) {
    if (state.value !== null) throw brokenDump(`a stack ends in ${quoted(line)}`)
    state.value = readCount(line)
  }
}

function endStack(state: State): void {
  const { leafFirst, value } = state
  if (value !== null) {
    state.tasks.push({ stack: leafFirst.reverse(), value })
    state.counted += value
  }
  state.value = null
  state.leafFirst = []
}

function readCount(line: string): number {
  const match = /^(\d{1,15}) @(?: |$)/.exec(line)
  if (match === null) throw brokenDump(`${quoted(line)} is no count of a stack`)
  return Number(match[1])
}

/** null for labels and for a frame without a name, which is C's. Tabs may have become spaces on the way. */
function readFrame(line: string): Frame | null {
  if (line.startsWith('# labels:') || !/^#\s/.test(line)) return null
  const [, address, symbol = '', ...place] = line.split(line.includes('\t') ? /\t+/ : / +/)
  if (address === undefined || symbol === '') return null
  const name = symbol.slice(0, symbol.lastIndexOf('+0x'))
  const text = place.join(' ')
  const colon = text.lastIndexOf(':')
  const number = Number(text.slice(colon + 1))
  const isOne = !line.includes('\t') || place.length === 1
  if (!isOne || name === '' || colon < 1 || !Number.isSafeInteger(number)) {
    throw brokenDump(`${quoted(line)} is no frame`)
  }
  return { function: goPrintName(name), file: text.slice(0, colon), line: number }
}
