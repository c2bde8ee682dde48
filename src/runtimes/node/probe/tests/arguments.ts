interface Change {
  readonly program: RegExp
  readonly without: RegExp
  /** Goes with the word behind it. */
  readonly withoutBoth?: RegExp
  readonly more: readonly string[]
}

/**
 * What is taken from the command line of a test runner, and what is added, so that each file can be repeated:
 * no watching, no coverage (which changes the code that is measured), no choice by what git calls changed
 * (nothing is, where a commit is checked out), one process where the runner's own
 * workers cannot be reached, and an end although what leaked keeps the process alive.
 */
const changes: readonly Change[] = [
  {
    program: /\/jest(?:-cli)?\/bin\/jest\.js$|\/\.bin\/jest$/,
    without:
      /^(?:-o|-f|--(?:watch|watchAll|coverage|collectCoverage|detectOpenHandles|onlyChanged|onlyFailures|lastCommit|changedFilesWithAncestor)(?:=.*)?|--changedSince=.*)$/,
    withoutBoth: /^--changedSince$/,
    more: ['--forceExit', '--coverage=false'],
  },
  {
    program: /\/mocha\/(?:bin\/_?mocha(?:\.js)?|lib\/cli\/cli\.js)$|\/\.bin\/_?mocha$/,
    without: /^(?:--watch|-w|--parallel|-p)(?:=.*)?$/,
    more: ['--no-parallel'],
  },
  {
    program: /\/vitest\/(?:vitest\.mjs|dist\/cli\.js)$|\/\.bin\/vitest$/,
    without: /^(?:--watch|-w|--ui|--changed|--coverage(?:\.[\w.]+)?)(?:=.*)?$/,
    more: ['--coverage.enabled=false'],
  },
]

/** The arguments (behind the program's name) with which `program` is to go on. */
export function testArguments(program: string | undefined, given: readonly string[]): readonly string[] {
  const path = program?.replaceAll('\\', '/') ?? ''
  const change = changes.find((one) => one.program.test(path))
  if (change === undefined) return given
  const kept = given.filter(
    (word, index) =>
      !change.without.test(word) &&
      !change.more.includes(word) &&
      !change.withoutBoth?.test(word) &&
      !change.withoutBoth?.test(given[index - 1] ?? ''),
  )
  const end = kept.includes('--') ? kept.indexOf('--') : kept.length
  return [...kept.slice(0, end), ...change.more, ...kept.slice(end)]
}
