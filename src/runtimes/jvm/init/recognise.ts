import type { Candidate, ServerCandidate, Surroundings, Tree } from '../../onboarding/onboarding.ts'
import { withoutComments } from '../../onboarding/source-text.ts'
import { type Build, buildsOf } from './builds.ts'
import { portWays } from './ports.ts'
import { routesIn } from './routes.ts'
import type { SourceFile } from './source-file.ts'
import { suiteOf } from './suites.ts'

/** What a project of the JVM is measured by: its server, its tests, or both. `tree` holds its files alone. */
export function recognise(tree: Tree, around: Surroundings): readonly Candidate[] {
  const sources = tree.files
    .filter((file) => /\.(?:java|kt)$/.test(file) && !/(?:^|\/)src\/test\//.test(file))
    .map((file) => ({ file, text: withoutComments(tree.read(file) ?? '') }))
  const servers = buildsOf(tree, sources, around).map((build) => serverOf(tree, sources, build))
  const suite = suiteOf(tree, around)
  return suite === null ? servers : [...servers, suite]
}

function serverOf(tree: Tree, sources: readonly SourceFile[], build: Build): ServerCandidate {
  return {
    kind: 'server',
    setup: build.setup,
    shares: build.shares,
    program: build.program,
    start: build.start,
    subcommands: [],
    ports: portWays(tree, sources),
    exchanges: [],
    routes: routesIn(tree, sources),
    seen: [`${build.what}, started by \`${build.start}\``],
    warnings: [],
  }
}
