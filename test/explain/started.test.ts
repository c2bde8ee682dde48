import { expect, it } from 'vitest'
import { starterOf, starterOfPart } from '../../src/explain/started.ts'
import type { DiagnosedRole, DiagnosedTasks } from '../../src/measure/diagnose/diagnostic-run.ts'
import type { TrialFrame } from '../../src/trial/trial.ts'

const frame = (name: string, origin: 'project' | 'runtime' | 'dependency' = 'project'): TrialFrame => ({
  function: name,
  file: `${name}.go`,
  line: 1,
  site: name,
  location:
    origin === 'project'
      ? { origin, path: 'main.go' }
      : origin === 'runtime'
        ? { origin }
        : { origin, package: name, version: null, path: null },
})
const serve = frame('http.serve', 'runtime')
const task = (
  ids: readonly number[],
  parents: readonly number[],
  ...ancestry: TrialFrame[][]
): DiagnosedTasks => ({
  stack: [serve],
  value: ids.length,
  ids,
  parents,
  ancestry,
})
const role = (before: readonly DiagnosedTasks[], after: readonly DiagnosedTasks[]): DiagnosedRole => ({
  name: 'server',
  before: { tasks: before, heap: [], files: [], native: [] },
  after: { tasks: after, heap: [], files: [], native: [] },
  period: 512,
  retainers: [],
})
const named = (looked: DiagnosedRole) => starterOf(looked, 'http.serve')?.function

it('names the call of the project behind most of what came after the first round', () => {
  const once = task([1], [90], [frame('main.start')])
  const often = (...ids: number[]) => task(ids, ids, [frame('http.dial', 'runtime')], [frame('main.fetch')])
  expect(named(role([once], [once, often(2, 3)]))).toBe('main.fetch')
  expect(named(role([once, often(2, 3)], [once]))).toBeUndefined()
})

it('does not go beyond a creator that was there before: who started the server did not make the request', () => {
  const listening = [frame('http.listen', 'runtime')]
  const server = task([7], [1], [frame('main.main')])
  const served = (...ids: number[]) =>
    task(
      ids,
      ids.map(() => 7),
      listening,
      [frame('main.main')],
    )
  expect(named(role([server], [server, served(8, 9)]))).toBeUndefined()
  const direct = task([8, 9], [7, 7], [frame('main.loop')], [frame('main.main')])
  expect(named(role([server], [server, direct]))).toBe('main.loop')
})

it('takes a dependency’s call where the project has none', () => {
  const grown = task([1, 2], [3, 4], [frame('pool.dial', 'dependency')])
  expect(named(role([], [grown]))).toBe('pool.dial')
})

it('leaves alone what has somebody’s code on its own stack', () => {
  const own = { ...task([1], [2], [frame('main.fetch')]), stack: [serve, frame('main.handle')] }
  expect(starterOf(role([], [own]), 'http.serve\0main.handle')).toBeNull()
})

it('answers for a part of a finding by what the part is called by', () => {
  const grown = role([], [task([1, 2], [3, 4], [frame('main.fetch')])])
  expect(starterOfPart(grown, { quantity: 'tasks' }, serve)?.function).toBe('main.fetch')
  expect(starterOfPart(grown, { quantity: 'heap-bytes' }, serve)).toBeNull()
  expect(starterOfPart(grown, { quantity: 'tasks' }, null)).toBeNull()
})
