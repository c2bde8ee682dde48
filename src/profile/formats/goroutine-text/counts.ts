import type { Frame, Sample } from '../../profile.ts'
import type { LineFrames } from '../line-frames.ts'
import { unwrapper } from '../pasted/unwrap.ts'
import { larger } from '../pprof/larger.ts'
import { internStack, type StackTable, stackTable } from '../pprof/stacks/stack-table.ts'
import { taskProfile } from '../task-profile.ts'
import { countedFrames } from './counted-frames.ts'
import type { DumpReader } from './open.ts'
import { brokenDump, quoted, tooMany } from './refusal.ts'
import { mostStacks } from './tally.ts'

interface State {
  /** Stacks of frames by number, leaf first, and how many goroutines stand there. */
  readonly stacks: StackTable
  readonly frames: LineFrames
  /** null: its first line is yet to come. */
  total: number | null
  counted: number
  /** Of the stack that is being read. */
  leafFirst: Int32Array
  depth: number
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
    ...{ stacks: stackTable(1), frames: countedFrames(), total: null, counted: 0 },
    ...{ leafFirst: new Int32Array(256), depth: 0, value: null, isAfterBlank: false },
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
  return taskProfile(tasksOf(state))
}

function* tasksOf({ stacks, frames }: State): Generator<Sample> {
  for (let stack = 0; stack < stacks.length; stack++) {
    const start = stacks.offset[stack] as number
    const leafFirst = stacks.arena.subarray(start, start + (stacks.depth[stack] as number))
    const named = Array.from(leafFirst, (id) => frames.all[id] as Frame)
    yield { stack: named.reverse(), value: stacks.values[stack] as number }
  }
}

function readLine(state: State, line: string): void {
  state.isAfterBlank = line === ''
  if (state.total === null) {
    const total = /^goroutine(?:leak)? profile: total (\d{1,15})$/.exec(line)?.[1]
    if (total !== undefined) state.total = Number(total)
  } else if (line === '') endStack(state)
  else if (line.startsWith('#')) {
    const frame = state.frames.idOf(line)
    if (frame !== null && state.value === null) throw brokenDump(`${quoted(line)} belongs to no stack`)
    if (frame !== null) push(state, frame)
  } else if (state.counted < state.total || state.value !== null) {
    if (state.value !== null) throw brokenDump(`a stack ends in ${quoted(line)}`)
    state.value = readCount(line)
  }
}

function push(state: State, frame: number): void {
  if (state.depth === state.leafFirst.length) state.leafFirst = larger(state.leafFirst)
  state.leafFirst[state.depth++] = frame
}

/** Goroutines of different labels may stand at one stack: it is kept once. */
function endStack(state: State): void {
  const { stacks, leafFirst, depth, value } = state
  if (value !== null) {
    const row = internStack(stacks, leafFirst, depth)
    stacks.values[row] = (stacks.values[row] as number) + value
    if (stacks.length > mostStacks) throw tooMany(mostStacks, 'different stacks')
    state.counted += value
  }
  state.value = null
  state.depth = 0
}

function readCount(line: string): number {
  const match = /^(\d{1,15}) @(?: |$)/.exec(line)
  if (match === null) throw brokenDump(`${quoted(line)} is no count of a stack`)
  return Number(match[1])
}
