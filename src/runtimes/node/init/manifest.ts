import type { Tree } from '../../onboarding/onboarding.ts'

/** package.json as far as it is needed. */
export interface Manifest {
  readonly name: string | null
  readonly main?: string
  readonly isModule: boolean
  readonly scripts: Readonly<Record<string, string>>
  /** Names of all, those for development included. */
  readonly dependencies: readonly string[]
  /** `pnpm@9.1.0`; null: none is named. */
  readonly packageManager: string | null
  /** Globs of the folders whose packages are developed together with this one. */
  readonly workspaces: readonly string[]
}

/** What is not as usual counts as left out. */
export function readManifest(tree: Tree, file = 'package.json'): Manifest {
  const all = parsed(tree.read(file))
  const { main, name, packageManager, type } = all
  const scripts = Object.entries(record(all.scripts)).flatMap(([key, script]) =>
    typeof script === 'string' ? [[key, script] as const] : [],
  )
  return {
    name: typeof name === 'string' ? name : null,
    isModule: type === 'module',
    scripts: Object.fromEntries(scripts),
    dependencies: Object.keys({ ...record(all.dependencies), ...record(all.devDependencies) }),
    packageManager: typeof packageManager === 'string' ? packageManager : null,
    workspaces: globs(Array.isArray(all.workspaces) ? all.workspaces : record(all.workspaces).packages),
    ...(typeof main === 'string' && { main }),
  }
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const globs = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((glob) => typeof glob === 'string') : []

function parsed(text: string | null): Record<string, unknown> {
  try {
    return record(JSON.parse(text ?? '{}'))
  } catch {
    return {}
  }
}
