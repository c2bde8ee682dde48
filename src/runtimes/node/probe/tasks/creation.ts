import type { Frame } from '../../../../profile/profile.ts'
import { isNetworkTimer, isTimerPlumbing } from '../../runtime-timers.ts'

/**
 * An object whose `stack` V8 writes out only when it is read: capturing costs about a microsecond,
 * reading fifty.
 */
export interface Captured {
  readonly type: string
  readonly stack?: unknown
}

const depth = 24

/** What code that was compiled in memory has on one line is told apart by its column. */
interface PlacedFrame extends Frame {
  readonly column: number
}

/** Where `below` was called from. The program's own limit is put back, also where the program froze it. */
export function capture(type: string, below: (...args: never[]) => void): Captured {
  const captured: Captured = { type }
  const limit = Error.stackTraceLimit
  Reflect.set(Error, 'stackTraceLimit', depth)
  Error.captureStackTrace(captured, below)
  Reflect.set(Error, 'stackTraceLimit', limit)
  return captured
}

/**
 * Run `read` while stacks are given as call sites instead of text,
 * whatever hook the program has set for its errors.
 */
export function withCallSites(read: () => void): void {
  const own = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace')
  Reflect.defineProperty(Error, 'prepareStackTrace', {
    value: (_error: unknown, sites: unknown) => sites,
    configurable: true,
    writable: true,
  })
  try {
    read()
  } finally {
    if (own) Reflect.defineProperty(Error, 'prepareStackTrace', own)
    else Reflect.deleteProperty(Error, 'prepareStackTrace')
  }
}

/**
 * Frames outermost first, as V8 has them; inside `withCallSites` only.
 * Empty for what Node made without any JavaScript.
 */
function frames({ stack }: Captured): readonly PlacedFrame[] {
  if (!Array.isArray(stack)) return []
  return (stack as readonly NodeJS.CallSite[]).map(toFrame).reverse()
}

function toFrame(site: NodeJS.CallSite): PlacedFrame {
  return {
    function: site.getFunctionName() || '(anonymous)',
    file: site.getScriptNameOrSourceURL() || '',
    line: site.getLineNumber() ?? 0,
    column: site.getColumnNumber() ?? 0,
  }
}

/**
 * The stack of the user's call that made the task, as the text it is stored by: `[type, [function, file,
 * line, column][]]`, outermost first. null when Node made the task for its own ends.
 * Node's frames inside the user's call are left out; a task that no user's frame made keeps them, and has
 * after them the users' frames of each of `before`, which led to it.
 */
export function creationText(captured: Captured, before: readonly Captured[] = []): string | null {
  const whole = frames(captured)
  if (isNetworkTimer(captured.type, whole)) return null
  const outside = usersOf(whole)
  const inside = whole.slice(0, whole.findLastIndex((frame) => !isTimerPlumbing(frame.file)) + 1)
  const kept = outside.length > 0 ? outside : inside
  const named =
    kept.length > 0 ? kept : [{ function: `(${captured.type})`, file: 'node:native', line: 0, column: 0 }]
  const led =
    outside.length > 0 ? [] : before.map((one) => usersOf(frames(one))).filter((one) => one.length > 0)
  return JSON.stringify([
    captured.type,
    named.map(toRow),
    ...(led.length > 0 ? [led.map((one) => one.map(toRow))] : []),
  ])
}

const toRow = (frame: PlacedFrame) => [frame.function, frame.file, frame.line, frame.column]

/** Down to the innermost frame that is not Node's. */
const usersOf = (whole: readonly PlacedFrame[]): readonly PlacedFrame[] =>
  whole.slice(0, whole.findLastIndex((frame) => frame.file !== '' && !frame.file.startsWith('node:')) + 1)
