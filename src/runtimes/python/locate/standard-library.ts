import type { Frame } from '../../../profile/profile.ts'

const installed = /\/(?:site|dist)-packages\//

/**
 * Whether a file is Python's own: below `lib/python3.11/`, in its archive, frozen into it, or made up by it.
 */
export function isOfPython(file: string): boolean {
  if (!file.startsWith('/')) return true
  return /\/lib(?:64)?\/python3(?:\.\d+t?|\d+\.zip)\//.test(file) && !installed.test(file)
}

/** The module of a file of Python's own: `asyncio.locks`, `threading`. */
function moduleOf(file: string): string {
  const frozen = /^<frozen ([\w.]+)>$/.exec(file)?.[1]
  const path = frozen ?? /\/python3(?:\.\d+t?|\d+\.zip)\/(.*)\.py$/.exec(file)?.[1] ?? ''
  return path.replaceAll('/', '.').replace(/\.__init__$/, '')
}

/**
 * What a task waits in: the call of Python's library that its innermost frame outside of it made,
 * `threading.Condition.wait`; else what the innermost awaits, else only what it is.
 */
export function stateOf(stack: readonly Frame[], kind: string, awaited: string | null): string {
  const own = stack.findLastIndex((frame) => !isOfPython(frame.file))
  const called = stack[own + 1]
  if (called === undefined || own < 0) return awaited === null ? kind : `await ${awaited}`
  const module = moduleOf(called.file)
  // What stands in `asyncio.locks` and its like is called `asyncio.Event` by everybody.
  const name = `${module.replace(/^asyncio\..*/, 'asyncio')}.${called.function}`
  return kind === 'task' ? `await ${name}` : name
}
