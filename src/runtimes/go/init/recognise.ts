import { posix } from 'node:path'
import { type Declared, declaredCommands } from '../../onboarding/declared.ts'
import type { Candidate, ServerCandidate, Surroundings, Tree } from '../../onboarding/onboarding.ts'
import { callsOf } from './calls.ts'
import { portWays } from './ports.ts'
import { type Program, programsOf, type SourceFile, sourcesOf } from './programs.ts'
import { goRoutes } from './routes.ts'
import { sharedWith, siblingsOf } from './siblings.ts'
import { subcommands } from './subcommands.ts'

/** What a Go module may be measured by: its servers, its tests, or both. `tree` holds its files alone. */
export function recognise(tree: Tree, around: Surroundings): readonly Candidate[] {
  const siblings = siblingsOf(tree, around)
  const shares = sharedWith(siblings, around)
  const programs = programsOf(tree, sourcesOf(tree), siblings).filter(mayServe)
  const declared = [...declaredCommands(tree), ...reloaded(tree)]
  const servers = [...programs].sort((a, b) => Number(listensItself(b)) - Number(listensItself(a)))
  const all = [
    ...servers.flatMap((program) => candidatesOf(tree, program, programs.length > 1, declared)),
    ...testsOf(tree),
  ]
  return shares.length === 0 ? all : all.map((one) => ({ ...one, shares }))
}

