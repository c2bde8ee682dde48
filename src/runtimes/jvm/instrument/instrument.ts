import type { Environment, Instrumentation } from '../../runtime.ts'
import { markerFile, type Trace } from '../attach/marker.ts'

/**
 * Has every JVM listen for commands from its start, count the memory that it takes outside of its heap,
 * and free all that it can in each full collection, soft references and gaps between objects too:
 * so the same number comes out as often as nothing happens.
 * Which of these options a version knows does not matter.
 */
const options = [
  '-XX:+IgnoreUnrecognizedVMOptions',
  '-XX:+StartAttachListener',
  '-XX:NativeMemoryTracking=summary',
  '-XX:SoftRefLRUPolicyMSPerMB=0',
  '-XX:MarkSweepAlwaysCompactCount=1',
  '-XX:HeapMaximumCompactionInterval=0',
]

/**
 * The recorder samples an object whenever a thread takes a new piece of the heap for what it allocates:
 * of small pieces of one size it meets what stays in proportion to its bytes.
 * What is larger than what is left of a piece must not use it up, or it alone would ever be met; and their
 * size is no round one, which requests may have as well.
 */
const traced = [
  '-XX:-ResizeTLAB',
  '-XX:TLABSize=4104',
  '-XX:TLABWasteIncrement=0',
  '-XX:FlightRecorderOptions=old-object-queue-size=4096',
]

/** Nothing is loaded into the program, and nothing done at build time. */
export async function instrument(): Promise<Instrumentation> {
  return {
    buildEnv: {},
    runEnv: (stage, sockets) => environmentOf(sockets, stage === 'first' ? 'plain' : 'traced'),
    diagnosticEnv: (sockets) => environmentOf(sockets, 'traced'),
  }
}

/** The two names that a container's options are made of are filled in by who starts it. */
const environmentOf = (sockets: string, trace: Trace): Environment => ({
  LEAKDIFF_SOCKETS: sockets,
  LEAKDIFF_TRACE: trace,
  JAVA_TOOL_OPTIONS: optionsOf(sockets, trace),
})

/** Options of a JVM whose marker tells `trace` in its name. */
export const optionsOf = (sockets: string, trace: Trace | string): string =>
  [...options, ...(trace === 'plain' ? [] : traced), quoted(markerOption(sockets, trace))].join(' ')

/** A log of nothing: the file alone is wanted, with the pid in its name. */
const markerOption = (sockets: string, trace: Trace | string): string =>
  `-Xlog:safepoint=off:file=${markerFile(sockets, trace)}`

/** The JVM splits the variable at blanks outside of quotes. */
const quoted = (option: string): string => (/\s/.test(option) ? `"${option}"` : option)
