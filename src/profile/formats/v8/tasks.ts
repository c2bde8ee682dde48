import { FormatError } from '../../../errors.ts'
import type { Frame, Profile, Sample } from '../../profile.ts'
import { fileOf, isRecord, readJson, wholeNumber } from './read.ts'

/**
 * Read our probe's list of live tasks: `{format: 'leakdiff-node-tasks', stacks: [count, [type, frames,
 * frames[]]][]}`, each of `frames` `[function, file, line, column][]`, outermost first; columns are not read.
 * The type of the task (`Timeout`, `TCPWRAP`) is the sample's state; what follows its stack,
 * where something does, are the stacks that led to it. Throws FormatError.
 */
export function parseTasks(bytes: Buffer): Profile {
  const file = readJson(bytes, 'a list of live tasks')
  if (!isRecord(file) || file.format !== 'leakdiff-node-tasks' || !Array.isArray(file.stacks))
    throw new FormatError(
      'not-this-format',
      'This is not a list of live tasks of Node.',
      'Give a .tasks.json file of a trial.',
    )
  const samples = file.stacks.map(toSample)
  return {
    quantity: 'tasks',
    unit: 'tasks',
    exact: true,
    total: samples.reduce((sum, sample) => sum + sample.value, 0),
    samples,
  }
}

function toSample(entry: unknown): Sample {
  if (!Array.isArray(entry) || !Array.isArray(entry[1])) throw broken('stack')
  const [type, frames, led] = entry[1] as readonly unknown[]
  if (typeof type !== 'string' || !Array.isArray(frames)) throw broken('stack')
  const attributes = { state: type, ...(led === undefined ? {} : { ancestry: toStacks(led), ids: [] }) }
  return { stack: frames.map(toFrame), value: wholeNumber(entry[0], 'a count'), attributes }
}

function toStacks(stacks: unknown): readonly (readonly Frame[])[] {
  if (!Array.isArray(stacks) || !stacks.every(Array.isArray)) throw broken('stack')
  return stacks.map((stack) => stack.map(toFrame))
}

function toFrame(frame: unknown): Frame {
  if (!Array.isArray(frame)) throw broken('frame')
  const [name, file, line] = frame as readonly unknown[]
  if (typeof name !== 'string' || typeof file !== 'string') throw broken('frame')
  return { function: name, file: fileOf(file), line: wholeNumber(line, 'a line') }
}

const broken = (what: string): FormatError =>
  new FormatError('broken', `This list of live tasks has a broken ${what}.`, 'Take the profile again.')
