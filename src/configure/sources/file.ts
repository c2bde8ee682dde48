import { readFile } from 'node:fs/promises'
import { isAbsolute, relative, resolve } from 'node:path'
import { ConfigError } from '../../errors.ts'
import type { ConfigSource } from './source.ts'

/** Where a configuration is looked for when none is named. */
export const defaultFiles = ['.github/leakdiff.yml', '.github/leakdiff.yaml'] as const

/**
 * The action's input `config` is a path or YAML text:
 * text has several lines or a key with its value on the one it has.
 */
export function configInput(text: string): { readonly configText: string } | { readonly configFile: string } {
  const isText = /\n\s*\S/.test(text.trim()) || /:(\s|$)/.test(text.trim()) || /^[{#]/.test(text.trim())
  return isText ? { configText: text } : { configFile: text.trim() }
}

/** The named file, relative to `root`; throws ConfigError when it cannot be read. */
export async function namedFile(root: string, file: string): Promise<ConfigSource> {
  const source = await readSource(root, file)
  if (source !== null) return source
  throw new ConfigError(
    `The configuration file ${file} does not exist in ${root}`,
    'Correct its path, which is taken from the root of the checkout.',
  )
}

/** The file in its usual place, or null when there is none. */
export async function defaultFile(root: string): Promise<ConfigSource | null> {
  const sources = await Promise.all(defaultFiles.map((file) => readSource(root, file)))
  const found = sources.filter((source) => source !== null)
  if (found.length < 2) return found[0] ?? null
  throw new ConfigError(
    `There are two configuration files: ${defaultFiles.join(' and ')}`,
    'Remove one of them.',
  )
}

async function readSource(root: string, file: string): Promise<ConfigSource | null> {
  const path = resolve(root, file)
  const bytes = await readFile(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    const why = error instanceof Error ? error.message : String(error)
    throw new ConfigError(
      `The configuration file ${file} cannot be read: ${why}`,
      'Give the path of a readable file.',
    )
  })
  if (bytes === null) return null
  const inside = relative(root, path)
  return await textSource(decode(bytes, file), inside.startsWith('..') || isAbsolute(inside) ? path : inside)
}

/** The reader of YAML is a fifth of the action's start, and a workload in inputs needs none. */
export async function textSource(text: string, label: string): Promise<ConfigSource> {
  const { yamlSource } = await import('./yaml.ts')
  return yamlSource(text, label)
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ConfigError(`The configuration file ${file} is not UTF-8 text`, 'Save it as UTF-8.')
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
