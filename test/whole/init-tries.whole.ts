import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Repository } from '../../src/checkout/git/git.ts'
import { openRepository } from '../../src/checkout/git/repository.ts'
import { candidates, initialise } from '../../src/init/init.ts'
import type { RecognisedServer } from '../../src/init/recognise/recognise.ts'
import { type Copy, openCopy } from '../../src/init/try/copy.ts'
import { helpWords } from '../../src/init/try/help.ts'
import { tryServer } from '../../src/init/try/server.ts'
import { tryAll } from '../../src/init/try/try.ts'
import { findProcesses } from '../../src/measure/process/processes.ts'
import { commit, fingerprint, init, write } from '../checkout/repositories.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

type Files = Readonly<Record<string, string>>

function repositoryOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'leakdiff-test-try-'))
  folders.push(folder)
  const root = init(folder)
  commit(root, 'as it is', files)
  return root
}

const quiet = { step: () => {}, detail: () => {} }
const never = new AbortController().signal

// Who opens a folder takes away those of runs that were killed,
// and one that is just being opened is not known yet.
let last: Promise<unknown> = Promise.resolve()
function opened(repository: Repository): Promise<Copy> {
  const copy = last.then(() => openCopy(repository, quiet, never))
  last = copy
  return copy
}

/** The first server that is recognised, tried without a whole trial. */
async function tried(files: Files, limit = 60_000) {
  const repository = await openRepository(repositoryOf(files))
  const server = (await candidates(repository)).find((one): one is RecognisedServer => one.kind === 'server')
  if (server === undefined) throw new Error('no server was recognised')
  await using copy = await opened(repository)
  // Nothing is installed: what npm does is not what these are about.
  return await tryServer(copy, { ...server, setup: null }, limit)
}

const listener = (port: string, handler = "response.end('ok')") => `
const http = require('http')
http.createServer((request, response) => {
  if (request.url === '/items') return response.end('[]')
  if (request.url === '/events/now') return response.write('data\\n')
  if (request.url === '/broken') { response.statusCode = 500; return response.end() }
  if (request.url === '/missing') { response.statusCode = 404; return response.end() }
  ${handler}
}).listen(${port}, '127.0.0.1')
`
const node = (server: string, start = 'node server.js'): Files => ({
  'package.json': JSON.stringify({ scripts: { start } }),
  'server.js': server,
})

describe.concurrent('where a program listens is learned from the program', () => {
  it('at $PORT', async () => {
    const { exchanges, place, start } = await tried(node(listener('process.env.PORT')))
    expect({ place, start }).toEqual({
      place: { protocol: 'http', host: '127.0.0.1', port: null },
      start: 'node server.js',
    })
    expect(exchanges).toContainEqual({ kind: 'get', path: '/items' })
  })

  it('at a port of another variable', async () => {
    const { place, start } = await tried(node(listener('process.env.API_PORT || 4817')))
    expect({ port: place.port, start }).toEqual({ port: null, start: 'API_PORT=$PORT node server.js' })
  })

  it('at a port that an argument gives', async () => {
    const port = "process.argv[process.argv.indexOf('--port') + 1] ?? 4818"
    const { place, start } = await tried(node(listener(`process.argv.includes('--port') ? ${port} : 4818`)))
    expect({ port: place.port, start }).toEqual({ port: null, start: 'node server.js --port $PORT' })
  })

  it('at a port that nothing changes', async () => {
    expect((await tried(node(listener('4819')))).place.port).toBe(4819)
  })

  it('at the loopback of IPv6 alone', async () => {
    const { place } = await tried(node(listener('process.env.PORT').replace("'127.0.0.1'", "'::1'")))
    expect(place.host).toBe('[::1]')
  })

  it('behind a subcommand that its help names', async () => {
    const program = `if (process.argv[2] === 'serve') {${listener('process.env.PORT')}} else console.log('Commands:\\n  build   builds\\n  serve   serves')`
    expect((await tried(node(program))).start).toBe('node server.js serve')
  })

  it('behind a subcommand of a subcommand', async () => {
    const help = (words: string) =>
      `console.log('Commands:\\n${words
        .split(' ')
        .map((word) => `  ${word}  does`)
        .join('\\n')}')`
    const program = `const [, , first, second] = process.argv
if (first === 'server' && second === 'start') {${listener('process.env.PORT')}} else if (first === 'server') ${help('start stop')}
else ${help('build server')}`
    expect((await tried(node(program))).start).toBe('node server.js server start')
  })

  it('of two sockets, at the one that answers', async () => {
    const both = `require('net').createServer((socket) => socket.destroy()).listen(4820, '127.0.0.1')\n${listener('4821')}`
    expect((await tried(node(both))).place.port).toBe(4821)
  })

  it('speaks HTTP/2 alone', async () => {
    const server = `require('http2').createServer((request, response) => {
  if (request.url === '/items') return response.end('[]')
  response.end('ok')
}).listen(process.env.PORT)`
    expect((await tried(node(server))).place.protocol).toBe('h2c')
  })
})

