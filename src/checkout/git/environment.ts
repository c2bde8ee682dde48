/** The token that may read a private repository, and the forge it is for: `https://github.com`. */
export interface Credentials {
  readonly server: string
  readonly token: string
}

type Variables = Readonly<Record<string, string | undefined>>

/**
 * What a hook, an alias or a user's shell has set to point git at another repository or index,
 * or to say more than we can read.
 */
const misleading =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|PREFIX|GRAFT_FILE|SHALLOW_FILE|IMPLICIT_WORK_TREE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|LITERAL_PATHSPECS|GLOB_PATHSPECS|NOGLOB_PATHSPECS|ICASE_PATHSPECS|EXTERNAL_DIFF|DIFF_OPTS|TRACE.*|REDIRECT_.*|DEFAULT_HASH|CEILING_DIRECTORIES|ATTR_SOURCE)$/

/** Settings under which git does the same for everybody, and nothing behind our back. */
const settings: readonly (readonly [string, string])[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.splitIndex', 'false'],
  ['core.quotePath', 'false'],
  ['core.safecrlf', 'false'],
  ['worktree.useRelativePaths', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  ['fetch.writeCommitGraph', 'false'],
  ['http.lowSpeedLimit', '1'],
  ['http.lowSpeedTime', '60'],
]

/**
 * The environment of our git commands: `outer` without what misleads git, with our settings.
 * The token travels in GIT_CONFIG_* alone, so that neither a process list nor a file ever shows it.
 */
export function gitEnvironment(
  outer: Variables,
  credentials: Credentials | null,
  trusted: boolean,
): Record<string, string> {
  const kept = Object.entries(outer).filter(([name, value]) => value !== undefined && !misleading.test(name))
  const already = Number(outer.GIT_CONFIG_COUNT ?? 0) || 0
  const added = [
    ...settings,
    ...(trusted ? [['safe.directory', '*'] as const] : []),
    ...(credentials === null ? [] : authorization(credentials)),
  ]
  const numbered = added.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${already + index}`, key],
    [`GIT_CONFIG_VALUE_${already + index}`, value],
  ])
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(numbered),
    GIT_CONFIG_COUNT: String(already + added.length),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
    LC_ALL: 'C',
    LANGUAGE: 'C',
  }
}

function authorization({ server, token }: Credentials): readonly (readonly [string, string])[] {
  const key = `http.${server.replace(/\/+$/, '')}/.extraheader`
  // The empty value drops the header that actions/checkout may have left in .git/config:
  // GitHub answers 400 to two of them.
  return [
    [key, ''],
    [key, `AUTHORIZATION: basic ${basicOf(token)}`],
  ]
}

/** The token as git sends it. */
export const basicOf = (token: string): string => Buffer.from(`x-access-token:${token}`).toString('base64')

/** What must not be seen in any message. */
export function secretsOf(credentials: Credentials | null): readonly string[] {
  return credentials === null || credentials.token === ''
    ? []
    : [basicOf(credentials.token), credentials.token]
}
