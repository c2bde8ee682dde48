import { writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FormatError, UserError } from '../../src/errors.ts'
import type { Frame, Profile, Sample } from '../../src/profile/profile.ts'
import type { Probe } from '../../src/runtimes/probe.ts'
import type { Runtime } from '../../src/runtimes/runtime.ts'

const probeFile = fileURLToPath(new URL('fixtures/probe.cjs', import.meta.url))

/**
 * A runtime whose probe is loaded into the tiny programs of `fixtures`, and tells what they say they hold.
 */
export const fakeRuntime: Runtime = {
  name: 'node',
  task: { one: 'task', many: 'tasks' },
  taskStack: 'running',
  recognise: async () => true,
  toolchain: async () => process.version,
  instrument: async () => fakeInstrumentation,
  socketPid: (name) => Number(/^fake-(\d+)\.sock$/.exec(name)?.[1] ?? Number.NaN) || null,
  connect: async (address) => {
    if (address.kind === 'url') return endpointAt(address.url)
    return probeAt(address.path)
  },
  ownProfiles: {
    howTo: { snapshot: 'Write the figures.', files: 'Write the figures.' },
    endpoint: 'the URL of the figures',
    coarse: { period: 512 * 1024, remedy: 'Sample more.' },
  },
  tools: { wraps: () => false, lists: {} },
  parse,
  site: (frame) => frame.function.replace(/#\d+$/, ''),
  locator: async () => (frame) =>
    frame.file.startsWith('node:') ? { origin: 'runtime' } : { origin: 'project', path: frame.file },
  floors: { 'heap-bytes': 1000, tasks: 0.5, files: 0.5 },
  ignoreRules: [
    { name: 'idle', reason: 'the test says so', quantity: 'any', matches: (s) => s[0]?.function === 'idle' },
  ],
  advice: { next: [], now: [] },
  source: {
    dependencyFiles: [],
    generated: /^\/\/ @generated/m,
    definitions: [],
    withoutComments: (text: string) => text,
    around: () => null,
    sources: /(?:)/,
    tests: /(?!)/,
    identifiers: (name) => [name],
  },
  onboarding: async () => ({
    manifests: [],
    foreign: [],
    looksFor: { server: '', tests: '' },
    recognise: () => [],
    workflowSteps: () => [],
  }),
  container: async () => ({ files: {}, image: null, environment: () => ({}) }),
}

export const fakeInstrumentation = {
  buildEnv: { GOFLAGS: '-built-by-leakdiff' },
  runEnv: (_: string, sockets: string) => ({
    LEAKDIFF_SOCKETS: sockets,
    NODE_OPTIONS: `--require ${probeFile}`,
  }),
}

function probeAt(path: string): Probe {
  const ask = (question: object) => exchange(path, JSON.stringify(question))
  return {
    pid: fakeRuntime.socketPid(basename(path)),
    collect: async () => void (await ask({ ask: 'collect' })),
    count: async () => {
      const counts = (await ask({ ask: 'count' })) as Record<'tasks' | 'heap-bytes', number>
      return [
        { quantity: 'tasks', value: counts.tasks },
        { quantity: 'heap-bytes', value: counts['heap-bytes'] },
      ]
    },
    snapshot: async (directory, request) => {
      const { files } = (await ask({ ask: 'snapshot', directory, ...request })) as { files: string[] }
      return files
    },
    close: async () => {},
  }
}

/** The figures as JSON at a URL, as a program's own endpoint gives them. */
function endpointAt(url: string): Probe {
  const ask = async () => {
    const response = await fetch(url, { headers: { connection: 'close' } }).catch((cause) => {
      throw new UserError(`nothing answers at ${url}`, 'open it', { cause })
    })
    return (await response.json()) as Figures
  }
  return {
    pid: null,
    collect: async () => void (await ask()),
    count: async () => [{ quantity: 'tasks', value: (await ask()).tasks }],
    snapshot: async (directory, { round, dump }) => {
      const path = join(directory, 'figures.json')
      await writeFile(path, JSON.stringify({ ...(await ask()), round, dump, born: [] }))
      return [path]
    },
    close: async () => {},
  }
}

function exchange(path: string, question: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path)
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
      if (text.endsWith('\n')) socket.end()
    })
    socket.on('error', () => reject(new UserError('the probe broke off', 'look at the program')))
    socket.on('close', () =>
      text === '' ? reject(new UserError('the probe is silent', '')) : resolve(JSON.parse(text)),
    )
    socket.write(question)
  })
}

const frame = (name: string, line: number): Frame => ({ function: name, file: 'app.js', line })

function parse(_: string, bytes: Buffer): readonly Profile[] {
  const figures = figuresOf(bytes)
  const heap = { quantity: 'heap-bytes', unit: 'bytes', exact: false, period: figures.period } as const
  const tasks = { quantity: 'tasks', unit: 'tasks', exact: true } as const
  // The line moves from round to round, as it does between builds: a site is not told apart by it.
  const stack = [frame('main#1', 1), frame('wait', figures.round + 10)]
  const born = figures.born.map(
    (round): Sample => ({ stack: [frame('survivor', 5)], value: 100, attributes: { born: round } }),
  )
  const samples = [{ stack: [frame('main', 1), frame('keep', 9)], value: figures.bytes }, ...born]
  const plain = {
    ...tasks,
    samples: [
      { stack, value: figures.tasks },
      { stack: [frame('idle', 1)], value: 5 },
    ],
  }
  const attributes = { state: 'sleep', minutes: 2, createdBy: frame('spawn', 3) }
  const dump = { ...tasks, samples: [{ stack, value: figures.tasks, attributes }] }
  return [{ ...heap, samples }, plain, ...(figures.dump ? [dump] : [])]
}

interface Figures {
  readonly round: number
  readonly dump: boolean
  readonly tasks: number
  readonly bytes: number
  readonly period: number
  readonly born: readonly number[]
}

function figuresOf(bytes: Buffer): Figures {
  try {
    return JSON.parse(bytes.toString()) as Figures
  } catch (cause) {
    throw new FormatError('broken', 'the profile is cut short', 'measure again', { cause })
  }
}
