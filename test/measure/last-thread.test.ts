import { randomUUID } from 'node:crypto'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { endProcesses, findProcesses, startShell } from '../../src/measure/process/processes.ts'

/** Its first thread ends at once; another one listens. */
const program = `
import ctypes, socket, sys, threading, time
listener = socket.create_server(('127.0.0.1', 0))
print(listener.getsockname()[1], flush=True)
threading.Thread(target=time.sleep, args=(60,)).start()
ctypes.CDLL(None).pthread_exit(None)
`

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

it('a process lives as long as its last thread, and has ended once nothing listens for it', async () => {
  const trial = randomUUID()
  const environment = { ...process.env, LEAKDIFF_TRIAL: trial, PROGRAM: program } as Record<string, string>
  const shell = startShell('exec python3 -c "$PROGRAM"', tmpdir(), environment)
  const port = Number(
    await new Promise((resolve) => shell.stdout?.once('data', (text) => resolve(`${text}`))),
  )
  await expect.poll(() => findProcesses({ trial }).map(({ pid }) => pid)).toEqual([shell.pid])
  expect(await answers(port)).toBe(true)
  expect(await endProcesses({ trial }, 1000)).toEqual([])
  expect(await answers(port)).toBe(false)
})
