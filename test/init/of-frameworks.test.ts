import { describe, expect, it } from 'vitest'
import { onboardings, type RecognisedServer, recognise } from '../../src/init/recognise/recognise.ts'

const known = await onboardings()
type Files = Readonly<Record<string, string>>

function allOf(files: Files) {
  return recognise({ files: Object.keys(files).sort(), read: (file) => files[file] ?? null }, known)
}
const serversOf = (files: Files): readonly RecognisedServer[] =>
  allOf(files).flatMap((one) => (one.kind === 'server' ? [one] : []))

const json = (all: object): string => JSON.stringify(all)
const packaged = (scripts: object, dependencies: object, files: Files): Files => ({
  'package.json': json({ scripts, dependencies }),
  ...files,
})
const listens = "app.get('/items', f); app.listen(process.env.PORT)"

describe('routes of Node', () => {
  it.each<[string, Files, readonly string[]]>([
    [
      'Polka, chained',
      packaged({}, {}, { 'a.js': "polka().get('/users/:id', f).listen(3000)" }),
      ['/users/1'],
    ],
    [
      'Elysia, on lines of their own',
      packaged(
        {},
        {},
        { 'a.js': "new Elysia()\n  .get('/', () => 1)\n  .get('/items', () => [])\n  .listen(1)" },
      ),
      ['/', '/items'],
    ],
    [
      'LoopBack',
      packaged(
        { start: 'node .' },
        {},
        { 'a.ts': "export class Ping { @get('/ping') ping() {} @post('/ping') add() {} }" },
      ),
      ['/ping'],
    ],
    [
      'routing-controllers and tsoa',
      packaged(
        { start: 'node .' },
        {},
        {
          'a.ts': "@JsonController('/users') export class Users { @Get('/:id') one() {} }",
          'b.ts': "@Route('books') export class Books extends Controller { @Get() all() {} }",
        },
      ),
      ['/users/1', '/books'],
    ],
    [
      'SvelteKit',
      packaged(
        { preview: 'vite preview' },
        { vite: '5' },
        {
          'src/routes/+page.svelte': '',
          'src/routes/(shop)/items/[id]/+server.ts': '',
          'src/routes/[...rest]/+page.svelte': '',
        },
      ),
      ['/items/1', '/'],
    ],
    [
      'Nuxt',
      packaged(
        { preview: 'nuxt preview' },
        { nuxt: '3' },
        {
          'pages/index.vue': '',
          'server/api/items.get.ts': '',
          'server/api/items.post.ts': '',
          'server/routes/feed.ts': '',
        },
      ),
      ['/', '/api/items', '/feed'],
    ],
    [
      'Astro',
      packaged({ preview: 'astro preview' }, { astro: '5' }, { 'src/pages/about.astro': '' }),
      ['/about'],
    ],
  ])('of %s', (_name, files, asked) => {
    expect(serversOf(files)[0]?.routes.asked.toSorted()).toEqual(asked.toSorted())
  })
})

describe('a program of Node that listens', () => {
  it.each([
    ["serve({ fetch: app.fetch, port: 3000 }, (info) => {})\napp.get('/items', f)", { hono: '4' }],
    ["serve(app, () => {})\napp.get('/items', f)", { '@hono/node-server': '1' }],
    ["createServer(toNodeListener(app)).listen(3000)\nrouter.get('/items', f)", { h3: '1' }],
    ["const server = Hapi.server({ port: 1 })\nserver.route({ method: 'GET', path: '/items', handler })", {}],
  ])('is seen by what it calls: %s', (text, dependencies) => {
    const [server] = serversOf(packaged({ start: 'node a.js' }, dependencies, { 'a.js': text }))
    expect(server?.routes.asked).toEqual(['/items'])
  })
})

