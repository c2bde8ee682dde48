/**
 * The first lines of what Go writes as text: goroutines, counts, heap, what waited for locks; and jemalloc's.
 */
const starts =
  /goroutine \d+ [^\n]*\[|Goroutine \d+ in state |\S profile: total \d|heap profile: *\d+: *\d+ *\[|heap_v2\/\d|--- (?:mutex|contention):/

const wholeStart =
  /^\s*(?:goroutine \d+ .*\]:|\[?Goroutine \d+ in state .*:|\S+ profile: total \d+|heap profile: *\d+: .*@.*|heap_v2\/\d+|--- (?:mutex|contention):)\s*$/

/** Whether a dump begins in that text, whatever stands before it. */
export function holdsStart(text: string): boolean {
  // Nearly no line of a log does, and this is quickly seen.
  return (
    (text.includes('oroutine ') ||
      text.includes(' profile: ') ||
      text.includes('heap_v2/') ||
      text.includes('--- ')) &&
    starts.test(text)
  )
}

/** Whether that text is the first line of a dump. */
export function isStart(text: string): boolean {
  return text.length < 10_000 && wholeStart.test(text)
}
