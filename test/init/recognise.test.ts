import { describe, expect, it } from 'vitest'
import { onboardings, type RecognisedServer, recognise } from '../../src/init/recognise/recognise.ts'

const known = await onboardings()

function serversOf(files: Readonly<Record<string, string>>): readonly RecognisedServer[] {
  const tree = { files: Object.keys(files).sort(), read: (file: string) => files[file] ?? null }
  return recognise(tree, known).flatMap((one) => (one.kind === 'server' ? [one] : []))
}

const manifest = (all: object): string => JSON.stringify(all)
const listens = "require('http').createServer(f).listen(process.env.PORT)"

describe('how a package of Node may be started', () => {
  const startsOf = (scripts: object, more: Readonly<Record<string, string>> = {}, rest = {}) =>
    serversOf({ 'package.json': manifest({ scripts, ...rest }), 'src/server.js': listens, ...more }).map(
      ({ start }) => start,
    )

  it.each([
    [{ start: 'node src/server.js' }, 'node src/server.js'],
    [
      { start: 'NODE_ENV=production node --enable-source-maps src/server.js' },
      'NODE_ENV=production node --enable-source-maps src/server.js',
    ],
    [{ start: 'node --env-file=.env src/server.js' }, 'node --env-file=.env src/server.js'],
    [{ start: 'npm run build && node dist/server.js' }, 'node dist/server.js'],
    [{ start: 'node src/server.js', prestart: 'node make.js' }, 'npm start'],
    [{ start: 'tsx src/server.ts' }, 'npm start'],
    [{ start: 'next start' }, 'npm start'],
    [{ 'start:prod': 'node dist/main' }, 'node dist/main'],
    [{ preview: 'vite preview' }, 'npm run preview'],
    [{ dev: 'tsx watch src/server.ts' }, 'npx tsx src/server.ts'],
    [{ dev: 'nodemon src/server.js' }, 'node src/server.js'],
    [{ dev: 'nodemon --exec "tsx src/server.ts"' }, 'npx tsx src/server.ts'],
    [{ dev: 'node --watch src/server.js' }, 'node src/server.js'],
    [{ dev: 'ts-node-dev --respawn src/server.ts' }, 'npx ts-node --transpile-only src/server.ts'],
    [{ dev: 'next dev' }, 'npx next start'],
    [{ start: 'nest start --watch' }, 'npx nest start'],
    [{}, 'node src/server.js'],
  ])('%j', (scripts, first) => {
    expect(startsOf(scripts)[0]).toBe(first)
  })

  it('by what a Procfile or a Dockerfile runs, where no script does', () => {
    expect(startsOf({}, { Procfile: 'web: node src/server.js --fast\n' })[0]).toBe(
      'node src/server.js --fast',
    )
    expect(startsOf({}, { Dockerfile: 'FROM x\nCMD ["node", "src/server.js", "--in", "docker"]\n' })[0]).toBe(
      'node src/server.js --in docker',
    )
  })

  it('with the variables of an example, where there are no others', () => {
    const made = {
      'package.json': manifest({ scripts: { start: 'node s.js' } }),
      's.js': listens,
      '.env.example': 'A=1',
    }
    expect(serversOf(made).map(({ setup }) => setup)).toEqual([
      'npm install --no-audit --no-fund',
      'cp .env.example .env && npm install --no-audit --no-fund',
    ])
  })

  it('at a port that a variable gives', () => {
    const waysOf = (text: string, more = {}) =>
      serversOf({
        'package.json': manifest({ scripts: { start: 'node s.js' } }),
        's.js': text,
        ...more,
      })[0]?.ports.map((way) => way.text)
    expect(waysOf('app.listen(process.env.API_PORT)')).toContain('API_PORT=$PORT')
    expect(waysOf('const { SHOP_PORT, NAME } = process.env')).toContain('SHOP_PORT=$PORT')
    expect(waysOf('app.listen(config.port)', { '.env.defaults': 'HTTP_PORT=1\n' })).toContain(
      'HTTP_PORT=$PORT',
    )
  })

  it('with arguments behind two dashes where a package manager stands before it', () => {
    const [server] = serversOf({
      'package.json': manifest({ scripts: { start: 'tsx server.ts' } }),
      'server.ts': listens,
    })
    expect(server?.withArguments?.('--port 1')).toBe('npm start -- --port 1')
  })
})

