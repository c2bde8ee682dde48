// Installs pytest into .cache/pytest, a virtual environment: node scripts/install-pytest.mjs [plugins]   →
// prints its Python; does nothing when it is there. With `plugins` into .cache/pytest-plugins, beside those
// that change how tests are run
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

// Exactly, as all that tests are read with.
const few = ['pytest==9.2.0', 'pytest-asyncio==1.4.0', 'pytest-xdist==3.8.0', 'pytest-rerunfailures==16.1']
const many = [
  ...few,
  'pytest-django==4.14.0',
  'django==5.2.19',
  'anyio==4.16.0',
  'pytest-randomly==5.1.0',
  'pytest-forked==1.7.5',
]
const withPlugins = process.argv[2] === 'plugins'
const packages = withPlugins ? many : few

const cache = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), '.cache')
const home = join(cache, withPlugins ? 'pytest-plugins' : 'pytest')
const python = join(home, 'bin/python')
const done = join(home, 'installed')
const list = `${packages.join('\n')}\n`

if (!existsSync(done) || readFileSync(done, 'utf8') !== list) install()
console.log(python)

function install() {
  rmSync(home, { recursive: true, force: true })
  execFileSync('python3', ['-m', 'venv', home], { stdio: ['ignore', 'ignore', 'inherit'] })
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]
  execFileSync(python, pip, { stdio: ['ignore', 'ignore', 'inherit'] })
  writeFileSync(`${done}.part`, list)
  renameSync(`${done}.part`, done)
}
