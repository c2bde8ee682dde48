import type { AsyncResource } from 'node:async_hooks'

/**
 * What we use of a test of Node's runner: lib/internal/test_runner/test.js of Node 20, 22 and 24. The root of
 * a file's tests is one too.
 */
export interface NodeTest extends AsyncResource {
  readonly name: string
  readonly passed: boolean
  readonly skipped: boolean
  readonly isTodo: boolean
  fn?: unknown
  readonly reportedType?: string
  readonly hookType?: string
  buildSuite?: Promise<void> | undefined
  readonly harness: Harness | null
  error: unknown
  subtests: NodeTest[]
  hooks: Record<string, unknown>
  readonly filtered?: boolean
  readonly readySubtests: ReadonlyMap<number, NodeTest>
  waitingOn: number
  /** Node 24. */
  nextReportOrder?: number
  /** Node 22 and later. */
  subtestsPromise?: unknown
  reporter: object
  createSubtest(...args: unknown[]): NodeTest
  createHook(...args: unknown[]): unknown
  start(): Promise<void>
  skip(): void
  run(): Promise<void>
}

interface Harness {
  counters: object
  /** Tells the results, as at the end of the process. */
  readonly teardown: () => void
  success?: boolean
  /** Node 20. */
  allowTestsToRun?: boolean
  bootstrapComplete?: boolean
  /** Node 22 and later. */
  buildPromise?: Promise<void> | null
  bootstrapPromise?: Promise<void> | null
}

export const noHooks = (): NodeTest['hooks'] => ({
  __proto__: null,
  before: [],
  after: [],
  beforeEach: [],
  afterEach: [],
  ownAfterEachCount: 0,
})

const isSuite = (test: NodeTest): boolean => test.reportedType === 'suite'
const isLeft = ({ filtered, skipped }: NodeTest): boolean => skipped || filtered === true

export function executedIn(tests: readonly NodeTest[]): number {
  return tests.reduce(
    (sum, test) => sum + (isSuite(test) || isLeft(test) ? 0 : 1) + executedIn(test.subtests),
    0,
  )
}

interface Failure {
  /** In full, of the innermost that failed. */
  readonly name: string
  /** Of what is made before anything runs: a suite, or the outermost test in it. */
  readonly place: string
}

export function failuresIn(tests: readonly NodeTest[], above: Above = nowhere): readonly Failure[] {
  return tests.flatMap((test, index) => {
    const at = below(above, test, index)
    const inside = failuresIn(test.subtests, at)
    const failed = !test.passed && !test.isTodo && !isLeft(test)
    if (inside.length === 0 || isHookFailure(test.error)) return failed ? [at] : []
    return isSuite(test) ? inside : [{ name: inside[0]?.name ?? at.name, place: at.place }]
  })
}

/** A hook of a suite makes all that it holds fail. */
const isHookFailure = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'failureType' in error && error.failureType === 'hookFailed'

type Above = Failure | null
const nowhere: Above = null

const below = (above: Above, { name }: NodeTest, index: number): Failure => ({
  name: above === null ? name : `${above.name} > ${name}`,
  place: above === null ? `${index}` : `${above.place}.${index}`,
})

/** Has tests at these places do nothing, and suites hold nothing, once all suites are built. */
export function withoutFailed(
  tests: readonly NodeTest[],
  places: ReadonlySet<string>,
  above: Above = nowhere,
): void {
  if (places.size === 0) return
  for (const [index, test] of tests.entries()) {
    const at = below(above, test, index)
    if (!places.has(at.place)) withoutFailed(test.subtests, places, at)
    else if (isSuite(test)) Object.assign(test, { subtests: [], hooks: noHooks() })
    else {
      test.fn = () => {}
      test.skip()
    }
  }
}
