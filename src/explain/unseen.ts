import type { Finding, Judgement } from '../judge/verdict.ts'
import type { Diagnosis } from '../measure/diagnose/diagnostic-run.ts'
import type { Note } from '../trial/both-sides.ts'

const code = 'not-explained'

/**
 * Of which leaks the diagnostic run did not show who holds them, and why:
 * to show nothing is not to show nobody.
 */
export function unseenHolders(judgement: Judgement | null, diagnosis: Diagnosis | null): readonly Note[] {
  if (diagnosis === null) return []
  if (diagnosis.failure !== null)
    return [{ code, text: `Who holds it was not seen: ${diagnosis.failure.text}` }]
  const roles = [...new Set((judgement?.findings ?? []).filter(isLeak).map(({ role }) => role))]
  return roles.flatMap((role) => {
    const seen = diagnosis.roles.find(({ name }) => name === role)
    const why = seen === undefined ? 'the diagnostic run had no such process.' : seen.unseen
    return why === undefined
      ? []
      : [{ code, text: `Who holds what grows in \`${role}\` was not seen: ${why}` }]
  })
}

const isLeak = ({ ruling }: Finding): boolean => ruling === 'leak' || ruling === 'worse'
