import { FormatError } from '../../errors.ts'
import type { Frame, Profile, Sample } from '../../profile/profile.ts'
import { endings, formats, type HeapRow, type TaskRow } from './live/files.ts'

/** One file of a snapshot. Throws FormatError. */
export function parse(fileName: string, bytes: Buffer): readonly Profile[] {
  if (fileName.endsWith(endings.tasks)) return [profileOf('tasks', rowsOf(bytes, formats.tasks).map(toTask))]
  if (fileName.endsWith(endings.heap))
    return [profileOf('heap-bytes', rowsOf(bytes, formats.heap).map(toMemory))]
  throw new FormatError(
    'not-this-format',
    `${fileName} is not a profile of the JVM.`,
    `Profiles of the JVM end in ${Object.values(endings).join(' or ')}.`,
  )
}

function profileOf(quantity: 'tasks' | 'heap-bytes', samples: readonly Sample[]): Profile {
  const total = samples.reduce((sum, { value }) => sum + value, 0)
  return { quantity, unit: quantity === 'tasks' ? 'tasks' : 'bytes', exact: true, total, samples }
}

function rowsOf(bytes: Buffer, format: string): readonly unknown[] {
  let file: unknown
  try {
    file = JSON.parse(bytes.toString())
  } catch {
    throw broken()
  }
  const { rows, ...told } = (file ?? {}) as { readonly format?: unknown; readonly rows?: unknown }
  if (told.format !== format || !Array.isArray(rows)) throw broken()
  return rows
}

function toTask(row: unknown): Sample {
  const { count, stack, state, startedBy } = (row ?? {}) as Partial<TaskRow>
  if (!isCount(count) || typeof state !== 'string' || !isStack(stack)) throw broken()
  if (startedBy !== undefined && !isFrame(startedBy)) throw broken()
  const createdBy = startedBy === undefined ? {} : { createdBy: startedBy }
  return { stack, value: count, attributes: { state, ...createdBy } }
}

function toMemory(row: unknown): Sample {
  const { born, bytes, objects, stack } = (row ?? {}) as Partial<HeapRow>
  if (!isCount(bytes) || !isCount(objects) || !isStack(stack)) throw broken()
  if (born !== undefined && !isCount(born)) throw broken()
  return { stack, value: bytes, attributes: { count: objects, ...(born === undefined ? {} : { born }) } }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isStack = (value: unknown): value is readonly Frame[] => Array.isArray(value) && value.every(isFrame)

function isFrame(value: unknown): value is Frame {
  const { file, function: name, line } = (value ?? {}) as Partial<Frame>
  return typeof name === 'string' && typeof file === 'string' && isCount(line)
}

const broken = (): FormatError =>
  new FormatError('broken', 'This file of a JVM’s snapshot is damaged.', 'Take the profile again.')
