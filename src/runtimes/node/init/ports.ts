import type { PortWay, Tree } from '../../onboarding/onboarding.ts'

/**
 * Variables of the sources, and of the files that set some, which are named like ports or addresses; and the
 * flags of servers that have one.
 */
export function portWays(tree: Tree, texts: readonly string[]): readonly PortWay[] {
  const set = tree.files.filter((file) => /^\.env(?:\.\w+)*$/.test(file)).map((file) => tree.read(file) ?? '')
  // https://github.com/node-config/node-config/wiki/Environment-Variables
  const mapped = tree.read('config/custom-environment-variables.json') ?? ''
  const values = [...mapped.matchAll(/:\s*"([A-Z][A-Z0-9_]*)"/g)].map(([, name = '']) => name)
  const names = new Set([
    ...texts.flatMap(namesIn),
    ...set.flatMap(namesSet),
    ...values,
    ...texts.flatMap(wordsIn),
  ])
  const all = [...names].filter((name) => name !== 'PORT' && /(?:^|_)PORT$|LISTEN|^ADDR/.test(name))
  const told = [...all.filter((name) => !ofOthers.test(name)), ...all.filter((name) => ofOthers.test(name))]
  const given = (kind: PortWay['kind'], text: string): PortWay => ({ kind, text, instead: null })
  return [
    ...told
      .slice(0, 6)
      .map((name) => given('variable', `${name}=${/PORT$/.test(name) ? '' : '127.0.0.1:'}$PORT`)),
    given('argument', '--port $PORT'),
    given('argument', '--host 127.0.0.1 --port $PORT'),
    given('argument', '-p $PORT'),
  ]
}

const variable =
  /\bprocess\.env\.([A-Z][A-Z0-9_]*)|\benv\(?['"[.]*\b([A-Z][A-Z0-9_]*)|process\.env\[['"]([A-Z][A-Z0-9_]*)/g

/** `process.env.APP_PORT`, `env('APP_PORT')`, `const { APP_PORT } = process.env`. */
function namesIn(text: string): readonly string[] {
  const taken = [...text.matchAll(/\{([^{}]*)\}\s*=\s*process\.env\b/g)].flatMap(
    ([, inside = '']) => inside.match(/\b[A-Z][A-Z0-9_]*\b/g) ?? [],
  )
  return [...[...text.matchAll(variable)].map(([, a, b, c]) => a ?? b ?? c ?? ''), ...taken]
}

/** However a library is told of them: `env: 'APP_PORT'`, `{ APP_PORT: port() }`, `config.get('APP_PORT')`. */
const wordsIn = (text: string): readonly string[] => text.match(/\b[A-Z][A-Z0-9_]*_PORT\b/g) ?? []

/** Where what it uses listens. */
const ofOthers =
  /^(?:DB|DATABASE|POSTGRES|PG|MYSQL|MARIADB|MONGO|REDIS|SMTP|MAIL|KAFKA|AMQP|RABBIT|ELASTIC|DEBUG|INSPECT|METRICS)/

const namesSet = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:export )?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name)
