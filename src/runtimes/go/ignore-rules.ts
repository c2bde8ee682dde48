import type { Frame } from '../../profile/profile.ts'
import type { IgnoreRule } from '../runtime.ts'

/** Names of everything in the file that is added to the build begin so. */
const probeName = /^(?:runtime\/pprof|testing)\.(?:\(\*?)?zzleakdiff/

const isRuntime = (name: string): boolean =>
  /^(?:runtime\.|(?:internal\/runtime|runtime\/internal)\/)/.test(name)

/**
 * What writes a profile. The rest of runtime/pprof belongs to who calls it: `Do` runs his code under labels,
 * `WithLabels` and `Profile.Add` keep what he hands over.
 */
const isProfiler = (name: string): boolean =>
  /^net\/http\/pprof\./.test(name) ||
  /^runtime\/pprof\.(?:StartCPUProfile|\(\*Profile\)\.WriteTo|\(\*profileBuilder\)\.|newProfileBuilder|profileWriter|[wW]rite[A-Z]|print[A-Z])/.test(
    name,
  )

const some =
  (test: (name: string) => boolean) =>
  (stack: readonly Frame[]): boolean =>
    stack.some((frame) => test(frame.function))
const every =
  (test: (name: string) => boolean) =>
  (stack: readonly Frame[]): boolean =>
    stack.length > 0 && stack.every((frame) => test(frame.function))

/**
 * What Go or leakdiff keeps alive by itself. Stacks of the standard library alone are not ignored: an
 * unclosed body leaks such.
 */
export const ignoreRules: readonly IgnoreRule[] = [
  {
    name: 'leakdiff-probe',
    reason:
      'The goroutine by which leakdiff measures, and what it allocates; they are not in the totals either.',
    quantity: 'any',
    matches: some((name) => probeName.test(name)),
  },
  {
    name: 'profiler',
    reason: 'The goroutine that writes the profile is always in it.',
    quantity: 'any',
    matches: some(isProfiler),
  },
  {
    name: 'ginkgo-interrupts',
    reason:
      'Each run of a suite of ginkgo waits for interrupts until its process ends; it is not in the totals either.',
    quantity: 'any',
    matches: some((name) => name.startsWith('github.com/onsi/ginkgo/v2/internal/interrupt_handler.')),
  },
  {
    name: 'runtime-alone',
    reason:
      'No code but the runtime’s own took part: its tables, workers and threads, and descriptors of goroutines.',
    quantity: 'any',
    matches: every(isRuntime),
  },
]
