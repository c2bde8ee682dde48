const runners = /\/node_modules\/(?:.*\/)?(_?mocha|jest|ava|jasmine)(?:\.[cm]?js)?$/

/**
 * The test runner that `program` (process.argv[1], an absolute path) is the command of,
 * when we cannot repeat its tests; else null.
 */
export function otherRunner(program: string | undefined): string | null {
  const [, name] = runners.exec(program?.replaceAll('\\', '/') ?? '') ?? []
  return name?.replace('_', '') ?? null
}

/** What is printed instead of its tests, and read again by `refused`. */
export const refusal = (runner: string): string =>
  `leakdiff: tests of ${runner} cannot be repeated in one process`

/** The runner whose tests were refused in an output; null when there is none. */
export const refused = (output: string): string | null =>
  /leakdiff: tests of (\w+) cannot be repeated in one process/.exec(output)?.[1] ?? null
