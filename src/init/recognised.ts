import type { RuntimeName } from '../configure/runtime-names.ts'

/** What a project is measured by, as far as its files tell. */
export type Recognised = RecognisedServer | RecognisedTests

interface Common {
  readonly runtime: RuntimeName
  /** The project's folder, '' for the root. */
  readonly folder: string
  /** What was seen, in words. */
  readonly seen: readonly string[]
  /** What may stand in the way of a first run. */
  readonly warnings: readonly string[]
}

/** A program that listens, and paths that it answers. */
export interface RecognisedServer extends Common {
  readonly kind: 'server'
  readonly setup: string
  readonly start: string
  readonly address: Address
  readonly routes: Routes
}

export interface RecognisedTests extends Common {
  readonly kind: 'tests'
  /** null: the tests build what they need. */
  readonly setup: string | null
  readonly test: string
}

/** Where it listens: at `$PORT`, or at a number written in its source. */
export type Address =
  | { readonly kind: 'environment' }
  | { readonly kind: 'fixed'; readonly port: number; readonly file: string }

export interface Routes {
  /** Paths of GET requests, parameters filled in. */
  readonly asked: readonly string[]
  /** Other routes, each with why no round asks for it. */
  readonly left: readonly string[]
}