describe('what installs a package', () => {
  const setupOf = (files: Readonly<Record<string, string>>) =>
    serversOf({
      'package.json': manifest({ scripts: { start: 'node s.js' }, dependencies: { a: '1' } }),
      's.js': listens,
      ...files,
    })[0]

  it.each([
    ['package-lock.json', '{}', 'npm ci --no-audit --no-fund'],
    ['pnpm-lock.yaml', '', 'pnpm install --frozen-lockfile'],
    ['yarn.lock', '# yarn lockfile v1\n', 'yarn install --frozen-lockfile'],
    ['yarn.lock', '__metadata:\n  version: 8\n', 'yarn install --immutable'],
  ])('%s', (file, text, setup) => {
    expect(setupOf({ [file]: text })).toMatchObject({ setup, warnings: [] })
  })

  it('tells that a lock file of Bun fixes nothing here', () => {
    expect(setupOf({ 'bun.lock': '' })?.warnings).toEqual([
      expect.stringMatching(/^bun\.lock is read by Bun alone/),
    ])
  })

  it('in a workspace: from its root, with what the package is made of besides', () => {
    const [server] = serversOf({
      'package.json': manifest({ workspaces: ['apps/*', 'packages/**'] }),
      'package-lock.json': '{}',
      'apps/api/package.json': manifest({
        name: 'api',
        scripts: { start: 'node s.js', build: 'tsc' },
        dependencies: { shared: '*' },
      }),
      'apps/api/s.js': listens,
      'packages/shared/package.json': manifest({ name: 'shared', dependencies: { deep: '*' } }),
      'packages/x/deep/package.json': manifest({ name: 'deep' }),
      'packages/other/package.json': manifest({ name: 'other' }),
    })
    expect(server).toMatchObject({
      folder: 'apps/api',
      setup: '(cd ../.. && npm ci --no-audit --no-fund) && npm run build',
      warnings: [],
      shares: ['packages/shared', 'packages/x/deep', 'package-lock.json', 'package.json'],
    })
  })

  it.each([
    'npm start -w @shop/api',
    'npm --prefix apps/api start',
    'pnpm --filter api start',
    'yarn workspace api start',
    'turbo run start',
    'cd apps/api && npm start',
  ])('in a workspace whose root starts a package of it, which is tried as itself alone: %s', (start) => {
    const servers = serversOf({
      'package.json': manifest({ workspaces: ['apps/*'], scripts: { start } }),
      'apps/api/package.json': manifest({ name: 'api', scripts: { start: 'node s.js' } }),
      'apps/api/s.js': listens,
    })
    expect([...new Set(servers.map(({ folder }) => folder))]).toEqual(['apps/api'])
  })

  it('in a workspace of pnpm whose root builds all of it', () => {
    const [server] = serversOf({
      'package.json': manifest({ scripts: { build: 'turbo run build' } }),
      'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n",
      'pnpm-lock.yaml': '',
      'apps/api/package.json': manifest({ name: 'api', scripts: { start: 'node s.js', build: 'tsc' } }),
      'apps/api/s.js': listens,
    })
    expect(server?.setup).toBe('(cd ../.. && pnpm install --frozen-lockfile) && (cd ../.. && pnpm run build)')
  })
})

describe('routes of Node', () => {
  const askedOf = (files: Readonly<Record<string, string>>, dependencies: object = {}) =>
    serversOf({ 'package.json': manifest({ scripts: { start: 'node x' }, dependencies }), ...files })[0]

  it('of Nest, below a global prefix', () => {
    const found = askedOf({
      'src/main.ts': "app.setGlobalPrefix('api'); app.listen(3000)",
      'src/cats.ts':
        "@Controller('cats') export class C { @Get() all() { return [] } @Get(':id') one() {} @Post() add() {} }",
    })
    expect(found?.routes.asked).toEqual(['/api/cats', '/api/cats/1'])
    expect(found?.routes.left).toEqual(['POST /api/cats: may need a body, and changes data'])
  })

  it('that are files, of Next and of React Router', () => {
    const files = [
      'app/page.tsx',
      'app/(shop)/cart/page.tsx',
      'app/api/items/[id]/route.ts',
      'pages/about.jsx',
      'pages/_app.jsx',
    ]
    expect(askedOf(Object.fromEntries(files.map((file) => [file, ''])))?.routes.asked.toSorted()).toEqual([
      '/',
      '/about',
      '/api/items/1',
      '/cart',
    ])
    expect(askedOf({ 'app/routes/_index.tsx': '', 'app/routes/users.$id.tsx': '' })?.routes.asked).toEqual([
      '/',
      '/users/1',
    ])
  })

  it('with which a plain handler compares, and of routers with a prefix', () => {
    const plain =
      "http.createServer((request) => { if (request.url === '/items') return\nswitch (pathname) { case '/x': } }).listen(1)"
    expect(askedOf({ 's.js': plain })?.routes.asked).toEqual(['/items', '/x'])
    const koa = "const router = new Router({ prefix: '/books' })\nrouter.get('/', f)\nrouter.get('/:id', f)"
    expect(askedOf({ 'books.js': koa })?.routes.asked).toEqual(['/books', '/books/1'])
  })

  it('of GraphQL: queries by GET, no mutation', () => {
    const schema =
      'const typeDefs = `type Book { title: String } type Query { books: [Book]\n count: Int } type Mutation { add: Book }`'
    const found = askedOf({ 's.js': schema }, { 'graphql-yoga': '5' })
    expect(found?.exchanges.map(({ path }) => decodeURIComponent(path))).toEqual([
      '/graphql?query={books{__typename}}',
      '/graphql?query={count}',
    ])
  })

  it('of sockets', () => {
    const ws = "new WebSocketServer({ port: 1 }).on('connection', f)"
    expect(askedOf({ 's.js': ws }, { ws: '8' })?.exchanges).toEqual([
      { kind: 'websocket', path: '/', send: ['leakdiff'] },
    ])
    expect(askedOf({ 's.js': 'server.listen(1)' }, { 'socket.io': '4' })?.exchanges).toMatchObject([
      { kind: 'websocket', send: ['40'] },
    ])
  })
})

