import type { Tree } from '../../onboarding/onboarding.ts'
import { type Module, moduleOf, needs, pathVariable, type Source, type Started } from './sources.ts'

interface Framework {
  readonly what: string
  /** What makes an application of it, as the source of a pattern. */
  readonly makes: string
  readonly serves: 'asgi' | 'wsgi' | 'sanic'
  /** A module that must be imported: others have a class of that name too. */
  readonly imports?: RegExp
  /** Below the application, what a server is given. */
  readonly served?: string
}

const frameworks: readonly Framework[] = [
  { what: 'FastAPI', makes: String.raw`(?:fastapi\.)?FastAPI`, serves: 'asgi' },
  { what: 'Starlette', makes: String.raw`(?:\w+\.)*Starlette`, serves: 'asgi' },
  { what: 'Litestar', makes: 'Litestar', serves: 'asgi' },
  { what: 'Quart', makes: String.raw`(?:quart\.)?Quart`, serves: 'asgi' },
  { what: 'BlackSheep', makes: 'Application', serves: 'asgi', imports: /\bblacksheep\b/ },
  { what: 'Sanic', makes: String.raw`(?:sanic\.)?Sanic`, serves: 'sanic' },
  { what: 'Flask', makes: String.raw`(?:flask\.)?Flask`, serves: 'wsgi', imports: /\bflask\b/ },
  { what: 'Flask', makes: 'APIFlask|OpenAPI', serves: 'wsgi', imports: /\b(?:apiflask|flask_openapi3)\b/ },
  { what: 'Dash', makes: String.raw`(?:dash\.)?Dash`, serves: 'wsgi', served: '.server' },
  { what: 'Falcon', makes: String.raw`falcon\.asgi\.App`, serves: 'asgi' },
  { what: 'Falcon', makes: String.raw`falcon\.(?:App|API)`, serves: 'wsgi' },
  { what: 'Pyramid', makes: String.raw`\w+\.make_wsgi_app`, serves: 'wsgi' },
  { what: 'Bottle', makes: String.raw`(?:bottle\.)?Bottle`, serves: 'wsgi', imports: /\bbottle\b/ },
]

/** An application, or the function that makes one, by its module. */
interface Target {
  readonly module: Module
  readonly name: string
  readonly isFactory: boolean
}

/** Applications that a server of their framework is given by name, and functions that make them. */
export function applicationsOf(tree: Tree, sources: readonly Source[]): readonly Started[] {
  return frameworks.flatMap((framework) => {
    const own = sources.filter(({ text }) => framework.imports?.test(text) ?? true)
    const targets = targetsOf(framework, own, sources)
    return targets.flatMap((target) => {
      const words = servedBy(tree, framework, target)
      return words === null
        ? []
        : [{ what: framework.what, words, variables: pathVariable(tree, target.module) }]
    })
  })
}

const assigned = (makes: string): RegExp =>
  new RegExp(String.raw`^(\w+)\s*(?::[^=\n]+)?=\s*(?:${makes})\(`, 'gm')

function targetsOf(
  { makes }: Framework,
  own: readonly Source[],
  sources: readonly Source[],
): readonly Target[] {
  const factories = own.flatMap(({ file, text }) => factoriesIn(text, makes).map((one) => ({ file, ...one })))
  const names = factories.map(({ name }) => name)
  const made = names.length === 0 ? makes : String.raw`${makes}|(?:\w+\.)?(?:${names.join('|')})`
  const objects = sources.flatMap(({ file, text }) => {
    if (!own.some((one) => one.file === file) && !names.some((name) => text.includes(name))) return []
    const [name] = [...text.matchAll(assigned(made))].map((match) => match[1] ?? '')
    return name === undefined ? [] : [{ module: moduleOf(file, sources), name, isFactory: false }]
  })
  const functions = factories
    .filter(({ isCallable }) => isCallable)
    .map(({ file, name }) => ({ module: moduleOf(file, sources), name, isFactory: true }))
  return [...objects, ...functions]
}

const defined = /^(?:async )?def (\w+)\(([^)]*)\)[^\n]*\n((?:[ \t)][^\n]*\n?|\n)*)/gm

/** Functions of a module that make an application; `isCallable` where they ask for no argument. */
const factoriesIn = (text: string, makes: string) =>
  [...text.matchAll(defined)]
    .filter(([, , , body = '']) => new RegExp(String.raw`\b(?:${makes})\(`).test(body))
    .map(([, name = '', parameters = '']) => ({
      name,
      isCallable: !/(?:^|,)\s*\w[^=*,]*(?:,|$)/.test(parameters.trim()),
    }))

const asgiServers = ['uvicorn', 'hypercorn', 'granian', 'daphne'] as const

function servedBy(tree: Tree, { serves, served = '' }: Framework, target: Target): string | null {
  const name = `${target.module.name}:${target.name}`
  if (serves === 'asgi') {
    const server = asgiServers.find((one) => needs(tree, one)) ?? 'uvicorn'
    return asgi[server](name, target.isFactory)
  }
  const made = `${name}${served}${target.isFactory ? '()' : ''}`
  if (serves === 'sanic')
    return `-m sanic ${name}${target.isFactory ? ' --factory' : ''} --host 127.0.0.1 --port $PORT --single-process`
  if (needs(tree, 'gunicorn'))
    return `-m gunicorn --bind 127.0.0.1:$PORT ${target.isFactory ? `'${made}'` : made}`
  if (needs(tree, 'waitress'))
    return `-m waitress --listen=127.0.0.1:$PORT ${target.isFactory ? '--call ' : ''}${name}${served}`
  const byItself = target.isFactory && !/^(?:create|make)_app$/.test(target.name) ? `'${made}'` : name
  return needs(tree, 'flask') || served === ''
    ? `-m flask --app ${byItself} run --host 127.0.0.1 --port $PORT`
    : null
}

const asgi: Readonly<Record<(typeof asgiServers)[number], (name: string, isFactory: boolean) => string>> = {
  uvicorn: (name, isFactory) =>
    `-m uvicorn --host 127.0.0.1 --port $PORT ${isFactory ? '--factory ' : ''}${name}`,
  hypercorn: (name, isFactory) => `-m hypercorn --bind 127.0.0.1:$PORT ${isFactory ? `'${name}()'` : name}`,
  granian: (name, isFactory) =>
    `-m granian --interface asgi --host 127.0.0.1 --port $PORT ${isFactory ? '--factory ' : ''}${name}`,
  daphne: (name) => `-m daphne -b 127.0.0.1 -p $PORT ${name}`,
}
