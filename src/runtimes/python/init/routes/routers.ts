import { joined } from '../../../onboarding/source-text.ts'
import type { Source } from '../sources.ts'
import { prefixIn } from './constants.ts'
import type { Imports } from './imports.ts'
import { createMounts } from './mounts.ts'

const router =
  /(\w+)\s*(?::[^=\n]+)?=\s*(?:\w+\.)?(?:APIRouter|APIBlueprint|Blueprint|Router|Quart|Flask|FastAPI)\(([^)]*)\)/g
const included =
  /\b(?:(\w+)\.)?(?:include_router|register_blueprint|blueprint|register_module|mount)\(\s*(?:(["'][^"']*["'])\s*,\s*)?((?:\w+\.)*\w+)([^)]*)\)/g

/** The prefixes under which the routes of a file's router are reached: `''` where nobody takes it in. */
export function createRouters(
  sources: readonly Source[],
  imports: Imports,
  constants: ReadonlyMap<string, string>,
) {
  const own = new Map<string, string>()
  const mounts = createMounts(joined)
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
      mounts.add(key, { by: keyOf(file, by), prefix })
    }
  }

  return (file: string, name: string): readonly string[] => [
    ...new Set(mounts.pathsOf(keyOf(file, name), (key) => own.get(key) ?? '')),
  ]
}
