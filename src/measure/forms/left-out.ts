import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { TestProcess } from '../../runtimes/test-runner.ts'
import { failsLater } from '../../trial/left-out.ts'
import type { Trial } from '../../trial/trial.ts'
import type { Making } from './form.ts'

type Note = Trial['notes'][number]

interface Place {
  readonly making: Pick<Making, 'request'>
  readonly process: Pick<TestProcess, 'name'>
  /** Where the process runs; null: nobody knows. */
  readonly cwd: string | null
}

/** Tests of one process of which some, or all, pass once and not twice. */
interface Unrepeated extends Place {
  readonly name: string
  readonly leftOut: readonly string[]
}

/** Left out, which is no failure of the trial. `note` null: it executed no test. */
export class LeftOut extends Error {
  override readonly name = 'LeftOut'
  readonly note: Note | null
  constructor(note: Note | null) {
    super(note?.text ?? '')
    this.note = note
  }
}

export const testName = (failed: string): string => (failed === '' ? 'A test' : `\`${failed}\``)

const often = {
  second: 'passes once and not twice',
  later: 'passes at first, and fails in later repetitions',
}

/** All tests of a process are left out, because of one of them, which fails its second time or later. */
export function notRepeatable(
  session: Unrepeated,
  failed: string,
  time: 'second' | 'later' = 'second',
): LeftOut {
  const { name } = session
  const place = placeOf(session)
  return new LeftOut({
    code: time === 'later' ? failsLater : 'not-repeatable',
    text: `${testName(failed)} of ${name} ${often[time]} in one process: the tests of ${name} are not repeatable, and left out.`,
    subject: `all of ${name}`,
    ...(place !== null && { paths: [place] }),
  })
}

/** Most names in a sentence. */
const mostNamed = 5

/** What is told of single tests that were left out. */
export function leftOutNote(session: Unrepeated): readonly Note[] {
  const { leftOut, name } = session
  if (leftOut.length === 0) return []
  const named = leftOut.slice(0, mostNamed).map((test) => `\`${test}\``)
  const more = leftOut.length > mostNamed ? ` and ${leftOut.length - mostNamed} more` : ''
  const tests = `${named.join(', ')}${more} of ${name}`
  const note = {
    code: 'not-repeatable',
    text: `${tests} ${leftOut.length === 1 ? 'passes' : 'pass'} once and not twice in one process: left out, the other tests of ${name} are judged.`,
    subject: tests,
    paths: filesWith(session, leftOut),
  }
  return [note]
}

/** What is told of tests that fail only after some repetitions, of each alone: base may know it as well. */
export function failLaterNotes(
  session: Unrepeated & { readonly failLater: readonly string[] },
): readonly Note[] {
  const { failLater, name } = session
  return failLater.map((test) => ({
    code: failsLater,
    text: `\`${test}\` of ${name} ${often.later} in one process: left out, the other tests of ${name} are judged.`,
    subject: `\`${test}\` of ${name}`,
    paths: filesWith(session, [test]),
  }))
}

/**
 * From the revision's root: the file that the tests are named by,
 * else the folder (with a slash) that they run in.
 */
export function placeOf(session: Place): string | null {
  const file = fileOf(session)
  if (file !== null) return file
  const { cwd, making } = session
  const { revision } = making.request
  const folder = cwd === null ? '..' : relative(revision.directory, cwd)
  return folder.startsWith('..') ? null : `${folder}/`
}

function fileOf({ making, process }: Place): string | null {
  const { revision, workload } = making.request
  const file = join(revision.directory, workload.directory, process.name)
  const isFile = existsSync(file) && statSync(file).isFile()
  return isFile ? relative(revision.directory, file) : null
}

const largest = 2 ** 20

/**
 * The file that the tests are named by, else those in the folder in which they run that hold the name of one.
 */
function filesWith(session: Unrepeated, leftOut: readonly string[]): readonly string[] {
  const { cwd, making } = session
  const file = fileOf(session)
  if (file !== null) return [file]
  const names = leftOut.flatMap((test) => /^\w+/.exec(test)?.[0] ?? [])
  if (cwd === null || names.length === 0) return []
  const word = new RegExp(`\\b(?:${names.join('|')})\\b`)
  try {
    const paths = readdirSync(cwd).map((entry) => join(cwd, entry))
    const holding = paths.filter((path) => isText(path) && word.test(readFileSync(path, 'utf8')))
    return holding.map((path) => relative(making.request.revision.directory, path))
  } catch {
    return [] // a folder that is gone holds nothing
  }
}

function isText(path: string): boolean {
  const entry = statSync(path)
  return entry.isFile() && entry.size < largest
}
