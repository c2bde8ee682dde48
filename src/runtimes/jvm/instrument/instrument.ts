import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Environment, Instrumentation, InstrumentRequest } from '../../runtime.ts'
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

/** The listener that has JUnit repeat its tests, of this installation. */
const installedListener = (): string => createRequire(import.meta.url).resolve('#probe/jvm/junit.jar')

/**
 * Nothing is loaded into a program, and nothing done at build time.
 * Of tests only what JUnit runs is measured:
 * a listener on the class path of every JVM has it wait for its rounds.
 */
export async function instrument({ directory, workload }: InstrumentRequest): Promise<Instrumentation> {
  const tests =
    workload.form === 'test'
      ? { directory: realpathSync(directory), agent: `-javaagent:${installedListener()}` }
      : null
  const environment = (sockets: string, trace: Trace): Environment => ({
    LEAKDIFF_SOCKETS: sockets,
    LEAKDIFF_TRACE: trace,
    ...(tests !== null && { LEAKDIFF_TESTS: tests.directory }),
    JAVA_TOOL_OPTIONS: tests === null ? optionsOf(sockets, trace) : optionsWith(trace, tests.agent),
  })
  return {
    buildEnv: {},
    runEnv: (stage, sockets) => environment(sockets, stage === 'first' ? 'plain' : 'traced'),
    diagnosticEnv: (sockets) => environment(sockets, 'traced'),
  }
}

/** Options of a JVM whose marker tells `trace`, which who starts a container fills in. */
export const optionsOf = (sockets: string, trace: Trace | string): string =>
  optionsWith(trace, markerOption(sockets, trace))

const optionsWith = (trace: Trace | string, last: string): string =>
  [...options, ...(trace === 'plain' ? [] : traced), quoted(last)].join(' ')

/**
 * A log of errors that there are none of: the file alone is wanted, with the pid in its name, and kept open.
 * Of a log that is off the JVM opens no file but closes it again, and nobody could tell whose it is.
 */
const markerOption = (sockets: string, trace: Trace | string): string =>
  `-Xlog:safepoint=error:file=${markerFile(sockets, trace)}`

/** The JVM splits the variable at blanks outside of quotes. */
const quoted = (option: string): string => (/\s/.test(option) ? `"${option}"` : option)
