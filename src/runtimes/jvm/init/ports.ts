import type { PortWay, Tree } from '../../onboarding/onboarding.ts'
import { manifestOf } from './build-tools.ts'
import type { SourceFile } from './source-file.ts'

/** Variables and properties by which a program may be told where to listen. */
export function portWays(tree: Tree, sources: readonly SourceFile[]): readonly PortWay[] {
  const imported = sources.flatMap(({ text }) => text.match(/^\s*import\b.*$/gm) ?? [])
  const manifest = [manifestOf(tree), ...imported].join('\n')
  const variable = (name: string): PortWay => ({ kind: 'variable', text: `${name}=$PORT`, instead: null })
  const read = sources.flatMap(({ text }) =>
    Array.from(text.matchAll(/\bgetenv\(\s*"(\w*PORT\w*)"/g), ([, name = '']) => name),
  )
  return [
    ...(/org\.springframework\.boot/.test(manifest) ? [variable('SERVER_PORT')] : []),
    ...(/quarkus/.test(manifest) ? [variable('QUARKUS_HTTP_PORT')] : []),
    ...(/micronaut/.test(manifest) ? [variable('MICRONAUT_SERVER_PORT')] : []),
    ...[...new Set(read)].filter((name) => name !== 'PORT').map(variable),
  ]
}
