// Installs a Node from npm's own build of it, as .cache/node-MAJOR/bin/node; 24, on which actions run,
// when none is named. node scripts/install-node.mjs [MAJOR]   → prints the path;
// does nothing when it is there
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const major = process.argv[2] ?? '24'
const home = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), `.cache/node-${major}`)
const binary = join(home, 'bin/node')

if (!existsSync(binary)) install()
console.log(binary)

/**
 * npm's packages `node-<platform>-<arch>` hold the binary itself; the links appear last,
 * when everything is in place.
 */
function install() {
  const name = `node-${process.platform}-${process.arch}`
  mkdirSync(home, { recursive: true })
  const npm = [
    'i',
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--prefix',
    home,
    `${name}@${major}`,
  ]
  execFileSync('npm', npm, { stdio: ['ignore', 'ignore', 'inherit'] })
  const staged = join(home, `bin-${process.pid}`)
  mkdirSync(staged)
  symlinkSync(join('..', 'node_modules', name, 'bin/node'), join(staged, 'node'))
  rmSync(join(home, 'bin'), { recursive: true, force: true })
  renameSync(staged, join(home, 'bin'))
}
