// What npm would publish: holds what it must and nothing else, installs by itself, and finds the demo’s leak.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname ?? '.', '../..')
const directory = mkdtempSync(join(tmpdir(), 'leakdiff-package-'))
const npm = (...args) => execFileSync('npm', args, { cwd: directory, encoding: 'utf8' })
try {
  const [packed] = Object.values(JSON.parse(npm('pack', root, '--json', '--ignore-scripts')))
  const paths = packed.files.map(({ path }) => path)
  const expected = ['LICENSE', 'README.md', 'action.yml', 'package.json', 'dist/cli.mjs', 'dist/LICENSES.txt']
  const missing = expected.filter((path) => !paths.includes(path))
  const strange = paths.filter((path) => !expected.includes(path) && !/^(dist|schema)\//.test(path))
  if (missing.length + strange.length > 0) throw new Error(`missing: ${missing}; not to be there: ${strange}`)

  writeFileSync(join(directory, 'package.json'), '{ "private": true }\n')
  npm('install', '--offline', '--no-audit', '--no-fund', join(directory, packed.filename))
  const installed = JSON.parse(npm('ls', '--all', '--json')).dependencies
  const others = Object.keys(installed).filter((name) => name !== 'leakdiff')
  if (others.length > 0) throw new Error(`it brings other packages in: ${others}`)
  const said = npm('exec', '--offline', '--', 'leakdiff', 'version').trim()
  if (said !== packed.version)
    throw new Error(`leakdiff version says ${said}, the package is ${packed.version}`)

  const cli = join(directory, 'node_modules/leakdiff/dist/cli.mjs')
  const demo = [join(import.meta.dirname, 'demo.mjs'), process.execPath, cli]
  execFileSync(process.execPath, demo, { stdio: 'inherit' })
  console.log(`${packed.filename}: ${paths.length} files, ${(packed.size / 1e6).toFixed(1)} MB`)
} finally {
  rmSync(directory, { recursive: true, force: true })
}
