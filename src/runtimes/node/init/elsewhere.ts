import type { Manifest } from './manifest.ts'

const bunsOwn =
  /\bBun\.(?:serve|listen|file|write|sql|env)\b|\bfrom\s+['"]bun(?::\w+)?['"]|\brequire\(['"]bun:/
const denosOwn = /\bDeno\.(?:serve|listen|env|readTextFile)\b/
const fetches = /\bexport\s+default\s+(?:app\b|\w+\s*$|\{[^}]*\bfetch\b)/m

/**
 * The runtime that a program is written for, where it is another one than Node: by what it uses of it, or
 * because nothing in it listens and that runtime alone starts what a module exports. null: Node may run it.
 */
export function runsElsewhere(
  { dependencies, scripts }: Manifest,
  texts: readonly string[],
  listensItself: boolean,
): string | null {
  const some = (pattern: RegExp) => texts.some((text) => pattern.test(text))
  if (some(bunsOwn)) return 'Bun'
  if (some(denosOwn)) return 'Deno'
  if (listensItself || !some(fetches)) return null
  const started = Object.values(scripts).join('\n')
  if (/\bwrangler\b/.test(started) || dependencies.includes('wrangler')) return 'workerd'
  if (/^(?:\w+=\S+ )*bun\b/m.test(started) || dependencies.includes('@types/bun')) return 'Bun'
  return /^deno\b/m.test(started) ? 'Deno' : null
}

/** What is said of it. */
export const writtenFor = (runtime: string) => ({
  why: `The program is written for ${runtime}, and leakdiff measures programs of Node`,
  remedy:
    'Write what Node can start as well, and name it in `start`: what exports a function `fetch` is served by @hono/node-server or srvx, for one.',
})
