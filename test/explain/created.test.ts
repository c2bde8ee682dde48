import { expect, it } from 'vitest'
import { creatorSeen } from '../../src/explain/created.ts'
import type { Finding } from '../../src/judge/verdict.ts'
import type { DiagnosedRole, DiagnosedTasks } from '../../src/measure/diagnose/diagnostic-run.ts'
import type { TrialFrame } from '../../src/trial/trial.ts'

const frame = (name: string, origin: 'project' | 'runtime' = 'project'): TrialFrame => ({
  function: name,
  file: `${name}.py`,
  line: 1,
  site: name,
  location: origin === 'project' ? { origin, path: 'shop.py' } : { origin },
})
const follow = [frame('follow'), frame('Event.wait', 'runtime')]
const tasks: DiagnosedTasks = {
  stack: follow,
  value: 2,
  ids: [1, 2],
  parents: [],
  ancestry: [[frame('serve'), frame('order'), frame('create_task', 'runtime')]],
}
const role: DiagnosedRole = {
  name: 'server',
  before: { tasks: [], heap: [], files: [], native: [] },
  after: { tasks: [tasks], heap: [], files: [], native: [] },
  period: 512,
  retainers: [],
}
const finding = (creators: readonly unknown[]) =>
  ({ site: { stack: follow, tasks: { creators } } }) as unknown as Finding

it('who created tasks is told by the diagnostic run where a trial tells only what they run', () => {
  expect(creatorSeen(role, finding([]), 'running')?.function).toBe('order')
  expect(creatorSeen(role, finding([{ frame: frame('main'), count: 2 }]), 'running')).toBeNull()
  expect(creatorSeen(role, finding([]), 'creation')).toBeNull()
})
