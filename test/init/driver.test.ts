import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import http2 from 'node:http2'
import type { AddressInfo, Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, describe, expect, it } from 'vitest'
import { scriptDriver } from '../../src/runtimes/onboarding/driver/script.ts'
import { shellDriver } from '../../src/runtimes/onboarding/driver/shell.ts'
import type { Driver, Exchange, Place } from '../../src/runtimes/onboarding/onboarding.ts'

const folder = mkdtempSync(join(tmpdir(), 'leakdiff-test-driver-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** How the driver ended, of a round that makes each exchange three times. */
async function driven(
  driver: Driver,
  server: Server,
  exchanges: readonly Exchange[],
  protocol: Place['protocol'] = 'http',
) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const file = join(folder, `driver-${port}.${driver.ending}`)
  const place = { protocol, host: '127.0.0.1', port: null } as const
  writeFileSync(file, driver.text({ heading: ['A round.'], place, exchanges, requests: 3 }))
  try {
    return await execa(driver.command, [file], { env: { PORT: String(port) }, reject: false })
  } finally {
    server.close()
  }
}

const get = (path: string): Exchange => ({ kind: 'get', path })

describe.each([
  ['script', scriptDriver],
  ['shell', shellDriver],
] as const)('the driver of a %s', (_, driver) => {
  const answering = (seen: string[]) =>
    http.createServer((request, response) => {
      seen.push(request.url ?? '')
      response.statusCode = { '/broken': 500, '/absent': 404 }[request.url ?? ''] ?? 200
      response.end()
    })

  it('asks for each path as often as it says', async () => {
    const seen: string[] = []
    const { exitCode } = await driven(driver, answering(seen), [get('/a'), get('/b?c=1')])
    expect({ exitCode, seen }).toEqual({
      exitCode: 0,
      seen: ['/a', '/a', '/a', '/b?c=1', '/b?c=1', '/b?c=1'],
    })
  })

  it('fails when the server does, or when nothing is there', async () => {
    expect((await driven(driver, answering([]), [get('/a'), get('/broken')])).exitCode).not.toBe(0)
    expect((await driven(driver, answering([]), [get('/absent')])).exitCode).not.toBe(0)
    expect((await driven(driver, answering([]), [get('/a'), get('/absent')])).exitCode).toBe(0)
  })
})

describe('the driver of a script besides', () => {
  it('sends the headers of a request', async () => {
    const seen: unknown[] = []
    const server = http.createServer((request, response) => {
      seen.push(request.headers['x-a'])
      response.end()
    })
    await driven(scriptDriver, server, [{ kind: 'get', path: '/', headers: { 'x-a': 'b' } }])
    expect(seen).toEqual(['b', 'b', 'b'])
  })

  it('opens WebSockets, sends its texts, and closes them', async () => {
    const seen: string[] = []
    const server = http.createServer().on('upgrade', (_request, socket: Socket, head: Buffer) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
      const take = (data: Buffer): void => {
        for (let at = 0; at + 6 <= data.length; ) {
          const [code = 0, size = 0] = [data[at], (data[at + 1] ?? 0) & 0x7f]
          seen.push(code === 0x88 ? 'close' : data.subarray(at + 6, at + 6 + size).toString())
          if (code === 0x88) socket.end(Buffer.from([0x88, 0]))
          else socket.write(Buffer.from([0x81, 2, 111, 107]))
          at += 6 + size
        }
      }
      take(head)
      socket.on('data', take)
    })
    const { exitCode, stderr } = await driven(scriptDriver, server, [
      { kind: 'websocket', path: '/ws', send: ['one', 'two'] },
    ])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(seen.join(' ')).toBe('one two close one two close one two close')
  })

  it('calls methods of gRPC, whose status comes last', async () => {
    const server = (status: string) =>
      http2.createServer().on('stream', (stream) => {
        stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true })
        stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': status }))
        stream.end(Buffer.alloc(5))
      }) as unknown as Server
    const call: Exchange = { kind: 'call', path: '/shop.Shop/GetItem' }
    expect((await driven(scriptDriver, server('0'), [call], 'h2c')).exitCode).toBe(0)
    expect((await driven(scriptDriver, server('12'), [call], 'h2c')).exitCode).not.toBe(0)
  })

  it('is the one that is taken for what curl cannot ask for', () => {
    const place = { protocol: 'http', host: '127.0.0.1', port: null } as const
    expect(shellDriver.takes({ place, exchanges: [get('/')] })).toBe(true)
    expect(shellDriver.takes({ place: { ...place, protocol: 'h2c' }, exchanges: [get('/')] })).toBe(false)
    expect(shellDriver.takes({ place, exchanges: [{ kind: 'call', path: '/a' }] })).toBe(false)
  })
})
