import { basename } from 'node:path'
import { InconclusiveError, UserError } from '../errors.ts'
import type { Quantity, Total } from '../profile/profile.ts'
import type { ProbeAnswers, ProbeReply, ProbeRequest } from './line-protocol.ts'
import { openLineSocket } from './line-socket.ts'
import { type Probe, type ProbeAddress, refusedCode } from './probe.ts'
import type { TestProcess } from './test-runner.ts'

/** How the probes of one runtime are met. */
interface ProbesOf {
  /** What people call the runtime: `Python`. */
  readonly title: string
  /** The file name of a socket; its first group is the process id. */
  readonly socketName: RegExp
  /** The file name of a socket in a thread beside the program's own. Left out: a process has one. */
  readonly threadName?: RegExp
  /** What to look at when nobody answers. */
  readonly hint: string
  /** Whether what takes longer is counted apart. */
  readonly countsHeapApart: boolean
  /** Tests tell which files they were made of. */
  readonly tellsFiles: boolean
}

/** `limit` in milliseconds; null: who asks has a limit of its own. */
type Ask = <K extends keyof ProbeAnswers>(
  request: Extract<ProbeRequest, { do: K }>,
  limit?: number | null,
) => Promise<ProbeAnswers[K]>

/** The part of an adapter that speaks with probes of ours, a line of JSON for a line of JSON. */
export function lineProbes(of: ProbesOf) {
  return {
    /** Process id in the name of a probe's socket; null for other names. */
    socketPid: (fileName: string): number | null => pidIn(of, fileName),
    /** Connects to a probe. Throws UserError when nothing answers there, and for an endpoint. */
    connect: async (address: ProbeAddress): Promise<Probe> => {
      if (address.kind === 'url') throw withoutEndpoints(of, address.url)
      return (await open(of, address.path)).probe
    },
    /** Connects to a session of tests. Throws UserError when they are none of the revision's. */
    connectTests: async (path: string): Promise<TestProcess> => session(of, await open(of, path), path),
  }
}

function pidIn({ socketName }: ProbesOf, fileName: string): number | null {
  const pid = socketName.exec(fileName)?.[1]
  return pid === undefined ? null : Number(pid)
}

const withoutEndpoints = ({ title }: ProbesOf, url: string): UserError =>
  new UserError(
    `A ${title} program has no profiles to fetch from ${url}.`,
    `Leave out \`profiles\`: leakdiff instruments ${title} programs by itself.`,
  )

interface Opened {
  readonly probe: Probe
  readonly ask: Ask
}

/** Answers reject with InconclusiveError when the process cannot be measured. */
async function open(of: ProbesOf, path: string): Promise<Opened> {
  const { hint } = of
  const name = basename(path)
  const socket = await openLineSocket(path, hint)
  const ask: Ask = async <K extends keyof ProbeAnswers>(
    request: Extract<ProbeRequest, { do: K }>,
    limit?: number | null,
  ) => {
    const reply = (await socket.ask(request, limit)) as ProbeReply<K>
    if ('refused' in reply) throw new InconclusiveError(refusedCode, ...reply.refused)
    if ('problem' in reply)
      throw new UserError(`The probe ${name} failed to ${request.do}: ${reply.problem}.`, hint)
    return reply.answer
  }
  const probe: Probe = {
    pid: pidIn(of, name),
    ...(of.threadName?.test(name) && { thread: true }),
    collect: async (atRest) => void (await ask({ do: 'collect', ...(atRest && { atRest }) })),
    count: async () => totalsOf(await ask({ do: 'count' })),
    ...(of.countsHeapApart && { countHeap: async () => totalsOf(await ask({ do: 'heap' })) }),
    snapshot: (directory, request) => ask({ do: 'snapshot', directory, ...request }),
    close: socket.close,
  }
  return { probe, ask }
}

async function session(of: ProbesOf, { ask, probe }: Opened, path: string): Promise<TestProcess> {
  const { name, goesOn } = await ask({ do: 'name' })
  if (name === '' || name.startsWith('..'))
    throw new UserError(
      `The tests behind ${path} are not in this revision: ${name}.`,
      'Have `test` run tests of this repository.',
    )
  return {
    ...probe,
    name,
    goesOn,
    round: () => ask({ do: 'round' }, null),
    ...(of.tellsFiles && { files: () => ask({ do: 'files' }) }),
    leaveOut: async () => void (await ask({ do: 'leave' })),
    end: async () => void (await ask({ do: 'end' })),
  }
}

const totalsOf = (answer: ProbeAnswers['count' | 'heap']): readonly Total[] =>
  Object.entries(answer).flatMap(([quantity, value]) =>
    value === null ? [] : [{ quantity: quantity as Quantity, value }],
  )
