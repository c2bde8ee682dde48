import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli, folder, quiet } from './project.ts'

const fixture = (name: string) => resolve(import.meta.dirname, '../profile-diff/fixtures', name)
const before = fixture('small.before.pb.gz')
const after = fixture('small.after.pb.gz')
const total = 'heap-bytes: +1.5 MiB in all, 95 rows by function.'

/** `leakdiff diff`, as the bundle runs it. */
async function diff(args: readonly string[], input: Uint8Array | string = '') {
  const { exitCode, stdout, stderr } = await execa('node', [cli, 'diff', ...args], {
    ...{ input, reject: false, env: quiet },
  })
  return { status: exitCode, stdout, stderr }
}

describe('a profile on standard input', () => {
  it('is the one written as -', async () => {
    const { status, stdout } = await diff([before, '-'], readFileSync(after))
    expect([status, stdout]).toEqual([0, expect.stringContaining(total)])
  })

  it('is refused by name when it is none', async () => {
    const { status, stderr } = await diff([before, '-'], 'no profile')
    expect([status, stderr]).toEqual([2, expect.stringContaining('standard input: This is not a pprof')])
  })

  it('can be read once', async () => {
    const { status, stderr } = await diff(['-', '-'], readFileSync(after))
    expect([status, stderr]).toEqual([2, expect.stringContaining('can be read only once')])
  })
})

describe('a profile of a server', () => {
  const asked: { readonly path: string | undefined; readonly key: string | undefined }[] = []
  const keyOf = ({ headers }: IncomingMessage) => headers['x-key']?.toString()
  const servers: Server[] = []
  let origin = ''

  beforeAll(async () => {
    const other = await listen((request, response) => {
      asked.push({ path: `other ${request.url}`, key: keyOf(request) })
      response.end(readFileSync(after))
    })
    origin = await listen((request, response) => {
      asked.push({ path: request.url, key: keyOf(request) })
      if (request.url === '/heap') response.end(readFileSync(after))
      else if (request.url === '/moved') response.writeHead(302, { location: '/heap' }).end()
      else if (request.url === '/away') response.writeHead(302, { location: `${other}/heap` }).end()
      else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end()
      else if (request.url === '/nowhere') response.writeHead(302, { location: 'http://[' }).end()
      else if (request.url === '/disk') response.writeHead(302, { location: 'file:///etc/hosts' }).end()
      else response.writeHead(404).end()
    })
  })
  afterAll(() => {
    for (const server of servers) server.close()
  })

  async function listen(answer: Parameters<typeof createServer>[1]): Promise<string> {
    const server = createServer(answer)
    servers.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  const fetched = async (path: string) => {
    asked.length = 0
    return await diff([before, `${origin}${path}`, '--header', 'X-Key: secret-1'])
  }

  it('is asked for with the headers', async () => {
    const { status, stdout } = await fetched('/heap')
    expect([status, stdout]).toEqual([0, expect.stringContaining(total)])
    expect(asked).toEqual([{ path: '/heap', key: 'secret-1' }])
  })

  it('is looked for where the server sends us', async () => {
    const { status, stdout } = await fetched('/moved')
    expect([status, stdout]).toEqual([0, expect.stringContaining(total)])
    expect(asked.map(({ key }) => key)).toEqual(['secret-1', 'secret-1'])
  })

  it('of another server gets none of the headers', async () => {
    expect((await fetched('/away')).status).toBe(0)
    expect(asked).toEqual([
      { path: '/away', key: 'secret-1' },
      { path: 'other /heap', key: undefined },
    ])
  })

  it.each([
    ['/absent?token=secret-2', '/absent cannot be read: it answers 404'],
    ['/nowhere', '/nowhere cannot be read: it redirects to something that is not an http or https address'],
    ['/disk', '/disk cannot be read: it redirects to something that is not an http or https address'],
    ['/round', '/round cannot be read: it redirects more than 5 times'],
  ])('%s is refused, without what may be secret', async (path, problem) => {
    const { status, stderr } = await fetched(path)
    expect([status, stderr]).toEqual([2, expect.stringContaining(problem)])
    expect(stderr).not.toContain('secret')
  })
})

describe('a reader that has seen enough', () => {
  /** Ends with the status of leakdiff, not that of `head`; by stack it writes more than a pipe holds. */
  const headOf = async (...args: string[]) => {
    const command = '"$@" | head -1; exit "${PIPESTATUS[0]}"'
    const large = ['before', 'after'].map((side) => fixture(`medium.${side}.pb.gz`))
    const all = ['node', cli, 'diff', ...large, '--by', 'stack', '--top', '0', ...args]
    const ended = await execa('bash', ['-c', command, 'bash', ...all], { reject: false, env: quiet })
    return { status: ended.exitCode, lines: ended.stdout.split('\n').length, stderr: ended.stderr }
  }

  it('ends it quietly', async () => {
    expect(await headOf()).toEqual({ status: 0, lines: 1, stderr: '' })
  })

  it('does not make a pass of what grew too much, nor lose a file', async () => {
    const json = join(folder(), 'diff.json')
    const { status, stderr } = await headOf('--fail-above', '1kB', '--json', json)
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^heap-bytes grew by .*--fail-above 1kB\.$/)])
    expect(JSON.parse(readFileSync(json, 'utf8')).rows.length).toBeGreaterThan(2000)
  })
})

describe('--fail-above', () => {
  it.each([
    ['1MB', 1],
    ['2MB', 0],
    ['1.4MiB', 1],
    ['10', 1],
  ] as const)('%s ends with %i', async (limit, status) => {
    expect((await diff([before, after, '--fail-above', limit])).status).toBe(status)
  })

  it('that is no size is refused', async () => {
    const { status, stderr } = await diff([before, after, '--fail-above', 'much'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('--fail-above much')])
  })
})

describe('more than two', () => {
  const json = async (...args: string[]) => JSON.parse((await diff([...args, '--json', '-'])).stdout)

  it('are a series: growth from each to the next', async () => {
    const { total: grown, rows } = await json(before, after, before, after)
    expect(grown).toBe((await json(before, after)).total)
    const { flat, steps } = rows.find((row: { name: string }) => row.name === 'main.main.func1')
    expect(steps).toEqual([flat, -flat, flat])
  })

  it('befores and afters are summed', async () => {
    const one = await json(before, after)
    const two = await json(after, after, '--diff-base', before, '--diff-base', before)
    expect(two.total).toBe(2 * one.total)
    expect(two.rows.map((row: { name: string }) => row.name)).toEqual(
      one.rows.map((row: { name: string }) => row.name),
    )
  })

  it('flags as pprof spells them', async () => {
    expect(await json('-inuse_space', '-lines', `-diff_base=${before}`, after)).toEqual(
      await json(before, after, '--by', 'line'),
    )
  })
})
