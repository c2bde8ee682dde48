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

/** Where a program listens: at `$PORT`, or at a number written in its source. */
export type Address =
  | { readonly kind: 'environment' }
  | { readonly kind: 'fixed'; readonly port: number; readonly file: string }

/** What a project could be measured by, as far as its files tell. */
export type Candidate = ServerCandidate | TestsCandidate

interface Common {
  /** What was seen, in words. */
  readonly seen: readonly string[]
  /** What may stand in the way of a first run. */
  readonly warnings: readonly string[]
  /** What installs or builds it; null: nothing has to. */
  readonly setup: string | null
}

/** A program that listens. */
export interface ServerCandidate extends Common {
  readonly kind: 'server'
  readonly start: string
  readonly address: Address
  readonly routes: readonly Route[]
}

export interface TestsCandidate extends Common {
  readonly kind: 'tests'
  readonly test: string
}

/** A project that will be measured, for the steps of a workflow. */
export interface Project {
  /** '' for the root of the repository. */
  readonly folder: string
  readonly setup: string | null
}

export interface DriverRequest {
  /** What to say above the code, without the marks of a comment. */
  readonly heading: readonly string[]
  readonly address: Address
  readonly paths: readonly string[]
  /** Requests to each path. */
  readonly requests: number
}

/** The script of one round. */
export interface Driver {
  /** Of its file's name: `mjs`. */
  readonly ending: string
  /** What runs it. */
  readonly command: string
  readonly text: (request: DriverRequest) => string
}

/** What `leakdiff init` knows of a language. */
export interface Onboarding {
  /** Files whose folder is a project, the first one found: `go.mod`. */
  readonly manifests: readonly string[]
  /** Names of folders in which others' code, or what was built, stands: `vendor`. */
  readonly foreign: readonly string[]
  /** What is looked for, for a person whose project was not recognised. */
  readonly looksFor: { readonly server: string; readonly tests: string }
  /** What a project can be measured by: its server, its tests, or both. `tree` holds its files alone. */
  readonly recognise: (tree: Tree) => readonly Candidate[]
  /** Lines of YAML: the steps of a workflow that install the toolchain. `tree` is the whole repository. */
  readonly workflowSteps: (tree: Tree, projects: readonly [Project, ...Project[]]) => readonly string[]
  /** Left out: bash and curl do. */
  readonly driver?: Driver
}
