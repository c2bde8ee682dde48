/** Options with a value that say where a worker listens, writes or ends, and how many children it has. */
const dropped = [
  ...['-n', '--hostname', '-Q', '--queues', '-X', '--exclude-queues', '-l', '--loglevel', '-f', '--logfile'],
  ...['--pidfile', '--statedb', '-s', '--schedule', '--schedule-filename', '-S', '--scheduler', '--uid'],
  ...['--gid', '-c', '--concurrency', '--autoscale', '--max-tasks-per-child', '--max-memory-per-child'],
  ...['-A', '--app', '-b', '--broker', '--result-backend', '--workdir'],
]
/** What sends tasks by the clock, or leaves the terminal. */
const bare = [
  '-B',
  '--beat',
  '-D',
  '--detach',
  '-E',
  '--task-events',
  '--purge',
  '--discard',
  '-q',
  '--quiet',
]

/**
 * Of the words behind `celery` the application and the options that are kept; null where they start no
 * worker. A child that is replaced after some tasks takes its leak with it.
 */
export function workerOptions(text: string): { readonly name: string; readonly options: string } | null {
  const words = text.trim().split(/\s+/)
  const at = words.findIndex((word) => word === '-A' || word === '--app' || /^(?:--app=|-A[\w.])/.test(word))
  const given = words[at] ?? ''
  const name = /^(?:--app=|-A)([\w.:]+)$/.exec(given)?.[1] ?? words[at + 1]
  if (at < 0 || name === undefined || !/^[A-Za-z_][\w.:]*$/.test(name)) return null
  const start = words.indexOf('worker')
  if (start < 0) return null
  return { name, options: kept(words.slice(start + 1)).join(' ') }
}

function kept(words: readonly string[]): readonly string[] {
  const left: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (/^(?:&&?|\|\|?|;|>|2>|--)/.test(word) && !/^--\w/.test(word)) break
    if (dropped.includes(word)) at++
    else if (/^-/.test(word) && !bare.includes(word) && !isAttached(word)) {
      left.push(word)
      const next = words[at + 1]
      if (next !== undefined && /^\w/.test(next) && !word.includes('=')) left.push(words[++at] ?? '')
    }
  }
  return left.filter((word) => !word.includes('$'))
}

/** `--concurrency=4`, `-linfo`, `-c4`. */
const isAttached = (word: string): boolean =>
  dropped.some((one) =>
    one.startsWith('--')
      ? word.startsWith(`${one}=`)
      : word.startsWith(one) && word.length > 2 && !word.startsWith('--'),
  )
