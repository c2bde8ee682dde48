import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect } from 'vitest'
import { fingerprint } from '../checkout/repositories.ts'
import { clean, configuration, type Ended } from '../cli/project.ts'
import { expectNothingLeft, type Place, placeOf, runIn, type Start } from './place.ts'

type Files = Readonly<Record<string, string>>

/** One thing that goes wrong, and what has to come of it. */
export interface Fault {
  readonly what: string
  readonly verdict: 'pass' | 'inconclusive' | 'none'
  readonly status: 0 | 2 | 3
  /** Files of head beside those of a clean server. */
  readonly head?: Files
  /** The two commits, where they are not a clean server and `head`. */
  readonly place?: () => Place
  readonly start?: Start
  /** How leakdiff is run, where once is not enough. */
  readonly run?: (place: Place) => Promise<Ended>
  /** The code of the note that tells it, where it spoils no verdict. */
  readonly note?: string
  /** The row needs a mount in a namespace of its own. */
  readonly mounts?: true
}

export const keys = (changed: Readonly<Record<string, string>>): Files => ({
  '.github/leakdiff.yml': configuration({ 'measure-base': 'when-needed', ...changed }),
})

/**
 * Lets the fault happen, and gives what the user is told; throws when it does not end as it has to,
 * or when anything is left behind.
 */
export async function suffer(fault: Fault): Promise<string> {
  const place = fault.place?.() ?? placeOf(clean, { ...keys({}), ...fault.head })
  const before = fingerprint(place.checkout)
  const ended = await (fault.run?.(place) ?? runIn(place, fault.start))
  const told = neutral(place, toldBy(ended, fault))
  expect([told, ended.result?.verdict ?? 'none', ended.status]).toEqual([told, fault.verdict, fault.status])
  expect(ended.stderr.length, 'the log').toBeLessThan(64_000)
  expectNothingLeft(place, before)
  return told
}

function toldBy({ result, stderr }: Ended, { note }: Fault): string {
  const [workload] = result?.workloads ?? []
  const [reason] = workload?.reasons ?? []
  // Both sides stop at once: either may be told first.
  const either = (text: string) => text.replace(/\((?:head|base)\)/, '(SIDE)')
  if (note !== undefined)
    return either(workload?.notes.find(({ code }) => code === note)?.text ?? `no note ${note}`)
  if (reason !== undefined) return `${reason.text}<br>${reason.remedy}`
  return result === null ? stderr.trim().split('\n').filter(isOfThisRun).join('\n') : ''
}

/** A row beside this one may have killed its leakdiff. */
const isOfThisRun = (line: string): boolean => !line.startsWith('Ended the processes')

/** The text without what differs from run to run. */
function neutral({ checkout, temporary, base, head }: Place, text: string): string {
  return (
    text
      .replaceAll(checkout, 'CHECKOUT')
      .replaceAll(temporary, 'TMP')
      .replaceAll(realpathSync(tmpdir()), '/tmp')
      .replaceAll(base, 'BASE')
      .replaceAll(head, 'HEAD')
      .replaceAll(base.slice(0, 7), 'BASE')
      .replaceAll(head.slice(0, 7), 'HEAD')
      .replace(/leakdiff-\d+-\w{6}/g, 'leakdiff-PID')
      .replace(/\b(node)-\d+\.sock/g, '$1-PID.sock')
      // What git says differs from version to version.
      .replace(/(?:\n\s+(?:fatal|error|warning):.*)+/g, ' what git said.')
      .replace(/\b(trial|head|base)-\w{6}\//g, '$1-ID/')
  )
}
