// The reader of TOML 1.0: tables are written in too many ways (headers, dots, one line) for patterns.
import { parse, type TomlTable, type TomlValue } from 'smol-toml'
import type { Tree } from '../../onboarding/onboarding.ts'

/** What is read of a pyproject.toml; of a file that is none, nothing. */
export interface PyProject {
  /** Whether it says how it is built. */
  readonly isBuilt: boolean
  readonly isPoetrys: boolean
  /** Whether members are locked with it, by uv. */
  readonly isWorkspace: boolean
  /** Whether it lists what it needs. */
  readonly hasDependencies: boolean
  /** Names of its extras, and of its groups (PEP 735). */
  readonly extras: readonly string[]
  readonly groups: readonly string[]
  /** Commands, and what each calls: `shop.server:main`. */
  readonly scripts: readonly (readonly [command: string, target: string])[]
}

export function pyProjectOf(tree: Tree): PyProject {
  const settings = tableIn(tree.read('pyproject.toml') ?? '')
  const poetry = at(settings, 'tool', 'poetry')
  const project = at(settings, 'project')
  const { dependencies } = project ?? {}
  const scripts = { ...at(settings, 'project', 'scripts'), ...at(settings, 'tool', 'poetry', 'scripts') }
  return {
    isBuilt: at(settings, 'build-system') !== null,
    isPoetrys: poetry !== null,
    isWorkspace: at(settings, 'tool', 'uv', 'workspace') !== null,
    hasDependencies: Array.isArray(dependencies) && dependencies.length > 0,
    extras: Object.keys(at(settings, 'project', 'optional-dependencies') ?? {}),
    groups: Object.keys(at(settings, 'dependency-groups') ?? {}),
    scripts: Object.entries(scripts).flatMap(([command, target]) =>
      typeof target === 'string' ? [[command, target] as const] : [],
    ),
  }
}

function tableIn(text: string): TomlTable {
  try {
    return parse(text)
  } catch {
    return {}
  }
}

function at(table: TomlTable, ...path: readonly string[]): TomlTable | null {
  let found: TomlValue | undefined = table
  for (const key of path) found = isTable(found) ? found[key] : undefined
  return isTable(found) ? found : null
}

const isTable = (value: TomlValue | undefined): value is TomlTable =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
