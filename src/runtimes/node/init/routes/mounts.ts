import { posix } from 'node:path'
import { joined } from '../../../onboarding/source-text.ts'
import { modulesOf, name } from './imports.ts'

interface Source {
  readonly file: string
  readonly text: string
}

interface Mount {
  readonly from: string
  readonly target: string
  readonly prefix: string
}

/** Deeper than any nest of routers. */
const deepest = 6

/**
 * What stands before the routes of each file, by the files that mount it, and those that mount these; of a
 * file that nobody mounts nothing is known.
 */
export function prefixesByMount(sources: readonly Source[]): (file: string) => readonly string[] {
  const files = sources.map(({ file }) => file)
  const mounts = sources.flatMap(({ file, text }) => mountsOf(file, text, files))
  const above = (file: string, below: readonly string[]): readonly string[] => {
    const own = below.length > deepest ? [] : mounts.filter(({ target }) => target === file)
    const others = own.filter(({ from }) => from !== file && !below.includes(from))
    if (others.length === 0) return ['']
    const all = others.flatMap(({ from, prefix }) =>
      above(from, [...below, file]).map((more) => joined(more, prefix)),
    )
    return [...new Set(all)]
  }
  return (file) => (mounts.some(({ target }) => target === file) ? above(file, []) : [])
}

/** export { users } from './users.js' */
const passedOn = /\bexport\s*(?:\*|\{[^{}]*\})\s*from\s*['"]([^'"]+)['"]/g
const inline = String.raw`(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)`

/**
 * Express: app.use('/users', users). Hono: app.route('/users', users). Fastify: app.register(users, { prefix:
 * '/users' }).
 */
function mountsOf(file: string, text: string, files: readonly string[]): readonly Mount[] {
  const modules = modulesOf(text)
  // Before the router may stand what every request of it goes through: app.use('/users', signedIn, users).
  const used = new RegExp(
    String.raw`\.(?:use|route)\(\s*(?:['"\`](\/[^'"\`]*)['"\`]\s*,\s*)?(?:${name}(?:\([^()]*\))?\s*,\s*)*(?:${inline}|(${name}))`,
    'g',
  )
  const registered = new RegExp(
    String.raw`\.register\(\s*(?:${inline}|(${name}))\s*(?:,\s*\{[^}]*\bprefix:\s*['"\`]([^'"\`]*)['"\`])?`,
    'g',
  )
  const mount = (module: string | undefined, prefix: string): Mount[] => {
    const target = module === undefined ? undefined : resolved(file, module, files)
    return target === undefined ? [] : [{ from: file, target, prefix }]
  }
  return [
    ...[...text.matchAll(passedOn)].flatMap(([, path]) => mount(path, '')),
    ...[...text.matchAll(used)].flatMap(([, prefix = '', path, variable = '']) =>
      mount(path ?? modules.get(variable), prefix),
    ),
    ...[...text.matchAll(registered)].flatMap(([, path, variable = '', prefix = '']) =>
      mount(path ?? modules.get(variable), prefix),
    ),
  ]
}

/** A file by the name that another imports it by: `./users.js`, `@/routes/users`, `src/routes/users`. */
function resolved(from: string, module: string, files: readonly string[]): string | undefined {
  const [, own] = /^(?:[@~]|src)\/(.+)/.exec(module) ?? []
  const paths = module.startsWith('.')
    ? [posix.join(posix.dirname(from), module)]
    : own === undefined
      ? []
      : [`src/${own}`, own]
  const endings = ['', '.js', '.mjs', '.cjs', '.ts', '/index.js', '/index.mjs', '/index.ts']
  return paths
    .flatMap((path) => [path, ...endings.map((ending) => `${path.replace(/\.[cm]?js$/, '')}${ending}`)])
    .find((file) => files.includes(file))
}
