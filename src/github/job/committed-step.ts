import type { Repository } from '../../checkout/git/git.ts'
import { fileAt } from '../../checkout/git/read-file.ts'
import { type Committed, type Texts, valuesIn } from '../../configure/committed.ts'
import { textSource } from '../../configure/sources/file.ts'
import { ConfigError } from '../../errors.ts'
import { committedText } from '../../pipeline/committed.ts'
import { keepSecret, knowPublic } from '../../secrets.ts'
import type { Job } from './job.ts'

/** A step of a workflow: its identity, and its inputs as they are committed, expressions and all. */
interface Step {
  readonly id: string | null
  /** `OWNER/REPO@REF`, `./`. */
  readonly uses: string
  readonly job: string
  readonly inputs: Texts
}

/**
 * What of this step's inputs stands in the workflow file of a commit, and what follows from it:
 * values of expressions are secrets from now on, and what is written there as it was given is none. A step
 * that is not there (of a reusable workflow elsewhere, of a composite action) gives nothing.
 */
export async function committedStep(
  repository: Repository,
  sha: string,
  job: Job,
  given: Texts,
): Promise<readonly Committed[]> {
  const steps = job.workflowPath === null ? [] : await stepsIn(repository, sha, [job.workflowPath])
  const [step] = steps.filter((one) => fits(one, job, given)).sort((a, b) => sizeOf(b) - sizeOf(a))
  if (step === undefined) return []
  for (const [name, value] of Object.entries(given)) sortOut(value, step.inputs[name] ?? null)
  const { config } = step.inputs
  const inConfig = config === undefined ? [] : await committedText(config)
  return [{ workload: null, texts: step.inputs }, ...inConfig]
}

/** Contexts whose values GitHub shows to everybody who sees the run. */
const open = /^(?:matrix|strategy|runner|github(?!\.token)|job)\b[\w.]*$/

function sortOut(value: string, written: string | null): void {
  const found = written === null ? null : valuesIn(value, written)
  if (found === null) return
  if (found.length === 0) knowPublic(value)
  for (const one of found) open.test(one.expression) ? knowPublic(one.value) : keepSecret(one.value)
}

const sizeOf = ({ inputs }: Step): number => Object.keys(inputs).length

/** A step whose every input gives what this one was given: by its id where it has one. */
function fits({ id, inputs, job: of, uses }: Step, job: Job, given: Texts): boolean {
  const ours = job.action.split('#')[0]?.toLowerCase()
  const isOurs = uses.startsWith('.') || uses.split('@')[0]?.toLowerCase() === ours
  if (!isOurs || of !== job.id || (id !== null && id !== job.step)) return false
  return Object.entries(inputs).every(([name, written]) => valuesIn(given[name] ?? '', written) !== null)
}

/** All steps with inputs of a workflow, and of the workflows of this repository that it calls. */
async function stepsIn(
  repository: Repository,
  sha: string,
  paths: readonly [string, ...string[]],
): Promise<readonly Step[]> {
  const workflow = await parsed(repository, sha, paths[0])
  const jobs = Object.entries(mapOf(mapOf(workflow).jobs))
  const called = jobs.flatMap(
    ([, job]) => /^\.\/(\.github\/workflows\/[^@]+)$/.exec(textOf(mapOf(job).uses))?.[1] ?? [],
  )
  const own = jobs.flatMap(([job, body]) =>
    listOf(mapOf(body).steps).flatMap((step) => stepOf(job, mapOf(step))),
  )
  const fresh = called.filter((other) => !paths.includes(other))
  const others = await Promise.all(fresh.map((other) => stepsIn(repository, sha, [other, ...paths])))
  return [...own, ...others.flat()]
}

function stepOf(job: string, step: Readonly<Record<string, unknown>>): readonly Step[] {
  if (typeof step.uses !== 'string') return []
  const inputs = Object.entries(mapOf(step.with)).map(([name, value]) => [
    name.toLowerCase(),
    String(value ?? ''),
  ])
  const { uses } = step
  return [{ job, uses, id: typeof step.id === 'string' ? step.id : null, inputs: Object.fromEntries(inputs) }]
}

async function parsed(repository: Repository, sha: string, path: string): Promise<unknown> {
  const text = await fileAt(repository, sha, path)
  if (text === null) return null
  try {
    return (await textSource(text, path)).value
  } catch (error) {
    if (error instanceof ConfigError) return null
    throw error
  }
}

const mapOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
