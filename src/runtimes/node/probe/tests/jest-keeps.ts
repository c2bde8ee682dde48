/** What jest-runner gives to the framework of one test file. */
export interface JestFile {
  readonly config: { readonly testRunner: string }
  readonly environment: {
    readonly global: Record<PropertyKey, unknown>
    readonly moduleMocker?: unknown
    readonly _globalProxy?: unknown
  }
  readonly path: string
}

/** Records of a mock's calls. */
type MockState = Record<'calls' | 'contexts' | 'instances' | 'invocationCallOrder' | 'results', unknown[]>

interface Mocker {
  _defaultMockState(): MockState
  _spyState: Set<unknown>
}

interface Snapshots {
  _counters: Map<string, number>
  _inlineSnapshots: unknown[]
  _attemptRecordsByTest?: WeakMap<object, unknown>
}

export interface JestForgetter {
  /** Before a round: the runner stands as it stood when the file was loaded. */
  readonly before: (snapshots: unknown) => void
  /** After a round. */
  readonly after: () => void
}

/**
 * To be made before the file is loaded. Takes from jest what it keeps of tests that have ended, and would let
 * go with their file: calls of mocks, spies that were not restored, what was written to the console, globals
 * that were replaced (by fake timers for one), and counters of snapshots.
 * Mocks and spies of the first round stay, for modules that were loaded in it may have made them.
 */
export function createForgetter({ environment }: Pick<JestFile, 'environment'>): JestForgetter {
  const mocks = mocksOf(environment.moduleMocker as Partial<Mocker> | undefined)
  const written = consoleOf(environment.global.console)
  const replaced = listIn(() => environment._globalProxy, 'leftovers')
  return {
    before: (snapshots) => {
      mocks.before()
      if (!isSnapshots(snapshots)) return
      snapshots._counters = new Map()
      if (snapshots._attemptRecordsByTest) snapshots._attemptRecordsByTest = new WeakMap()
    },
    after: () => {
      mocks.after()
      written.after()
      replaced.after()
    },
  }
}

const isSnapshots = (value: unknown): value is Snapshots =>
  typeof value === 'object' && value !== null && '_counters' in value

const records = ['calls', 'contexts', 'instances', 'invocationCallOrder', 'results'] as const

function mocksOf(mocker: Partial<Mocker> | undefined): { before: () => void; after: () => void } {
  const make = mocker?._defaultMockState
  if (mocker === undefined || make === undefined) return { before: () => {}, after: () => {} }
  const putBack = watchStates(mocker, make)
  let spies: ReadonlySet<unknown> | null = null
  return {
    before: putBack,
    after: () => {
      putBack()
      const all = mocker._spyState
      if (!(all instanceof Set)) return
      if (spies === null) spies = new Set(all)
      else for (const spy of all) if (!spies.has(spy)) all.delete(spy)
    },
  }
}

/** What puts the records of every mock back to what they were before the first round. */
function watchStates(mocker: Partial<Mocker>, make: Mocker['_defaultMockState']): () => void {
  const loading: MockState[] = []
  const states = new Map<WeakRef<MockState>, readonly number[]>()
  let loaded = false
  const nothing = records.map(() => 0)
  mocker._defaultMockState = () => {
    const state = make.call(mocker)
    if (loaded) states.set(new WeakRef(state), nothing)
    else loading.push(state)
    return state
  }
  return () => {
    loaded = true
    for (const state of loading.splice(0)) states.set(new WeakRef(state), lengthsOf(state))
    for (const [reference, lengths] of states) {
      const state = reference.deref()
      if (state === undefined) states.delete(reference)
      else for (const [index, name] of records.entries()) shorten(state[name], lengths[index] ?? 0)
    }
  }
}

const lengthsOf = (state: MockState): readonly number[] => records.map((name) => state[name]?.length ?? 0)

function shorten(list: unknown, length: number): void {
  if (Array.isArray(list) && list.length > length) list.length = length
}

/** What a buffered console holds until its file has ended. */
const consoleOf = (console: unknown): { after: () => void } => listIn(() => console, '_buffer')

/** A list of jest's own that grows until the file has ended; of what stands in it the first round's stays. */
function listIn(owner: () => unknown, name: string): { after: () => void } {
  let first: number | null = null
  return {
    after: () => {
      const held = owner()
      const list: unknown = typeof held === 'object' && held !== null ? Reflect.get(held, name) : undefined
      if (!Array.isArray(list)) return
      first ??= list.length
      shorten(list, first)
    },
  }
}
