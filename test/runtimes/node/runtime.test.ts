import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import type { Frame } from '../../../src/profile/profile.ts'
import { node } from '../../../src/runtimes/node/index.ts'
import { instrumented } from './program.ts'

let directory = ''
beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'ld-')))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

function write(path: string, text = ''): string {
  const file = join(directory, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}
const at = (file: string, name = 'f'): Frame => ({ function: name, file, line: 1 })

describe('where a frame stands', () => {
  it('is told for the project, dependencies in dependencies, linked workspaces and Node', async () => {
    const linked = write('packages/shared/lib/index.js')
    write('packages/shared/package.json', '{"name":"@acme/shared","version":"1.0.0"}')
    write('app/node_modules/a/package.json', '{"name":"a","version":"1.2.3"}')
    write('app/node_modules/a/node_modules/@b/c/package.json', '{"name":"@b/c","version":"4.5.6"}')
    write('app/node_modules/broken/package.json', '{')
    mkdirSync(join(directory, 'app/node_modules/@acme'), { recursive: true })
    symlinkSync(join(directory, 'packages/shared'), join(directory, 'app/node_modules/@acme/shared'))
    const locate = await node.locator({ root: directory, directory: join(directory, 'app') })

    expect(locate(at(write('app/src/server.js')))).toEqual({ origin: 'project', path: 'app/src/server.js' })
    expect(locate(at(write('app/node_modules/a/index.js')))).toEqual({
      origin: 'dependency',
      package: 'a',
      version: '1.2.3',
      path: 'app/node_modules/a/index.js',
    })
    expect(locate(at(write('app/node_modules/a/node_modules/@b/c/lib/x.js')))).toMatchObject({
      package: '@b/c',
      version: '4.5.6',
    })
    expect(locate(at(write('app/node_modules/broken/i.js')))).toMatchObject({
      package: 'broken',
      version: null,
    })
    const project = { origin: 'project', path: 'packages/shared/lib/index.js' }
    expect(locate(at(linked))).toEqual(project)
    expect(locate(at(join(directory, 'app/node_modules/@acme/shared/lib/index.js')))).toEqual(project)
    expect(locate(at('node:internal/timers'))).toEqual({ origin: 'runtime' })
    expect(locate(at('', 'Promise'))).toEqual({ origin: 'runtime' })
    expect(locate(at('/usr/lib/node_modules/z/i.js'))).toEqual({
      origin: 'dependency',
      package: 'z',
      version: null,
      path: 'node_modules/z/i.js',
    })
    expect(locate(at('/opt/tool/i.js'))).toMatchObject({
      origin: 'dependency',
      package: '/opt/tool',
      path: null,
    })
  })

  it('is relative to the revision also when its root is reached through a link', async () => {
    const file = write('real/src/a.mjs')
    symlinkSync(join(directory, 'real'), join(directory, 'link'))
    const locate = await node.locator({ root: join(directory, 'link'), directory: join(directory, 'link') })
    expect(locate(at(file))).toEqual({ origin: 'project', path: 'src/a.mjs' })
    expect(locate(at(join(directory, 'link/src/a.mjs')))).toEqual({ origin: 'project', path: 'src/a.mjs' })
    expect(locate(at(join(directory, 'link/generated.js')))).toEqual({
      origin: 'project',
      path: 'generated.js',
    })
  })
})

it.each([
  [at('/tmp/x/base/server.js', 'watch'), 'watch (server.js)'],
  [
    at('/tmp/x/head/node_modules/lru-cache/dist/commonjs/index.js', '#set'),
    '#set (lru-cache/dist/commonjs/index.js)',
  ],
  [at('/r/node_modules/.pnpm/a@1.0.0/node_modules/@s/a/i.js', 'f'), 'f (@s/a/i.js)'],
  [at('node:internal/timers', 'Timeout'), 'Timeout (node:internal/timers)'],
  [at('', 'Promise'), 'Promise'],
  [at('/r/a.js', ''), '(anonymous) (a.js)'],
  [at('/r/a.js', 'Object.<anonymous>'), '(anonymous) (a.js)'],
  [at('/r/a.js', 'bound async handle'), 'handle (a.js)'],
  [at('/r/a.mjs?update=3', 'f'), 'f (a.mjs)'],
  [at('/r/dist/chunk-4XQ7Z3KD.mjs', 'f'), 'f (chunk-*.mjs)'],
  [at('/r/dist/main.3f2a1b9c.chunk.js', 'f'), 'f (main.*.chunk.js)'],
  [at('/r/dist/websocket-transport.js', 'f'), 'f (websocket-transport.js)'],
  [
    at('/r/node_modules/.vite-temp/vite.config.js.timestamp-1795681893726-a5fcd8b46de7e.mjs', 'f'),
    'f (.vite-temp/vite.config.js.timestamp-*-*.mjs)',
  ],
])('the site of %o is %s', (frame, expected) => {
  expect(node.site(frame)).toBe(expected)
})

it('is recognised by a manifest or a script', async () => {
  expect(await node.recognise(directory)).toBe(false)
  write('main.go')
  expect(await node.recognise(directory)).toBe(false)
  write('server.mjs')
  expect(await node.recognise(directory)).toBe(true)
  expect(await node.recognise(join(directory, 'absent'))).toBe(false)
  write('app/package.json', '{}')
  expect(await node.recognise(join(directory, 'app'))).toBe(true)
})

it('tells the version of the toolchain, or what to install', async () => {
  expect(await node.toolchain(directory)).toBe(process.version)
  await expect(node.toolchain(join(directory, 'absent'))).rejects.toThrow(UserError)
})

it('instruments the program only, never its set-up', async () => {
  const { buildEnv, runEnv } = await instrumented()
  expect(buildEnv).toEqual({})
  expect(runEnv('first', '/s')).toMatchObject({ LEAKDIFF_SOCKETS: '/s', LEAKDIFF_RATE: '32768' })
  expect(runEnv('confirm', '/s')).toMatchObject({ LEAKDIFF_RATE: '4096' })
})

it('tells the process of a socket by its name', () => {
  expect(['node-12.sock', 'node-12-w3.sock', 'go-12.sock', 'node-x.sock'].map(node.socketPid)).toEqual([
    12,
    12,
    null,
    null,
  ])
})

it('refuses an address that is no probe', async () => {
  await expect(node.connect({ kind: 'url', url: 'http://127.0.0.1:1/' })).rejects.toThrow(UserError)
  await expect(node.connect({ kind: 'socket', path: join(directory, 'node-1.sock') })).rejects.toThrow(
    'cannot be reached',
  )
})

it('ignores no user’s stack', () => {
  const user = [at('', '(root)'), at('/r/a.js', 'cache'), at('node:timers', 'setTimeout')]
  expect(node.ignoreRules.filter(({ matches }) => matches(user) || matches([]))).toEqual([])
  expect(node.ignoreRules.every(({ name, reason }) => name !== '' && reason !== '')).toBe(true)
  const loader = [at('node:internal/modules/cjs/loader', 'Module._load'), at('node:fs', 'readFileSync')]
  expect(node.ignoreRules.filter(({ matches }) => matches(loader)).map(({ name }) => name)).toEqual([
    'module-loader',
  ])
})
