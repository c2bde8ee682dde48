import type { Onboarding, Project, Tree } from '../../onboarding/onboarding.ts'
import { recognise } from './recognise.ts'

// Tags can be moved, commits cannot; the version is for people and for the bots that raise both.
const setupPython = 'actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0'

/** What `leakdiff init` knows of Python. */
export const onboarding: Onboarding = {
  manifests: [
    'pyproject.toml',
    'requirements.txt',
    'manage.py',
    'setup.py',
    'Pipfile',
    'requirements-dev.txt',
    'requirements/base.txt',
    'requirements/dev.txt',
    'requirements/local.txt',
    'requirements/production.txt',
    'tox.ini',
    'pytest.ini',
  ],
  standalone: ['main.py', 'app.py', 'server.py'],
  foreign: ['.venv', 'venv', 'site-packages', 'dist', 'build'],
  looksFor: {
    server: 'a server of FastAPI, Starlette, Litestar, Flask, Django, aiohttp or asyncio',
    worker: 'a worker of Celery',
    tests: 'tests of pytest or unittest',
  },
  recognise,
  workflowSteps,
}

function workflowSteps(tree: Tree, projects: readonly Project[]): readonly string[] {
  const candidates = [...projects.map(({ folder }) => folder), ''].map((folder) =>
    folder === '' ? '.python-version' : `${folder}/.python-version`,
  )
  const file = candidates.find((path) => tree.files.includes(path))
  const version =
    file === undefined
      ? '    python-version: "3.13" # the project names none'
      : `    python-version-file: ${file} # the version that the project names`
  const managers = ['uv', 'poetry', 'pdm', 'pipenv'].filter((name) =>
    projects.some(({ setup }) => setup?.split(' ').includes(name)),
  )
  return [
    `- uses: ${setupPython}`,
    '  with:',
    version,
    ...managers.map((name) => `- run: pipx install ${name} # what installs the lock file`),
  ]
}
