import type { Exchange, Route, Tree } from '../../onboarding/onboarding.ts'
import type { Program } from './programs.ts'

const reading =
  /^(?:Get|List|Search|Find|Lookup|Check|Ping|Echo|Say|Hello|Greet|Health|Read|Query|Describe|Fetch|Count|Stat|Version)/

/**
 * gRPC's unary methods of the module's `.proto` files: those that only read,
 * and the others as routes left out.
 */
export function callsOf(
  tree: Tree,
  { sources }: Program,
): { readonly exchanges: readonly Exchange[]; readonly left: readonly Route[] } {
  if (!sources.some(({ text }) => text.includes('"google.golang.org/grpc"')))
    return { exchanges: [], left: [] }
  const methods = tree.files
    .filter((file) => file.endsWith('.proto'))
    .flatMap((file) => methodsIn(tree.read(file) ?? ''))
  const health = sources.some(({ text }) => text.includes('grpc/health"')) ? [healthCheck] : []
  const call = (path: string): Exchange => ({ kind: 'call', path })
  return {
    exchanges: [...methods.filter(({ name }) => reading.test(name)).map(({ path }) => path), ...health].map(
      call,
    ),
    left: methods.filter(({ name }) => !reading.test(name)).map(({ path }) => ({ method: 'CALL', path })),
  }
}

const healthCheck = '/grpc.health.v1.Health/Check'

function methodsIn(text: string): readonly { readonly name: string; readonly path: string }[] {
  const plain = text.replace(/\/\/[^\n]*/g, '')
  const scope = /^\s*package\s+([\w.]+)/m.exec(plain)?.[1]
  return [...plain.matchAll(/\bservice\s+(\w+)\s*\{([\s\S]*?)\n\}/g)].flatMap(([, service = '', body = '']) =>
    [...body.matchAll(/\brpc\s+(\w+)\s*\(\s*(?!stream\b)[\w.]+\s*\)\s*returns\s*\(\s*(?!stream\b)/g)].map(
      ([, name = '']) => ({ name, path: `/${scope === undefined ? '' : `${scope}.`}${service}/${name}` }),
    ),
  )
}
