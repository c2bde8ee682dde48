import { posix } from 'node:path'
import type { Address, Candidate, ServerCandidate, Tree } from '../../onboarding/onboarding.ts'
import { withoutComments } from '../../onboarding/source-text.ts'
import { goRoutes } from './routes.ts'

/** What a Go module is measured by: its server, its tests, or both. `tree` holds its files alone. */
export function recognise(tree: Tree): readonly Candidate[] {
  const files = tree.files.filter((file) => file.endsWith('.go'))
  const sources = files
    .filter((file) => !file.endsWith('_test.go'))
    .map((file) => ({ file, text: withoutComments(tree.read(file) ?? '') }))
  const server = goServer(sources)
  const tests = files.filter((file) => file.endsWith('_test.go'))
  const hasTests = tests.some((file) => /^func Test[^a-z]\w*\(/m.test(tree.read(file) ?? ''))
  const seen = `tests in ${tests[0]}${tests.length > 1 ? ` and ${tests.length - 1} more` : ''}`
  const test: Candidate = {
    kind: 'tests',
    setup: null,
    test: 'go test ./...',
    seen: [seen],
    warnings: [],
  }
  return [...(server === null ? [] : [server]), ...(hasTests ? [test] : [])]
}

interface SourceFile {
  readonly file: string
  readonly text: string
}

const listens =
  /\bListenAndServe(?:TLS)?\(|\.Run\(\s*(?:"|\)|os\.|port|addr|:)|\b(?:app|e|r|router|server|srv)\.(?:Listen|Start|Run)\(/i

/** The main package that listens itself, else the one whose module does somewhere. */
function goServer(sources: readonly SourceFile[]): ServerCandidate | null {
  const mains = [
    ...new Set(
      sources
        .filter(({ text }) => /^package main\b/m.test(text) && /^func main\(\)/m.test(text))
        .map(({ file }) => posix.dirname(file)),
    ),
  ]
  const listening = sources.filter(({ text }) => listens.test(text))
  const direct = mains.filter((main) => listening.some(({ file }) => posix.dirname(file) === main))
  const [main] = direct.length > 0 ? direct : mains
  const routes = sources.flatMap(({ text }) => goRoutes(text))
  if (main === undefined || listening.length === 0) return null
  const address = goAddress([...listening, ...sources])
  const others = (direct.length > 0 ? direct : mains).filter((other) => other !== main)
  return {
    kind: 'server',
    setup: `go build -o ./bin/leakdiff-server ${main === '.' ? '.' : `./${main}`}`,
    start: './bin/leakdiff-server',
    address,
    routes,
    seen: [`${framework(sources)} server in ${main === '.' ? 'the module’s root' : `./${main}`}`],
    warnings:
      others.length > 0
        ? [
            `There are other programs (${others.map((other) => `./${other}`).join(', ')}): they are not measured.`,
          ]
        : [],
  }
}

/** `:3000`, or $PORT: gin's Run() without an address listens there by itself. */
function goAddress(sources: readonly SourceFile[]): Address {
  if (sources.some(({ text }) => /env\w*\(\s*"PORT"/i.test(text) || /\.Run\(\s*\)/.test(text)))
    return { kind: 'environment' }
  for (const { file, text } of sources) {
    const port = /"(?:localhost|127\.0\.0\.1|0\.0\.0\.0)?:(\d{2,5})"/.exec(text)?.[1]
    if (port !== undefined) return { kind: 'fixed', port: Number(port), file }
  }
  return { kind: 'environment' }
}

const frameworks = [
  ['github.com/go-chi/chi', 'chi'],
  ['github.com/gin-gonic/gin', 'gin'],
  ['github.com/labstack/echo', 'echo'],
  ['github.com/gofiber/fiber', 'fiber'],
  ['github.com/gorilla/mux', 'gorilla/mux'],
] as const

const framework = (sources: readonly SourceFile[]): string =>
  frameworks.find(([path]) => sources.some(({ text }) => text.includes(`"${path}`)))?.[1] ?? 'net/http'
