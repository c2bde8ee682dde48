import { declaredCommands } from '../../onboarding/declared.ts'
import type { Tree } from '../../onboarding/onboarding.ts'
import { portWays } from './scripts.ts'
import type { Source, Started } from './sources.ts'
import { wordsOfShell } from './words.ts'

/** Servers as Procfile, Dockerfile, compose file and the like start them, at a port that is given. */
export const declaredServers = (tree: Tree, sources: readonly Source[]): readonly Started[] =>
  declaredCommands(tree).flatMap(({ command, file }) => {
    const started = startedBy(command, tree, sources)
    return started === null ? [] : [{ ...started, declaredIn: file }]
  })

/** Of `alembic upgrade head && poetry run uvicorn …` the last command, which is the one that lives. */
function startedBy(command: string, tree: Tree, sources: readonly Source[]): Started | null {
  const parts = command.split(/\s*(?:&&|;)\s*/)
  // What another folder is entered for has other paths.
  if (parts.some((part) => /^cd\s/.test(part))) return null
  const [, variables = '', rest = ''] = /^((?:[A-Za-z_]\w*=\S+\s+)*)(.*)$/.exec(parts.at(-1) ?? '') ?? []
  const words = wordsOfShell(rest).filter((word) => !/^\$\{?\w/.test(word))
  const [tool = '', ...given] = withoutWrappers(words)
  const server = servers[tool.replace(/^.*\//, '')]
  const started = server === undefined ? script(tool, given, tree, sources) : server(given)
  return started === null ? null : { ...started, variables: literal(variables) }
}

/** Those that other variables are needed for are left out. */
const literal = (variables: string): string =>
  variables
    .trim()
    .split(/\s+/)
    .filter((one) => one !== '' && !one.includes('$') && !/^PORT=/.test(one))
    // The probe is found by what stands there already.
    .map((one) => (/^PYTHONPATH=/.test(one) ? `${one}:$PYTHONPATH` : one))
    .join(' ')

const wrappers =
  /^(?:exec|env|(?:poetry|pipenv|pdm|hatch|rye|uv) run(?: --?[\w-]+(?:=\S+)?)*|opentelemetry-instrument|ddtrace-run|newrelic-admin run-program|tini(?: -g)? --|dumb-init(?: --)?|python[\d.]*(?: -[uOB]+)* -m) /

function withoutWrappers(words: readonly string[]): readonly string[] {
  const line = `${words.join(' ')} `
  const inner = line.replace(wrappers, '')
  return inner === line ? words : withoutWrappers(wordsOfShell(inner))
}

/** Without the options named, and their values where they have one. */
function without(words: readonly string[], valued: readonly string[], bare: readonly string[] = []): string {
  const kept: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (valued.includes(word)) at++
    else if (!bare.includes(word) && !valued.some((one) => attached(word, one))) kept.push(word)
  }
  return kept.join(' ')
}

/** `--port=80`, `-b:8000`, `-w4`. */
const attached = (word: string, option: string): boolean =>
  option.startsWith('--') ? word.startsWith(`${option}=`) : word.startsWith(option) && !word.startsWith('--')

const reloads = ['--reload', '--debug', '--dev', '--auto-reload']
const places = ['--host', '--port', '-h', '-p', '--workers', '--uds', '--fd']

type Server = (given: readonly string[]) => Started | null

const servers: Readonly<Record<string, Server>> = {
  uvicorn: (given) => ({
    what: 'ASGI',
    words: `-m uvicorn --host 127.0.0.1 --port $PORT ${without(given, [...places, '--reload-dir', '--reload-include', '--reload-exclude'], reloads)}`,
  }),
  hypercorn: (given) => ({
    what: 'ASGI',
    words: `-m hypercorn --bind 127.0.0.1:$PORT ${without(given, ['--bind', '-b', '--workers', '-w'], reloads)}`,
  }),
  granian: (given) => ({
    what: 'ASGI',
    words: `-m granian --host 127.0.0.1 --port $PORT ${without(given, places, reloads)}`,
  }),
  daphne: (given) => ({
    what: 'ASGI',
    words: `-m daphne -b 127.0.0.1 -p $PORT ${without(given, ['-b', '-p', '--bind', '--port'])}`,
  }),
  // A worker that is replaced after some requests takes its leak with it.
  gunicorn: (given) => ({
    what: 'WSGI',
    words: `-m gunicorn --bind 127.0.0.1:$PORT ${without(given, ['--bind', '-b', '--workers', '-w', '--max-requests', '--max-requests-jitter', '--pid', '-p'], [...reloads, '--daemon', '-D', '--preload'])}`,
  }),
  'waitress-serve': (given) => ({
    what: 'WSGI',
    words: `-m waitress --listen=127.0.0.1:$PORT ${without(given, ['--listen', '--host', '--port'])}`,
  }),
  flask: (given) =>
    given.includes('run')
      ? { what: 'Flask', words: `-m flask ${without(given, places, reloads)} --host 127.0.0.1 --port $PORT` }
      : null,
  fastapi: ([, ...given]) => ({
    what: 'FastAPI',
    words: `-m fastapi run --host 127.0.0.1 --port $PORT ${without(given, places, reloads)}`,
  }),
  sanic: (given) => ({
    what: 'Sanic',
    words: `-m sanic ${without(given, [...places, '-H', '-w'], [...reloads, '--fast'])} --host 127.0.0.1 --port $PORT --single-process`,
  }),
  streamlit: (given) => ({
    what: 'Streamlit',
    words: `-m streamlit ${without(given, ['--server.port', '--server.address', '--server.headless'])} --server.address 127.0.0.1 --server.port $PORT --server.headless true`,
  }),
}

/** `python server.py`, `python -m shop`, `python manage.py runserver`: of the project's own files. */
function script(
  tool: string,
  given: readonly string[],
  tree: Tree,
  sources: readonly Source[],
): Started | null {
  const isPython = /^(?:.*\/)?python[\d.]*$/.test(tool)
  const [first = '', ...rest] = isPython ? given.filter((word) => !/^-[uOB]+$/.test(word)) : [tool, ...given]
  if (first === 'manage.py' && tree.files.includes(first))
    return rest[0] === 'runserver'
      ? { what: 'Django', words: 'manage.py runserver --noreload 127.0.0.1:$PORT' }
      : null
  const file = isPython ? first.replace(/^\.\//, '') : `${first.replaceAll('.', '/')}/__main__.py`
  const source = sources.find((one) => one.file === file)
  if (source === undefined) return null
  const words = isPython ? file : `-m ${first}`
  return { what: 'Python', words: [words, ...rest].join(' '), ports: portWays(source) }
}
