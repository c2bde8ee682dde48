import type { HeapProfiler, Session } from 'node:inspector'
import Module from 'node:module'
import { fileURLToPath } from 'node:url'

/** From the path of a script to the `data:` URL of its map. */
export type MapsInMemory = ReadonlyMap<string, string>

const extensions = (Module as unknown as { readonly _extensions: Readonly<Record<string, unknown>> })
  ._extensions
// Before anything that compiles as it loads.
const plain = extensions['.js']

/** By which a runner tells that all it runs was compiled in memory. */
export const compiledKey = Symbol.for('leakdiff.compiled')

/**
 * The maps of scripts that were compiled as they were loaded, by tsx, ts-node, Vite or Babel: V8 alone still
 * has them. null where nothing in `profile` was.
 */
export function mapsInMemory(
  session: Session,
  profile: HeapProfiler.SamplingHeapProfileNode,
): MapsInMemory | null {
  const all = extensions['.js'] !== plain || compiledKey in globalThis
  if (!all && !holds(profile, isCompiled)) return null
  const maps = scriptsOf(session).flatMap(({ sourceMapURL = '', url }) =>
    sourceMapURL.startsWith('data:') ? [[pathOf(url), sourceMapURL] as const] : [],
  )
  return new Map(maps)
}

interface Script {
  readonly url: string
  readonly sourceMapURL?: string
}

/** All scripts that were loaded from files; those of installed packages left out. */
export function scriptsOf(session: Session): readonly Script[] {
  const scripts: Script[] = []
  const found = ({ params }: { readonly params: Script }): void => {
    const { sourceMapURL, url } = params
    if (!/^(?:\/|file:)/.test(url) || url.includes('/node_modules/')) return
    scripts.push({ url, ...(sourceMapURL !== undefined && { sourceMapURL }) })
  }
  session.on('Debugger.scriptParsed', found)
  // Answered at once, with all scripts that there are; no code of the program runs in between.
  session.post('Debugger.enable')
  session.post('Debugger.disable')
  session.removeListener('Debugger.scriptParsed', found)
  return scripts
}

/** Stacks name a script by its path, V8 by its URL; both may say how it was loaded. */
export function pathOf(url: string): string {
  const path = url.replace(/[?#].*$/, '')
  return path.startsWith('file://') ? fileURLToPath(path) : path
}

const isCompiled = ({ callFrame: { url } }: HeapProfiler.SamplingHeapProfileNode): boolean =>
  /\.(?:[cm]?ts|[jt]sx|vue|svelte)(?:$|[?#])/.test(url) && !url.includes('/node_modules/')

const holds = (
  node: HeapProfiler.SamplingHeapProfileNode,
  wanted: (node: HeapProfiler.SamplingHeapProfileNode) => boolean,
): boolean => wanted(node) || node.children.some((child) => holds(child, wanted))
