import type { Tree } from '../../onboarding/onboarding.ts'

/** How a project is installed into an environment of its own, and what runs a module there. */
export interface Installation {
  readonly setup: string
  /** What stands before a script or `-m module`. */
  readonly python: string
  readonly warnings: readonly string[]
}

const venv = 'python3 -m venv .venv'
const pip = '.venv/bin/pip install --quiet --disable-pip-version-check'

/**
 * Those that keep environments by the path of the project, outside of it: each revision would leave one
 * behind. They are told to make it in the project.
 */
const managers = [
  { lock: 'poetry.lock', setup: 'POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction' },
  { lock: 'pdm.lock', setup: 'PDM_VENV_IN_PROJECT=true pdm install --frozen-lockfile' },
  { lock: 'Pipfile.lock', setup: 'PIPENV_VENV_IN_PROJECT=1 pipenv sync --dev' },
]

/** By the lock file where there is one, else by what lists the packages. */
export function installationOf(tree: Tree): Installation {
  const has = (file: string) => tree.files.includes(file)
  if (has('uv.lock')) return { setup: 'uv sync --frozen', python: 'uv run --no-sync python', warnings: [] }
  const manager = managers.find(({ lock }) => has(lock))
  if (manager !== undefined) return { setup: manager.setup, python: '.venv/bin/python', warnings: [] }
  const lists = tree.files.filter((file) => /^requirements(?:[-_.](?:dev|test|tests))?\.txt$/.test(file))
  const unlocked =
    'There is no lock file: on another day both sides may get other versions of their packages.'
  if (lists.length > 0) return inVenv(`${pip} ${lists.map((file) => `--requirement ${file}`).join(' ')}`, [])
  if (has('setup.py') || /^\[build-system\]/m.test(tree.read('pyproject.toml') ?? ''))
    return inVenv(`${pip} --editable .`, [unlocked])
  return inVenv(null, [])
}

const inVenv = (install: string | null, warnings: readonly string[]): Installation => ({
  setup: install === null ? venv : `${venv} && ${install}`,
  python: '.venv/bin/python',
  warnings,
})
