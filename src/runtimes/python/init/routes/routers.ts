import { joined } from '../../../onboarding/source-text.ts'
import type { Source } from '../sources.ts'
import { prefixIn } from './constants.ts'
import type { Imports } from './imports.ts'

const router =
  /(\w+)\s*(?::[^=\n]+)?=\s*(?:\w+\.)?(?:APIRouter|APIBlueprint|Blueprint|Router|Quart|Flask|FastAPI)\(([^)]*)\)/g
const included =
  /\b(?:(\w+)\.)?(?:include_router|register_blueprint|blueprint|register_module|mount)\(\s*(?:(["'][^"']*["'])\s*,\s*)?((?:\w+\.)*\w+)([^)]*)\)/g

interface Mount {
  /** Of the router that takes it in. */
  readonly by: string
  readonly prefix: string
}

/** The prefixes under which the routes of a file's router are reached: `''` where nobody takes it in. */
export function createRouters(
  sources: readonly Source[],
  imports: Imports,
  constants: ReadonlyMap<string, string>,
) {
  const own = new Map<string, string>()
  const mounts = new Map<string, Mount[]>()
  const keyOf = (file: string, name: string) => {
    const target = imports.resolved(file, name)
    return `${target.file}:${target.name ?? 'router'}`
  }
  for (const { file, text } of sources) {
    for (const [, name = '', given = ''] of text.matchAll(router))
      own.set(`${file}:${name}`, prefixIn(given, constants))
    for (const [, by = '', path, name = '', given = ''] of text.matchAll(included)) {
      const key = keyOf(file, name)
      const prefix = path === undefined ? prefixIn(given, constants) : path.slice(1, -1)
      mounts.set(key, [...(mounts.get(key) ?? []), { by: keyOf(file, by), prefix }])
    }
  }

  function prefixes(key: string, above: readonly string[]): readonly string[] {
    const inside = own.get(key) ?? ''
    const around = (mounts.get(key) ?? []).filter(({ by }) => !above.includes(by) && by !== key)
    if (around.length === 0) return [inside]
    return around.flatMap(({ by, prefix }) =>
      prefixes(by, [...above, key]).map((outer) => joined(joined(outer, prefix), inside)),
    )
  }

  return (file: string, name: string): readonly string[] => [...new Set(prefixes(keyOf(file, name), []))]
}
