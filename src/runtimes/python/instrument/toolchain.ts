import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '../../../errors.ts'

const places = ['.venv/bin/python', 'venv/bin/python']
const projectFiles =
  /^(?:pyproject\.toml|setup\.(?:py|cfg)|requirements[\w.-]*\.txt|Pipfile|uv\.lock|poetry\.lock)$/

/** Whether `directory` holds a Python program or project. */
export async function recognise(directory: string): Promise<boolean> {
  const names = await readdir(directory).catch(() => [])
  return names.some((name) => projectFiles.test(name) || name.endsWith('.py'))
}

/**
 * Version of the Python of a virtual environment in `directory`, else of `python3`: `Python 3.11.7`. Throws
 * UserError when there is none.
 */
export async function toolchain(directory: string): Promise<string> {
  const own = places.map((place) => join(directory, place)).find((path) => existsSync(path))
  const candidates = own === undefined ? ['python3', 'python'] : [own]
  let cause: unknown
  for (const program of candidates) {
    try {
      const { stdout, stderr } = await promisify(execFile)(program, ['--version'], { cwd: directory })
      return (stdout || stderr).trim()
    } catch (error) {
      cause = error
    }
  }
  throw new UserError(
    own === undefined
      ? `Neither \`python3\` nor \`python\` runs in ${directory}.`
      : `\`${own} --version\` does not run: the virtual environment is broken.`,
    own === undefined
      ? 'Install Python 3.9 or later before leakdiff runs (in a workflow: actions/setup-python).'
      : 'Make the virtual environment anew in `setup`, and leave it out of the repository.',
    { cause },
  )
}
