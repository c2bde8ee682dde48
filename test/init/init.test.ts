import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { projectOf } from '../../scripts/init-projects.mjs'
import { pathMatcher } from '../../src/checkout/changes/changed-paths.ts'
import { openRepository } from '../../src/checkout/git/repository.ts'
import { loadConfig } from '../../src/configure/load.ts'
import { filesFor, writeFiles } from '../../src/init/init.ts'
import {
  onboardings,
  type Recognised,
  type RecognisedServer,
  type RecognisedWorker,
  recognise,
} from '../../src/init/recognise/recognise.ts'
import { treeOf } from '../../src/init/recognise/tree.ts'
import type { Tried, TriedWorker } from '../../src/init/try/tried.ts'
import { configText } from '../../src/init/write/config-text.ts'
import { named } from '../../src/init/write/named.ts'
import { givenSource, sourceOf } from '../../src/init/write/source.ts'
import { commit, init, write } from '../checkout/repositories.ts'

const commitOfAction = '0123456789abcdef0123456789abcdef01234567'
const source = givenSource(`acme/leakdiff@${commitOfAction}`)

const known = await onboardings()

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function repositoryOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'leakdiff-test-init-'))
  folders.push(folder)
  const root = init(folder)
  commit(root, 'as it is', files)
  return root
}

/** What would be written if all that is recognised worked at its first try. */
async function initialised(root: string) {
  const repository = await openRepository(root)
  const recognised = recognise(await treeOf(repository), known)
  const done = await filesFor({ repository, source }, firstOfEach(recognised).map(asIfTried))
  await writeFiles(repository, done.files)
  return { kept: done.kept, written: done.files.map(({ file }) => file) }
}

const firstOfEach = (all: readonly Recognised[]) =>
  all.filter((one, i) => all.findIndex((o) => o.kind === one.kind && o.folder === one.folder) === i)

function asIfTried(recognised: Recognised): Tried {
  const common = { setupSeconds: recognised.setup === null ? null : 4, stoodIn: null, roles: ['main'] }
  if (recognised.kind === 'tests') return { ...common, kind: 'tests', recognised, seconds: 3, notes: [] }
  if (recognised.kind === 'worker') return workerAsIfTried(recognised, common)
  const { asked, left } = recognised.routes
  return {
    ...common,
    kind: 'server',
    recognised,
    start: recognised.start,
    place: { protocol: 'http', host: '127.0.0.1', port: null },
    startSeconds: 0.3,
    exchanges: asked.map((path) => ({ kind: 'get', path })),
    left,
    requests: 200,
    roundSeconds: 0.4,
  }
}

const workerAsIfTried = (
  recognised: RecognisedWorker,
  common: Pick<TriedWorker, 'setupSeconds' | 'stoodIn' | 'roles'>,
): TriedWorker => ({
  ...common,
  kind: 'worker',
  recognised,
  ready: recognised.ready,
  jobs: ['shop.tasks.clean'],
  left: ['shop.tasks.receipt: needs order'],
  requests: 100,
  waits: 'control',
  roundSeconds: 0.7,
  services: recognised.driver.servicesAt(['redis://127.0.0.1:6379/0', 'redis://127.0.0.1:6379/1']),
})

const read = (root: string, file: string) => readFileSync(join(root, file), 'utf8')

/** A project of the acceptance, with what its tools would add. */
const projectFiles = (name: string, added: Readonly<Record<string, string>>): Record<string, string> => ({
  ...projectOf(name).clean,
  ...added,
})

const go = { 'go.mod': 'module example.com/app\n\ngo 1.25.0\n', 'go.sum': '' }
const lock = { 'package-lock.json': '{}' }

