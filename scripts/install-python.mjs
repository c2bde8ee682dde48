// Installs what tests and comparisons of Python need into .cache, a virtual environment a set: node
// scripts/install-python.mjs [pytest|pytest-plugins|servers]   → prints its Python;
// does nothing when it is there
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alone } from './alone.mjs'

// Exactly, as all that tests are read with.
const pytest = ['pytest==9.2.0', 'pytest-asyncio==1.4.0', 'pytest-xdist==3.8.0', 'pytest-rerunfailures==16.1']
const sets = {
  pytest,
  // Those that change how tests are run.
  'pytest-plugins': [
    ...pytest,
    'pytest-django==4.14.0',
    'django==5.2.19',
    'anyio==4.16.0',
    'pytest-randomly==5.1.0',
    'pytest-forked==1.7.5',
    'coverage==7.17.5',
    'tox==4.67.15',
  ],
  servers: [
    'django==5.2.19',
    'psycopg[binary]==3.3.9',
    'gunicorn==27.0.1',
    'flask==3.1.3',
    'fastapi==0.165.0',
    'uvicorn==0.54.0',
    'celery==5.7.0',
    'redis==8.1.0',
    // Celery's kombu asks for it, and does not say so.
    'packaging==25.0',
  ],
}
const name = process.argv[2] ?? 'pytest'
const packages = sets[name]
if (packages === undefined) throw new Error(`there is no set ${name}`)

const home = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), '.cache', name)
const python = join(home, 'bin/python')
const done = join(home, 'installed')
const list = `${packages.join('\n')}\n`

const isThere = existsSync(done) && readFileSync(done, 'utf8') === list
if (!isThere && process.argv[3] === 'alone') install()
else if (!isThere) alone(home, fileURLToPath(import.meta.url), name)
console.log(python)

function install() {
  rmSync(home, { recursive: true, force: true })
  execFileSync('python3', ['-m', 'venv', home], { stdio: ['ignore', 'ignore', 'inherit'] })
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]
  execFileSync(python, pip, { stdio: ['ignore', 'ignore', 'inherit'] })
  writeFileSync(`${done}.part`, list)
  renameSync(`${done}.part`, done)
}
