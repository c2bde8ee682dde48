// Installs Node 24, the version actions run on, as .cache/node-24/bin/node, from npm's own build of it. Does nothing when it is there.
// node scripts/install-node.mjs   → prints the path
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), '.cache/node-24')
const binary = join(home, 'bin/node')

if (!existsSync(binary)) install()
console.log(binary)

/** npm's packages `node-<platform>-<arch>` hold the binary itself; the links appear last, when everything is in place. */
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
    `${name}@24`,
  ]
  execFileSync('npm', npm, { stdio: ['ignore', 'ignore', 'inherit'] })
  const staged = join(home, `bin-${process.pid}`)
  mkdirSync(staged)
  symlinkSync(join('..', 'node_modules', name, 'bin/node'), join(staged, 'node'))
  rmSync(join(home, 'bin'), { recursive: true, force: true })
  renameSync(staged, join(home, 'bin'))
}