describe('writes what each guide’s project needs', () => {
  const projects = { chi: go, gin: go, express: lock, fastify: lock }
  it.each(Object.entries(projects))('%s', async (name, added) => {
    const root = repositoryOf(projectFiles(name, added))
    const { written } = await initialised(root)
    const text = written.map((file) => `=== ${file}\n${read(root, file)}`).join('\n')
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`)
    const config = await loadConfig({ root, inputs: {}, defaultName: 'workload' })
    expect(config.workloads.length).toBeGreaterThan(0)
  })
})

const server = (routes: string, listen = 'http.ListenAndServe(":8080", mux)') =>
  `package main\n\nimport "net/http"\n\nfunc main() {\n\tmux := http.NewServeMux()\n${routes}\n\t${listen}\n}\n`

const goServer = (routes: string, listen?: string) => ({ ...go, 'main.go': server(routes, listen) })

/** The server that is recognised in these files alone. */
function serverOf(files: Readonly<Record<string, string>>): RecognisedServer | undefined {
  const found = recognise({ files: Object.keys(files), read: (file) => files[file] ?? null }, known)
  return found.flatMap((one) => (one.kind === 'server' ? [one] : []))[0]
}

const routesOf = (files: Readonly<Record<string, string>>) => serverOf(files)?.routes

it('writes for a worker what sends its tasks, and the service that a workflow needs', async () => {
  const app = 'from celery import Celery\n\napp = Celery("shop", broker="redis://")\n'
  const root = repositoryOf({ 'shop/celery.py': app, 'requirements.txt': 'celery==5.7.0\n' })
  const { written } = await initialised(root)
  const text = written.map((file) => `=== ${file}\n${read(root, file)}`).join('\n')
  await expect(text).toMatchFileSnapshot('golden/celery.txt')
})

describe('routes', () => {
  it('of net/http, with methods and hosts of their own', () => {
    const routes = routesOf(
      goServer(
        '\tmux.HandleFunc("GET /ping", ping)\n\tmux.HandleFunc("POST /x", x)\n\tmux.Handle("/users/{id}", u)\n\t// mux.HandleFunc("/gone", g)',
      ),
    )
    expect(routes?.asked).toEqual(['/ping', '/users/1'])
    expect(routes?.left).toEqual(['POST /x: may need a body, and changes data'])
  })

  it.each([
    ["import { items } from './items'", 'items'],
    ["import all, { items as list } from './items.js'", 'list'],
    ["import * as items from './items'", 'items.router'],
    ["const { items } = require('./items')", 'items'],
    ["import items = require('./items')", 'signedIn, limit({ most: 3 }), items'],
  ])('of a router that is taken by %s', (taken, mounted) => {
    const files = {
      'package.json': JSON.stringify({ scripts: { start: 'node src/app.js' } }),
      'src/app.js': `${taken}\napp.use('/api/items', ${mounted})\napp.listen(1)\n`,
      'src/items.ts': "export const items = Router()\nitems.get('/all', list)\n",
    }
    expect(routesOf(files)?.asked).toEqual(['/api/items/all'])
  })

  it('of groups, inside one another', () => {
    const routes = routesOf(
      goServer(
        '\tv1 := r.Group("/v1")\n\tadmin := v1.Group("/admin")\n\tadmin.GET("/users", list)\n\tv1.GET("/x", x)',
      ),
    )
    expect(routes?.asked).toEqual(['/v1/admin/users', '/v1/x'])
  })

  it('of gorilla, by the method they are bound to', () => {
    const routes = routesOf(
      goServer('\tr.HandleFunc("/a", a).Methods("GET")\n\tr.HandleFunc("/b", b).Methods(http.MethodPost)'),
    )
    expect(routes?.asked).toEqual(['/a'])
  })

  it('that never end, or end the program, are left out with the reason', () => {
    const routes = routesOf(
      goServer(
        '\tr.GET("/events", e)\n\tr.GET("/shutdown", s)\n\tr.GET("/files/*path", f)\n\tr.GET("/ok", o)',
      ),
    )
    expect(routes?.asked).toEqual(['/ok'])
    expect(routes?.left).toHaveLength(3)
  })

  it('of fastify, as objects and in autoloaded folders', () => {
    const routes = routesOf({
      ...lock,
      'package.json': '{"scripts":{"start":"fastify start app.js"},"dependencies":{"fastify":"^5"}}',
      'app.js':
        "fastify.register(require('@fastify/autoload'))\nfastify.route({ method: 'GET', url: '/health', handler })",
      'routes/users/index.js': "module.exports = async (fastify) => { fastify.get('/', async () => []) }",
    })
    expect(routes?.asked).toEqual(['/health', '/users'])
  })
})

describe('tests of Node', () => {
  const testOf = (script: string) => {
    const manifest = JSON.stringify({ scripts: { test: script } })
    const files: Readonly<Record<string, string>> = { 'package.json': manifest, ...lock }
    const found = recognise({ files: Object.keys(files), read: (file) => files[file] ?? null }, known)
    return found.map((one) => (one.kind === 'tests' ? one.test : one.kind))
  }

  it.each([
    ['node --test', ['node --test']],
    ['node --test test/*.test.js', ['node --test test/*.test.js']],
    ['vitest', ['npx vitest run']],
    ['jest', ['npx jest']],
    ['eslint . && node --test', ['node --test']],
    ['echo none && exit 1', []],
  ])('%s', (script, expected) => {
    expect(testOf(script)).toEqual(expected)
  })
})

it('names each project of a repository by its folder', async () => {
  const root = repositoryOf({
    'api/go.mod': 'module x\n',
    'api/main.go': server('\tmux.HandleFunc("GET /a", a)'),
    'web/package.json': '{"scripts":{"start":"node server.js","build":"tsc"}}',
    'web/pnpm-lock.yaml': '',
    'web/server.js': "app.get('/', f)\napp.listen(process.env.PORT)",
    'node_modules/x/package.json': '{}',
  })
  const { written } = await initialised(root)
  const text = written.map((file) => `=== ${file}\n${read(root, file)}`).join('\n')
  await expect(text).toMatchFileSnapshot('golden/several.txt')
  const { workloads } = await loadConfig({ root, inputs: {}, defaultName: 'workload' })
  expect(workloads.map(({ name }) => name)).toEqual(['api-server', 'web-server'])
})

it('measures a project among others when how it is measured changes, or what it is made of', () => {
  const folders = ['web', 'api'].map((folder) => ({
    ...serverOf(goServer('\tmux.HandleFunc("/", x)')),
    folder,
  }))
  const tried = folders
    .map((one) => asIfTried(one as RecognisedServer))
    .filter((one) => one.kind !== 'failed')
  const { workloads } = parse(configText(named(tried)))
  const changed = pathMatcher(workloads['api-server'].changed)
  expect(
    ['.github/leakdiff.yml', '.github/leakdiff/api-server.sh', 'api/main.go', 'README.md'].map(changed),
  ).toEqual([true, true, true, false])
})

describe('overwrites nothing', () => {
  it('says what is there, and leaves every byte of it', async () => {
    const root = repositoryOf(goServer('\tmux.HandleFunc("/", x)'))
    write(root, { '.github/leakdiff.yaml': 'mine', '.github/workflows/leaks.yml': 'uses: acme/leakdiff@v1' })
    const { kept, written } = await initialised(root)
    expect(kept).toEqual(['.github/leakdiff.yaml', '.github/workflows/leaks.yml'])
    expect(written).toEqual([])
    expect(read(root, '.github/leakdiff.yaml')).toBe('mine')
  })

  it('writes nothing new the second time', async () => {
    const root = repositoryOf(goServer('\tmux.HandleFunc("/", x)'))
    const first = await initialised(root)
    const second = await initialised(root)
    expect(first.written).toEqual([
      '.github/leakdiff.yml',
      '.github/leakdiff/server.sh',
      '.github/workflows/leakdiff.yml',
    ])
    expect(second).toMatchObject({
      written: [],
      kept: ['.github/leakdiff.yml', '.github/workflows/leakdiff.yml'],
    })
  })
})

it('knows its own commit from what npm and git note', () => {
  const own = { repository: 'acme/leakdiff', commit: commitOfAction }
  expect(sourceOf(`git+ssh://git@github.com/acme/leakdiff.git#${commitOfAction}`)).toMatchObject(own)
  expect(sourceOf(`git@github.com:acme/leakdiff.git#${commitOfAction}`)).toMatchObject(own)
  expect(sourceOf(`/home/ann/leakdiff#${commitOfAction}`)).toBeNull()
  expect(() => givenSource('acme/leakdiff@v1')).toThrow(/OWNER\/NAME@SHA/)
})

it('writes commands that YAML would take for something else as the text that they are', () => {
  const server = serverOf(goServer('\tmux.HandleFunc("GET /ping", ping)'))
  if (server === undefined) throw new Error('no server')
  for (const setup of ['true', '12', 'make build # all', 'echo a: b', '"./my build"']) {
    const text = configText(named([asIfTried({ ...server, setup })].filter((one) => one.kind !== 'failed')))
    expect(parse(text)).toMatchObject({ workloads: { server: { setup } } })
  }
})
