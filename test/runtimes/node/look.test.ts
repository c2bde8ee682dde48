import { afterEach, describe, expect, it } from 'vitest'
import type { Frame, Profile } from '../../../src/profile/profile.ts'
import { nodes, profileOf, profiles, type Running, start, versionOf } from './program.ts'

let running: Running | undefined
afterEach(async () => {
  await running?.stop()
  running = undefined
})

const own = (stack: readonly Frame[]): string | undefined =>
  stack.findLast((frame) => frame.file.endsWith('opens-files.mjs'))?.function

/** Calls on one line are samples of their own. */
function byCall({ samples }: Profile): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { stack, value } of samples) counts[own(stack) ?? ''] = (counts[own(stack) ?? ''] ?? 0) + value
  return counts
}

async function lookedAt(options: Parameters<typeof start>[2]): Promise<readonly Profile[]> {
  running = await start('opens-files.mjs', [], options)
  for (let round = 0; round < 3; round++) await running.round()
  const probe = await running.probe()
  await probe.collect()
  return await profiles(probe, running.sockets, 3)
}

describe.each(nodes.map((executable) => ({ executable, version: versionOf(executable) })))(
  'a look at a program on Node $version',
  ({ executable }) => {
    it('tells who opened the files that are open still, by whatever way, and what set off a server', async () => {
      const all = await lookedAt({ executable, goal: 'openers' })
      expect(byCall(profileOf(all, 'files'))).toEqual({
        keepSync: 3,
        keepCalled: 3,
        keepHandle: 6,
        keepStream: 3,
      })
      const servers = profileOf(all, 'tasks').samples.filter((s) => s.attributes?.state === 'TCPSERVERWRAP')
      expect(servers.map(({ stack }) => own(stack))).toEqual([undefined])
      expect(servers.flatMap(({ attributes }) => attributes?.ancestry?.map(own) ?? [])).toEqual([
        'listenAgain',
      ])
    })

    it('leaves Node’s own calls alone in what is measured', async () => {
      const all = await lookedAt({ executable })
      expect(all.map(({ quantity }) => quantity)).not.toContain('files')
      expect(profileOf(all, 'tasks').samples.every(({ attributes }) => !attributes?.ancestry)).toBe(true)
    })
  },
)
