import type { Runtime } from '../runtime.ts'
import { advice } from './advice.ts'
import { markerPid } from './attach/marker.ts'
import { connect } from './connect.ts'
import { ignoreRules } from './ignore-rules.ts'
import { instrument } from './instrument/instrument.ts'
import { recognise, toolchain } from './instrument/toolchain.ts'
import { unreachable } from './instrument/unreachable.ts'
import { locator } from './locate/locate.ts'
import { readable, site } from './locate/site.ts'
import { parse } from './parse.ts'
import { objectGraph } from './retainers.ts'
import { source } from './source/source.ts'
import { tests } from './tests/runner.ts'
import { tools } from './tools.ts'

/** Java and what else runs on HotSpot, 11 and later: any program, by commands that each JVM takes itself. */
export const jvm: Runtime = {
  name: 'jvm',
  // Threads of the process are counted as well, those of the JVM's own among them.
  task: { one: 'Java thread', many: 'Java threads' },
  taskStack: 'running',
  recognise,
  toolchain,
  instrument,
  socketPid: markerPid,
  connect,
  tests,
  tools,
  parse,
  unreachable,
  objectGraph,
  // Where nothing is recorded nothing is told of who allocated.
  profiled: (stage) => (stage === 'first' ? ['tasks'] : ['tasks', 'heap-bytes']),
  site,
  readable,
  locator,
  floors: {
    'heap-bytes': 6_000,
    'heap-objects': 150,
    'external-bytes': 8_192,
    tasks: 0.5,
    files: 0.5,
    classes: 0.9,
    instances: 0.5,
  },
  ignoreRules,
  advice,
  source,
  onboarding: async () => (await import('./init/onboarding.ts')).onboarding,
  container: async () => (await import('./container.ts')).container,
}
