import type { Frame } from '../../profile/profile.ts'
import type { IgnoreRule } from '../runtime.ts'

const ofNode = (frame: Frame): boolean => frame.file === '' || frame.file.startsWith('node:')
const isCompiler = (frame: Frame | undefined): boolean =>
  frame !== undefined &&
  frame.file === '' &&
  /^\((?:BYTECODE_COMPILER|COMPILER|PARSER)\)$/.test(frame.function)

/**
 * What Node keeps alive by itself. Network timers never leave the probe (`isNetworkTimer`),
 * so the total lacks them too.
 */
export const ignoreRules: readonly IgnoreRule[] = [
  {
    name: 'compiled-functions',
    reason: 'V8 compiles a function when it first runs, and keeps the code.',
    quantity: 'heap-bytes',
    matches: (stack) => isCompiler(stack.at(-1)) && !stack.some((frame) => frame.file === 'node:vm'),
  },
  {
    name: 'module-loader',
    reason: 'Node’s loader keeps every module that was loaded, once.',
    quantity: 'heap-bytes',
    matches: (stack) => stack.length > 0 && stack.every(ofNode) && stack.some(isLoader),
  },
]

function isLoader(frame: Frame): boolean {
  return frame.file.startsWith('node:internal/modules/')
}