const listens =
  /\bListenAndServe|\bnet\.Listen\(|\.Serve(?:TLS)?\(|\bfasthttp\.|\bgrpc\.NewServer\(|\.Spin\(\)|\.(?:Run|Listen|Start|ListenTLS|RunTLS)\(\s*(?:"|\)|os\.|fmt\.|:|[*&]?[\w.]*(?:[Pp]ort|PORT|[Aa]ddr|ADDR|[Ll]isten|[Bb]ind|[Cc]fg|[Cc]onf))/

/** Of a framework's own application, whatever it is told. */
const startsFramework = /\.(?:Run|Listen|Start)(?:TLS)?\(/

const mayServe = ({ sources }: Program): boolean =>
  sources.some(({ text }) => listens.test(text)) ||
  (framework(sources) !== plainHttp && sources.some(({ text }) => startsFramework.test(text)))

const listensItself = ({ folder, sources }: Program): boolean =>
  sources.some(({ file, text }) => posix.dirname(file) === folder && listens.test(text))

/** Started as it is, then as the project's own files start it. */
function candidatesOf(
  tree: Tree,
  program: Program,
  several: boolean,
  declared: readonly Declared[],
): readonly ServerCandidate[] {
  const { folder, sources } = program
  const name = folder === '.' ? 'server' : posix.basename(folder)
  const binary = `./bin/leakdiff-${several ? name : 'server'}`
  const calls = callsOf(tree, program)
  const candidate = ({ arguments: words, seenIn, tags, variables }: Started): ServerCandidate => ({
    kind: 'server',
    program: folder,
    setup: `go build ${tags}-o ${binary} ${folder === '.' ? '.' : `./${folder}`}`,
    start: `${variables}${binary}${words}`,
    subcommands: words === '' ? subcommands(sources) : [],
    ports: portWays(sources),
    routes: [...goRoutes(sources.map(({ text }) => text)), ...calls.left],
    exchanges: [...calls.exchanges, ...websockets(sources)],
    seen: [
      `${framework(sources)} server in ${folder === '.' ? 'the module’s root' : `./${folder}`}${seenIn}`,
    ],
    warnings: [],
  })
  return [plain, ...declared.flatMap((one) => startedBy(one, folder, name))].map(candidate)
}

/** `.air.toml`: what is built, and the arguments that it is started with. */
function reloaded(tree: Tree): readonly Declared[] {
  const file = '.air.toml'
  const text = tree.read(file) ?? ''
  const target = /^\s*cmd\s*=\s*"go build [^"]*?(\.\S*)"/m.exec(text)?.[1]
  const list = /^\s*args_bin\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1] ?? ''
  const words = [...list.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word)
  const [, variables = '', more = ''] =
    /^\s*full_bin\s*=\s*"((?:\w+=\S+\s+)*)\S+((?:\s[^"]*)?)"/m.exec(text) ?? []
  const behind = [more.trim(), ...words].filter(Boolean).join(' ')
  return target === undefined || `${variables}${behind}` === ''
    ? []
    : [{ file, command: `${variables}go run ${target} ${behind}`.trim() }]
}

interface Started {
  readonly arguments: string
  readonly variables: string
  readonly tags: string
  readonly seenIn: string
}
const plain: Started = { arguments: '', variables: '', tags: '', seenIn: '' }

/** `PORT=1 go run -tags x ./cmd/api serve --config dev.yaml`, `/app/api serve`. */
function startedBy({ command, file }: Declared, folder: string, name: string): readonly Started[] {
  const pattern =
    /^((?:[A-Z_][A-Z0-9_]*=\S+\s+)*)(?:go run\s+((?:-\S+\s+(?:[\w,]+\s+)?)*)(\S+)|(?:exec\s+)?(\S+))(.*)$/
  const [, variables = '', flags = '', target, binary, rest = ''] = pattern.exec(command) ?? []
  const matches =
    target !== undefined
      ? posix.normalize(posix.dirname(`${target}/x`)).replace(/\/[^/]*\.go$/, '') === folder ||
        posix.dirname(target) === folder ||
        (folder === '.' && /^(?:\.|\*\.go|main\.go)$/.test(target))
      : binary !== undefined && posix.basename(binary) === name
  const words = rest.replace(/\s*(?:&&|\||;|#|\\$).*$/, '').trimEnd()
  const tags = /-tags[= ]\S+\s+/.exec(flags)?.[0] ?? ''
  if (!matches || (words === '' && variables === '' && tags === '')) return []
  return [
    { arguments: words === '' ? '' : ` ${words.trim()}`, variables, tags, seenIn: `, as ${file} starts it` },
  ]
}

const websockets = (sources: readonly SourceFile[]): ServerCandidate['exchanges'] => {
  const upgrades = sources.some(({ text }) =>
    /\bwebsocket\.(?:Accept|Upgrader|Handler)\b|\.Upgrade\(\s*w\b/.test(text),
  )
  const routes = goRoutes(sources.map(({ text }) => text))
  const path = routes.find((route) => /ws|socket|echo/i.test(route.path))?.path
  return upgrades ? [{ kind: 'websocket', path: path ?? '/ws', send: ['leakdiff'] }] : []
}

function testsOf(tree: Tree): readonly Candidate[] {
  const tests = tree.files.filter((file) => file.endsWith('_test.go'))
  const texts = tests.map((file) => tree.read(file) ?? '')
  if (!texts.some((text) => /^func (?:Test|Example|Fuzz)(?![a-z])\w*\(/m.test(text))) return []
  const seen = `tests in ${tests[0]}${tests.length > 1 ? ` and ${tests.length - 1} more` : ''}`
  const test = `go test ${tagsOfAll(texts)}./...`
  return [{ kind: 'tests', setup: null, test, seen: [seen], warnings: [] }]
}

/** `-tags x ` where no test is built without. */
function tagsOfAll(texts: readonly string[]): string {
  const tags = texts.map((text) => /^\/\/go:build (\w+)\s*$/m.exec(text.split(/^package /m)[0] ?? '')?.[1])
  const [first] = tags
  return first !== undefined && !systems.test(first) && tags.every((tag) => tag === first)
    ? `-tags ${first} `
    : ''
}

/** What Go itself sets, or nobody may. */
const systems = /^(?:linux|unix|darwin|windows|amd64|arm64|cgo|race|ignore|go1)$/

const plainHttp = 'net/http'
const frameworks = [
  ['github.com/go-chi/chi', 'chi'],
  ['github.com/gin-gonic/gin', 'gin'],
  ['github.com/labstack/echo', 'echo'],
  ['github.com/gofiber/fiber', 'fiber'],
  ['github.com/gorilla/mux', 'gorilla/mux'],
  ['github.com/julienschmidt/httprouter', 'httprouter'],
  ['github.com/valyala/fasthttp', 'fasthttp'],
  ['google.golang.org/grpc', 'gRPC'],
  ['connectrpc.com/connect', 'connect'],
] as const

const framework = (sources: readonly SourceFile[]): string =>
  frameworks.find(([path]) => sources.some(({ text }) => text.includes(`"${path}`)))?.[1] ?? plainHttp
