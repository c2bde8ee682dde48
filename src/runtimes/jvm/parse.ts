import { FormatError } from '../../errors.ts'
import { type Frame, type Profile, type Quantity, quantities, type Sample } from '../../profile/profile.ts'
import { callerOf } from './attribute/adder.ts'
import {
  endings,
  formats,
  type HeapRow,
  type NativeRow,
  type OpenedRow,
  type TaskRow,
  type TypeRow,
} from './live/files.ts'

/** One file of a snapshot. Throws FormatError. */
export function parse(fileName: string, bytes: Buffer): readonly Profile[] {
  if (fileName.endsWith(endings.tasks)) return [profileOf('tasks', rowsOf(bytes, formats.tasks).map(toTask))]
  if (fileName.endsWith(endings.heap))
    return [profileOf('heap-bytes', rowsOf(bytes, formats.heap).map(toMemory))]
  if (fileName.endsWith(endings.files))
    return [{ ...profileOf('files', rowsOf(bytes, formats.files).map(toOpened)), exact: false }]
  if (fileName.endsWith(endings.types))
    return [profileOf('instances', rowsOf(bytes, formats.types).map(toType))]
  if (fileName.endsWith(endings.native))
    return [profileOf('rss-bytes', rowsOf(bytes, formats.native).map(toNative))]
  if (fileName.endsWith(endings.holders)) return []
  throw new FormatError(
    'not-this-format',
    `${fileName} is not a profile of the JVM.`,
    `Profiles of the JVM end in ${endings.heap} or ${endings.tasks}.`,
  )
}

function profileOf(quantity: Quantity, samples: readonly Sample[]): Profile {
  const total = samples.reduce((sum, { value }) => sum + value, 0)
  return { quantity, unit: quantities[quantity], exact: true, total, samples }
}

export function rowsOf(bytes: Buffer, format: string): readonly unknown[] {
  let file: unknown
  try {
    file = JSON.parse(bytes.toString())
  } catch {
    throw brokenFile()
  }
  const { rows, ...told } = (file ?? {}) as { readonly format?: unknown; readonly rows?: unknown }
  if (told.format !== format || !Array.isArray(rows)) throw brokenFile()
  return rows
}

function toTask(row: unknown): Sample {
  const { ids, stack, started, state } = (row ?? {}) as Partial<TaskRow>
  if (typeof state !== 'string' || !isStack(stack) || !isCounts(ids)) throw brokenFile()
  if (started === undefined) return { stack, value: ids.length, attributes: { state } }
  const { by, parents } = started as Partial<typeof started>
  if (!isStack(by) || !isCounts(parents) || parents.length !== ids.length) throw brokenFile()
  const starter = callOf(by)
  const createdBy = starter === undefined ? {} : { createdBy: starter }
  return { stack, value: ids.length, attributes: { state, ...createdBy, ancestry: [by], ids, parents } }
}

/** The call by which somebody's code started a thread: what that called of the library says nothing more. */
const callOf = (stack: readonly Frame[]): Frame | undefined => callerOf(stack).at(-1)

function toOpened(row: unknown): Sample {
  const { files, stack } = (row ?? {}) as Partial<OpenedRow>
  if (typeof files !== 'number' || !(files >= 0) || !isStack(stack)) throw brokenFile()
  return { stack, value: files }
}

function toNative(row: unknown): Sample {
  const { bytes, stack } = (row ?? {}) as Partial<NativeRow>
  if (!isCount(bytes) || !isStack(stack)) throw brokenFile()
  return { stack, value: bytes }
}

function toType(row: unknown): Sample {
  const { more, stack } = (row ?? {}) as Partial<TypeRow>
  if (!isCount(more) || !isStack(stack)) throw brokenFile()
  return { stack, value: more }
}

function toMemory(row: unknown): Sample {
  const { born, bytes, objects, stack } = (row ?? {}) as Partial<HeapRow>
  if (!isCount(bytes) || !isCount(objects) || !isCount(born) || !isStack(stack)) throw brokenFile()
  return { stack, value: bytes, attributes: { count: objects, born } }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isCounts = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every(isCount)
const isStack = (value: unknown): value is readonly Frame[] => Array.isArray(value) && value.every(isFrame)

function isFrame(value: unknown): value is Frame {
  const { file, function: name, line } = (value ?? {}) as Partial<Frame>
  return typeof name === 'string' && typeof file === 'string' && isCount(line)
}

export const brokenFile = (): FormatError =>
  new FormatError('broken', 'This file of a JVM’s snapshot is damaged.', 'Take the profile again.')
