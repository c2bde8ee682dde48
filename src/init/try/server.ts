import type { Exchange, Place } from '../../runtimes/onboarding/onboarding.ts'
import type { RecognisedServer } from '../recognise/recognise.ts'
import { type Answer, ask, protocolAt } from './ask.ts'
import { type Copy, setUp, workloadOf } from './copy.ts'
import { findListening, type Listening } from './listening.ts'
import { type Started, startOnce } from './start.ts'
import { type TriedServer, TryError } from './tried.ts'

/** A server that answers, before a whole trial of it. */
export type Answering = Omit<TriedServer, 'roles'>

/**
 * Sets it up, starts it, and asks it for what it is known to answer. Throws TryError, or what a failed set-up
 * throws. `limit`: milliseconds, set-up aside.
 */
export async function tryServer(copy: Copy, recognised: RecognisedServer, limit: number): Promise<Answering> {
  const { refused } = recognised
  if (refused !== undefined) throw new TryError(refused.why, refused.remedy, [])
  const workload = await workloadOf(copy, provisional(recognised))
  const done = await setUp(copy, recognised, workload)
  const until = performance.now() + limit
  const left = () => Math.max(0, until - performance.now())
  const listening = await findListening(copy, done, workload, recognised, left)
  await using started = await startOnce(copy, done, workload, listening.command, Math.max(left(), 10_000))
  const found = await answering(copy, started, listening, recognised)
  const times = found.fine.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const requests = requestsFor(times)
  return {
    kind: 'server',
    recognised,
    start: listening.command,
    place: found.place,
    setupSeconds: done.seconds,
    stoodIn: done.stoodIn,
    startSeconds: started.seconds,
    exchanges: found.fine.map(({ exchange }) => exchange),
    left: [...recognised.routes.left, ...found.left],
    requests,
    roundSeconds: (requests * times) / 1000,
  }
}

/** What a sandbox and an adapter have to know of it before it is known. */
const provisional = ({ folder, runtime, setup, start }: RecognisedServer): string =>
  JSON.stringify({
    workloads: {
      server: {
        runtime,
        ...(folder !== '' && { directory: folder }),
        ...(setup !== null && { setup }),
        start,
        round: 'true',
      },
    },
  })

/** So many that 80 bytes that stay of each are above every floor, unless a round took seconds for it. */
export function requestsFor(milliseconds: number, longest = longestRound): number {
  const steps = [200, 100, 50, 20, 10]
  return steps.find((count) => count * milliseconds <= longest) ?? 5
}
const longestRound = 2500

interface Found {
  readonly place: Place
  readonly fine: readonly Answer[]
  readonly left: readonly string[]
}

/** Of the sockets at which it listens, the first one that answers. */
async function answering(
  copy: Copy,
  started: Started,
  { obeys }: Listening,
  { exchanges, routes }: RecognisedServer,
): Promise<Found> {
  const known: Exchange[] = [...routes.asked.map((path): Exchange => ({ kind: 'get', path })), ...exchanges]
  let told: readonly string[] = []
  for (const { host, port } of started.listeners) {
    const place = await protocolAt(started, { host, port }, copy.signal)
    if (place === null) continue
    const answers = await askAll(copy, started, place, known)
    const fine = answers.filter(isFine)
    const own = obeys && port === started.port
    told = answers.filter((one) => !isFine(one)).map(leftOut)
    if (fine.length > 0) return { place: { ...place, port: own ? null : port }, fine, left: told }
  }
  throw unanswered(started, told)
}

const guesses = ['/', '/health', '/healthz', '/api', '/api/health', '/status', '/ping', '/metrics']
const prefixes = ['/api', '/v1', '/api/v1']

/** What is known; when it knows nothing of that, the same below usual prefixes, and usual paths. */
async function askAll(
  copy: Copy,
  started: Started,
  place: Place,
  known: readonly Exchange[],
): Promise<readonly Answer[]> {
  const answers = await ask(started, place, known, copy.signal)
  if (answers.some(isFine)) return answers
  for (const prefix of prefixes) {
    const moved = known.flatMap((one) =>
      one.kind === 'get' ? [{ ...one, path: `${prefix}${one.path}` }] : [],
    )
    const found = (await ask(started, place, moved, copy.signal)).filter(isFine)
    if (found.length > 0) return found
  }
  const usual = guesses.map((path): Exchange => ({ kind: 'get', path }))
  const guessed = await ask(started, place, usual, copy.signal)
  const found = guessed.filter(isFine)
  return [...answers, ...(found.length > 0 ? found.slice(0, 3) : guessed.slice(0, 1))]
}

const isFine = ({ status }: Answer): boolean => status > 0 && status < 400

const leftOut = ({ exchange, status }: Answer): string => {
  const said =
    status === 0 ? 'does not end by itself' : status < 0 ? 'was not answered' : `was answered with ${status}`
  return `${exchange.kind === 'get' ? 'GET' : exchange.kind.toUpperCase()} ${exchange.path}: ${said} when it was tried`
}

function unanswered(started: Started, told: readonly string[]): TryError {
  const ports = started.listeners.map(({ port }) => port).join(' and ')
  const seen = told.length > 0 ? `: ${told.slice(0, 3).join('; ')}` : ''
  return new TryError(
    `The program listens on port ${ports}, but no request to it succeeded${seen}`,
    'Write into the driver requests that the program answers, with what they need: a header, a login.',
    started.output(),
  )
}
