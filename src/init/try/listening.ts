import type { Workload } from '../../configure/config.ts'
import type { PortWay } from '../../runtimes/onboarding/onboarding.ts'
import type { RecognisedServer } from '../recognise/recognise.ts'
import type { Copy, SetUp } from './copy.ts'
import { helpWords } from './help.ts'
import { type Started, startOnce } from './start.ts'
import { TryError } from './tried.ts'

/** A command with which a program listens. */
export interface Listening {
  readonly command: string
  /** Whether it listens at $PORT. */
  readonly obeys: boolean
}

/** Of one start, in milliseconds: a program that compiles itself first may take some time. */
const patience = 60_000
/** Later ones are known to start. */
const again = 20_000

/**
 * Starts the program until it listens: as it is, then with each of its subcommands; and where it does not
 * listen at $PORT, with each way to tell it so. `left`: milliseconds that all of it may take from now on.
 * Throws TryError when it never listens.
 */
export async function findListening(
  copy: Copy,
  done: SetUp,
  workload: Workload,
  candidate: RecognisedServer,
  left: () => number,
): Promise<Listening> {
  const look = async <T>(command: string, time: number, seen: (started: Started) => T): Promise<T> => {
    copy.log.step(`trying ${command}`)
    await using started = await startOnce(copy, done, workload, command, Math.min(time, left()))
    return seen(started)
  }
  const add = candidate.withArguments ?? ((words: string) => `${candidate.start} ${words}`)
  const first = await look(candidate.start, patience, described)
  let found = { ...first, command: candidate.start, add }
  if (first.ports.length === 0) {
    const untried = [...words(candidate, first)]
    for (let word = untried.shift(); word !== undefined && left() > 0; word = untried.shift()) {
      const given = word
      const next = await look(add(given), again, described)
      found = { ...next, command: add(given), add: (more) => add(`${given} ${more}`) }
      if (next.ports.length > 0) break
      // A command with commands of its own: `server start`.
      if (!given.includes(' ')) untried.unshift(...helpWords(next.text).map((inner) => `${given} ${inner}`))
    }
  }
  if (found.ports.length === 0) throw silent(candidate, first)
  if (found.obeys) return found
  for (const way of likeliest(candidate.ports, found.ports)) {
    if (left() === 0) break
    const command = way.kind === 'argument' ? found.add(way.text) : `${way.text} ${found.command}`
    if (await look(command, again, ({ listeners, port }) => listeners[0]?.port === port))
      return { command, obeys: true }
  }
  return { command: found.command, obeys: false }
}

function described(started: Started) {
  const { ended, listeners, output, port, seconds } = started
  return {
    ports: listeners.map((one) => one.port),
    obeys: listeners[0]?.port === port,
    ended,
    seconds,
    output: output(),
    text: started.text(),
  }
}

/** What it was written to take, and what its help tells of. */
function words({ subcommands }: RecognisedServer, { ended, text }: ReturnType<typeof described>) {
  return ended === null && subcommands.length === 0
    ? []
    : [...new Set([...subcommands, ...helpWords(text)])].slice(0, 6)
}

/** Those that stand for a port at which it was seen; then those of which nothing is known. */
function likeliest(ways: readonly PortWay[], ports: readonly number[]): readonly PortWay[] {
  const known = ways.filter(({ instead }) => instead !== null && ports.includes(instead))
  return [...known, ...ways.filter(({ instead }) => instead === null)].slice(0, 8)
}

function silent(
  candidate: RecognisedServer,
  { ended, output, seconds }: ReturnType<typeof described>,
): TryError {
  const why =
    ended === null
      ? `\`${candidate.start}\` listened nowhere within ${Math.round(seconds)} s`
      : `\`${candidate.start}\` ended with ${ended.how} before it listened`
  return new TryError(
    why,
    'Start the program by hand in a fresh clone to find what it needs (variables, a database, arguments), and add that to `start` or `setup`.',
    output,
  )
}
