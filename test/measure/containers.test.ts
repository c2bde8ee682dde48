import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { carrying, markOf, openTestSandbox, series } from './sandbox.ts'

const sandbox = openTestSandbox()
afterAll(() => sandbox[Symbol.dispose]())

const mark = markOf('contained')

/**
 * Starts a program as the daemon of containers does: no child of `start`,
 * and nothing of its environment but what is given.
 */
const contained = (role: string, program: string, port: string) =>
  [
    `mkdir "$LEAKDIFF_SOCKETS/${role}"`,
    `setsid -f env -i PATH="$PATH" ${mark} PORT=${port} NODE_OPTIONS="$NODE_OPTIONS" LEAKDIFF_SOCKETS="$LEAKDIFF_SOCKETS/${role}" node ${program}`,
  ].join('; ')

const other = '$((PORT + 1000))'

test('what runs in containers is a role by the folder of its socket; `stop` ends it', async () => {
  const start = `${contained('api', 'steady.mjs', '$PORT')}; ${contained('worker', 'leaks-one-task-per-round.mjs', other)}`
  const workload = {
    start,
    // Who else would end them.
    stop: `for p in /proc/[0-9]*; do grep -qz '^${mark}$' $p/environ 2>/dev/null && kill \${p#/proc/} || true; done`,
    round: `curl -sf http://127.0.0.1:$PORT/round; curl -sf --retry 9 --retry-connrefused http://127.0.0.1:${other}/round`,
  }
  const trial = await sandbox.measure(workload)
  expect(trial.failures).toEqual([])
  const roles = trial.roles.map(({ name, seen, processes }) => ({ name, seen, processes }))
  expect(roles.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: 'api', seen: 'probe', processes: 1 },
    { name: 'worker', seen: 'probe', processes: 1 },
  ])
  const of = (name: string) => trial.roles.findIndex((role) => role.name === name)
  expect(series(trial, 'tasks', of('api'))).toEqual([1, 1, 1])
  expect(series(trial, 'tasks', of('worker'))).toEqual([3, 4, 5])
  expect(carrying(mark)).toEqual([])
})

test('two endpoints of processes that are not ours are two roles, by their names', async () => {
  const servers = [7, 9].map((tasks) =>
    createServer((_, response) => response.end(JSON.stringify({ tasks, bytes: 1000, period: 512 }))),
  )
  const urls = await Promise.all(servers.map(listening))
  const profiles = ['api', 'worker'].map((name, index) => ({ name, url: `${urls[index]}/figures` }))
  const workload = { start: 'true', ready: { kind: 'probe' } as const, round: 'true', profiles }
  const trial = await sandbox.measure(workload)
  for (const server of servers) server.close()
  expect(trial.failures).toEqual([])
  expect(trial.roles.map(({ name }) => name)).toEqual(['api', 'worker'])
  expect([0, 1].map((role) => series(trial, 'tasks', role))).toEqual([
    [7, 7, 7],
    [9, 9, 9],
  ])
})

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
