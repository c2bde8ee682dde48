import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { counted, leaving } from '../harness/counted.ts'
import { makePullRequest, type PullRequestRepository } from '../harness/pull-request.ts'
import { type JobRequest, prepareJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { bundle, node24, pathOrSkip } from '../harness/toolchain.ts'

const node = pathOrSkip(node24())

/** Nobody answers there, and nothing here asks. */
const apiUrl = 'http://127.0.0.1:9'

describe.skipIf(node === null)('the action, before anything is measured,', () => {
  let pull: PullRequestRepository
  beforeAll(() => {
    pull = makePullRequest(leaving(0), leaving(0))
  })
  afterAll(() => pull?.remove())

  async function act(
    request: Partial<JobRequest>,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Step> {
    const inputs = { ...counted, artifact: 'false', comment: 'never', ...request.inputs }
    const payload = { repository: { default_branch: 'main' } }
    const common = {
      event: 'workflow_dispatch',
      payload,
      apiUrl,
      workspace: pull.workspace,
      sha: pull.merge(),
    }
    const job = prepareJob({ ...common, ...request, inputs })
    const step = await runStep({ node: node ?? '', script: bundle('action.mjs'), job, environment })
    job.remove()
    return step
  }

  test('finds the checkout that actions/checkout has put below the workspace', async () => {
    const path = basename(pull.workspace)
    const inputs = { ...counted, base: pull.base, path }
    const step = await act({ workspace: dirname(pull.workspace), inputs })
    expect(step, step.log).toMatchObject({ status: 0, outputs: { verdict: 'pass' } })
  })

  test('says which folder there is none of, when `path` is wrong', async () => {
    const step = await act({ inputs: { base: pull.base, path: 'nowhere' } })
    expect(step.status, step.log).toBe(2)
    expect(step.log).toMatch(/There is no folder .*nowhere/)
    expect(step.log).not.toContain('a bug in leakdiff')
  })

  test.skipIf(!existsSync('/sys/kernel'))('says that it may not write temporary files', async () => {
    const step = await act({ inputs: { base: pull.base } }, { TMPDIR: '/sys' })
    expect([2, 3], step.log).toContain(step.status)
    expect(step.log + step.summary).toMatch(/The system refused access: .*TMPDIR/s)
    expect(step.log).not.toContain('a bug in leakdiff')
  })

  test.each(['cancelled', 'success'])(
    'shows a fork’s run that ended as %s and left nothing',
    async (conclusion) => {
      const full = (name: string, login: string) => ({ full_name: name, owner: { login } })
      const run = {
        id: 99,
        event: 'pull_request',
        head_sha: 'a'.repeat(40),
        head_branch: 'patch',
        conclusion,
        path: '.github/workflows/leaks.yml',
        head_repository: full('mallory/widget', 'mallory'),
      }
      const payload = { workflow_run: run, repository: full('acme/widget', 'acme') }
      const inputs = { mode: 'report', shards: 'nothing-was-downloaded' }
      const step = await act({ event: 'workflow_run', payload, inputs })
      expect(step.status, step.log).toBe(0)
      expect(step.summary).toContain(`ended as ${conclusion} and has left no trials`)
      expect(step.summary).toContain('/actions/runs/99')
      expect(step.commands.filter(({ command }) => command === 'error')).toEqual([])
    },
  )
})

const older =
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.8"}})'

test.each(['action.mjs', 'cli.mjs'])(
  '%s says which Node it needs, in a sentence and nothing else',
  (script) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', older, bundle(script)], {
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^leakdiff needs Node 20 or newer, and this is v\S+: install a newer one\.\n$/)
  },
)

test.skipIf(!existsSync('/sys/kernel'))('the command line says that it may not write temporary files', () => {
  const pull = makePullRequest(leaving(0), leaving(0))
  execFileSync('git', ['fetch', '--quiet', 'origin', pull.base], { cwd: pull.workspace })
  const flags = Object.entries(counted).flatMap(([name, value]) => [`--${name}`, value])
  const { status, stderr } = spawnSync(
    process.execPath,
    [bundle('cli.mjs'), 'run', '--base', pull.base, '--head', 'HEAD', ...flags],
    { cwd: pull.workspace, encoding: 'utf8', env: { ...process.env, TMPDIR: '/sys' } },
  )
  pull.remove()
  expect(status, stderr).toBe(2)
  expect(stderr).toMatch(/The system refused access: .*TMPDIR/s)
})