describe.concurrent('what it answers is learned by asking', () => {
  it('what fails, is not there or does not end is left out, with the reason', async () => {
    const { exchanges, left } = await tried(node(listener('process.env.PORT')))
    expect(exchanges.map(({ path }) => path)).toEqual(['/items'])
    expect(left).toEqual([
      'GET /events/now: may not end by itself',
      'GET /broken: was answered with 500 when it was tried',
      'GET /missing: was answered with 404 when it was tried',
    ])
  })

  it('slow answers make fewer of them', async () => {
    const slow = listener('process.env.PORT').replace(
      "return response.end('[]')",
      "return setTimeout(() => response.end('[]'), 60)",
    )
    expect((await tried(node(slow))).requests).toBeLessThanOrEqual(20)
  })

  it('tells what it asked for when nothing went well', async () => {
    const server =
      "require('http').createServer((q, r) => { r.statusCode = 401; r.end() }).listen(process.env.PORT)"
    await expect(tried(node(server))).rejects.toThrow(
      /no request to it succeeded: GET \/: was answered with 401/,
    )
  })
})

describe.concurrent('where nothing can be installed', () => {
  const shop: Files = {
    ...node(listener('process.env.PORT', "response.end(require('greeting'))")),
    '.gitignore': 'node_modules\n',
  }
  const withSetup = async (setup: string, installed: Files, build: string | null) => {
    const root = repositoryOf(shop)
    write(root, installed)
    const repository = await openRepository(root)
    const server = (await candidates(repository)).find(
      (one): one is RecognisedServer => one.kind === 'server',
    )
    if (server?.installed === undefined) throw new Error('no server was recognised')
    await using copy = await opened(repository)
    const given = { ...server, setup, installed: { ...server.installed, setup: build } }
    return await tryServer(copy, given, 60_000)
  }
  const modules = { 'node_modules/greeting/index.js': "module.exports = 'hello'" }

  it('what is installed in the checkout stands in, and the build is still done', async () => {
    const { exchanges, stoodIn } = await withSetup('echo no network; exit 7', modules, 'touch built')
    expect(stoodIn).toMatchObject({ paths: ['node_modules'], output: ['no network'] })
    expect(exchanges.map(({ path }) => path)).toContain('/items')
  })

  it('nothing stands in for a set-up that works, or for a build that fails', async () => {
    const install = `mkdir -p node_modules/greeting && echo "module.exports = 'hello'" > node_modules/greeting/index.js`
    expect((await withSetup(install, modules, null)).stoodIn).toBeNull()
    await expect(withSetup('exit 7', modules, 'exit 8')).rejects.toThrow(/exit 7/)
    await expect(withSetup('exit 7', {}, null)).rejects.toThrow(/exit 7/)
  })
})

describe.concurrent('what does not work is told', () => {
  it('a program for another runtime, which is not started', async () => {
    const bun = tried({ 'package.json': '{}', 'a.ts': 'Bun.serve({ port: 3000, fetch })' })
    await expect(bun).rejects.toThrow(
      'The program is written for Bun, and leakdiff measures programs of Node',
    )
  })

  it('a program that ends', async () => {
    const failing = tried(
      node("require('http'); console.error('no DATABASE_URL'); process.exit(3) // .listen(1)"),
    )
    await expect(failing).rejects.toMatchObject({
      message: '`node server.js` ended with exit 3 before it listened',
      output: ['no DATABASE_URL'],
    })
  })

  it('a program that never listens', async () => {
    const silent = tried(node('setInterval(() => {}, 1000); function f(a) { a.listen(1) }'), 1500)
    await expect(silent).rejects.toThrow(/listened nowhere within 1|2 s/)
  })
})

