import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { FormatError, UserError } from '../../errors.ts'
import { parseHeap } from '../../profile/formats/v8/heap.ts'
import { parseTasks } from '../../profile/formats/v8/tasks.ts'
import type { Profile } from '../../profile/profile.ts'
import type { Runtime } from '../runtime.ts'
import { advice } from './advice/advice.ts'
import { connect, socketPid } from './connect.ts'
import { ignoreRules } from './ignore-rules.ts'
import { installedProbe, instrument } from './instrument.ts'
import { isGraph, retainers } from './retainers/retainers.ts'
import { site } from './site.ts'
import { locator } from './source/locate.ts'
import { source } from './source/source.ts'
import { refuseTests } from './test-command/refuse-tests.ts'
import { tests } from './tests.ts'
import { tools } from './tools.ts'

/**
 * Node.js 20 and later: any program, by a probe that NODE_OPTIONS loads into each of its processes and
 * workers.
 */
export const node: Runtime = {
  name: 'node',
  task: { one: 'timer or handle', many: 'timers and handles' },
  taskStack: 'creation',
  recognise,
  toolchain,
  instrument: async ({ directory, workload }) => {
    if (workload.form !== 'test') return instrument(installedProbe())
    await refuseTests(workload.test, directory)
    return instrument(installedProbe(), directory)
  },
  socketPid,
  connect,
  tests,
  tools,
  parse,
  objectGraph: { is: isGraph, ofAny: true, retainers },
  site,
  locator,
  floors: { 'heap-bytes': 6000, 'heap-objects': 4, 'external-bytes': 8192, tasks: 0.5, files: 0.5 },
  ignoreRules,
  advice,
  source,
  onboarding: async () => (await import('./init/onboarding.ts')).onboarding,
  container: async () => (await import('./container.ts')).container,
}

async function recognise(directory: string): Promise<boolean> {
  const names = await readdir(directory).catch(() => [])
  return names.some((name) => name === 'package.json' || /\.[cm]?js$/.test(name))
}

async function toolchain(directory: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('node', ['--version'], { cwd: directory })
    return stdout.trim()
  } catch (cause) {
    throw new UserError(
      `\`node --version\` does not run in ${directory}.`,
      'Install Node.js 20 or later before leakdiff runs (in a workflow: actions/setup-node).',
      { cause },
    )
  }
}

function parse(fileName: string, bytes: Buffer): readonly Profile[] {
  if (/\.tasks\.json$/.test(fileName)) return [parseTasks(bytes)]
  if (/\.files\.json$/.test(fileName)) return [{ ...parseTasks(bytes), quantity: 'files', unit: 'files' }]
  if (/\.heap\.json$|\.heapprofile$/.test(fileName)) return [parseHeap(bytes)]
  throw new FormatError(
    'not-this-format',
    `${fileName} is not a profile of Node.`,
    'Profiles of Node end in .heap.json, .tasks.json or .heapprofile.',
  )
}
