import { FormatError } from '../../errors.ts'
import type { Frame, Profile, Sample } from '../../profile/profile.ts'
import { type FunctionAt, functionsIn } from './locate/functions.ts'
import { stateOf } from './locate/standard-library.ts'
import { type Marshalled, readMarshal } from './marshal.ts'

/**
 * One file that the probe wrote; functions of what was allocated are read from the sources beside it.
 * Throws FormatError.
 */
export function parse(fileName: string, bytes: Buffer): readonly Profile[] {
  if (fileName.endsWith('.tasks.json')) return [parseTasks(bytes)]
  if (fileName.endsWith('.heap.marshal')) return [parseHeap(bytes)]
  if (fileName.endsWith('.holders.json')) return []
  throw new FormatError(
    'not-this-format',
    `${fileName} is not a profile of Python.`,
    'Profiles of Python end in .heap.marshal or .tasks.json.',
  )
}

/**
 * tracemalloc's traces (Modules/_tracemalloc.c, `_get_traces`): `[domain, bytes, [[file, line], …],
 * frames][]`, the innermost frame first. One sample for each stack.
 */
function parseHeap(bytes: Buffer): Profile {
  const traces = readMarshal(bytes)
  if (!Array.isArray(traces)) throw broken()
  const byStack = new Map<Marshalled, { value: number; count: number }>()
  let total = 0
  for (const trace of traces as readonly Marshalled[]) {
    if (!isList(trace)) throw broken()
    const [, size, stack = null] = trace
    if (typeof size !== 'number' || !isList(stack)) throw broken()
    const group = byStack.get(stack)
    total += size
    if (group === undefined) byStack.set(stack, { value: size, count: 1 })
    else {
      group.value += size
      group.count++
    }
  }
  const named = framesByLine()
  const samples = [...byStack].flatMap(([stack, { value, count }]): readonly Sample[] => {
    const frames = (stack as readonly Marshalled[]).map(named)
    const program = frames.filter((frame) => !isWrapper(frame))
    return program.some(isOurs) ? [] : [{ stack: program.reverse(), value, attributes: { count } }]
  })
  return { quantity: 'heap-bytes', unit: 'bytes', exact: true, total, samples }
}

const isList = (value: Marshalled): value is readonly Marshalled[] => Array.isArray(value)
/** Calls of the program pass through it: what is made below is the program's. */
const isWrapper = ({ file }: Frame): boolean => file.endsWith('/leakdiff_probe/wrapped.py')
const isOurs = ({ file }: Frame): boolean => /\/leakdiff_probe\/\w+\.py$/.test(file)

/** Frames by file and line, each made once. */
function framesByLine(): (row: Marshalled) => Frame {
  const files = new Map<string, FunctionAt | null>()
  const frames = new Map<string, Frame>()
  return (row) => {
    if (!isList(row)) throw broken()
    const [file, line] = row
    if (typeof file !== 'string' || typeof line !== 'number') throw broken()
    const key = `${line} ${file}`
    const known = frames.get(key)
    if (known !== undefined) return known
    const functions = files.get(file) ?? (files.has(file) ? null : functionsIn(file))
    files.set(file, functions)
    const frame = { function: functions?.(line) ?? '', file, line }
    frames.set(key, frame)
    return frame
  }
}

/**
 * The probe's list of live tasks: `{format, tasks: [count, kind, [function, file, line][], awaited,
 * creators?][]}`, outermost first.
 */
function parseTasks(bytes: Buffer): Profile {
  const rows = rowsOf(bytes)
  const samples = rows.map(toTask)
  const total = samples.reduce((sum, { value }) => sum + value, 0)
  return { quantity: 'tasks', unit: 'tasks', exact: true, total, samples }
}

function rowsOf(bytes: Buffer): readonly unknown[] {
  let file: unknown
  try {
    file = JSON.parse(bytes.toString())
  } catch {
    throw brokenTasks()
  }
  const { format, tasks } = (file ?? {}) as { readonly format?: unknown; readonly tasks?: unknown }
  if (format !== 'leakdiff-python-tasks' || !Array.isArray(tasks)) throw brokenTasks()
  return tasks
}

function toTask(row: unknown): Sample {
  if (!Array.isArray(row)) throw brokenTasks()
  const [value, kind, frames, awaited, ids, creator] = row as readonly unknown[]
  if (typeof value !== 'number' || typeof kind !== 'string') throw brokenTasks()
  const stack = toStack(frames)
  const named = stack.length > 0 ? stack : [{ function: `(${kind})`, file: '', line: 0 }]
  const state = stateOf(named, kind, typeof awaited === 'string' ? awaited : null)
  const known =
    Array.isArray(ids) && ids.every(Number.isSafeInteger)
      ? { ids: ids as readonly number[], ancestry: creator === null ? [] : [toStack(creator)] }
      : {}
  return { stack: named, value, attributes: { state, ...known } }
}

function toStack(rows: unknown): readonly Frame[] {
  if (!Array.isArray(rows)) throw brokenTasks()
  return rows.map((row) => {
    const [name, file, line] = Array.isArray(row) ? (row as readonly unknown[]) : []
    if (typeof name !== 'string' || typeof file !== 'string' || typeof line !== 'number') throw brokenTasks()
    return { function: name, file, line }
  })
}

const broken = (): FormatError =>
  new FormatError(
    'broken',
    'This file of Python’s memory is not in the form that leakdiff writes.',
    'Take the profile again.',
  )
const brokenTasks = (): FormatError =>
  new FormatError('broken', 'This list of Python’s tasks is damaged.', 'Take the profile again.')
