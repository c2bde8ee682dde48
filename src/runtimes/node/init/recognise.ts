import type { Address, Candidate, Tree } from '../../onboarding/onboarding.ts'
import { withoutComments } from '../../onboarding/source-text.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { nodeRoutes } from './routes.ts'
import { testCommand } from './tests.ts'

const isTest =
  /(^|\/)(__tests__|tests?|spec|e2e|cypress|scripts|public)\/|\.(test|spec)\.[cm]?[jt]sx?$|\.d\.ts$/
const isSource = /\.[cm]?[jt]s$|(^|\/)bin\/[\w-]+$/

/** What a Node package is measured by: its server, its tests, or both. `tree` holds its files alone. */
export function recognise(tree: Tree): readonly Candidate[] {
  const manifest = readManifest(tree)
  const files = tree.files.filter((file) => isSource.test(file) && !isTest.test(file))
  const sources = files.map((file) => ({ file, text: withoutComments(tree.read(file) ?? '') }))
  const listening = sources.filter(({ text }) => listens.test(text))
  const { text: setup, warnings } = setupOf(tree, manifest)
  const start = startOf(
    manifest,
    listening.map(({ file }) => file),
  )
  const server = (command: string): Candidate => ({
    kind: 'server',
    setup,
    warnings,
    start: command,
    address: nodeAddress([...listening, ...sources], command),
    routes: nodeRoutes(tree, files),
    seen: [`${framework(manifest)} server, started by \`${command}\``],
  })
  const tests = (test: string): Candidate => ({
    kind: 'tests',
    setup,
    warnings,
    test,
    seen: [`tests, run by \`${test}\``],
  })
  const test = testCommand(manifest)
  return [...(start === null ? [] : [server(start)]), ...(test === null ? [] : [tests(test)])]
}

const listens = /\.\s*listen\(|\bserve\(\s*[\w{]/

const reloads = /\b(nodemon|ts-node-dev|tsx watch|--watch|next dev|vite)\b/

/** `npm start` as the guides have it, or the file that listens. */
function startOf({ main, scripts }: Manifest, listening: readonly string[]): string | null {
  const script = scripts.start
  if (script !== undefined && !reloads.test(script)) {
    // The program itself, without npm around it, ends at once when it is told to.
    return /^node [\w./-]+$/.test(script) ? script : 'npm start'
  }
  const file = listening.find((f) => f === main) ?? listening.find((f) => /\.[cm]?js$/.test(f))
  return file === undefined ? null : `node ${file}`
}

/** Installs as the lock file says, then builds when there is a build. */
function setupOf(tree: Tree, { dependencies, scripts }: Manifest): { text: string; warnings: string[] } {
  const has = (file: string) => tree.files.includes(file)
  const [install, runner] = has('pnpm-lock.yaml')
    ? ['pnpm install --frozen-lockfile', 'pnpm']
    : has('yarn.lock')
      ? ['yarn install --frozen-lockfile', 'yarn']
      : has('package-lock.json') || has('npm-shrinkwrap.json')
        ? ['npm ci --no-audit --no-fund', 'npm']
        : ['npm install --no-audit --no-fund', 'npm']
  const build = scripts.build === undefined ? '' : ` && ${runner} run build`
  const unlocked = install.startsWith('npm install') && dependencies.length > 0
  const text =
    'There is no lock file: both sides may get other versions of dependencies. Commit package-lock.json.'
  return { text: `${install}${build}`, warnings: unlocked ? [text] : [] }
}

interface SourceFile {
  readonly file: string
  readonly text: string
}

/** process.env.PORT, or the number that is listened on, directly or through a constant. */
function nodeAddress(sources: readonly SourceFile[], start: string): Address {
  const usesPort = /\bprocess\.env\.PORT\b|\benv\.PORT\b|process\.env\[['"]PORT/
  if (start === 'npm start' && !sources.some(({ text }) => listens.test(text))) return { kind: 'environment' }
  if (sources.some(({ text }) => usesPort.test(text))) return { kind: 'environment' }
  for (const { file, text } of sources) {
    const literal = /\.listen\(\s*(?:\{[^}]*\bport:\s*)?(\d{2,5})\b/.exec(text)?.[1]
    const named = /\b(?:const|let|var)\s+port\s*=\s*(\d{2,5})\b/i.exec(text)?.[1]
    const port = literal ?? (listens.test(text) ? named : undefined)
    if (port !== undefined) return { kind: 'fixed', port: Number(port), file }
  }
  return { kind: 'environment' }
}

const frameworks = ['express', 'fastify', 'koa', 'hono', '@hapi/hapi', '@nestjs/core'] as const

const framework = ({ dependencies }: Manifest): string =>
  frameworks.find((name) => dependencies.includes(name)) ?? 'http'
