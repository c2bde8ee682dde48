import type { Candidate, PortWay, ServerCandidate, Tree } from '../../onboarding/onboarding.ts'
import { type Installation, installationOf } from './installation.ts'
import { pythonRoutes } from './routes.ts'

interface Source {
  readonly file: string
  readonly text: string
}

const isTest = /(?:^|\/)(?:tests?|docs|examples|migrations)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/

/** What a Python project is measured by: its server, its tests, or both. `tree` holds its files alone. */
export function recognise(tree: Tree): readonly Candidate[] {
  const files = tree.files.filter((file) => file.endsWith('.py'))
  const sources = files
    .filter((file) => !isTest.test(file))
    .map((file) => ({ file, text: tree.read(file) ?? '' }))
  const installation = installationOf(tree)
  const server = serverOf(tree, sources, installation)
  const tests = testsOf(tree, files, installation)
  return [...(server === null ? [] : [server]), ...(tests === null ? [] : [tests])]
}

interface Started {
  readonly what: string
  /** After the interpreter. */
  readonly words: string
  readonly ports?: readonly PortWay[]
}

function serverOf(
  tree: Tree,
  sources: readonly Source[],
  { python, setup, warnings }: Installation,
): ServerCandidate | null {
  const started = djangoOf(tree, sources) ?? applicationOf(tree, sources) ?? scriptOf(sources)
  if (started === null) return null
  const start = `${python} ${started.words}`
  return {
    kind: 'server',
    setup,
    program: '',
    start,
    subcommands: [],
    ports: started.ports ?? [],
    exchanges: [],
    routes: pythonRoutes(sources.map(({ text }) => text)),
    seen: [`${started.what} server, started by \`${start}\``],
    warnings,
  }
}

function djangoOf(tree: Tree, sources: readonly Source[]): Started | null {
  if (!tree.files.includes('manage.py')) return null
  const wsgi = sources.find(({ file }) => file.endsWith('/wsgi.py'))
  const words =
    wsgi !== undefined && needs(tree, 'gunicorn')
      ? `-m gunicorn --bind 127.0.0.1:$PORT ${moduleOf(wsgi.file)}`
      : 'manage.py runserver --noreload 127.0.0.1:$PORT'
  return { what: 'Django', words }
}

const applications = [
  { what: 'FastAPI', pattern: /^(\w+)\s*(?::[^=\n]+)?=\s*(?:fastapi\.)?FastAPI\(/m, serves: 'asgi' },
  { what: 'Starlette', pattern: /^(\w+)\s*(?::[^=\n]+)?=\s*Starlette\(/m, serves: 'asgi' },
  { what: 'Litestar', pattern: /^(\w+)\s*(?::[^=\n]+)?=\s*Litestar\(/m, serves: 'asgi' },
  { what: 'Flask', pattern: /^(\w+)\s*(?::[^=\n]+)?=\s*(?:flask\.)?Flask\(/m, serves: 'wsgi' },
  { what: 'Flask', pattern: /^def (create_app|make_app)\(/m, serves: 'wsgi' },
] as const

/** An application that a server of its framework is given by name. */
function applicationOf(tree: Tree, sources: readonly Source[]): Started | null {
  for (const { what, pattern, serves } of applications)
    for (const { file, text } of sources) {
      const name = pattern.exec(text)?.[1]
      if (name === undefined || (what === 'Flask' && !/\bflask\b/.test(text))) continue
      const target = `${moduleOf(file)}:${name}`
      const asgi = `-m uvicorn --host 127.0.0.1 --port $PORT ${target}`
      const wsgi = needs(tree, 'gunicorn')
        ? `-m gunicorn --bind 127.0.0.1:$PORT '${target}${/^(?:create|make)_app$/.test(name) ? '()' : ''}'`
        : `-m flask --app ${target} run --host 127.0.0.1 --port $PORT`
      return { what, words: serves === 'asgi' ? asgi : wsgi }
    }
  return null
}

const listens =
  /\bweb\.run_app\(|\basyncio\.start_server\(|\bloop\.create_server\(|HTTPServer\(|\bmake_server\(|\buvicorn\.run\(/

/** A script that listens by itself. */
function scriptOf(sources: readonly Source[]): Started | null {
  const listening = sources.filter(({ text }) => listens.test(text))
  const script = listening.find(({ text }) => /__name__\s*==\s*["']__main__["']/.test(text)) ?? listening[0]
  if (script === undefined) return null
  const what = /\bweb\.run_app\(/.test(script.text) ? 'aiohttp' : 'Python'
  return { what, words: script.file, ports: portWays(script) }
}

/** Variables and arguments of the script that are named like ports. */
function portWays({ text }: Source): readonly PortWay[] {
  const variables = [...text.matchAll(/(?:environ(?:\.get)?|getenv)\s*[[(]\s*["'](\w*PORT\w*)["']/g)]
  const flags = [...text.matchAll(/add_argument\([^)]*["'](--[\w-]*port[\w-]*)["']/gi)]
  return [
    ...variables.map(
      ([, name = '']): PortWay => ({ kind: 'variable', text: `${name}=$PORT`, instead: null }),
    ),
    ...flags.map(([, name = '']): PortWay => ({ kind: 'argument', text: `${name} $PORT`, instead: null })),
  ].filter(({ text: way }) => way !== 'PORT=$PORT')
}

const moduleOf = (file: string): string =>
  file
    .replace(/^src\//, '')
    .replace(/(?:\/__init__)?\.py$/, '')
    .replaceAll('/', '.')

/** Whether the project's lists of packages name one. */
function needs(tree: Tree, name: string): boolean {
  const lists = tree.files.filter((file) =>
    /(?:^|\/)(?:requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg))$/.test(file),
  )
  return lists.some((file) => new RegExp(`(?:^|["'\\s])${name}\\b`, 'mi').test(tree.read(file) ?? ''))
}

function testsOf(
  tree: Tree,
  files: readonly string[],
  { python, setup, warnings }: Installation,
): Candidate | null {
  const tests = files.filter((file) => /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(file))
  const [first] = tests
  if (first === undefined) return null
  const texts = tests.map((file) => tree.read(file) ?? '')
  const isPytest = needs(tree, 'pytest') || texts.some((text) => /^\s*(?:import|from) pytest\b/m.test(text))
  if (!isPytest && !texts.some((text) => /\bunittest\b/.test(text))) return null
  const test = isPytest ? `${python} -m pytest` : `${python} -m unittest discover`
  const more = tests.length > 1 ? ` and ${tests.length - 1} more` : ''
  return { kind: 'tests', setup, test, seen: [`tests in ${first}${more}, run by \`${test}\``], warnings }
}
