import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { expect, it } from 'vitest'
import { parseResult } from '../../src/report/render/json.ts'
import { write } from '../checkout/repositories.ts'
import { cli, folder, project, quiet } from '../cli/project.ts'
import { carrying } from '../measure/sandbox.ts'

const example = resolve(import.meta.dirname, '../../examples/compose')
const placeholder = resolve(import.meta.dirname, 'docker-stand-in.mjs')

/** The example as its README has it, quick, with a stand-in for docker and this leakdiff as `leakdiff`. */
function composeProject() {
  const files = Object.fromEntries(
    readdirSync(example)
      .filter((name) => name !== 'leak')
      .map((name) => [name, readFileSync(join(example, name), 'utf8')]),
  )
  const { 'leakdiff.yml': written = '', ...rest } = files
  const quick = '    warmup: 1\n    rounds: 6\n    settle: { quiet: 50ms, limit: 2s }\n'
  const base = { ...rest, '.github/leakdiff.yml': written + quick }
  return project(base, { 'orders.mjs': readFileSync(join(example, 'leak/orders.mjs'), 'utf8') })
}

function programs(): string {
  const bin = folder()
  for (const [name, script] of [
    ['leakdiff', cli],
    ['docker', placeholder],
  ] as const) {
    writeFileSync(join(bin, name), `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return bin
}

it('a service in a container is measured by the mounted probe, and ended by `stop`', async () => {
  const mark = folder()
  const made = composeProject()
  const environment = { PATH: `${programs()}:${process.env.PATH}`, FAULT_ROW: mark }
  const json = join(folder(), 'result.json')
  const args = [cli, 'run', '--base', made.base, '--head', made.head, '--json', json]
  const options = { cwd: made.root, reject: false, env: { ...quiet, ...environment } }
  const { exitCode: status } = await execa('node', args, options)
  const result = parseResult(readFileSync(json, 'utf8'))
  expect(result.workloads[0]?.reasons).toEqual([])
  expect(result.workloads[0]?.findings[0]).toMatchObject({
    ruling: 'leak',
    quantity: 'tasks',
    role: 'api',
    function: 'remember',
  })
  expect(status).toBe(1)
  expect(carrying(`FAULT_ROW=${mark}`)).toEqual([])
})

it('what `leakdiff probe` writes for Go, copied as it says, makes a program answer', async () => {
  const root = folder()
  const [probe, sockets] = [join(root, 'probe'), join(root, 's')]
  const goroot = (await execa('go', ['env', 'GOROOT'])).stdout
  write(root, { 'go.mod': 'module example.com/api\n\ngo 1.21\n', 'main.go': waiting, 's/.keep': '' })
  const said = await execa('node', [cli, 'probe', probe, '--runtime', 'go'])
  expect(said.stdout).toContain('COPY')
  // In place of the two COPYs of an image, whose GOROOT is its own.
  const Replace = {
    [join(goroot, 'src/runtime/pprof/zz_leakdiff.go')]: join(probe, 'zz_leakdiff.go'),
    [join(root, 'zz_leakdiff_main.go')]: join(probe, 'zz_leakdiff_main.go'),
  }
  write(root, { 'overlay.json': JSON.stringify({ Replace }) })
  await execa('go', ['build', '-overlay=overlay.json', '-o', 'api', '.'], { cwd: root })
  const program = execa(join(root, 'api'), { env: { LEAKDIFF_SOCKETS: sockets }, reject: false })
  const socket = join(sockets, `go-${program.pid}.sock`)
  while (!existsSync(socket) || (statSync(socket).mode & 0o777) !== 0o777) await sleep(20)
  program.kill()
  await program
})

const waiting = 'package main\n\nimport "time"\n\nfunc main() { time.Sleep(time.Hour) }\n'

it('a runtime without a probe is refused', async () => {
  const { exitCode, stderr } = await execa('node', [cli, 'probe', folder(), '--runtime', 'ruby'], {
    reject: false,
  })
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--runtime go')])
})
