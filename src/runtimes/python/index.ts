import type { Runtime } from '../runtime.ts'
import { advice } from './advice.ts'
import { connect, socketPid } from './connect.ts'
import { ignoreRules } from './ignore-rules.ts'
import { instrument } from './instrument/instrument.ts'
import { recognise, toolchain } from './instrument/toolchain.ts'
import { unreachable } from './instrument/unreachable.ts'
import { locator } from './locate/locate.ts'
import { site } from './locate/site.ts'
import { parse } from './parse.ts'
import { objectGraph } from './retainers.ts'
import { source } from './source/source.ts'
import { tests } from './tests.ts'
import { tools } from './tools.ts'

/** CPython 3.9 and later: any program, by a probe that PYTHONPATH loads into each of its processes. */
export const python: Runtime = {
  name: 'python',
  task: { one: 'task', many: 'tasks' },
  taskStack: 'running',
  recognise,
  toolchain,
  instrument,
  socketPid,
  connect,
  tests,
  tools,
  parse,
  unreachable,
  objectGraph,
  // What nothing is traced for, nothing is told of.
  profiled: (stage) => (stage === 'first' ? ['tasks'] : ['tasks', 'heap-bytes']),
  site,
  locator,
  floors: {
    'heap-bytes': 4_000,
    'heap-objects': 16,
    'external-bytes': 4_000,
    tasks: 0.5,
    files: 0.5,
  },
  ignoreRules,
  advice,
  source,
  onboarding: async () => (await import('./init/onboarding.ts')).onboarding,
  container: async () => (await import('./container.ts')).container(),
}
