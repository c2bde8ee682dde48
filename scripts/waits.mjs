// Loaded before leakdiff (node --import): writes the milliseconds that it waited on purpose, for a program
// to settle, rest, drain or be ready, into the file $LEAKDIFF_WAITS. Those of trials side by side add up.
import { writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'

const wait = timers.setTimeout
let waited = 0
timers.setTimeout = async (milliseconds = 0, value, options) => {
  const given = await wait(milliseconds, value, options)
  // Whoever may be called off is waited for; the others are limits that nobody waits for to their end.
  if (options?.signal !== undefined) waited += milliseconds
  return given
}
syncBuiltinESMExports()
const file = process.env.LEAKDIFF_WAITS
if (file !== undefined) process.on('exit', () => writeFileSync(file, String(waited)))
