import type { Profile } from '../../profile.ts'
import { type Unwrapper, unwrapper } from '../pasted/unwrap.ts'
import { functionName, isCall, readPlace } from './frame-lines.ts'
import { type Header, readHeader } from './header.ts'
import type { DumpReader, Open, Pending } from './open.ts'
import { brokenDump, notDump, quoted, tooMany } from './refusal.ts'
import { type Goroutine, type Tally, tally } from './tally.ts'
import { isWhole } from './whole.ts'
import { goesOn } from './wrapped.ts'

/** More than a process can have; each is remembered by its number. */
const mostGoroutines = 5_000_000

interface State {
  readonly tally: Tally
  readonly unwrap: Unwrapper
  readonly seen: Set<number>
  /** A file as the runtime writes it, of which every line must be one of a dump's. */
  readonly isStrict: boolean
  /** Blank lines mean nothing. */
  readonly isDoubleSpaced: boolean
  started: boolean
  open: Open | null
  /** The line read last: where a dump was cut, it is part of one. */
  last: string
  /** The same as it stands in the log. */
  record: string
  /** The beginning of a line that goes on in the next: e-mails and terminals wrap them. */
  wrapped: string
}

/**
 * debug=2, as a panic and SIGQUIT print it too: of each goroutine
 *
 *     goroutine 34 [chan receive, 2 minutes, locked to thread]:
 *     main.(*T).serve(0xc000012345, ...)
 *     	/src/main.go:42 +0x1d
 *     created by main.run in goroutine 1
 *     	/src/main.go:17 +0x65
 *     [originating from goroutine 1]:
 *     main.run(...)
 *     	/src/main.go:18 +0x65
 *
 * leaf first. With GODEBUG=tracebackancestors there follow the stack of the goroutine that created this one,
 * as it stood then, its own creator, and so on. Other text may stand around it, and before every line of it,
 * as in logs and in messages of goleak and leaktest.
 */
export function dumpReader(isStrict: boolean, isDoubleSpaced: boolean): DumpReader {
  const state: State = {
    ...{ tally: tally(), unwrap: unwrapper(), seen: new Set<number>(), isStrict, isDoubleSpaced },
    ...{ started: false, open: null, last: '', record: '', wrapped: '' },
  }
  const line = (text: string): void => {
    state.record = text
    if (isStrict) readLine(state, text)
    else
      for (const one of state.unwrap.split(text)) {
        const whole = unfolded(state, one)
        if (whole !== null) readLine(state, whole)
      }
  }
  return { line, end: (isEnded) => end(state, isEnded) }
}

function end(state: State, isEnded: boolean): Profile {
  const { open } = state
  if ((!isEnded && isPart(state)) || state.wrapped !== '') throw brokenDump('it ends in the middle of a line')
  if (open !== null) {
    if (open.pending?.isSure) throw withoutPlace(open.pending.name)
    if (!isWhole(open)) throw brokenDump(`it ends within goroutine ${open.header.id}`)
    close(state, open)
  }
  if (!state.started) throw notDump()
  return state.tally.profile()
}

/**
 * Whether the last line, which no line break ends, was cut. As the runtime writes a dump, and in a log, every
 * line has its break; who copies a dump may leave the last one behind.
 */
function isPart({ isStrict, last, record, open, unwrap }: State): boolean {
  if (isStrict || unwrap.isPart(record)) return true
  if (/\bgoroutine \d+ \[/.test(last) && readHeader(last) === null) return true
  const text = unwrap.strip(last)
  if (text === '' || /:\d+ \+0x[\da-f]+$/.test(text)) return false
  if (/\S/.test(open?.header.prefix ?? '')) return true
  return (
    readPlace(text) !== null || /^goroutine \d*(?: \[[^\]]*\]?)?$/.test(text) || 'goroutine '.startsWith(text)
  )
}

/** Joins what was wrapped; null while the line goes on. */
function unfolded(state: State, text: string): string | null {
  const { wrapped } = state
  const whole = wrapped === '' ? text : `${wrapped} ${state.unwrap.strip(text)}`
  state.wrapped = ''
  if (goesOn(whole)) {
    state.wrapped = whole
    return null
  }
  // What only looked like the first line of a goroutine is another's.
  return wrapped.includes('goroutine ') && readHeader(whole) === null ? text : whole
}

function readLine(state: State, text: string): void {
  state.last = text
  const mayBegin = !state.isStrict || text.charCodeAt(0) === 103
  const header = mayBegin ? readHeader(text) : null
  if (header !== null) start(state, header)
  else if (state.open !== null) {
    const isBare = state.isStrict && !text.startsWith(' ')
    readWithin(state, state.open, isBare ? text : state.unwrap.strip(text))
  }
}