describe('programs of Go', () => {
  const module = 'module example.com/x\n\ngo 1.24\n'
  const main = (body: string, imports: readonly string[] = []) =>
    `package main\n\nimport (\n${['net/http', ...imports].map((path) => `\t"${path}"`).join('\n')}\n)\n\nfunc main() {\n${body}\n}\n`
  const waysOf = (body: string) =>
    serversOf({ 'go.mod': module, 'main.go': main(`${body}\n\thttp.ListenAndServe(a, nil)`) })[0]?.ports

  it('are told apart, each with what it imports of its module and nothing else', () => {
    const served =
      'package web\n\nimport "net/http"\n\nfunc Serve() { http.HandleFunc("/orders", f); http.ListenAndServe(":1", nil) }\n'
    const servers = serversOf({
      'go.mod': module,
      'cmd/api/main.go': main('\tweb.Serve()', ['example.com/x/internal/web']),
      'cmd/tool/main.go': 'package main\n\nfunc main() {}\n',
      'internal/web/web.go': served,
      'internal/fake/fake.go': served.replace('/orders', '/fake').replace('package web', 'package fake'),
    })
    expect(servers.map(({ program, routes, setup }) => ({ program, asked: routes.asked, setup }))).toEqual([
      { program: 'cmd/api', asked: ['/orders'], setup: 'go build -o ./bin/leakdiff-server ./cmd/api' },
    ])
  })

  it.each([
    ['flag.Int("port", 4222, "")', { kind: 'argument', text: '--port=$PORT', instead: 4222 }],
    [
      'flag.String("web.listen-address", "0.0.0.0:9090", "")',
      { kind: 'argument', text: '--web.listen-address=0.0.0.0:$PORT', instead: 9090 },
    ],
    [
      'cmd.Flags().StringVarP(&a, "addr", "a", ":8080", "")',
      { kind: 'argument', text: '--addr=:$PORT', instead: 8080 },
    ],
    [
      'cmd.Flags().IntVarP(&p, "port", "p", 8085, "")',
      { kind: 'argument', text: '--port=$PORT', instead: 8085 },
    ],
    ['os.Getenv("HTTP_ADDR")', { kind: 'variable', text: 'HTTP_ADDR=127.0.0.1:$PORT', instead: null }],
    ['getenv("SERVER_PORT", "8080")', { kind: 'variable', text: 'SERVER_PORT=$PORT', instead: 8080 }],
    [
      'app.Flag("listen", "x").Default(":9091").String()',
      { kind: 'argument', text: '--listen=:$PORT', instead: 9091 },
    ],
    [
      'f := &cli.StringFlag{Name: "bind", Value: ":7000"}',
      { kind: 'argument', text: '--bind=:$PORT', instead: 7000 },
    ],
  ])('may be told where to listen: %s', (body, way) => {
    expect(waysOf(body)).toContainEqual(way)
  })

  it.each([
    ['app.Listen(*port)', 'fmt'],
    ['s.Start(opts.ListenAddress)', 'fmt'],
    ['e.Start(where())', 'github.com/labstack/echo/v4'],
    ['r.Run(net.JoinHostPort(h, p))', 'github.com/gin-gonic/gin'],
  ])('are started by %s', (body, path) => {
    const text = `package main\n\nimport "${path}"\n\nfunc main() {\n\t${body}\n}\n`
    expect(serversOf({ 'go.mod': module, 'main.go': text })).toHaveLength(1)
  })

  it('that start a command alone are no servers', () => {
    const text = 'package main\n\nimport "os/exec"\n\nfunc main() {\n\texec.Command("ls").Start(nothing)\n}\n'
    expect(serversOf({ 'go.mod': module, 'main.go': text })).toEqual([])
  })

  it('may need a subcommand, or what a Makefile gives', () => {
    const [plain, asMade] = serversOf({
      'go.mod': module,
      Makefile: 'run: build\n\tMODE=dev go run . -config dev.conf\n',
      'main.go': main(
        '\tc := cobra.Command{Use: "serve [flags]"}\n\tv := cobra.Command{Use: "version"}\n\thttp.ListenAndServe(":1", nil)',
      ),
    })
    expect(plain?.subcommands).toEqual(['serve'])
    expect(asMade?.start).toBe('MODE=dev ./bin/leakdiff-server -config dev.conf')
  })

  it('may need what .air.toml gives, or a workflow of CI', () => {
    const files = { 'go.mod': module, 'cmd/api/main.go': main('\thttp.ListenAndServe(":1", nil)') }
    const air = '[build]\n  args_bin = ["serve", "--dev"]\n  cmd = "go build -o ./tmp/main ./cmd/api"\n'
    const ci = 'jobs:\n  e2e:\n    steps:\n      - run: go run ./cmd/api --config ci.yml &\n'
    expect(serversOf({ ...files, '.air.toml': air })[1]?.start).toBe('./bin/leakdiff-server serve --dev')
    expect(serversOf({ ...files, '.github/workflows/ci.yml': ci })[1]?.start).toBe(
      './bin/leakdiff-server --config ci.yml',
    )
  })

  it('of gRPC are called by methods that read', () => {
    const [server] = serversOf({
      'go.mod': module,
      'api/x.proto':
        'package shop.v1;\nservice Shop {\n  rpc GetItem (Id) returns (Item) {}\n  rpc Buy (Id) returns (Item);\n  rpc ListAll (Id) returns (stream Item);\n}\n',
      'main.go': main('\ts := grpc.NewServer()\n\ts.Serve(l)', ['google.golang.org/grpc']),
    })
    expect(server?.exchanges).toEqual([{ kind: 'call', path: '/shop.v1.Shop/GetItem' }])
    expect(server?.routes.left).toEqual(['CALL /shop.v1.Shop/Buy: may need a body, and changes data'])
  })
})

