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

const ofRuntime = /goroutine (\d{1,15})(?: gp=\S+ m=\S+(?: mp=\S+)?)? \[(?!\]:)/
// uber-go/goleak: `[Goroutine 8 in state chan receive, with main.f on top of the stack:`
const ofGoleak = /\[?\s?Goroutine (\d{1,15}) in state /

/** null for any other line. */
export function readHeader(line: string): Header | null {
  if (!line.includes('oroutine ')) return null
  const found = foundIn(line.trimEnd())
  if (found === null) return null
  const { id, status, index, isOfRuntime } = found
  const labels = status.indexOf(' labels:{')
  const [state = '', ...notes] = (labels < 0 ? status : status.slice(0, labels)).split(', ')
  const minutes = notes.map((note) => /^(\d{1,15}) minutes$/.exec(note)?.[1]).find((found) => found)
  return {
    id: Number(id),
    state: state.replace(/ \((?:scan|durable)\)/g, ''),
    ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
    isLocked: notes.includes('locked to thread'),
    prefix: line.slice(0, index),
    isFound: !isOfRuntime || /leaked goroutine: $/.test(line.slice(0, index)),
  }
}

interface Found {
  readonly id: string
  readonly status: string
  readonly index: number
  readonly isOfRuntime: boolean
}

/** By its end first: a long line may begin like a header any number of times. */
function foundIn(line: string): Found | null {
  const isOfRuntime = line.endsWith(']:')
  if (!isOfRuntime && !line.endsWith(' on top of the stack:')) return null
  const match = (isOfRuntime ? ofRuntime : ofGoleak).exec(line)
  if (match === null) return null
  const start = match.index + match[0].length
  const end = isOfRuntime ? line.length - 2 : line.lastIndexOf(', with ')
  if (end <= start) return null
  return { id: match[1] ?? '', status: line.slice(start, end), index: match.index, isOfRuntime }
}
