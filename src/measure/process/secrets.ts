import { masked, withoutPrivate } from '../../secrets.ts'

/**
 * What the runner gives to a step and no program of it needs: the action's inputs, a token among them,
 * addresses and tokens of the runner's own services and of its identity provider, and the files by which a
 * step speaks to the steps after it.
 */
export const actionVariables =
  /^(?:INPUT_|ACTIONS_(?:RUNTIME|RESULTS|CACHE|ID_TOKEN)_|GITHUB_(?:ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$)/

const secretName = /token|secret|passw|credential|(?:api|private|access|auth)_?key|_PAT$|_DSN$/i
/** Shorter ones stand in ordinary words. */
const shortest = 8

/**
 * Takes the values of variables that are named like secrets out of a text that will be published: an address
 * in an error, the arguments of a process. What stands under another name is not known to be one.
 */
export function maskSecrets(
  text: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const secrets = Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && value.length >= shortest && secretName.test(name) ? [value] : [],
  )
  return masked(withoutPrivate(text), secrets)
}
