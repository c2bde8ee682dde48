import type { Frame } from '../../profile/profile.ts'
import type { IgnoreRule } from '../runtime.ts'

/** Names of everything in the file that is added to the build begin so. */
const probeName = /^(?:runtime\/pprof|testing)\.(?:\(\*?)?zzleakdiff/

const isRuntime = (name: string): boolean =>
  /^(?:runtime\.|(?:internal\/runtime|runtime\/internal)\/)/.test(name)
const isProfiler = (name: string): boolean => /^(?:net\/http\/pprof|runtime\/pprof)\./.test(name)

const some =
  (test: (name: string) => boolean) =>
  (stack: readonly Frame[]): boolean =>
    stack.some((frame) => test(frame.function))
const every =
  (test: (name: string) => boolean) =>
  (stack: readonly Frame[]): boolean =>
    stack.length > 0 && stack.every((frame) => test(frame.function))

// What a goroutine or a thread needs for itself; the runtime keeps it for the next one when the first has ended.
const descriptors = new Set([
  'runtime.malg',
  'runtime.allocm',
  'runtime.newm',
  'runtime.mpreinit',
  'runtime.mcommoninit',
  'runtime.allgadd',
  'runtime.acquireSudog',
  'runtime.saveAncestors',
  'runtime.makeProfStackFP',
  'runtime.makeProfStack',
])

/** What Go or leakdiff keeps alive by itself. Stacks of the standard library alone are not ignoreRules: an unclosed body leaks such. */
export const ignoreRules: readonly IgnoreRule[] = [
  {
    name: 'leakdiff-probe',
    reason: 'The goroutine by which leakdiff measures, and what it allocates; the totals lack them too.',
    quantity: 'any',
    matches: some((name) => probeName.test(name)),
  },
  {
    name: 'profiler',
    reason: 'Whoever writes the profile stands in it.',
    quantity: 'any',
    matches: some(isProfiler),
  },
  {
    name: 'runtime-descriptors',
    reason: 'The runtime keeps the descriptors of ended goroutines and idle threads for the next ones.',
    quantity: 'heap-bytes',
    matches: (stack) => descriptors.has(stack.at(-1)?.function ?? ''),
  },
  {
    name: 'runtime-descriptors',
    reason: 'The runtime keeps the descriptors of ended goroutines and idle threads for the next ones.',
    quantity: 'heap-objects',
    matches: (stack) => descriptors.has(stack.at(-1)?.function ?? ''),
  },
  {
    name: 'runtime-alone',
    reason: 'No code but the runtime’s own took part: its tables, workers and threads.',
    quantity: 'any',
    matches: every(isRuntime),
  },
]
