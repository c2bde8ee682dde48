import type { Runtime } from '../runtime.ts'
import { advice } from './advice/advice.ts'
import { opensFiles } from './build/opens-files.ts'
import { recognise, toolchain } from './build/toolchain.ts'
import { connectEndpoint } from './connect/endpoint.ts'
import { connectSocket, socketPid } from './connect/probe.ts'
import { ignoreRules } from './ignore-rules.ts'
import { instrument } from './instrument.ts'
import { locator } from './locate.ts'
import { parse } from './parse.ts'
import { readable, site } from './site.ts'
import { source } from './source/source.ts'
import { tests } from './tests.ts'
import { ownProfiles, tools } from './tools.ts'

/** Go: any unchanged program, by a file that is added to its build, or through its own `net/http/pprof`. */
export const go: Runtime = {
  name: 'go',
  task: { one: 'goroutine', many: 'goroutines' },
  taskStack: 'running',
  recognise,
  toolchain,
  instrument,
  socketPid,
  connect: (address) =>
    address.kind === 'socket' ? connectSocket(address.path) : connectEndpoint(address.url),
  tests,
  ownProfiles,
  tools,
  parse,
  opensFiles,
  site,
  readable,
  locator,
  floors: { 'heap-bytes': 4096, 'heap-objects': 12, tasks: 0.5, files: 0.5 },
  ignoreRules,
  advice,
  source,
  onboarding: async () => (await import('./init/onboarding.ts')).onboarding,
  container: async () => (await import('./container.ts')).container,
}
