import { relative } from 'node:path'
import type { TestProcess, TestRunner } from '../../runtimes/test-runner.ts'
import type { Trial } from '../../trial/trial.ts'

/** Which tests of a suite are measured: head's first trial decides, all others measure the same. */
export interface TestPlan {
  readonly decides: boolean
  /** What the pull request changes, from the root. */
  readonly changed: readonly string[]
  /** Milliseconds after which a trial that decides measures no further tests; null: there is no limit. */
  readonly limit: number | null
  /** Why tests are not measured, by their name. */
  readonly left: Map<string, Left>
}

/**
 * `late`: there is no time for them; `unreached`: they hold nothing that the pull request changes; `quiet`:
 * the first trial has passed them, and they are no part of one that confirms what it did not.
 */
export type Left = 'late' | 'unreached' | 'quiet'

/** So many files or packages of a suite are measured whatever they hold. */
export const measuredWhole = 10

/**
 * Leaves those of `roles` that first trials measured and found quiet: what they made suspect is confirmed,
 * and so is what they never saw. Tests of one name go together. Nothing is left where nothing is undecided.
 */
export function leaveQuiet(
  left: TestPlan['left'],
  roles: readonly string[],
  undecided: ReadonlySet<string>,
): void {
  const names = [...new Set(roles.map(unnumbered))]
  const accused = new Set([...undecided].map(unnumbered))
  if (!names.some((name) => accused.has(name))) return
  for (const name of names) if (!accused.has(name)) left.set(name, 'quiet')
}

/** `a.test (2)`, the same file run by two projects, is told of by the name of the file. */
const unnumbered = (name: string): string => name.replace(/ \(\d+\)$/, '')

interface Asked {
  readonly plan: TestPlan | undefined
  readonly tests: TestRunner
  readonly process: TestProcess
  /** The workload's, from the root. */
  readonly directory: string
  /** Tests that were measured before these. */
  readonly measured: number
  /** Milliseconds since the trial began. */
  readonly elapsed: number
}

/** Why the tests of `process`, which ran once, are not measured; null: they are. */
export async function leftFor(asked: Asked): Promise<Left | null> {
  const { plan, process } = asked
  if (plan === undefined) return null
  if (!plan.decides) return plan.left.get(process.name) ?? null
  const left = await decided(asked, plan)
  if (left !== null) plan.left.set(process.name, left)
  return left
}

async function decided(asked: Asked, plan: TestPlan): Promise<Left | null> {
  const { elapsed, measured } = asked
  if (measured >= measuredWhole && (await isUnreached(asked, plan))) return 'unreached'
  return measured > 0 && plan.limit !== null && elapsed > plan.limit ? 'late' : null
}

async function isUnreached({ directory, process, tests }: Asked, { changed }: TestPlan): Promise<boolean> {
  if (changed.length === 0 || process.files === undefined || tests.reaches === undefined) return false
  const here = changed.map((path) => relative(directory, path))
  return !tests.reaches(await process.files(), here)
}

/** Tests that ran once. `place`: their file, or folder with a slash, from the root; null: it is not known. */
export interface LeftTests {
  readonly name: string
  readonly why: Left
  readonly place: string | null
}

type Note = Trial['notes'][number]

/** What is told of them; `all`: how many files or packages there were. */
export function leftNotes(left: readonly LeftTests[], all: number): readonly Note[] {
  return (['late', 'unreached', 'quiet'] as const).flatMap((why) => {
    const these = left.filter((one) => one.why === why)
    return these.length === 0 ? [] : [noteOf[why](these, all)]
  })
}

const mostNamed = 3

function named(left: readonly LeftTests[]): string {
  const names = left.slice(0, mostNamed).map(({ name }) => name)
  const more = left.length > mostNamed ? ` and ${left.length - mostNamed} more` : ''
  return `${names.join(', ')}${more}`
}

const lateNote = (left: readonly LeftTests[], all: number): Note => ({
  code: 'tests-left',
  text: `\`time-limit\` left no time to measure ${left.length} of ${all} test files or packages: ${named(left)}. They ran once.`,
  subject: `${left.length} of ${all} test files, for want of time`,
  paths: left.flatMap(({ place }) => place ?? []),
})

const unreachedNote = (left: readonly LeftTests[], all: number): Note => ({
  code: 'tests-left',
  text: `${left.length} of ${all} test files load nothing that was changed, ran once and were not measured: ${named(left)}.`,
  subject: `${left.length} of ${all} test files, which load nothing that was changed`,
})

/** They were judged by their first trial, as all tests are of a suite in which nothing grows. */
const quietNote = (left: readonly LeftTests[], all: number): Note => ({
  code: 'tests-quiet',
  text: `${left.length} of ${all} test files or packages pass by the first trial, and were not measured again in those that confirm it.`,
})

const noteOf: Readonly<Record<Left, (left: readonly LeftTests[], all: number) => Note>> = {
  late: lateNote,
  unreached: unreachedNote,
  quiet: quietNote,
}
