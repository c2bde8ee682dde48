import type { Exchange } from '../../../onboarding/onboarding.ts'

const packages = [
  '@apollo/server',
  'apollo-server',
  'apollo-server-express',
  'graphql-yoga',
  'express-graphql',
  'graphql-http',
  'mercurius',
  '@nestjs/graphql',
]

/**
 * Queries of the schema in the sources, without arguments, by GET: of fields of a scalar type and of an
 * object's. A mutation is not asked for.
 */
export function graphqlQueries(
  dependencies: readonly string[],
  texts: readonly string[],
): readonly Exchange[] {
  if (!packages.some((name) => dependencies.includes(name))) return []
  const bodies = texts.flatMap((text) =>
    [...text.matchAll(/\btype\s+Query\s*\{([^}]*)\}/g)].map(([, body = '']) => body),
  )
  const fields = bodies.flatMap((body) => [
    ...body.matchAll(/^\s*(\w+)\s*:\s*\[?(\w+)/gm),
    ...body.matchAll(/^\s*(\w+)\s*:\s*\[?(\w+)/g),
  ])
  const queries = fields
    .slice(0, 5)
    .map(([, name = '', type = '']) => (scalars.has(type) ? `{${name}}` : `{${name}{__typename}}`))
  const path =
    dependencies.includes('@apollo/server') && texts.some((text) => /startStandaloneServer\(/.test(text))
      ? '/'
      : '/graphql'
  return [...new Set(queries.length > 0 ? queries : ['{__typename}'])].map((query) => ({
    kind: 'get',
    path: `${path}?query=${encodeURIComponent(query)}`,
    // Apollo refuses what a form of another site could send:
    // https://www.apollographql.com/docs/apollo-server/security/cors
    headers: { accept: 'application/json', 'apollo-require-preflight': 'true' },
  }))
}

const scalars = new Set(['Int', 'Float', 'String', 'Boolean', 'ID'])
