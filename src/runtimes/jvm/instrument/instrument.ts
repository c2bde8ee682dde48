import type { Environment, Instrumentation } from '../../runtime.ts'
import { markerFile, type Trace } from '../attach/marker.ts'

/**
 * Has every JVM listen for commands from its start, count the memory that it takes outside of its heap, and
 * tell that it lives by a file. Soft references are freed by every full collection, so that the same number
 * comes out as often as nothing happens.
 */
const options = [
  '-XX:+StartAttachListener',
  '-XX:NativeMemoryTracking=summary',
  '-XX:SoftRefLRUPolicyMSPerMB=0',
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
  [...options, quoted(markerOption(sockets, trace))].join(' ')

/** A log of nothing: the file alone is wanted, with the pid in its name. */
const markerOption = (sockets: string, trace: Trace | string): string =>
  `-Xlog:safepoint=off:file=${markerFile(sockets, trace)}`

/** The JVM splits the variable at blanks outside of quotes. */
const quoted = (option: string): string => (/\s/.test(option) ? `"${option}"` : option)