const source = { repository: 'acme/leakdiff', commit: 'a'.repeat(40), version: '0' }
const onTests = {
  'test/a.test.js': "require('node:test')('adds', () => {})\n",
  'package.json': JSON.stringify({ scripts: { start: 'node server.js', test: 'node --test' } }),
}

describe('a whole init', () => {
  it('writes what worked alone, touches nothing else, and leaves nothing running', async () => {
    const root = repositoryOf({ ...node('process.exit(1); function never(a) { a.listen(1) }'), ...onTests })
    const before = fingerprint(root)
    const repository = await openRepository(root)
    const all = await candidates(repository)
    const request = { repository, source, limit: 20_000, log: quiet, signal: never }
    const { failed, files, workloads } = await initialise(request, all)
    expect(workloads.map(({ name }) => name)).toEqual(['tests'])
    expect(failed.map(({ why }) => why)).toEqual(['`node server.js` ended with exit 1 before it listened'])
    expect(files.map(({ file }) => file)).toEqual(['.github/leakdiff.yml', '.github/workflows/leakdiff.yml'])
    expect(fingerprint(root)).toEqual(before)
  })

  it('does not try once more the tests that ran with those of the root', async () => {
    const inside = {
      'packages/a/package.json': JSON.stringify({ name: 'a', scripts: { test: 'node --test' } }),
      'packages/a/a.test.js': onTests['test/a.test.js'],
    }
    const root = repositoryOf({ ...onTests, ...inside })
    const repository = await openRepository(root)
    const all = (await candidates(repository)).filter(({ kind }) => kind === 'tests')
    const foldersOf = async (covers: readonly string[]) => {
      await using copy = await opened(repository)
      const tried = await tryAll(
        copy,
        all.map((one) => (one.folder === '' ? { ...one, covers } : one)),
        60_000,
      )
      return tried.map(({ recognised }) => recognised.folder)
    }
    expect(await foldersOf(['packages/a'])).toEqual([''])
    expect(await foldersOf([])).toEqual(['', 'packages/a'])
  })

  it('tries nothing where there is a configuration', async () => {
    const root = repositoryOf({ ...node(listener('process.env.PORT')), '.github/leakdiff.yml': 'mine' })
    const repository = await openRepository(root)
    const steps: string[] = []
    const log = { step: (text: string) => void steps.push(text), detail: () => {} }
    const request = { repository, source, limit: 20_000, log, signal: never }
    const { files, kept } = await initialise(request, await candidates(repository))
    expect({ steps, kept, files: files.map(({ file }) => file) }).toEqual({
      steps: [],
      kept: ['.github/leakdiff.yml'],
      files: ['.github/workflows/leakdiff.yml'],
    })
  })

  it('ends at once when it is interrupted, and writes nothing', async () => {
    const marker = join(mkdtempSync(join(tmpdir(), 'leakdiff-test-try-')), 'pid')
    folders.push(join(marker, '..'))
    const root = repositoryOf(
      node(
        `require('fs').writeFileSync(${JSON.stringify(marker)}, String(process.pid)); setInterval(() => {}, 1000); function never(a) { a.listen(1) }`,
      ),
    )
    const repository = await openRepository(root)
    const stop = new AbortController()
    const ended = initialise(
      { repository, source, limit: 60_000, log: quiet, signal: stop.signal },
      await candidates(repository),
    )
    ended.catch(() => {})
    while (!existsSync(marker)) await new Promise((resolve) => setTimeout(resolve, 20))
    stop.abort()
    await expect(ended).rejects.toThrow()
    const pid = Number(readFileSync(marker, 'utf8'))
    expect(findProcesses({ trial: '-' }).some((one) => one.pid === pid)).toBe(false)
    expect(existsSync(`/proc/${pid}`)).toBe(false)
    expect(existsSync(join(root, '.github'))).toBe(false)
  })
})

it('finds the word that serves in a list of commands', () => {
  const cobra =
    'Usage:\n  app [command]\n\nAvailable Commands:\n  completion  Generate\n  serve       Start the server\n  help        Help\n\nFlags:\n  -h, --help'
  expect(helpWords(cobra)).toEqual(['serve'])
  expect(helpWords('ran')).toEqual([])
})
