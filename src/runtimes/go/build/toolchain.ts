import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { InconclusiveError, UserError } from '../../../errors.ts'

const run = promisify(execFile)

/**
 * Output of the `go` command, run in `directory` as its commands will be.
 * Throws UserError when there is no Go,
 * and InconclusiveError (`go-command`) with Go's own words when it fails.
 */
export async function runGo(
  directory: string,
  args: readonly string[],
  extraEnv: Readonly<Record<string, string>> = {},
): Promise<string> {
  // Go believes PWD when it names the directory, and then answers with paths below it.
  const env = { ...process.env, PWD: directory, ...extraEnv }
  try {
    const { stdout } = await run('go', [...args], { cwd: directory, env, maxBuffer: 64 * 2 ** 20 })
    return stdout
  } catch (cause) {
    throw (await isMissing(cause, directory)) ? noGo(cause) : failed(directory, args, cause)
  }
}

/** Version of the Go toolchain that `directory` asks for: `go1.26.8`. Throws as `runGo`. */
export async function toolchain(directory: string): Promise<string> {
  return (await runGo(directory, ['env', 'GOVERSION'])).trim()
}

/** True for a directory with go.mod or go.work, and for one with Go files inside a module. */
export async function recognise(directory: string): Promise<boolean> {
  const names = await readdir(directory).catch((): string[] => [])
  if (names.includes('go.mod') || names.includes('go.work')) return true
  return names.some((name) => name.endsWith('.go')) && (await above(directory, 'go.mod')) !== null
}

/** The nearest `name` in `directory` or above, not beyond the repository's root; null when there is none. */
async function above(directory: string, name: string): Promise<string | null> {
  for (let at = directory; ; at = dirname(at)) {
    if (await exists(join(at, name))) return join(at, name)
    if (at === dirname(at) || (await exists(join(at, '.git')))) return null
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

// A missing working directory gives ENOENT as well.
async function isMissing(cause: unknown, directory: string): Promise<boolean> {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' && (await exists(directory))
}

function noGo(cause: unknown): UserError {
  return new UserError(
    'Go is not installed: there is no `go` on PATH.',
    'Install Go before leakdiff runs (in a workflow: actions/setup-go).',
    { cause },
  )
}

function failed(directory: string, args: readonly string[], cause: unknown): InconclusiveError {
  const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
  return new InconclusiveError(
    'go-command',
    `\`go ${args[0]}\` fails in ${directory}: ${said.slice(-2000)}`,
    'Make `go list ./...` work there first.',
    { cause },
  )
}
