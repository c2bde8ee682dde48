import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putAction, runWorkflow } from '../harness/act.ts'
import { type Emulator, startEmulator } from '../harness/emulator.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { clean, leaksOneTimerPerRequest, workload } from '../harness/programs.ts'
import { makePullRequest, type PullRequestRepository } from '../harness/pull-request.ts'
import { act, node24, pathOrSkip } from '../harness/toolchain.ts'

const tools = { act: pathOrSkip(act()), node: pathOrSkip(node24()) }

const inputs = Object.entries(workload).map(([key, value]) => `          ${key}: ${JSON.stringify(value)}`)
const workflow = `on: pull_request
permissions: { contents: read, pull-requests: write }
jobs:
  leaks:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - id: leakdiff
        uses: ./.leakdiff
        with:
${inputs.join('\n')}
      - if: always()
        run: echo "verdict=\${{ steps.leakdiff.outputs.verdict }} outcome=\${{ steps.leakdiff.outcome }}"
`

describe.skipIf(tools.act === null || tools.node === null)('a workflow on a pull request that leaks', () => {
  let emulator: Emulator
  let gate: Gate
  let pull: PullRequestRepository
  let number: number

  beforeAll(async () => {
    emulator = await startEmulator(tools.node ?? '')
    gate = await startGate(emulator.url)
    number = await emulator.pullRequest()
    const files = { '.github/workflows/leaks.yml': workflow, 'package.json': '{"name":"widget"}' }
    pull = makePullRequest({ ...clean, ...files }, leaksOneTimerPerRequest)
  })
  afterAll(async () => {
    await gate?.close()
    await emulator?.close()
    pull?.remove()
  })

  async function pushed() {
    putAction(join(pull.workspace, '.leakdiff'))
    const { workspace } = pull
    const payload = pull.payload(number)
    const token = emulator.tokens.write
    return runWorkflow({
      act: tools.act ?? '',
      node: tools.node ?? '',
      workspace,
      payload,
      apiUrl: gate.url,
      token,
    })
  }

  test('fails the step and comments once; the next push updates that comment', async () => {
    const first = await pushed()
    expect(first.log).toContain('verdict=fail outcome=failure')
    expect(first.status).toBe(1)
    const headline = first.commands.find((c) => c.command === 'error')
    expect(headline).toMatchObject({ arg: expect.stringContaining('leaks'), kvPairs: { title: 'leakdiff' } })
    const [made] = await emulator.comments(number)
    expect(made?.body).toContain(pull.merge().slice(0, 7))

    pull.push({ 'note.md': 'a second push' })
    const second = await pushed()
    expect(second.log).toContain('verdict=fail outcome=failure')
    const comments = await emulator.comments(number)
    expect(comments.map((c) => c.id)).toEqual([made?.id])
    expect(comments[0]?.body).toContain(pull.merge().slice(0, 7))

    pull.push(clean)
    const third = await pushed()
    expect(third.log).toContain('verdict=pass outcome=success')
    expect(third.status).toBe(0)
    expect(await emulator.comments(number)).toMatchObject([
      { id: made?.id, body: expect.stringContaining('✅') },
    ])
  })
})
