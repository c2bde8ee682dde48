import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import type { ServerWorkload, TestWorkload } from '../../src/configure/config.ts'
import { measureTrial } from '../../src/measure/run-trial.ts'
import type { TrialRequest } from '../../src/measure/trial-request.ts'
import { node } from '../../src/runtimes/node/index.ts'
import { root } from '../harness/toolchain.ts'
import { openTestSandbox, tinyWorkload } from '../measure/sandbox.ts'

const { form: _form, start: _start, ready: _ready, round: _round, ...common }: ServerWorkload = tinyWorkload
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** One trial of three rounds of `command` in a project of these files, with a runner of Node installed. */
export async function measureRunner(
  runner: string,
  command: string,
  files: Readonly<Record<string, string>>,
) {
  const { log, measured } = await inRunner(runner, command, files, measureTrial)
  return { trial: measured, log }
}

/** What `how` makes of one trial there. */
export async function inRunner<Measured>(
  runner: string,
  command: string,
  files: Readonly<Record<string, string>>,
  how: (request: TrialRequest) => Promise<Measured>,
) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'leakdiff-runner-')))
  folders.push(folder)
  const install = join(root, 'scripts/install-runner.mjs')
  const modules = execFileSync(process.execPath, [install, runner], { encoding: 'utf8' }).trim()
  symlinkSync(modules, join(folder, 'node_modules'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  using sandbox = openTestSandbox()
  const timeout = { ...common.timeout, setup: 60_000, round: 60_000 }
  const workload: TestWorkload = {
    ...common,
    timeout,
    form: 'test',
    runtime: 'node',
    test: command,
    rounds: 3,
  }
  const revision = { side: 'head', sha: 'a'.repeat(40), how: 'head', directory: folder } as const
  const instrumentation = await node.instrument({ workload, directory: folder, scratch: sandbox.scratch })
  const request = { ...sandbox.request({}), workload, revision, runtime: node, instrumentation }
  const measured = await how(request)
  return { measured, log: sandbox.logged.join('\n') }
}
