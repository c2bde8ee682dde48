import type { WorkerDriver } from './worker.ts'

/** The files of a project that a revision will hold. */
export interface Tree {
  /** Relative to its folder, with slashes, sorted. */
  readonly files: readonly string[]
  /** The text of a file; null when it is no readable text of a usual size. */
  readonly read: (file: string) => string | null
}

/** A route as it stands in the source, with the prefixes of the groups around it. */
export interface Route {
  /** Upper case; ANY for every method. */
  readonly method: string
  readonly path: string
}

/** One thing that a round may ask a server for, and that changes nothing in it. */
export type Exchange =
  | { readonly kind: 'get'; readonly path: string; readonly headers?: Readonly<Record<string, string>> }
  /** A connection that is opened, sent a few texts and closed. */
  | { readonly kind: 'websocket'; readonly path: string; readonly send: readonly string[] }
  /** A unary call of gRPC with an empty message. */
  | { readonly kind: 'call'; readonly path: string }

/** A way to tell a program where to listen, with `$PORT` in it, where it does not take it from there. */
export interface PortWay {
  readonly kind: 'argument' | 'variable'
  /** `--port $PORT`, `ADDRESS=127.0.0.1:$PORT`. */
  readonly text: string
  /** Where it listens without; null: its files do not tell. */
  readonly instead: number | null
}

/** What a project could be measured by, as far as its files tell; whether it can, a trial tells. */
export type Candidate = ServerCandidate | WorkerCandidate | TestsCandidate

interface Common {
  /** What was seen, in words. */
  readonly seen: readonly string[]
  /** What may stand in the way of a first run. */
  readonly warnings: readonly string[]
  /** What installs or builds it; null: nothing has to. */
  readonly setup: string | null
  /** Paths outside of its folder that it is made of as well, from the root of the repository. */
  readonly shares?: readonly string[]
  readonly installed?: Installed
}

/** What stands in for an installation that cannot be made where init is tried: offline, without a token. */
export interface Installed {
  /** Ignored folders of the checkout that hold it, from the root of the repository; some may not be there. */
  readonly paths: readonly string[]
  /** What is left of the set-up then: the build. null: nothing. */
  readonly setup: string | null
}

/** A program that may listen. */
export interface ServerCandidate extends Common {
  readonly kind: 'server'
  /**
   * Which of the project's programs it is. Of several candidates for one, the likeliest comes first,
   * and the first that serves is taken.
   */
  readonly program: string
  readonly start: string
  /** Its start with more arguments. Left out: behind it. */
  readonly withArguments?: (words: string) => string
  /** Why it cannot be measured, where that is known before it is started, and what to do instead. */
  readonly refused?: { readonly why: string; readonly remedy: string }
  /** Arguments without which it may not serve: `serve`. */
  readonly subcommands: readonly string[]
  readonly ports: readonly PortWay[]
  readonly routes: readonly Route[]
  /** What it may be asked for besides its routes. */
  readonly exchanges: readonly Exchange[]
}

/** A program that listens nowhere: a broker brings it what it has to do. */
export interface WorkerCandidate extends Common {
  readonly kind: 'worker'
  /** As of a server. */
  readonly program: string
  readonly start: string
  /** As `ready` of the configuration has it. */
  readonly ready: string
  readonly driver: WorkerDriver
}

export interface TestsCandidate extends Common {
  readonly kind: 'tests'
  readonly test: string
  /** Folders whose own tests it runs besides: where it works, these are not tried by themselves. */
  readonly covers?: readonly string[]
}

/** Where a project stands. */
export interface Surroundings {
  /** The whole repository. */
  readonly repository: Tree
  /** The project's folder in it, '' for the root. */
  readonly folder: string
}

/** A project that will be measured, for the steps of a workflow. */
export interface Project {
  /** '' for the root of the repository. */
  readonly folder: string
  readonly setup: string | null
}

/** Where a program was found listening. */
export interface Place {
  /** `h2c`: HTTP/2 without TLS and without asking first. */
  readonly protocol: 'http' | 'https' | 'h2c'
  /** As an address is written: `127.0.0.1`, `[::1]`. */
  readonly host: string
  /** null: at `$PORT`. */
  readonly port: number | null
}

export interface DriverRequest {
  /** What to say above the code, without the marks of a comment. */
  readonly heading: readonly string[]
  readonly place: Place
  readonly exchanges: readonly Exchange[]
  /** How often each is made. */
  readonly requests: number
}

/** The script of one round. */
export interface Driver {
  /** Of its file's name: `mjs`. */
  readonly ending: string
  /** What runs it. */
  readonly command: string
  /** Whether it can ask for all of these there. */
  readonly takes: (request: Pick<DriverRequest, 'place' | 'exchanges'>) => boolean
  /** A line that asks for something else, as an example: a `POST`. */
  readonly addition: string
  readonly text: (request: DriverRequest) => string
}

/** What `leakdiff init` knows of a language. */
export interface Onboarding {
  /** Files whose folder is a project: `go.mod`; of `requirements/base.txt` the one around it. */
  readonly manifests: readonly string[]
  /** Files whose folder is a project where none above it is: `Main.java`. */
  readonly standalone?: readonly string[]
  /** Names of folders in which others' code, or what was built, stands: `vendor`. */
  readonly foreign: readonly string[]
  /**
   * The start of a path below which folders are named as packages are, which says nothing of what stands in
   * them: `src/main/java/`. Left out: names of folders mean what they say everywhere.
   */
  readonly packages?: RegExp
  /** What is looked for, for a person whose project was not recognised. */
  readonly looksFor: { readonly server: string; readonly worker?: string; readonly tests: string }
  /** What a project can be measured by: its servers, workers and tests. `tree` holds its files alone. */
  readonly recognise: (tree: Tree, around: Surroundings) => readonly Candidate[]
  /** Lines of YAML: the steps of a workflow that install the toolchain. `tree` is the whole repository. */
  readonly workflowSteps: (tree: Tree, projects: readonly [Project, ...Project[]]) => readonly string[]
  /** The one that is taken where it can be. Left out: of bash and curl. */
  readonly driver?: Driver
}
