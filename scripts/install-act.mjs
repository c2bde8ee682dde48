// Installs act, which runs workflows locally, as .cache/bin/act. Does nothing when it is there.
// node scripts/install-act.mjs   → prints the path
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const version = 'v0.2.89'
const directory = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), '.cache/bin')
const binary = join(directory, 'act')

if (!existsSync(binary)) {
  const env = { ...process.env, GOBIN: directory, GOFLAGS: '' }
  execFileSync('go', ['install', `github.com/nektos/act@${version}`], { env, stdio: 'inherit' })
}
console.log(binary)
