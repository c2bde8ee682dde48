/**
 * A problem a user can act on: what happened, and what to do about it.
 * Everything else that is thrown is our own bug.
 */
export class UserError extends Error {
  readonly remedy: string
  constructor(problem: string, remedy: string, options?: { cause?: unknown }) {
    super(problem, options)
    this.name = 'UserError'
    this.remedy = remedy
  }
}

/** Wrong usage or configuration: exit status 2. */
export class ConfigError extends UserError {
  override readonly name = 'ConfigError'
}

/**
 * Nothing can be said about the pull request: the verdict is inconclusive,
 * with this code and text as its reason.
 */
export class InconclusiveError extends UserError {
  readonly code: string
  constructor(code: string, problem: string, remedy: string, options?: { cause?: unknown }) {
    super(problem, remedy, options)
    this.name = 'InconclusiveError'
    this.code = code
  }
}

/** Bytes that are not what they were taken for; three different things, told apart by `kind`. */
export class FormatError extends UserError {
  readonly kind: 'not-this-format' | 'broken' | 'not-supported'
  constructor(kind: FormatError['kind'], problem: string, remedy: string, options?: { cause?: unknown }) {
    super(problem, remedy, options)
    this.name = 'FormatError'
    this.kind = kind
  }
}

/** What was thrown, told for people, when it came of a full disk; null when it did not. */
export function diskFull(error: unknown): InconclusiveError | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? error.code : null
  const said = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/.exec(error.message)
  if (code !== 'ENOSPC' && code !== 'EDQUOT' && said === null) return null
  const remedy = 'Free some space, or have the workload write less.'
  return new InconclusiveError('disk-full', `The disk is full: ${error.message}`, remedy, { cause: error })
}

/**
 * What was thrown, told for people, when a file or folder may not be written or read;
 * null when it was something else.
 */
export function notPermitted(error: unknown): UserError | null {
  if (!(error instanceof Error) || error instanceof UserError) return null
  const code = 'code' in error ? String(error.code) : ''
  if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) return null
  const remedy =
    'Give leakdiff a folder for temporary files that it may write to (TMPDIR), and a checkout that it may read.'
  return new UserError(`The system refused access: ${error.message}`, remedy, { cause: error })
}

/** Exit statuses of run, report and demo. */
export const exitStatus = { pass: 0, fail: 1, usage: 2, inconclusive: 3, bug: 4 } as const

/** What was thrown, as the reason of what it ended. */
export function reasonOfThrown(error: unknown): {
  readonly code: string
  readonly text: string
  readonly remedy: string
} {
  const told = diskFull(error) ?? notPermitted(error) ?? error
  if (told instanceof UserError) {
    const code = told instanceof InconclusiveError ? told.code : 'not-measured'
    return { code, text: told.message, remedy: told.remedy }
  }
  return {
    code: 'bug',
    text: 'leakdiff itself failed.',
    remedy: 'Please report it with the lines in the log.',
  }
}

/** What a schema says first of what it refused, with its place where it has one: `rounds.3: …`. */
export function firstIssue(
  {
    issues,
  }: { readonly issues: readonly { readonly message: string; readonly path: readonly PropertyKey[] }[] },
  otherwise: string,
): string {
  const { message, path } = issues[0] ?? { message: otherwise, path: [] }
  return path.length === 0 ? message : `${path.join('.')}: ${message}`
}

/** The text shown for anything that was thrown: problem and remedy for people, the stack for our own bugs. */
export function describeError(error: unknown): string {
  if (error instanceof UserError) return `${error.message}\n  ${error.remedy}`
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `This is a bug in leakdiff, not in your project. Please report it with the lines below.\n${detail}`
}
