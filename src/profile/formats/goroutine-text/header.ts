/** The first line of a goroutine, as the runtime and the finders of leaks print it. */
export interface Header {
  readonly id: number
  readonly state: string
  /** Whole minutes it has waited; absent below one. */
  readonly minutes?: number
  readonly isLocked: boolean
  /** What stands before it: the indentation, or what a log puts before every line. */
  readonly prefix: string
  /** A finder of leaks prints the frames below, and no other goroutines. */
  readonly isFound: boolean
}

const ofRuntime = /goroutine (\d{1,15})(?: gp=\S+ m=\S+(?: mp=\S+)?)? \[(.+)\]:\s*$/
// uber-go/goleak: `[Goroutine 8 in state chan receive, with main.f on top of the stack:`
const ofGoleak = /\[?\s?Goroutine (\d{1,15}) in state (.+), with .* on top of the stack:\s*$/

/** null for any other line. */
export function readHeader(line: string): Header | null {
  if (!line.includes('oroutine ')) return null
  const runtime = ofRuntime.exec(line)
  const match = runtime ?? ofGoleak.exec(line)
  if (match === null) return null
  const [, id = '', status = ''] = match
  const labels = status.indexOf(' labels:{')
  const [state = '', ...notes] = (labels < 0 ? status : status.slice(0, labels)).split(', ')
  const minutes = notes.map((note) => /^(\d{1,15}) minutes$/.exec(note)?.[1]).find((found) => found)
  return {
    id: Number(id),
    state: state.replace(/ \((?:scan|durable)\)/g, ''),
    ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
    isLocked: notes.includes('locked to thread'),
    prefix: line.slice(0, match.index),
    isFound: runtime === null || /leaked goroutine: $/.test(line.slice(0, match.index)),
  }
}
