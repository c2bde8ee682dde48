import { describe, expect, it } from 'vitest'
import { onboarding } from '../../../src/runtimes/python/init/onboarding.ts'
import { recognise } from '../../../src/runtimes/python/init/recognise.ts'

type Files = Readonly<Record<string, string>>
const treeOf = (files: Files) => ({
  files: Object.keys(files).sort(),
  read: (file: string) => files[file] ?? null,
})

/** How the server of a project is started, and its tests are run. */
const commandsOf = (files: Files) =>
  recognise(treeOf(files)).map((one) => (one.kind === 'server' ? one.start : one.test))

const fastapi = 'from fastapi import FastAPI\napp = FastAPI()\n'
const flask = 'from flask import Flask\n'
const main = 'if __name__ == "__main__":\n    main()\n'

describe('how a server of Python is started', () => {
  it.each<[string, Files, string]>([
    ['FastAPI', { 'shop/main.py': fastapi }, '-m uvicorn --host 127.0.0.1 --port $PORT shop.main:app'],
    [
      'Starlette',
      { 'src/web.py': 'site = Starlette(routes=[])\n' },
      '-m uvicorn --host 127.0.0.1 --port $PORT web:site',
    ],
    ['Litestar', { 'app.py': 'app = Litestar([])\n' }, '-m uvicorn --host 127.0.0.1 --port $PORT app:app'],
    [
      'Flask',
      { 'app.py': `${flask}app = Flask(__name__)\n` },
      '-m flask --app app:app run --host 127.0.0.1 --port $PORT',
    ],
    [
      'Flask by a factory, on gunicorn',
      {
        'shop/__init__.py': `${flask}def create_app():\n    return Flask(__name__)\n`,
        'requirements.txt': 'gunicorn\n',
      },
      "-m gunicorn --bind 127.0.0.1:$PORT 'shop:create_app()'",
    ],
    ['Django', { 'manage.py': '', 'shop/wsgi.py': '' }, 'manage.py runserver --noreload 127.0.0.1:$PORT'],
    [
      'Django on gunicorn',
      { 'manage.py': '', 'shop/wsgi.py': '', 'requirements.txt': 'gunicorn==23.0\n' },
      '-m gunicorn --bind 127.0.0.1:$PORT shop.wsgi',
    ],
    ['aiohttp', { 'server.py': `web.run_app(app)\n${main}` }, 'server.py'],
    ['asyncio', { 'server.py': `asyncio.start_server(f)\n${main}` }, 'server.py'],
  ])('%s', (_, files, words) => {
    expect(commandsOf(files)).toEqual([`.venv/bin/python ${words}`])
  })
})

describe('how a project is installed', () => {
  const installed = (files: Files) => {
    const [one] = recognise(treeOf({ 'main.py': fastapi, ...files }))
    return { setup: one?.setup, start: one?.kind === 'server' ? one.start.split(' -m ')[0] : null }
  }

  it.each<[string, Files, string, string]>([
    ['uv', { 'uv.lock': '' }, 'uv sync --frozen', 'uv run --no-sync python'],
    [
      'poetry, with an environment in the project',
      { 'poetry.lock': '' },
      'POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction',
      '.venv/bin/python',
    ],
    [
      'pipenv, with an environment in the project',
      { 'Pipfile.lock': '{}' },
      'PIPENV_VENV_IN_PROJECT=1 pipenv sync --dev',
      '.venv/bin/python',
    ],
    [
      'pip',
      { 'requirements.txt': 'fastapi', 'requirements-dev.txt': 'pytest' },
      'python3 -m venv .venv && .venv/bin/pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt --requirement requirements.txt',
      '.venv/bin/python',
    ],
  ])('by %s', (_, files, setup, start) => {
    expect(installed(files)).toEqual({ setup, start })
  })

  it('a workflow installs what the lock file is installed by', () => {
    const setup = 'POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction'
    const steps = onboarding.workflowSteps(treeOf({}), [{ folder: '', setup }])
    expect(steps.filter((step) => step.includes('pipx'))).toEqual([
      '- run: pipx install poetry # what installs the lock file',
    ])
  })
})

it('tests are run by pytest where it is used, else by unittest', () => {
  expect(commandsOf({ 'test_a.py': 'import pytest\n' })).toEqual(['.venv/bin/python -m pytest'])
  expect(commandsOf({ 'test_a.py': 'import unittest\n' })).toEqual(['.venv/bin/python -m unittest discover'])
  expect(commandsOf({ 'uv.lock': '', 'tests/test_a.py': 'import pytest\n' })).toEqual([
    'uv run --no-sync python -m pytest',
  ])
})
