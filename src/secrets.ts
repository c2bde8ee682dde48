/**
 * What this run must not publish, as far as it knows: the token, what the expressions of a step stand for,
 * and words of inputs that stand nowhere in the repository. Process-wide,
 * as the runner's own masks of the log are.
 */
const values = new Set<string>()
const words = new Set<string>()

/** Shorter ones stand in ordinary words. */
const shortestValue = 4
const shortestWord = 8

/** Values that are secret whatever they look like. */
export function keepSecret(...secrets: readonly string[]): void {
  for (const secret of secrets) if (secret.length >= shortestValue) values.add(secret)
}

/**
 * Texts that nobody has published: their words are masked in what is said of a failure,
 * and everywhere when they look made up.
 */
export function keepPrivate(...texts: readonly string[]): void {
  for (const word of texts.flatMap(wordsOf)) words.add(word)
}

/** Takes back what `keepPrivate` was told, once it is found to stand in the repository. */
export function knowPublic(...texts: readonly string[]): void {
  for (const word of texts.flatMap(wordsOf)) words.delete(word)
}

function wordsOf(text: string): readonly string[] {
  const pieces = [text, ...text.split(/\s+/), ...text.split(/[\s"'`=:,;|&<>()@{}[\]/?]+/)]
  return pieces.map((piece) => piece.trim()).filter((piece) => piece.length >= shortestWord)
}

const madeUp = (word: string): boolean => !/\s/.test(word) && /\d/.test(word) && /[A-Za-z]/.test(word)

/**
 * `text` without secrets, for a whole report: functions and files are named by the repository,
 * ordinary words stay.
 */
export const withoutSecrets = (text: string): string =>
  masked(text, [...values, ...[...words].filter(madeUp)])

/** `text` without secrets and without any word that is private: for what is said of a failure. */
export const withoutPrivate = (text: string): string => masked(text, [...values, ...words])

/** A value with every text in it `withoutSecrets`; keys stay. */
export function withoutSecretsIn<T>(value: T): T
export function withoutSecretsIn(value: unknown): unknown {
  if (typeof value === 'string') return isCommit(value) ? value : withoutSecrets(value)
  if (Array.isArray(value)) return value.map((item) => withoutSecretsIn(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecretsIn(inner)]))
}

const isCommit = (text: string): boolean => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text)

/** `text` with each of `secrets` in it masked. One may be a part of another: the longest goes first. */
export function masked(text: string, secrets: readonly string[]): string {
  const found = secrets.filter((secret) => text.includes(secret)).sort((a, b) => b.length - a.length)
  return found.reduce((left, secret) => left.replaceAll(secret, '***'), text)
}
