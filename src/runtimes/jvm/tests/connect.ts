import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { InconclusiveError, UserError } from '../../../errors.ts'
import type { ProbeAnswers, ProbeReply, ProbeRequest } from '../../line-protocol.ts'
import { openLineSocket } from '../../line-socket.ts'
import { refusedCode } from '../../probe.ts'
import type { TestProcess } from '../../test-runner.ts'
import { jvmOf } from '../attach/jvm.ts'
import { markerPid } from '../attach/marker.ts'
import { probeAt } from '../connect.ts'

const hint = 'Look at the tests’ own output: their process may have ended.'

/**
 * Connects to a plan of tests that waits for its first round: `path` tells where,
 * and the word that it wants to hear. All else is asked of its JVM. Throws UserError when nobody answers, or
 * when the tests are none of the revision's.
 */
export async function connectTests(path: string): Promise<TestProcess> {
  const [port = '', word = ''] = (await readFile(path, 'utf8').catch(() => '')).split(' ')
  if (word === '') throw new UserError(`No tests wait at ${path}.`, hint)
  const socket = await openLineSocket({ port: Number(port), name: basename(path) }, hint)
  const ask = async <K extends 'name' | 'round' | 'leave' | 'end'>(
    request: Extract<ProbeRequest, { do: K }>,
    limit?: null,
  ): Promise<ProbeAnswers[K]> => {
    const reply = (await socket.ask({ ...request, word }, limit)) as ProbeReply<K>
    if ('answer' in reply) return reply.answer
    const told = 'problem' in reply ? reply.problem : reply.refused[0]
    throw new InconclusiveError(refusedCode, `The tests could not be repeated: ${told}.`, hint)
  }
  const { goesOn, name } = await ask({ do: 'name' })
  if (name === '' || name.startsWith('..'))
    throw new UserError(
      `The tests behind ${path} are not in this revision: ${name}.`,
      'Have `test` run tests of this repository.',
    )
  const probe = await probeAt(path, jvmOf(path), markerPid(basename(path)) ?? 0)
  return {
    ...probe,
    name,
    goesOn,
    round: () => ask({ do: 'round' }, null),
    leaveOut: async () => void (await ask({ do: 'leave' })),
    end: async () => void (await ask({ do: 'end' })),
    close: async () => {
      await probe.close()
      await socket.close()
    },
  }
}