describe('how a program of Node may be started', () => {
  it.each<[object, Files, string]>([
    [
      { dev: 'nodemon' },
      { 'nodemon.json': '{"exec":"ts-node ./src/a.ts"}', 'src/a.ts': listens },
      'npx ts-node ./src/a.ts',
    ],
    [{ dev: 'nodemon' }, { 'index.js': listens }, 'node index.js'],
    [{ 'dev:server': 'tsx watch src/server' }, { 'src/server/index.ts': listens }, 'npx tsx src/server'],
    [{}, { 'index.ts': listens }, 'node index.ts'],
    [{ start: 'bun run index.ts' }, { 'index.ts': listens }, 'node index.ts'],
    [{ preview: 'node .output/server/index.mjs' }, {}, 'node .output/server/index.mjs'],
  ])('%j', (scripts, files, start) => {
    expect(serversOf(packaged(scripts, {}, files))[0]?.start).toBe(start)
  })

  it.each([
    "convict({ port: { env: 'SHOP_PORT', default: 1 } })",
    'cleanEnv(process.env, { DB_PORT: port(), SHOP_PORT: port() })',
    "app.listen(config.get('SHOP_PORT'))",
    'const { DB_PORT, SHOP_PORT } = process.env',
  ])('with a variable that a library is told of: %s', (text) => {
    const server = serversOf(packaged({ start: 'node a.js' }, {}, { 'a.js': `${text}\napp.listen(port)` }))[0]
    expect(server?.ports[0]?.text).toBe('SHOP_PORT=$PORT')
  })

  it('with a variable that node-config takes a port from', () => {
    const files = {
      'a.js': 'app.listen(config.port)',
      'config/custom-environment-variables.json': '{"port":"SHOP_PORT"}',
    }
    expect(serversOf(packaged({ start: 'node a.js' }, {}, files))[0]?.ports[0]?.text).toBe('SHOP_PORT=$PORT')
  })

  it.each<[string, object, object, string]>([
    ['Bun', {}, {}, "Bun.serve({ port: 3000, routes: { '/items': () => Response.json([]) } })"],
    [
      'Bun',
      { dev: 'bun run --hot a.ts' },
      { hono: '4' },
      "const app = new Hono()\napp.get('/', f)\nexport default app",
    ],
    ['workerd', { dev: 'wrangler dev' }, { hono: '4' }, "app.get('/', f)\nexport default app"],
    ['Deno', { start: 'deno run a.ts' }, {}, 'Deno.serve(f)'],
  ])('not where it is written for %s, which is said', (runtime, scripts, dependencies, text) => {
    const [server, ...others] = serversOf(packaged(scripts, dependencies, { 'a.ts': text }))
    expect(server?.refused?.why).toBe(
      `The program is written for ${runtime}, and leakdiff measures programs of Node`,
    )
    expect(others).toEqual([])
  })
})

it.each([
  ['.yarnrc.yml', 'nodeLinker: node-modules\n', ['node s.js', 'A=1 npx jest']],
  ['.yarnrc.yml', 'enableTelemetry: false\n', ['yarn node s.js', 'A=1 yarn jest']],
  ['.nvmrc', '24\n', ['yarn node s.js', 'A=1 yarn jest']],
])('where yarn installs no node_modules, it starts what needs them: %s, %j', (file, text, commands) => {
  const files = packaged(
    { start: 'node s.js', test: 'cross-env A=1 jest' },
    {},
    { 's.js': listens, [file]: text },
  )
  const found = allOf({ ...files, 'yarn.lock': '__metadata:\n  version: 8\n' })
  expect(found.slice(0, 2).map((one) => (one.kind === 'tests' ? one.test : one.start))).toEqual(commands)
  for (const [at, command] of commands.entries()) expect(found[at]?.seen[0]).toContain(`\`${command}\``)
})

describe('tests of a workspace of Node', () => {
  const workspace = (test: string, files: Files): Files => ({
    'package.json': json({ scripts: { test }, workspaces: ['packages/*'] }),
    'packages/a/package.json': json({ name: 'a', scripts: { test: 'node --test' } }),
    'packages/b/package.json': json({ name: 'b', scripts: { test: 'jest' } }),
    ...files,
  })
  const testsOf = (files: Files) =>
    allOf(files).flatMap((one) => (one.kind === 'tests' ? [`${one.folder}: ${one.test}`] : []))

  it.each([
    'npm test --workspaces',
    'npm test -ws --if-present',
    'yarn workspaces run test',
    'lerna run test',
    'turbo run test',
  ])('are those of its packages, where the root has `%s`', (test) =>
    expect(testsOf(workspace(test, {}))).toEqual(['packages/a: node --test', 'packages/b: npx jest']),
  )

  it.each<[string, Files, readonly string[] | undefined]>([
    ['jest', {}, ['packages/b']],
    [
      'jest --ci',
      { 'jest.config.js': "module.exports = { projects: ['packages/*'], testRegex: 'x' }" },
      ['packages/b'],
    ],
    ['jest', { 'jest.config.js': "module.exports = { roots: ['src'] }" }, undefined],
    ['jest packages/a', {}, undefined],
    ['mocha', {}, undefined],
  ])('those that the root’s `%s` runs are known: with %j %j', (test, files, covers) => {
    const [root] = allOf(workspace(test, files)).filter(({ kind }) => kind === 'tests')
    expect(root?.kind === 'tests' && root.covers).toEqual(covers)
    expect(root?.seen.join().includes('with those of packages/b')).toBe(covers !== undefined)
  })

  it('are those of pnpm’s packages as well, and the root’s own where it has some', () => {
    const files = {
      'package.json': json({ scripts: { test: 'pnpm -r test' } }),
      'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n",
    }
    expect(testsOf(workspace('', files))).toEqual(['packages/a: node --test', 'packages/b: npx jest'])
    expect(testsOf(workspace('vitest run', {}))[0]).toBe(': npx vitest run')
  })
})

const main = (body: string, ...imports: readonly string[]) =>
  `package main\n\nimport (\n${['net/http', ...imports].map((path) => `\t"${path}"`).join('\n')}\n)\n\nfunc main() {\n\t${body}\n}\n`
const serving = 'http.ListenAndServe(a, nil)'
const module = (files: Files): Files => ({ 'go.mod': 'module example.com/x\n', ...files })

