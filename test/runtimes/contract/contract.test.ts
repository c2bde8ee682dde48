import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { definedBy } from '../../../src/checkout/changes/definitions.ts'
import { FormatError, UserError } from '../../../src/errors.ts'
import type { Frame, Profile } from '../../../src/profile/profile.ts'
import type { AdviceRule } from '../../../src/runtimes/advice.ts'
import { runtimes } from '../../../src/runtimes/index.ts'
import { profileWriters, runtimeNames } from '../../../src/runtimes/names.ts'
import type { Runtime } from '../../../src/runtimes/runtime.ts'
import type { ContractProgram } from './program.ts'
import { type ContractProject, connected, contractProject, requests, snapshotOf, totals } from './project.ts'

/** Stacks of real programs that a rule ignores, by the rule's name; `CAPTURE=1` takes them anew. */
type Captured = Readonly<Record<string, readonly Frame[]>>
const fixture = (name: string) => join(import.meta.dirname, `../${name}/ignored-stacks.json`)

const contracts = await Promise.all(
  Object.values(runtimes).map(async (runtime: Runtime) => {
    const { contract } = (await import(`../${runtime.name}/contract.ts`)) as { contract: ContractProgram }
    return { runtime, contract, name: runtime.name }
  }),
)

it('every name has its adapter, which says the same of itself', () => {
  expect(Object.entries(runtimes).map(([key, { name }]) => [key, name])).toEqual(
    runtimeNames.map((name) => [name, name]),
  )
  const writers = Object.values<Runtime>(runtimes).filter(({ ownProfiles }) => ownProfiles !== undefined)
  expect(writers.map(({ name }) => name)).toEqual(profileWriters)
})

describe.each(contracts)('the adapter of $name', ({ contract, runtime }) => {
  let project: ContractProject
  beforeAll(async () => {
    project = await contractProject(runtime, contract)
  })
  afterAll(() => project.remove())

  const candidate = <K extends 'server' | 'tests'>(kind: K) => {
    const found = project.recognised.find((one) => one.kind === kind)
    if (found === undefined) throw new Error(`init recognises no ${kind}`)
    return found as Extract<ContractProject['recognised'][number], { kind: K }>
  }

  it('recognises its project, and no folder that is not there', async () => {
    expect(await runtime.recognise(project.directory)).toBe(true)
    expect(await runtime.recognise(join(project.directory, 'absent'))).toBe(false)
    const others = Object.values(runtimes).filter((other) => other.name !== runtime.name)
    for (const other of others) expect(await other.recognise(project.directory), other.name).toBe(false)
  })

  it('has init find the server that listens on PORT, with its routes, and the tests', () => {
    const server = candidate('server')
    expect(server).toMatchObject({ runtime: runtime.name, folder: '' })
    expect(server.routes.asked.toSorted()).toEqual(['/fine', '/leak'])
    expect(contract.test === null ? null : candidate('tests').test).toEqual(
      contract.test === null ? null : expect.any(String),
    )
  })

  it('gives a workflow the steps of its toolchain, each action pinned to a commit', () => {
    const { onboarding, setup } = candidate('server')
    const tree = { files: Object.keys(contract.files), read: (file: string) => contract.files[file] ?? null }
    const steps: unknown = parse(onboarding.workflowSteps(tree, [{ folder: '', setup }]).join('\n'))
    expect(steps).toEqual(expect.arrayContaining([expect.objectContaining({ uses: expect.any(String) })]))
    for (const step of steps as readonly { uses?: string }[]) {
      if (step.uses !== undefined) expect(step.uses).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/)
    }
  })

  it('brings what a container needs with it', async () => {
    const { environment, files, image } = await runtime.container()
    for (const content of Object.values(files)) {
      if ('copyOf' in content) expect(existsSync(content.copyOf), content.copyOf).toBe(true)
    }
    expect(Object.keys({ ...environment('/leakdiff'), ...files })).not.toEqual([])
    expect(image?.('leakdiff').lines ?? ['mounted']).not.toEqual([])
  })

  it('is silent about what is not its own', async () => {
    expect(runtime.socketPid('something.sock')).toBeNull()
    expect(runtime.tools.wraps('a-program-of-the-user', undefined, [])).toBe(false)
    expect(() => runtime.parse('profile.unknown', Buffer.from('?'))).toThrow(FormatError)
    const nowhere = { kind: 'socket', path: join(project.directory, 'nowhere.sock') } as const
    await expect(runtime.connect(nowhere)).rejects.toThrow(UserError)
  })

  it('reads from its files which version of a package is taken, and nothing from what says none', () => {
    const { file, text, ...taken } = contract.dependency
    const { read } = runtime.source.dependencyFiles.find(({ name }) => name === file) ?? {}
    const lines = text.split('\n')
    expect(lines.flatMap((_, index) => read?.(lines, index, []) ?? [])).toEqual([taken])
  })

  it('calls a function in its sites as the line calls it that defines it', () => {
    const { definitions, identifiers } = runtime.source
    const lines = (contract.files[contract.leak.path] ?? '').split('\n')
    const defined = lines.map((line) => definedBy(definitions, line)).filter((name) => name !== null)
    expect(defined).toContainEqual(identifiers(contract.leak.site))
  })

  it('says what to do in an order with a full stop, and what a task does now in a part of a sentence', () => {
    const about = { who: { function: 'f' }, at: [' at ', { code: 'f' }], through: { code: 'f' } }
    const last = ({ say }: AdviceRule) => (typeof say === 'function' ? say(about) : say).at(-1)
    for (const rule of runtime.advice.next) expect(last(rule)).toMatch(/\.$/)
    for (const rule of runtime.advice.now) expect(last(rule)).not.toMatch(/\.$/)
  })

  describe.skipIf(!contract.available)('with a program that runs', () => {
    it('tells the version of its toolchain, and what is missing where there is none', async () => {
      expect(await runtime.toolchain(project.directory)).toMatch(/\d+\.\d+/)
      await expect(runtime.toolchain(join(project.directory, 'absent'))).rejects.toThrow(UserError)
    })

    it('counts what the server leaks, request by request, and names who leaks it', async () => {
      const { setup, start } = candidate('server')
      const server = await project.start('start', start, { form: 'server', setup, start, round: '' })
      try {
        const [socket = ''] = await server.sockets()
        const probe = await connected(runtime, socket)
        expect(probe.pid).toEqual(runtime.socketPid(socket.split('/').at(-1) ?? ''))
        await listens(() => server.drive())
        const before = await totals(probe)
        await snapshotOf(runtime, probe, 1)
        server.drive()
        const after = await totals(probe)
        expect((after.tasks ?? 0) - (before.tasks ?? 0)).toBe(requests)
        const bytes = (after['heap-bytes'] ?? 0) - (before['heap-bytes'] ?? 0)
        expect(bytes).toBeGreaterThan(requests * 100)
        const profiles = await snapshotOf(runtime, probe, 2)
        capture(runtime, profiles)
        await expectNamed(runtime, contract, project.directory, profiles)
        await probe.close()
      } finally {
        await server.stop()
      }
    })

    it.skipIf(contract.test === null)(
      'repeats its tests in one process, which ends when it is told',
      async () => {
        const { setup, test } = candidate('tests')
        const command = runtime.tests?.command(test) ?? ''
        const running = await project.start('test', command, { form: 'test', setup, test })
        try {
          const [socket = ''] = await running.sockets()
          const process = await runtime.tests?.connect(socket)
          expect(process?.name).toBe(contract.test)
          for (let round = 0; round < 3; round++)
            expect(await process?.round()).toMatchObject({ executed: 1, failed: null })
          // Of runtimes that can tell what tests have loaded.
          expect((await process?.files?.()) ?? [contract.test]).toEqual([contract.test])
          const ended = new Promise((resolve) => running.child.once('close', resolve))
          await process?.end()
          await process?.close()
          expect(await ended).toBe(0)
        } finally {
          await running.stop()
        }
      },
    )
  })

  it('has a captured stack for every ignore rule, which no stack of the project matches', () => {
    const captured = JSON.parse(readFileSync(fixture(runtime.name), 'utf8')) as Captured
    const names = [...new Set(runtime.ignoreRules.map(({ name }) => name))]
    expect(Object.keys(captured).toSorted()).toEqual(names.toSorted())
    for (const rule of runtime.ignoreRules) {
      expect(rule.matches(captured[rule.name] ?? []), rule.name).toBe(true)
      expect(rule.matches([]), `${rule.name} and no stack`).toBe(false)
      expect(rule.reason).not.toBe('')
    }
  })
})

