import { UserError } from '../errors.ts'
import { go } from './go/index.ts'
import { jvm } from './jvm/index.ts'
import type { RuntimeName } from './names.ts'
import { node } from './node/index.ts'
import { python } from './python/index.ts'
import type { Runtime, Tools } from './runtime.ts'

/** Every runtime that a configuration may name. One without an adapter does not compile. */
export const runtimes = { go, node, python, jvm } as const satisfies Record<RuntimeName, Runtime>

/**
 * The only runtime that recognises `directory`. Throws UserError when none or several do: then the
 * configuration must say it.
 */
export async function recogniseRuntime(directory: string): Promise<Runtime> {
  const all = Object.values(runtimes)
  const recognised = await Promise.all(all.map((runtime) => runtime.recognise(directory)))
  const matching = all.filter((_, i) => recognised[i])
  const [only, another] = matching
  if (only !== undefined && another === undefined) return only
  const found =
    matching.length === 0 ? 'no runtime' : `several runtimes (${matching.map((r) => r.name).join(', ')})`
  throw new UserError(
    `leakdiff recognises ${found} in ${directory}.`,
    `Say which one is measured: \`runtime: ${matching[0]?.name ?? 'go'}\`.`,
  )
}

/** Lines that define a function or type in any of the languages: a pull request may change several. */
export const definitions = Object.values(runtimes).flatMap(({ source }) => source.definitions)

const everyTools = Object.values(runtimes).map((runtime): Tools => runtime.tools)

/** The tools of every language: a program of one is often started, or built, by those of another. */
export const tools: Required<Tools> = {
  wraps: (program, script, words) => everyTools.some(({ wraps }) => wraps(program, script, words)),
  lists: Object.assign({}, ...everyTools.map(({ lists }) => lists)),
  missingPackage: (line) =>
    everyTools.map(({ missingPackage }) => missingPackage?.(line) ?? null).find((path) => path !== null) ??
    null,
}
