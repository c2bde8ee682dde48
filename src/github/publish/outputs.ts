import * as core from '@actions/core'
import type { Result } from '../../report/result.ts'

/** Where the report lies on the runner, as absolute paths. */
export interface ReportFiles {
  readonly json: string
  readonly html: string
}

/** The step's outputs, except the comment's address. What could not be made is left empty. */
export function setOutputs(result: Result, files: ReportFiles | null, directory: string): void {
  core.setOutput('verdict', result.verdict)
  core.setOutput('leaks', leaks(result))
  core.setOutput('result', files?.json ?? '')
  core.setOutput('report', files?.html ?? '')
  core.setOutput('trials', directory)
}

/** How many findings make it fail. */
function leaks(result: Result): number {
  const red = (ruling: string) => ruling === 'leak' || ruling === 'worse'
  return result.workloads.flatMap((w) => w.findings).filter((f) => red(f.ruling)).length
}