function start(state: State, header: Header): void {
  const { open, seen } = state
  const isSame = open?.header.id === header.id && open.frames.length === 0 && open.createdBy < 0
  if (open !== null && !isSame) {
    if (open.pending?.isSure) throw withoutPlace(open.pending.name)
    close(state, open)
  }
  state.started = true
  state.unwrap.learn(header.prefix)
  // Threads of the runtime have no goroutine of their own: each is number 0.
  if (seen.has(header.id) && header.id !== 0 && !isSame) {
    if (!header.isFound)
      throw brokenDump(`goroutine ${header.id} stands there twice: it is several dumps in one`)
    state.open = null
    return
  }
  if (seen.size >= mostGoroutines) throw tooMany(mostGoroutines, 'goroutines')
  seen.add(header.id)
  state.open = opened(header)
}

/** Written out: a spread would take a quarter of the time that a goroutine takes. */
function opened(header: Header): Open {
  return {
    header,
    frames: [],
    outermost: '',
    createdBy: -1,
    ancestry: [],
    parents: [],
    pending: null,
    hasCreator: false,
    isUnavailable: false,
  }
}

function close({ tally }: State, { header, frames, createdBy, ancestry, parents }: Open): void {
  const stacks = ancestry.filter((stack) => stack.length > 0)
  const goroutine: Goroutine = { header, frames, createdBy, ancestry: stacks, parent: parents[0] ?? null }
  tally.add(goroutine)
}

function readWithin(state: State, open: Open, text: string): void {
  const { pending } = open
  if (text === '' && state.isDoubleSpaced) return
  if (pending !== null) {
    const isTaken = takePlace(state, open, pending, text)
    // In a log, lines of others may stand between a function and its place.
    if (isTaken || pending.isSure) return
    open.pending = null
  }
  if (text === '' || isMarker(open, text)) return
  const first = text.charCodeAt(0)
  if (first === 91 && text.startsWith('[originating from goroutine ')) readAncestor(open, text)
  else if (first === 99 && text.startsWith('created by ')) {
    const name = text.slice('created by '.length).replace(/ in goroutine \d{1,20}$/, '')
    open.pending = { name, isCreator: true, isSure: true }
  } else readCall(state, open, text)
}

function readAncestor(open: Open, text: string): void {
  open.parents.push(Number(/\d{1,15}/.exec(text)?.[0] ?? 0))
  open.ancestry.push([])
  open.hasCreator = false
  open.outermost = ''
}

function readCall(state: State, open: Open, text: string): void {
  if (isTrailer(text)) return
  if (open.hasCreator) {
    // Behind a whole stack, text of others follows.
    if (state.isStrict) throw brokenDump(`${quoted(text)} is no line of a goroutine`)
    return
  }
  const name = functionName(text)
  const isSure = (state.isStrict || (name !== null && isCall(text))) && !isWhole(open)
  open.pending = { name: name ?? text, isCreator: false, isSure }
}

/** Takes the place of what is pending; whether this line was one. */
function takePlace({ isStrict, tally }: State, open: Open, pending: Pending, text: string): boolean {
  const isPlace = isStrict ? text.charCodeAt(0) === 9 : text !== ''
  const frame = isPlace ? tally.frameId(pending.name, isStrict ? text.slice(1) : text) : -1
  if (frame < 0) {
    if (pending.isSure && (isStrict || text === '' || isCall(text))) throw withoutPlace(pending.name)
    return false
  }
  open.pending = null
  const ancestor = open.ancestry.at(-1)
  if (pending.isCreator) {
    open.hasCreator = true
    if (ancestor === undefined) open.createdBy = frame
  } else {
    ;(ancestor ?? open.frames).push(frame)
    open.outermost = pending.name
  }
  return true
}

/**
 * Lines that stand alone, where others have a file and a line below them: what is left out, and frames of C.
 */
function isMarker(open: Open, text: string): boolean {
  const first = text.charCodeAt(0)
  // No name of Go begins with a sign or a figure.
  const mayStand = text.length < 200 && (first < 65 || first === 91 || first > 0x2000)
  if (mayStand && elided.test(text)) return true
  // A tab, g, n and p: what else stands alone begins with one of them.
  if (first !== 9 && first !== 103 && first !== 110 && first !== 112) return false
  if (/^\t?goroutine (?:running on other thread|in C code)/.test(text)) open.isUnavailable = true
  return /^(?:\t|non-Go function(?: at pc=|$)|pc=0x|goroutine (?:running|in C))/.test(text)
}

/**
 * `...additional frames elided...`, `...23 frames elided...`, `(frames elided)`,
 * and what others write in their place.
 */
const elided = /^(?:\.\.\.|…|\W*[\w\s]*\b(?:elided|omitted|truncated|skipped)\b[^:/]*$)/

/** What follows a dump: the shell, and registers of a crash. */
function isTrailer(text: string): boolean {
  // Nearly all lines are calls, and end in a parenthesis.
  if (text.charCodeAt(text.length - 1) === 41 && text.charCodeAt(0) !== 70) return false
  return text.length < 200 && /^(?:exit status \d+|\w+ +0x[\da-f]+|FAIL\b.*|```)$/.test(text)
}

function withoutPlace(name: string): Error {
  return brokenDump(`${quoted(name)} stands without its file and line`)
}
