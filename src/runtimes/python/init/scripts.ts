import type { PortWay, Tree } from '../../onboarding/onboarding.ts'
import { pyProjectOf } from './pyproject.ts'
import { moduleOf, pathVariable, type Source, type Started } from './sources.ts'

const listens =
  /\bweb\.run_app\(|\basyncio\.start_(?:unix_)?server\(|\bloop\.create_server\(|HTTPServer\(|\bmake_server\(|\buvicorn\.(?:run|Server)\(|\bhypercorn\b.*\bserve\(|\bwaitress\b[\s\S]*\bserve\(|\bsocketio\.run\(|\bapp(?:lication)?\.(?:run|run_server|listen)\(|^\s*run\(.*\b(?:host|port)\s*=|\bcherrypy\.quickstart\(|\bWSGIServer\(|\bwebsockets\.serve\(|\bgrpc\.(?:aio\.)?server\(|\.launch\(.*server_port|\brun_simple\(|\bsocketserver\.\w+Server\(/m

const isProgram = /__name__\s*==\s*["']__main__["']/

/** Scripts that listen by themselves, and commands that are installed and do. */
export function scriptsOf(tree: Tree, sources: readonly Source[]): readonly Started[] {
  const listening = sources.filter(({ text }) => listens.test(text))
  const programs = listening.filter(({ file, text }) => isProgram.test(text) || file.endsWith('__main__.py'))
  const scripts = (programs.length > 0 ? programs : listening).map(
    (source): Started => ({
      what: whatOf(source),
      words: wordsOf(source, sources),
      variables: isModule(source) ? pathVariable(tree, moduleOf(source.file, sources)) : '',
      ports: portWays(source),
    }),
  )
  return [...commandsOf(tree, listening, sources), ...scripts]
}

const whatOf = ({ text }: Source): string => (/\bweb\.run_app\(/.test(text) ? 'aiohttp' : 'Python')

/** What imports from beside itself is no script, and is run as a module. */
const isModule = ({ file, text }: Source): boolean =>
  file.endsWith('__main__.py') || (file.includes('/') && /^\s*from \.+\w* import\b/m.test(text))

const wordsOf = (source: Source, sources: readonly Source[]): string =>
  isModule(source) ? `-m ${moduleOf(source.file, sources).name}` : source.file

/** Commands that the project's own package brings: `[project.scripts]`. */
function commandsOf(
  tree: Tree,
  listening: readonly Source[],
  sources: readonly Source[],
): readonly Started[] {
  return pyProjectOf(tree).scripts.flatMap(([command, target]) => {
    const [module] = target.split(':')
    const source = listening.find(({ file }) => moduleOf(file, sources).name === module)
    return source === undefined ? [] : [{ what: whatOf(source), words: '', command, ports: portWays(source) }]
  })
}

/** Variables and arguments of the script that are named like ports. */
export function portWays({ text }: Source): readonly PortWay[] {
  const variables = [...text.matchAll(/(?:environ(?:\.get)?|getenv)\s*[[(]\s*["'](\w*PORT\w*)["']/g)]
  const flags = [...text.matchAll(/(?:add_argument|option)\([^)]*["'](--[\w-]*port[\w-]*)["']/gi)]
  return [
    ...variables.map(
      ([, name = '']): PortWay => ({ kind: 'variable', text: `${name}=$PORT`, instead: null }),
    ),
    ...flags.map(([, name = '']): PortWay => ({ kind: 'argument', text: `${name} $PORT`, instead: null })),
  ].filter(({ text: way }) => way !== 'PORT=$PORT')
}