/** The tasks that were left have the user's function on their stack, and it stands in the project. */
async function expectNamed(
  runtime: Runtime,
  { leak }: ContractProgram,
  directory: string,
  profiles: readonly Profile[],
): Promise<void> {
  const locate = await runtime.locator({ root: directory, directory })
  const named = (profile: Profile) =>
    profile.samples.filter(({ stack }) => stack.some((frame) => runtime.site(frame) === leak.site))
  const tasks = profiles.filter(({ quantity }) => quantity === 'tasks').map(named)
  const most = Math.max(0, ...tasks.map((all) => all.reduce((sum, { value }) => sum + value, 0)))
  expect(most).toBeGreaterThanOrEqual(2 * requests)
  const frame = tasks.flat()[0]?.stack.find((one) => runtime.site(one) === leak.site)
  expect(frame && locate(frame)).toMatchObject({ origin: 'project', path: leak.path })
  const isIgnored = (stack: readonly Frame[]) => runtime.ignoreRules.some((rule) => rule.matches(stack))
  expect(tasks.flat().filter(({ stack }) => isIgnored(stack))).toEqual([])
}

/** The driver fails until the server listens. */
async function listens(drive: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return drive()
    } catch (error) {
      if (tries > 50) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/**
 * `CAPTURE=1 npx vitest run test/runtimes/contract`: keeps, for each rule, a stack that it ignores, and no
 * other where there is one.
 */
function capture(runtime: Runtime, profiles: readonly Profile[]): void {
  if (process.env.CAPTURE === undefined) return
  const path = fixture(runtime.name)
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Captured) : {}
  const found = runtime.ignoreRules.flatMap((rule) => {
    const fitting = profiles.filter(({ quantity }) => rule.quantity === 'any' || rule.quantity === quantity)
    const stacks = fitting.flatMap(({ samples }) => samples.map(({ stack }) => stack)).filter(rule.matches)
    const others = runtime.ignoreRules.filter((other) => other !== rule)
    const stack = stacks.find((one) => !others.some((other) => other.matches(one))) ?? stacks[0]
    return stack === undefined ? [] : [[rule.name, stack] as const]
  })
  writeFileSync(path, `${JSON.stringify({ ...known, ...Object.fromEntries(found) }, null, 2)}\n`)
}
