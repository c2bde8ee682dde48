import type { Candidate, Exchange, Surroundings, Tree } from '../../onboarding/onboarding.ts'
import { withoutComments } from '../../onboarding/source-text.ts'
import { runsElsewhere, writtenFor } from './elsewhere.ts'
import { installationOf, packagesOf } from './install.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { portWays } from './ports.ts'
import { fileRoutes } from './routes/files.ts'
import { graphqlQueries } from './routes/graphql.ts'
import { nodeRoutes } from './routes/routes.ts'
import { scriptNames, starts } from './start.ts'
import { coveredBy, testCommand } from './tests.ts'

const isTest =
  /(^|\/)(__tests__|tests?|spec|e2e|cypress|scripts|public)\/|\.(test|spec)\.[cm]?[jt]sx?$|\.d\.ts$|(^|\/)[\w.-]+\.config\.[cm]?[jt]s$/
const isSource = /\.[cm]?[jt]sx?$|(^|\/)bin\/[\w-]+$/

/** What a package may be measured by: its server, its tests, or both. `tree` holds its files alone. */
export function recognise(tree: Tree, around: Surroundings): readonly Candidate[] {
  const manifest = readManifest(tree)
  const files = tree.files.filter((file) => isSource.test(file) && !isTest.test(file))
  const sources = files.map((file) => ({ file, text: withoutComments(tree.read(file) ?? '') }))
  const texts = sources.map(({ text }) => text)
  const listening = sources.filter(({ text }) => listens.test(text)).map(({ file }) => file)
  const { build, install, manager, modules, run, shares, warnings } = installationOf(tree, manifest, around)
  const setup = build === null ? install : `${install} && ${build}`
  const installed = { paths: modules, setup: build }
  const common = { setup, warnings, installed, ...(shares.length > 0 && { shares }) }
  const serves =
    listening.length > 0 ||
    manifest.scripts.start !== undefined ||
    scriptNames.some((name) => /\bnode\s+\S/.test(manifest.scripts[name] ?? '')) ||
    manifest.dependencies.some((name) => servers.includes(name))
  const elsewhere = runsElsewhere(manifest, texts, listening.length > 0)
  const commands = elsewhere === null && serves ? starts(tree, manifest, manager, listening) : []
  const asked = {
    subcommands: [],
    ports: portWays(tree, texts),
    routes: [...nodeRoutes(tree, files), ...fileRoutes(tree.files.filter((file) => !isTest.test(file)))],
    exchanges: exchangesOf(manifest, texts),
  }
  const packages = packagesOf(tree, manifest, around)
  const suite = testCommand(
    manifest,
    packages.map((one) => one.manifest),
  )
  const covers = coveredBy(tree, manifest, packages)
  const test = suite === null ? null : run(suite)
  const refused = (runtime: string): Candidate => ({
    ...{ ...common, ...asked, kind: 'server', program: '', start: `node ${files[0] ?? '.'}` },
    seen: [`a program for ${runtime}`],
    refused: writtenFor(runtime),
  })
  return [
    ...(elsewhere === null ? [] : [refused(elsewhere)]),
    ...commands.map(
      ({ command, seen, withArguments }): Candidate => ({
        ...common,
        ...asked,
        kind: 'server',
        program: '',
        start: run(command),
        ...(withArguments && { withArguments }),
        seen: [`${framework(manifest)} server, ${seen.replace(command, () => run(command))}`],
      }),
    ),
    // Most suites need no build, and one that does is told by trying.
    ...(test === null ? [] : [...new Set([install, setup])]).map(
      (set): Candidate => ({
        ...common,
        setup: set,
        installed: { paths: modules, setup: set === setup ? build : null },
        kind: 'tests',
        test: test ?? '',
        ...(covers.length > 0 && { covers }),
        seen: [
          `tests, run by \`${test}\``,
          ...(covers.length > 0 ? [`with those of ${listed(covers)}`] : []),
        ],
      }),
    ),
  ]
}

const listed = (folders: readonly string[]): string =>
  folders.length > 3 ? `${folders.slice(0, 2).join(', ')} and ${folders.length - 2} more` : folders.join(', ')

const listens =
  /\.\s*listen\(|\bserve\(\s*[\w{]|\bnew\s+(?:WebSocketServer|WebSocket\.Server|Server)\(\s*[{\w]|\bstartStandaloneServer\(|\bnew\s+\(?require\(['"]ws['"]\)/

/** Packages whose own command listens. */
const servers = [
  'next',
  'vite',
  '@remix-run/serve',
  '@react-router/serve',
  '@nestjs/core',
  'fastify-cli',
  'astro',
  'nuxt',
  'nitropack',
  '@strapi/strapi',
  'json-server',
  'serve',
  'http-server',
]

/** What is asked for besides GET routes. */
function exchangesOf({ dependencies }: Manifest, texts: readonly string[]): readonly Exchange[] {
  const has = (name: string) => dependencies.includes(name)
  const some = (pattern: RegExp) => texts.some((text) => pattern.test(text))
  const sockets: Exchange = { kind: 'websocket', path: '/socket.io/?EIO=4&transport=websocket', send: ['40'] }
  const path = texts.flatMap((text) => /\bpath:\s*['"](\/[\w/-]*)['"]/.exec(text)?.[1] ?? [])[0]
  const isWs = has('ws') && some(/WebSocketServer|WebSocket\.Server/)
  return [
    ...(has('socket.io') && !has('@nestjs/core') ? [sockets] : []),
    ...(isWs ? [{ kind: 'websocket' as const, path: path ?? '/', send: ['leakdiff'] }] : []),
    ...graphqlQueries(dependencies, texts),
  ]
}

const frameworks = [
  ...['@nestjs/core', 'next', '@remix-run/serve', '@react-router/serve', '@apollo/server', 'graphql-yoga'],
  ...['express', 'fastify', 'koa', 'hono', '@hapi/hapi', 'polka', 'restify', 'socket.io', 'ws', 'vite'],
] as const

const framework = ({ dependencies }: Manifest): string =>
  frameworks.find((name) => dependencies.includes(name)) ?? 'http'
