import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { InconclusiveError, UserError } from '../../errors.ts'
import { type Probe, type ProbeAddress, refusedCode } from '../probe.ts'
import { command } from './attach/command.ts'
import { type Jvm, jvmOf, wordsOf } from './attach/jvm.ts'
import { markerPid, traceIn } from './attach/marker.ts'
import { closed } from './instrument/unreachable.ts'
import { liveJvm } from './live/probe.ts'
import { traceOf } from './trace/trace.ts'

/** Connects to the JVM that opened a marker. Throws UserError when none listens, and for an endpoint. */
export async function connect(address: ProbeAddress): Promise<Probe> {
  if (address.kind === 'url')
    throw new UserError(
      `A JVM has no profiles to fetch from ${address.url}.`,
      'Leave out `profiles`: leakdiff asks JVMs by itself.',
    )
  const { path } = address
  const pid = markerPid(basename(path))
  if (pid === null || !existsSync(path))
    throw new UserError(`No JVM has opened ${path}.`, 'Look at the program’s own output: it may have ended.')
  return probeAt(path, jvmOf(path), pid)
}

/**
 * The probe of a JVM, which its marker at `path` says how to trace. Throws UserError when it does not listen.
 */
export async function probeAt(path: string, jvm: Jvm, pid: number): Promise<Probe> {
  try {
    await command(jvm, 'VM.version')
  } catch (error) {
    const refusal = refusalOf(jvm, error)
    if (refusal === null) throw error
    return refusing(pid, refusal)
  }
  return liveJvm(jvm, pid, traceIn(path) === 'traced' ? traceOf(jvm, path) : null)
}

/** Why it will not answer, ever; null where it may yet. */
function refusalOf({ pid }: Jvm, error: unknown): InconclusiveError | null {
  if (error instanceof InconclusiveError) return error
  if (!wordsOf(pid).includes('-XX:+DisableAttachMechanism')) return null
  return new InconclusiveError(refusedCode, `No JVM answers: ${closed.why}.`, closed.remedy)
}

function refusing(pid: number, refusal: InconclusiveError): Probe {
  const refuse = () => Promise.reject(refusal)
  return { pid, collect: refuse, count: refuse, snapshot: refuse, close: async () => {} }
}
