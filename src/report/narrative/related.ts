import type { FindingResult } from '../result.ts'

/** Findings that one call of the project started together with `finding`: the two loops of a connection are one leak. */
export function relatedTo(
  findings: readonly FindingResult[],
  finding: FindingResult,
): readonly FindingResult[] {
  const key = keyOf(finding)
  return key === null ? [] : findings.filter((other) => other.id !== finding.id && keyOf(other) === key)
}

/** Each finding with all that are its related left out. */
export const withoutRelated = (findings: readonly FindingResult[]): readonly FindingResult[] =>
  findings.filter((finding, index) => {
    const key = keyOf(finding)
    return key === null || findings.findIndex((other) => keyOf(other) === key) === index
  })

function keyOf({ createdBy, quantity, role, ruling, startedBy }: FindingResult): string | null {
  if (startedBy === undefined || createdBy === null) return null
  const { file, function: name, line } = startedBy
  return [ruling, quantity, role, createdBy.function, name, file, line].join('\0')
}
