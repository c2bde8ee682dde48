// Installs pytest into .cache/pytest, a virtual environment: node scripts/install-pytest.mjs   → prints its
// Python; does nothing when it is there
import { execFileSync } from 'node:child_process'
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), '.cache/pytest')
const python = join(home, 'bin/python')
const done = join(home, 'installed')
// Exactly, as all that tests are read with.
const packages = [
  'pytest==9.2.0',
  'pytest-asyncio==1.4.0',
  'pytest-xdist==3.8.0',
  'pytest-rerunfailures==16.1',
]

if (!existsSync(done)) install()
console.log(python)

function install() {
  rmSync(home, { recursive: true, force: true })
  execFileSync('python3', ['-m', 'venv', home], { stdio: ['ignore', 'ignore', 'inherit'] })
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]
  execFileSync(python, pip, { stdio: ['ignore', 'ignore', 'inherit'] })
  writeFileSync(`${done}.part`, '')
  renameSync(`${done}.part`, done)
}