describe('programs of Go', () => {
  it.each([
    ['urfave/cli', '{Name: "serve", Flags: []cli.Flag{&cli.IntFlag{Name: "port"}}, Action: serve}'],
    ['an argument that is compared', 'if os.Args[1] == "serve" {'],
    ['an argument of flag', 'switch flag.Arg(0) {\n\tcase "serve":'],
    ['kingpin', 'app.Command("serve", "serves")'],
  ])('may need the subcommand that %s tells', (_name, text) => {
    expect(serversOf(module({ 'main.go': main(`${text}\n\t${serving}`) }))[0]?.subcommands).toEqual(['serve'])
  })

  it.each([
    ['viper.SetEnvPrefix("SHOP")\n\tviper.SetDefault("port", 8080)', 'SHOP_PORT=$PORT'],
    ['viper.SetEnvPrefix("SHOP")\n\tviper.GetString("http.addr")', 'SHOP_HTTP_ADDR=127.0.0.1:$PORT'],
    ['envconfig.Process("shop", &c)\n}\n\ntype C struct {\n\tPort int', 'SHOP_PORT=$PORT'],
    [
      'humacli.New(f)\n}\n\ntype Options struct {\n\tPort int `help:"x" short:"p" default:"8888"`',
      '--port=$PORT',
    ],
    [
      'kong.Parse(&c)\n}\n\ntype C struct {\n\tListenAddress string `default:":8080"`',
      '--listen-address=:$PORT',
    ],
  ])('may be told the port: %s', (body, way) => {
    const files = module({ 'main.go': main(`${serving}\n\t${body}`) })
    expect(serversOf(files)[0]?.ports.map(({ text }) => text)).toContain(way)
  })

  it.each([
    [
      'go-zero',
      'server.AddRoutes([]rest.Route{{Method: http.MethodGet, Path: "/from/:name", Handler: h}})',
      '/from/1',
    ],
    ['fuego', 'fuego.Get(s, "/items", f)', '/items'],
    ['hertz', 'h.GET("/ping", f)\n\th.Spin()', '/ping'],
  ])('have routes of %s', (_name, body, path) => {
    expect(serversOf(module({ 'main.go': main(`${body}\n\t${serving}`) }))[0]?.routes.asked).toEqual([path])
  })

  it.each<[string, string, string]>([
    ['Makefile', 'BIN := ./bin/server\nrun: build\n\t$(BIN) serve --fast\n', ' serve --fast'],
    [
      'Taskfile.yml',
      'tasks:\n  run:\n    deps: [build]\n    cmds:\n      - go run . --config dev.yaml\n',
      ' --config dev.yaml',
    ],
    ['justfile', 'run: build\n    go run . -config dev.yaml\n', ' -config dev.yaml'],
    [
      '.air.toml',
      '[build]\n  cmd = "go build -o ./tmp/main ."\n  full_bin = "MODE=dev ./tmp/main serve"\n',
      ' serve',
    ],
  ])('may be started as %s does', (file, text, words) => {
    const starts = serversOf(module({ 'main.go': main(serving), [file]: text })).map(({ start }) => start)
    expect(starts.some((start) => start.endsWith(`./bin/leakdiff-server${words}`))).toBe(true)
  })

  it('are made of modules of the same repository as well, whose change is one of theirs', () => {
    const files = {
      'go.work': 'go 1.24\nuse ./api\nuse ./lib\nuse ./other\n',
      'api/go.mod': 'module example.com/api\n',
      'api/main.go': main('lib.Serve()', 'example.com/lib/web'),
      'lib/go.mod': 'module example.com/lib\n',
      'lib/web/web.go': `package web\n\nimport "net/http"\n\nfunc Serve() { http.HandleFunc("/items", f); ${serving} }\n`,
      'other/go.mod': 'module example.com/other\n',
      'other/other.go': 'package other\n',
    }
    expect(serversOf(files)).toMatchObject([
      { folder: 'api', routes: { asked: ['/items'] }, shares: ['lib', 'go.work'] },
    ])
  })
})

describe('tests of Go', () => {
  it.each([
    ['an example alone', 'package x\nfunc ExampleA() {}\n', 'go test ./...'],
    ['a fuzz test alone', 'package x\nfunc FuzzA(f *testing.F) {}\n', 'go test ./...'],
    [
      'tests that all need a tag',
      '//go:build integration\n\npackage x\nfunc TestA(t *testing.T) {}\n',
      'go test -tags integration ./...',
    ],
    ['tests of one system', '//go:build linux\n\npackage x\nfunc TestA(t *testing.T) {}\n', 'go test ./...'],
  ])('%s', (_name, text, test) => {
    expect(allOf(module({ 'a_test.go': text }))).toMatchObject([{ kind: 'tests', test }])
  })
})

it('a project of Python whose lists have a folder of their own stands around that', () => {
  const app = 'from fastapi import FastAPI\nfrom app.x import y\napp = FastAPI()\n'
  const [server] = serversOf({ 'api/requirements/base.txt': 'fastapi', 'api/app/main.py': app })
  expect(server).toMatchObject({ folder: 'api', start: expect.stringContaining('$PORT app.main:app') })
})
