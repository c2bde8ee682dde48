import { ConfigError } from '../errors.ts'

/** The number of a trial as a person wrote it, null when nobody did. `place` names the flag or input. Throws ConfigError. */
export function trialNumber(place: string, written: string | null): number | null {
  if (written === null) return null
  if (/^[1-9]\d?$/.test(written)) return Number(written)
  throw new ConfigError(`${place} is \`${written}\``, 'Write the number of a trial, from 1 on.')
}
