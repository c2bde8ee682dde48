import type { Exchange, Place } from '../../runtimes/onboarding/onboarding.ts'
import type { Service, Waits } from '../../runtimes/onboarding/worker.ts'
import type {
  Recognised,
  RecognisedServer,
  RecognisedTests,
  RecognisedWorker,
} from '../recognise/recognise.ts'

/** What came of trying a candidate. */
export type Tried = Worked | Failed
export type Worked = TriedServer | TriedWorker | TriedTests

/**
 * What was installed in the checkout, and stood in for a set-up that failed. `output` is for the terminal.
 */
export interface StoodIn {
  readonly paths: readonly string[]
  readonly why: string
  readonly output: readonly string[]
}

export interface TriedServer {
  readonly kind: 'server'
  readonly recognised: RecognisedServer
  /** The command with which it served. */
  readonly start: string
  readonly place: Place
  /** Seconds that set-up took; null: there is none. */
  readonly setupSeconds: number | null
  readonly stoodIn: StoodIn | null
  /** From its start until it listened. */
  readonly startSeconds: number
  /** What it answered well. */
  readonly exchanges: readonly Exchange[]
  /** What a round leaves out, each with the reason. */
  readonly left: readonly string[]
  /** How often a round makes each exchange. */
  readonly requests: number
  readonly roundSeconds: number
  /** Processes that answered, by role. */
  readonly roles: readonly string[]
}

export interface TriedWorker {
  readonly kind: 'worker'
  readonly recognised: RecognisedWorker
  readonly setupSeconds: number | null
  readonly stoodIn: StoodIn | null
  /** As the configuration has it; null: the script of a round waits for it. */
  readonly ready: string | null
  /** Names of what a round sends. */
  readonly jobs: readonly string[]
  /** What a round leaves out, each with the reason. */
  readonly left: readonly string[]
  /** How often a round sends each. */
  readonly requests: number
  readonly waits: Waits
  readonly roundSeconds: number
  /** What has to run for it. */
  readonly services: readonly Service[]
  readonly roles: readonly string[]
}

export interface TriedTests {
  readonly kind: 'tests'
  readonly recognised: RecognisedTests
  readonly setupSeconds: number | null
  readonly stoodIn: StoodIn | null
  /** The suite twice. */
  readonly seconds: number
  readonly roles: readonly string[]
  /** What is left out of it, and why. */
  readonly notes: readonly string[]
}

/** `output` is for the terminal of whoever tries, and nobody else: it may hold secrets. */
export interface Failed {
  readonly kind: 'failed'
  readonly recognised: Recognised
  readonly why: string
  readonly remedy: string
  readonly output: readonly string[]
}

/** Thrown where one is met, and told as it is. */
export class TryError extends Error {
  override readonly name = 'TryError'
  readonly remedy: string
  readonly output: readonly string[]
  constructor(why: string, remedy: string, output: readonly string[]) {
    super(why)
    this.remedy = remedy
    this.output = output
  }
}
