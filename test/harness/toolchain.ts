import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** A file of the bundle that is committed. */
export const bundle = (file: string): string => join(root, 'dist', file)

export type Tool = { readonly path: string } | { readonly missing: string }

/** Node 24, which actions run on and the emulator needs; installed on first use. */
export function node24(): Tool {
  return installed('install-node.mjs')
}

/** act, which runs a whole workflow here. */
export function act(): Tool {
  return installed('install-act.mjs')
}

/**
 * The path of a tool, or, when tests are to be skipped without it, null after saying so. With CI set a
 * missing tool is an error.
 */
export function pathOrSkip(tool: Tool): string | null {
  if ('path' in tool) return tool.path
  if (process.env.CI) throw new Error(tool.missing)
  console.warn(`skipped: ${tool.missing}`)
  return null
}

function installed(script: string): Tool {
  try {
    const path = execFileSync(process.execPath, [join(root, 'scripts', script)], { encoding: 'utf8' }).trim()
    return existsSync(path) ? { path } : { missing: `${script} left no ${path}` }
  } catch (error) {
    return { missing: `${script} failed: ${error instanceof Error ? error.message : String(error)}` }
  }
}
