// The demo must find its planted leak: exit status 1, the culprit first; its seconds are printed, not held.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const node = process.argv[2] ?? process.execPath
const directory = mkdtempSync(join(tmpdir(), 'leakdiff-ci-'))
const json = join(directory, 'demo.json')
const cli = process.argv[3] ?? resolve(import.meta.dirname ?? '.', '../../dist/cli.mjs')
const started = Date.now()
const { status, stdout, stderr } = spawnSync(node, [cli, 'demo', '--json', json], { encoding: 'utf8' })
const seconds = (Date.now() - started) / 1000
console.log(stdout)
console.log(stderr.split('\n').slice(-15).join('\n'))
const [first] = status === 1 ? JSON.parse(readFileSync(json, 'utf8')).workloads[0].findings : []
rmSync(directory, { recursive: true, force: true })
console.log(
  `demo: exit status ${status}, first finding ${first?.function ?? 'none'}, ${seconds.toFixed(1)} s`,
)
if (status !== 1 || first?.function !== 'remindLater') process.exit(1)