describe('how a program on the JVM may be built and started', () => {
  const main =
    'package shop;\npublic class Main {\n  public static void main(String[] a) { Javalin.create(); }\n}\n'
  const told = (files: Readonly<Record<string, string>>) =>
    serversOf(files).map(({ folder, setup, start, shares = [] }) => ({ folder, setup, start, shares }))

  it('by its build alone, wherever in its sources the class stands that starts it', () => {
    expect(told({ 'pom.xml': '<project/>', 'src/main/java/shop/Main.java': main })).toEqual([
      {
        folder: '',
        setup:
          'mvn --batch-mode --quiet -DskipTests package dependency:copy-dependencies -DincludeScope=runtime',
        start: "java -cp 'target/classes:target/dependency/*' shop.Main",
        shares: [],
      },
    ])
  })

  it.each(['example', 'build', 'target'])('in a package whose last name but one is %s', (name) => {
    const files = {
      'pom.xml': '<project/>',
      [`src/main/java/com/${name}/shop/Main.java`]: main.replace('shop', `com.${name}.shop`),
      [`target/generated-sources/${name}/Main.java`]: main,
    }
    expect(told(files).map(({ start }) => start)).toEqual([
      `java -cp 'target/classes:target/dependency/*' com.${name}.shop.Main`,
    ])
  })

  it.each([
    ['<spring-boot-starter-parent><spring-boot-maven-plugin>', 'package', 'target/*[0-9A-Z].jar'],
    ['<spring-boot-maven-plugin>', 'package spring-boot:repackage', 'target/*[0-9A-Z].jar'],
    ['<goal>repackage</goal><spring-boot-maven-plugin>', 'package', 'target/*[0-9A-Z].jar'],
    [
      '<spring-boot-starter-parent><spring-boot-maven-plugin><finalName>app</finalName>',
      'package',
      'target/app.jar',
    ],
    [
      '<spring-boot-starter-parent><spring-boot-maven-plugin><classifier>exec</classifier>',
      'package',
      'target/*-exec.jar',
    ],
  ])('as the archive of Spring Boot that %s makes', (pom, goals, jar) => {
    const [server] = told({ 'pom.xml': pom, 'src/main/java/shop/Main.java': main })
    expect(server).toMatchObject({
      setup: `mvn --batch-mode --quiet -DskipTests ${goals}`,
      start: `java -jar ${jar}`,
    })
  })

  it('as the one archive that Spring Boot makes with Gradle, with a version or without', () => {
    const files = {
      'build.gradle.kts': 'plugins { id("org.springframework.boot") version "3.5.7" }',
      'src/main/java/shop/Main.java': main,
    }
    expect(told(files)).toMatchObject([
      { setup: 'gradle --quiet --no-daemon bootJar', start: 'java -jar build/libs/*.jar' },
    ])
  })

  it.each([
    ['@Path("/hello")\nclass A {\n  @GET\n  @Produces(TEXT)\n  String a() {}\n}', '/hello'],
    ['@Path("/hello")\nclass A {\n  @GET\n  @Path("/you")\n  String a() {}\n}', '/hello/you'],
    ['class A {\n  @Path("/you") @GET String a() {}\n}', '/you'],
    ['@Controller("/hello")\nclass A {\n  @Get\n  @Produces(TEXT)\n  String a() {}\n}', '/hello'],
    ['@RestController\nclass A {\n  @GetMapping("/hello") String a() {}\n}', '/hello'],
  ])('with the routes of %j', (text, path) => {
    const [server] = serversOf({ 'pom.xml': '<quarkus/>', 'src/main/java/A.java': text })
    expect(server?.routes.asked).toEqual([path])
  })

  it.each(['Ktor', 'Javalin', 'Micronaut', 'Vert.x', 'Helidon'])('as a server of %s', (name) => {
    const library = { Helidon: 'io.helidon', 'Vert.x': 'io.vertx' }[name] ?? name.toLowerCase()
    const files = {
      'pom.xml': `<groupId>${library}</groupId>`,
      'src/main/kotlin/Application.kt': 'package com.acme\nfun main() { embeddedServer(Netty) }\n',
    }
    const [server] = serversOf(files)
    expect(server?.seen[0]).toContain(`${name} server`)
    expect(server?.start).toBe("java -cp 'target/classes:target/dependency/*' com.acme.ApplicationKt")
  })

  it('without a build by the compiler', () => {
    expect(told({ 'Main.java': 'class Main {\n  public static void main(String[] a) {}\n}' })).toEqual([
      { folder: '', setup: 'javac -d out Main.java', start: 'java -cp out Main', shares: [] },
    ])
  })

  it('a module of Maven with the modules that it needs, which a pull request may change as well', () => {
    const files = {
      'pom.xml': '<modules><module>core</module><module>web</module></modules>',
      mvnw: '',
      'core/pom.xml': '<project/>',
      'core/src/main/java/shop/Visits.java': 'class Visits {}',
      'web/pom.xml': '<goal>repackage</goal><artifactId>spring-boot-maven-plugin</artifactId>',
      'web/src/main/java/shop/Main.java': main,
    }
    expect(told(files)).toEqual([
      {
        folder: 'web',
        setup:
          '../mvnw --batch-mode --quiet --file ../pom.xml --projects web --also-make -DskipTests package',
        start: 'java -jar target/*[0-9A-Z].jar',
        shares: ['pom.xml', 'core'],
      },
    ])
  })

  it.each([
    'boot = { id = "org.springframework.boot", version.ref = "boot" }',
    "boot = 'org.springframework.boot:3.5.7'",
  ])('by a plugin that the version catalogue names: %s', (line) => {
    const files = {
      'settings.gradle.kts': 'include("web")',
      'gradle/libs.versions.toml': `[plugins]\n${line}\n`,
      'web/build.gradle.kts': 'plugins {\n  java\n  alias(libs.plugins.boot)\n}',
      'web/src/main/java/shop/Main.java': main,
    }
    expect(told(files)).toMatchObject([{ folder: 'web', start: 'java -jar build/libs/*.jar' }])
  })

  it('a module of Gradle by the build above it', () => {
    const files = {
      'settings.gradle.kts': 'rootProject.name = "shop"\ninclude(":core", ":apps:web")\n',
      gradlew: '',
      'gradle/libs.versions.toml': '',
      'core/build.gradle.kts': '',
      'apps/web/build.gradle.kts': 'plugins { application }',
      'apps/web/src/main/java/shop/Main.java': main,
    }
    expect(told(files)).toEqual([
      {
        folder: 'apps/web',
        setup: '../../gradlew --quiet --no-daemon installDist',
        start: 'build/install/web/bin/web',
        shares: ['settings.gradle.kts', 'gradle', 'core'],
      },
    ])
  })
})
