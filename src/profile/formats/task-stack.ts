import type { Frame } from '../profile.ts'

/**
 * The stack of a goroutine, outermost frame first, in the one form that debug=0, 1 and 2 have in common:
 * debug=0 shows all frames, debug=1 hides those of the runtime at the leaf, debug=2 those of the runtime
 * anywhere but a few. Given and returned outermost first.
 */
export function taskStack(stack: readonly Frame[]): readonly Frame[] {
  let leaf = stack.length
  while (leaf > 0 && isRuntime((stack[leaf - 1] as Frame).function)) leaf--
  const shown = stack.slice(0, leaf).filter(isShown)
  if (shown.length > 0) return shown
  // A goroutine of the runtime alone, which all forms show in full,
  // save that debug=2 prefers what is exported.
  const exported = stack.filter(isShown)
  if (exported.length > 0) return exported
  const inner = stack.filter((frame) => frame.function !== 'runtime.goexit')
  // A thread that C made has this one frame.
  return inner.length > 0 ? inner : stack
}

/**
 * What debug=1 leaves out at the leaf (runtime/pprof, printStackRecord), and the name that older toolchains
 * gave to the same packages.
 */
function isRuntime(name: string): boolean {
  return (
    name.startsWith('runtime.') ||
    name.startsWith('internal/runtime/') ||
    name.startsWith('runtime/internal/')
  )
}

/**
 * What debug=2 prints in the middle of a stack (runtime, showfuncinfo): panics,
 * finalizers and exported functions.
 */
function isShown({ function: name }: Frame): boolean {
  if (!name.startsWith('runtime.')) return true
  if (name === 'runtime.gopanic' || name === 'runtime.runFinalizers' || name === 'runtime.runCleanups')
    return true
  return /^runtime\.(?:\(?\*?[A-Z]\w*\)?\.)?[A-Z]\w*$/.test(name)
}
