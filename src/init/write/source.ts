import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runGit } from '../../checkout/git/git.ts'
import { ConfigError } from '../../errors.ts'
import { version } from '../../version.ts'
import type { ActionVersion } from './workflow-text.ts'

/** `owner/name@sha`, as given on the command line. Throws ConfigError for anything else. */
export function givenSource(text: string): ActionVersion {
  const [, repository, commit] = /^([\w.-]+\/[\w.-]+)@([0-9a-f]{40})$/.exec(text) ?? []
  if (repository !== undefined && commit !== undefined) return { repository, commit, version }
  throw new ConfigError(
    `--action is not OWNER/NAME@SHA: ${text}`,
    'Give the repository of the action and the full SHA of a commit.',
  )
}

/** Where this very leakdiff was installed from, by npm or by a clone; null when neither tells. */
export async function ownSource(): Promise<ActionVersion | null> {
  const root = packageRoot(dirname(fileURLToPath(import.meta.url)))
  if (root === null) return null
  return installed(root) ?? (await cloned(root))
}

function packageRoot(from: string): string | null {
  for (let at = from; at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'action.yml')) && existsSync(join(at, 'package.json'))) return at
  }
  return null
}

/** npm notes beside the packages that it installs from git which commit it took. */
function installed(root: string): ActionVersion | null {
  const lock = join(dirname(root), '.package-lock.json')
  return existsSync(lock)
    ? sourceOf(/"resolved":\s*"([^"]*\/leakdiff[^"]*)"/.exec(readFileSync(lock, 'utf8'))?.[1])
    : null
}

/** The commit of a clone, where GitHub has it too. */
export async function cloned(root: string): Promise<ActionVersion | null> {
  const ask = async (...args: string[]) => (await runGit({ root }, args, {})).stdout.trim()
  if ((await ask('rev-parse', '--show-prefix')) !== '' || !existsSync(join(root, '.git'))) return null
  // A commit that is here alone is one that no workflow finds.
  const published = ['for-each-ref', '--contains=HEAD', '--count=1', 'refs/remotes/origin', 'refs/tags']
  if ((await ask(...published)) === '') return null
  return sourceOf(`${await ask('remote', 'get-url', 'origin')}#${await ask('rev-parse', 'HEAD')}`)
}

/** `git+ssh://git@github.com/acme/leakdiff.git#<sha>`, `https://github.com/acme/leakdiff#<sha>`. */
export function sourceOf(address: string | undefined): ActionVersion | null {
  const pattern = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?#([0-9a-f]{40})$/
  const [, repository, commit] = pattern.exec(address ?? '') ?? []
  return repository === undefined || commit === undefined ? null : { repository, commit, version }
}
