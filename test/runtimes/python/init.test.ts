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
  recognise(treeOf(files), { repository: treeOf(files), folder: '' }).map((one) =>
    one.kind === 'tests' ? one.test : one.start,
  )

const fastapi = 'from fastapi import FastAPI\napp = FastAPI()\n'
const flask = 'from flask import Flask\n'
const main = 'if __name__ == "__main__":\n    main()\n'

describe('how a server of Python is started', () => {
  it.each<[string, Files, string]>([
    ['FastAPI', { 'shop/main.py': fastapi }, '-m uvicorn --host 127.0.0.1 --port $PORT shop.main:app'],
    [
      'Starlette',
      { 'src/web.py': 'site = Starlette(routes=[])\n' },
      'PYTHONPATH=src:$PYTHONPATH .venv/bin/python -m uvicorn --host 127.0.0.1 --port $PORT web:site',
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
    [
      'FastAPI by a function of any name',
      {
        'app/main.py':
          'from fastapi import FastAPI\n\n\ndef get_application() -> FastAPI:\n    api = FastAPI()\n\n    return api\n\n\napp = get_application()\n',
      },
      '-m uvicorn --host 127.0.0.1 --port $PORT app.main:app',
    ],
    [
      'FastAPI by a function that nobody calls',
      { 'shop/app.py': 'def build(settings=None):\n    return FastAPI()\n' },
      '-m uvicorn --host 127.0.0.1 --port $PORT --factory shop.app:build',
    ],
    [
      'FastAPI whose application is made in another file',
      {
        'shop/factory.py': 'def build(settings):\n    return FastAPI()\n',
        'shop/asgi.py': 'from shop.factory import build\n\nservice = build(Settings())\n',
      },
      '-m uvicorn --host 127.0.0.1 --port $PORT shop.asgi:service',
    ],
    [
      'packages that are imported from a folder below',
      { 'backend/app/main.py': `from app.routes import x\n${fastapi}`, 'backend/app/routes.py': '' },
      'PYTHONPATH=backend:$PYTHONPATH .venv/bin/python -m uvicorn --host 127.0.0.1 --port $PORT app.main:app',
    ],
    [
      'a package that is called src',
      { 'src/__init__.py': '', 'src/main.py': `from src.routes import x\n${fastapi}` },
      '-m uvicorn --host 127.0.0.1 --port $PORT src.main:app',
    ],
    [
      'Quart on hypercorn',
      { 'app.py': 'app = Quart(__name__)\n', 'requirements.txt': 'quart\nhypercorn\n' },
      '-m hypercorn --bind 127.0.0.1:$PORT app:app',
    ],
    [
      'Sanic',
      { 'server.py': 'app = Sanic("shop")\n' },
      '-m sanic server:app --host 127.0.0.1 --port $PORT --single-process',
    ],
    [
      'Flask by a function of another name',
      { 'shop/web.py': `${flask}def build():\n    return Flask(__name__)\n` },
      "-m flask --app 'shop.web:build()' run --host 127.0.0.1 --port $PORT",
    ],
    [
      'Flask on waitress',
      { 'app.py': `${flask}app = Flask(__name__)\n`, 'requirements.txt': 'waitress\n' },
      '-m waitress --listen=127.0.0.1:$PORT app:app',
    ],
    [
      'Falcon on gunicorn',
      { 'app.py': 'import falcon\napi = falcon.App()\n', 'requirements.txt': 'gunicorn\nfalcon\n' },
      '-m gunicorn --bind 127.0.0.1:$PORT app:api',
    ],
    ['Tornado', { 'server.py': `app.listen(8888)\n${main}` }, 'server.py'],
    ['Bottle', { 'server.py': `from bottle import run\nrun(host="localhost", port=8080)\n` }, 'server.py'],
    [
      'a package that is a program',
      { 'shop/__main__.py': 'from .web import app\nuvicorn.run(app)\n' },
      '-m shop',
    ],
    [
      'a command that the package brings',
      {
        'pyproject.toml': '[project]\nname = "shop"\n\n[project.scripts]\nshop-server = "shop.serve:main"\n',
        'shop/serve.py': 'def main():\n    uvicorn.run("shop.web:api")\n',
      },
      '.venv/bin/shop-server',
    ],
    ['aiohttp', { 'server.py': `web.run_app(app)\n${main}` }, 'server.py'],
    ['asyncio', { 'server.py': `asyncio.start_server(f)\n${main}` }, 'server.py'],
  ])('%s', (_, files, words) => {
    expect(commandsOf(files)[0]).toBe(
      /^(?:PYTHONPATH=|\.venv)/.test(words) ? words : `.venv/bin/python ${words}`,
    )
  })
})

describe('a server that the project’s own files start', () => {
  it.each<[string, Files, string]>([
    [
      'a Procfile, whatever it deploys with',
      {
        Procfile:
          'web: gunicorn -w 4 -b 0.0.0.0:$PORT --max-requests 1000 -k uvicorn.workers.UvicornWorker shop:app',
      },
      '-m gunicorn --bind 127.0.0.1:$PORT -k uvicorn.workers.UvicornWorker shop:app',
    ],
    [
      'a Dockerfile that migrates before',
      {
        Dockerfile:
          'CMD poetry run alembic upgrade head && \\\n    poetry run uvicorn --host=0.0.0.0 app.main:app\n',
      },
      '-m uvicorn --host 127.0.0.1 --port $PORT app.main:app',
    ],
    [
      'a list of words, by way of a tracer',
      {
        Dockerfile: 'CMD ["opentelemetry-instrument", "python", "-m", "uvicorn", "--port", "80", "a:app"]\n',
      },
      '-m uvicorn --host 127.0.0.1 --port $PORT a:app',
    ],
    [
      'a Makefile, without reloading',
      { Makefile: 'run:\n\tuv run uvicorn shop.main:app --reload --port 8080\n' },
      '-m uvicorn --host 127.0.0.1 --port $PORT shop.main:app',
    ],
    [
      'a compose file, with a variable',
      { 'docker-compose.yml': 'services:\n  web:\n    command: FLASK_APP=shop flask run --host 0.0.0.0\n' },
      'FLASK_APP=shop .venv/bin/python -m flask run --host 127.0.0.1 --port $PORT',
    ],
    [
      'a Procfile that sets Python’s path',
      { Procfile: 'web: PYTHONPATH=lib gunicorn shop:app' },
      'PYTHONPATH=lib:$PYTHONPATH .venv/bin/python -m gunicorn --bind 127.0.0.1:$PORT shop:app',
    ],
    [
      'FastAPI’s own command',
      { Dockerfile: 'CMD ["fastapi", "run", "app/main.py", "--port", "80", "--workers", "4"]\n' },
      '-m fastapi run --host 127.0.0.1 --port $PORT app/main.py',
    ],
    [
      'a script of its own',
      { Procfile: 'web: python3 -u bin/serve.py --verbose', 'bin/serve.py': 'serve()' },
      'bin/serve.py --verbose',
    ],
    [
      'Django’s server',
      { 'manage.py': '', 'docker-compose.yml': 'command: python manage.py runserver 0.0.0.0:8000' },
      'manage.py runserver --noreload 127.0.0.1:$PORT',
    ],
  ])('%s', (_, files, words) => {
    expect(commandsOf(files)[0]).toBe(/^[A-Z_]+=/.test(words) ? words : `.venv/bin/python ${words}`)
  })

  it('but not of another folder, nor of another language', () => {
    expect(
      commandsOf({ Procfile: 'web: cd api && uvicorn a:app', Dockerfile: 'CMD ["node", "a.js"]' }),
    ).toEqual([])
  })
})

describe('how a project is installed', () => {
  const installed = (files: Files) => {
    const [one] = recognise(treeOf({ 'main.py': fastapi, ...files }), {
      repository: treeOf(files),
      folder: '',
    })
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
    [
      'a folder of lists: the one for development, and for tests',
      { 'requirements/base.txt': '', 'requirements/local.txt': '', 'requirements/test.txt': '' },
      'python3 -m venv .venv && .venv/bin/pip install --quiet --disable-pip-version-check --requirement requirements/local.txt --requirement requirements/test.txt',
      '.venv/bin/python',
    ],
    [
      'pip, with the extras and groups that its tests need',
      {
        'pyproject.toml':
          '[build-system]\nrequires = []\n[project]\nname = "shop"\n[project.optional-dependencies]\ntest = ["pytest"]\nmysql = ["x"]\n[dependency-groups]\ndev = ["ruff"]\n',
      },
      "python3 -m venv .venv && .venv/bin/pip install --quiet --disable-pip-version-check --upgrade pip && .venv/bin/pip install --quiet --disable-pip-version-check --editable '.[test]' --group pyproject.toml:dev",
      '.venv/bin/python',
    ],
    [
      'uv, where settings list what is needed and build no package',
      {
        'pyproject.toml':
          '[project]\nname = "shop"\ndependencies = [\n  "fastapi",\n]\n[project.optional-dependencies]\ndev = ["pytest"]\n',
      },
      'python3 -m venv .venv && .venv/bin/pip install --quiet --disable-pip-version-check uv && .venv/bin/uv pip install --quiet --requirement pyproject.toml --extra dev',
      '.venv/bin/python',
    ],
    [
      'nothing, where none is listed',
      { 'pyproject.toml': '[project]\nname = "shop"\n' },
      'python3 -m venv .venv',
      '.venv/bin/python',
    ],
    [
      'poetry without a lock file',
      { 'pyproject.toml': '[tool.poetry]\nname = "shop"\n' },
      'POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction',
      '.venv/bin/python',
    ],
    [
      'its lists, and its own package where only that can be imported',
      { 'requirements.txt': 'x', 'setup.py': '', 'src/shop/__init__.py': '' },
      'python3 -m venv .venv && .venv/bin/pip install --quiet --disable-pip-version-check --requirement requirements.txt --editable .',
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

it('a folder without lists is installed as the folder above it', () => {
  const repository = treeOf({ 'requirements.txt': 'django', 'src/manage.py': '' })
  const [one] = recognise(treeOf({ 'manage.py': '' }), { repository, folder: 'src' })
  expect(one).toMatchObject({
    setup:
      'python3 -m venv .venv && .venv/bin/pip install --quiet --disable-pip-version-check --requirement ../requirements.txt',
    shares: ['requirements.txt'],
  })
})

it('a member of a workspace of uv is installed by the lock file of the whole', () => {
  const root = { 'uv.lock': '', 'pyproject.toml': '[tool.uv.workspace]\nmembers = ["backend"]\n' }
  const repository = treeOf({
    ...root,
    'backend/pyproject.toml': '[project]\n',
    'backend/app/main.py': fastapi,
  })
  const [one] = recognise(treeOf({ 'pyproject.toml': '[project]\n', 'app/main.py': fastapi }), {
    repository,
    folder: 'backend',
  })
  expect(one).toMatchObject({
    setup: 'uv sync --frozen',
    start: 'uv run --no-sync python -m uvicorn --host 127.0.0.1 --port $PORT app.main:app',
    shares: ['pyproject.toml', 'uv.lock'],
  })
})

it('the tables of a database in a file are made once, by set-up', () => {
  const settings = { 'shop/settings.py': "'ENGINE': 'django.db.backends.sqlite3'" }
  const files = { 'manage.py': '', ...settings }
  const [one] = recognise(treeOf(files), { repository: treeOf(files), folder: '' })
  expect(one?.setup).toBe('python3 -m venv .venv && .venv/bin/python manage.py migrate --noinput')
})

it.each<[string, Files, string | undefined]>([
  [
    'its settings alone',
    { 'pytest.ini': '', 'tests/test_a.py': 'def test_a():\n    assert True\n' },
    ' pytest',
  ],
  ['tox', { 'tox.ini': 'deps = pytest', 'test_a.py': 'import unittest\n' }, ' pytest'],
  ['nothing but functions', { 'test_a.py': 'def test_a():\n    assert True\n' }, ' pytest'],
  ['a list', { 'requirements.txt': 'pytest', 'test_a.py': 'import pytest\n' }, ' requirements.txt'],
])('pytest is installed where it is told by %s', (_, files, ending) => {
  const [one] = recognise(treeOf(files), { repository: treeOf(files), folder: '' })
  expect(one?.setup?.endsWith(ending ?? '')).toBe(true)
  expect(one?.kind === 'tests' && one.test).toBe('.venv/bin/python -m pytest')
})

it('tests that Django’s runner alone can run are not given to unittest', () => {
  const test = 'import unittest\nfrom django.test import TestCase\n'
  expect(commandsOf({ 'manage.py': '', 'shop/tests.py': test }).join()).not.toContain('unittest')
})

it('tests are run by pytest where it is used, else by unittest', () => {
  expect(commandsOf({ 'test_a.py': 'import pytest\n' })).toEqual(['.venv/bin/python -m pytest'])
  expect(commandsOf({ 'test_a.py': 'import unittest\n' })).toEqual(['.venv/bin/python -m unittest discover'])
  expect(commandsOf({ 'uv.lock': '', 'tests/test_a.py': 'import pytest\n' })).toEqual([
    'uv run --no-sync python -m pytest',
  ])
})

it('reads tables of pyproject.toml however they are written', () => {
  const main =
    'from fastapi import FastAPI\nimport uvicorn\napp = FastAPI()\ndef main():\n    uvicorn.run(app)\n'
  const settings =
    'project.name = "shop"\nproject.scripts = { shop-server = "shop.web:main" }\nbuild-system = { requires = ["hatchling"] }\n' +
    'dependency-groups = { test = ["pytest"], docs = ["mkdocs"] }\n'
  const files = { 'pyproject.toml': settings, 'shop/web.py': main, 'shop/__init__.py': '' }
  const found = recognise(treeOf(files), { repository: treeOf(files), folder: '' })
  expect(found.map((one) => (one.kind === 'tests' ? one.test : one.start))).toContain('.venv/bin/shop-server')
  expect(found[0]?.setup).toContain('--editable . --group pyproject.toml:test')
})

it('takes a pyproject.toml that cannot be read for an empty one', () => {
  const files = { 'pyproject.toml': '[project\n', 'app.py': fastapi }
  expect(commandsOf(files)).toEqual(['.venv/bin/python -m uvicorn --host 127.0.0.1 --port $PORT app:app'])
})
