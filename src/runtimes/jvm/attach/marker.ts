import { basename, join } from 'node:path'

/**
 * What a trial asks of each JVM, told by the name of its marker. `plain`: its totals and tasks; `traced`: who
 * allocated what stays, too.
 */
export type Trace = 'plain' | 'traced'

const names = /^jvm-(\d+)(?:-t\d+)?-(plain|traced)\.sock$/

/**
 * The file that a JVM opens as it starts, `%p` is its pid. Nobody listens there: it only tells that a JVM
 * lives, which is then met where every JVM listens.
 */
export const markerFile = (sockets: string, trace: Trace | string): string =>
  join(sockets, `jvm-%p-${trace}.sock`)

/** The process id in the name of a marker; null for other names. */
export const markerPid = (fileName: string): number | null => {
  const pid = names.exec(fileName)?.[1]
  return pid === undefined ? null : Number(pid)
}

export const traceIn = (path: string): Trace =>
  names.exec(basename(path))?.[2] === 'traced' ? 'traced' : 'plain'
