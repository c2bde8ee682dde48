import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startCommand } from '../../measure/process/commands.ts'
import { within } from '../../measure/process/waiting.ts'
import { askingText, scriptDriver } from '../../runtimes/onboarding/driver/script.ts'
import type { Exchange, Place } from '../../runtimes/onboarding/onboarding.ts'
import type { Started } from './start.ts'

/** What came of asking for one thing. */
export interface Answer {
  readonly exchange: Exchange
  /** As HTTP has them; 0: it did not end, -1: nothing answered. */
  readonly status: number
  /** Of one exchange, after the first. */
  readonly milliseconds: number
}

/** How long one exchange may take. */
const limit = 8000
/** The first one is slower than all others, and not timed. */
const times = 6

/** Asks a started program for each exchange some times, one after the other. */
export async function ask(
  started: Started,
  place: Place,
  exchanges: readonly Exchange[],
  signal: AbortSignal,
): Promise<readonly Answer[]> {
  if (exchanges.length === 0) return []
  const file = join(started.sandbox.profiles, `ask.${scriptDriver.ending}`)
  const answers = `${file}.txt`
  await rm(answers, { force: true })
  await writeFile(file, askingText({ exchanges, place, requests: times }, limit))
  const command = started.sandbox.command('round', `exec "${process.execPath}" "${file}" "${answers}"`)
  const running = startCommand(command)
  try {
    const milliseconds = exchanges.length * limit + 20_000
    await within(running.ended, { milliseconds, signal, late: () => new Error('the requests did not end') })
    const lines = (await readFile(answers, 'utf8').catch(() => '')).split('\n')
    return exchanges.map((exchange, i) => {
      const [status = -1, milliseconds = 0] = lines[i]?.split(' ').filter(Boolean).map(Number) ?? []
      return { exchange, status, milliseconds }
    })
  } finally {
    running.release()
  }
}

/** Which protocol it speaks there; null: none that a round can speak. */
export async function protocolAt(
  started: Started,
  where: Omit<Place, 'protocol'>,
  signal: AbortSignal,
): Promise<Place | null> {
  for (const protocol of ['http', 'https', 'h2c'] as const) {
    const place = { ...where, protocol }
    const [answer] = await ask(started, place, [{ kind: 'get', path: '/' }], signal)
    if (answer !== undefined && answer.status >= 0) return place
  }
  return null
}
