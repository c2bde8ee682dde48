/**
 * A tiny project in the language of a runtime: a server with a leak, and one test.
 * `test/runtimes/NAME/contract.ts` exports one.
 */
export interface ContractProgram {
  /** Whether this machine can build and run it. */
  readonly available: boolean
  /**
   * By path: a manifest, a server on `$PORT` with the routes `/leak` (each request leaves one task and some
   * memory behind) and `/fine`, and a test that passes as often as it is run.
   */
  readonly files: Readonly<Record<string, string>>
  /**
   * Of the task that a request to `/leak` leaves: the site of its user's frame,
   * and the file in which that stands.
   */
  readonly leak: { readonly site: string; readonly path: string }
  /** A file of dependencies, by its name, with one line that takes `version` of `package`. */
  readonly dependency: {
    readonly file: string
    readonly text: string
    readonly package: string
    readonly version: string
  }
  /** What the process that runs the test is called; null where tests cannot be repeated. */
  readonly test: string | null
}
