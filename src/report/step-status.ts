import type { Config } from '../configure/config.ts'
import { exitStatus } from '../errors.ts'
import type { Result } from './result.ts'

type Verdict = Result['verdict']

const excused: Record<Config['failOn'], readonly Verdict[]> = {
  inconclusive: [],
  leak: ['inconclusive'],
  never: ['inconclusive', 'fail'],
}

/** The exit status of the step: `fail-on` excuses inconclusive, or everything. */
export function stepStatus(verdict: Verdict, failOn: Config['failOn']): number {
  return excused[failOn].includes(verdict) ? exitStatus.pass : exitStatus[verdict]
}
