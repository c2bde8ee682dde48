import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { onOneConnection } from '../../../src/runtimes/go/connect/http.ts'
import { go } from '../../../src/runtimes/go/index.ts'
import { blamed, hasGo, program, type Repository, read, repository, running, snapshot } from './program.ts'

describe.skipIf(!hasGo)('the endpoint of a Go program', () => {
  let at: Repository
  beforeAll(() => {
    at = repository({
      'go.mod': 'module example.com/serves\n\ngo 1.18\n',
      'main.go': program('serves-profiles'),
    })
  })
  afterAll(() => at.remove())

  it('gives totals and profiles, its own goroutines left out', async () => {
    const profiles = [{ name: null, url: 'http://127.0.0.1:6060/debug/pprof' }]
    const run = await running(
      at,
      { setup: 'go build -o server .', start: 'exec ./server', profiles },
      'confirm',
    )
    const url = `http://${await run.nextLine()}/debug/pprof/`
    const probe = await go.connect({ kind: 'url', url })
    expect(probe.pid).toBeNull()
    await read(probe)
    const readings = [await read(probe), await read(probe), await read(probe)]
    const before = Math.min(...readings.map(({ tasks = 0 }) => tasks))
    for (let i = 0; i < 5; i++) await run.round()
    // Tasks of earlier requests may still be about to end: that is what settling is for.
    const after = await vi.waitFor(async () => {
      const totals = await read(probe)
      expect((totals.tasks ?? 0) - before).toBe(5)
      return totals
    })
    expect(after['heap-bytes']).toBeGreaterThan(10_000)
    expect(after['heap-objects']).toBeGreaterThan(100)

    const profilesTaken = await snapshot(probe, true)
    const [exact, dump] = profilesTaken.filter(({ quantity }) => quantity === 'tasks')
    // Beside those of the count: those that serve the connection on which the profile is fetched.
    for (const tasks of [exact, dump]) expect(blamed(tasks) - (after.tasks ?? 0)).toBeLessThan(4)
    expect(exact?.samples.find(({ stack }) => stack.at(-1)?.function === 'main.wait')?.value).toBe(5)
    expect(profilesTaken.find(({ quantity }) => quantity === 'heap-bytes')?.period).toBe(4096)
    await run.stop()
  })
})

describe('an endpoint that is none', () => {
  const servers: Server[] = []
  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  })
  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener)
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/debug/pprof`
  }
  const connectTo = (url: string) => go.connect({ kind: 'url', url })
  const answers = (status: number, body: string, headers = {}) =>
    serve((_, response) => response.writeHead(status, headers).end(body))

  it.each([
    [404, /answers 404: there are no profiles/, /Import _ "net\/http\/pprof"/],
    [401, /answers 401: it wants credentials/, /user:password@host/],
    [403, /answers 403: it wants credentials/, /user:password@host/],
    [302, /answers 302 and redirects elsewhere/, /at which the profiles are/],
    [500, /answers 500/, /program’s own output/],
  ])('answers %i', async (status, problem, remedy) => {
    const url = await answers(status, 'no', { location: '/login' })
    const error = await connectTo(url).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({
      message: expect.stringMatching(problem),
      remedy: expect.stringMatching(remedy),
    })
  })

  it('shows a web page', async () => {
    const typed = await answers(200, 'hello', { 'content-type': 'text/html; charset=utf-8' })
    await expect(connectTo(typed)).rejects.toThrow('answers with a web page')
    await expect(connectTo(await answers(200, '<!DOCTYPE html>'))).rejects.toThrow('answers with a web page')
  })

  it('answers something else', async () => {
    await expect(connectTo(await answers(200, '{"status":"ok"}'))).rejects.toThrow(
      'it does not begin with the number of goroutines',
    )
    const halves = await serve((_, response) => response.end('goroutine profile: total 3\n'))
    const probe = await connectTo(halves)
    await expect(probe.count()).rejects.toThrow('its end has no HeapAlloc')
  })

  it('breaks off in the middle', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('goroutine profile: total 3\n', () => response.destroy())
    })
    await expect(connectTo(url)).rejects.toThrow(/broke off in the middle/)
  })

  it('is not there, or never answers', async () => {
    const server = createTcpServer((socket) => socket.resume())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const silent = `http://user:secret@127.0.0.1:${(server.address() as AddressInfo).port}/`
    const late = await onOneConnection((get) => get(new URL(silent)), 50).catch((e: unknown) => String(e))
    expect(late).toBe('UserError: `profiles` did not answer within 0.05 s.')
    await new Promise((resolve) => server.close(resolve))
    await expect(connectTo(silent)).rejects.toThrow(/Nothing answers at .* \(ECONNREFUSED\)/)
  })

  it('keeps a token in the query, sends credentials, and keeps no connection', async () => {
    const open = new Set<Socket>()
    const seen: (string | undefined)[] = []
    const url = await serve((request, response) => {
      open.add(request.socket)
      request.socket.once('close', () => open.delete(request.socket))
      seen.push(request.url, request.headers.authorization)
      response.end(
        'goroutine profile: total 3\n1 @ 0x1\n#\t0x1\truntime/pprof.writeGoroutine+0x2\n\n2 @ 0x2\n#\t0x2\tmain.main+0x1\n',
      )
    })
    await connectTo(`${url.replace('http://', 'http://user:secret@')}?token=1`)
    const basic = `Basic ${Buffer.from('user:secret').toString('base64')}`
    await vi.waitFor(() => expect(open.size).toBe(0))
    expect(seen).toEqual(['/debug/pprof/goroutine?token=1&debug=1', basic])
  })
})
