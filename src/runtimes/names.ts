/**
 * What is known of each runtime without loading its adapter: the configuration and the commands need no more.
 */
const known = {
  go: { title: 'Go', writesProfiles: true },
  node: { title: 'Node', writesProfiles: false },
  python: { title: 'Python', writesProfiles: false },
  jvm: { title: 'Java', writesProfiles: false },
} as const

export type RuntimeName = keyof typeof known

/** The runtimes that a configuration may name. */
export const runtimeNames = Object.keys(known) as [RuntimeName, ...RuntimeName[]]

/** What people call each: `Go`, `Node`. */
export const runtimeTitles: readonly string[] = runtimeNames.map((name) => known[name].title)

/**
 * Those whose programs can write, or serve, profiles of their own: what `profiles`, `snapshot` and `files`
 * read.
 */
export const profileWriters: readonly RuntimeName[] = runtimeNames.filter(
  (name) => known[name].writesProfiles,
)

/** `Go or Node`: any of several, for a sentence. By hand, since Intl's lists take 10 ms of every start. */
export const anyOf = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' or ')
