import { createHash } from 'node:crypto'
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { ConfigError } from '../../errors.ts'
import type { MainPackage } from './main-packages.ts'
import { withProbe } from './with-probe.ts'

/** From the path of a source file to that of the file to read in its place; the value of `-overlay`'s `Replace`. */
export type Replace = Readonly<Record<string, string>>

export interface OverlayRequest {
  /** Absolute directory of ours that outlives every build. */
  readonly scratch: string
  readonly packages: readonly MainPackage[]
  /** Absolute paths of Go files with `func main` that commands name: `go run main.go` builds no other file of its directory. */
  readonly namedFiles: readonly string[]
  /** The overlay that the user has set. */
  readonly users: Replace
}

/**
 * Writes an overlay that puts the probe into every program and keeps the user's own, and returns its path.
 */
export async function writeOverlay(request: OverlayRequest): Promise<string> {
  const { scratch, packages, namedFiles, users } = request
  await mkdir(scratch, { recursive: true })
  const probe = await readFile(createRequire(import.meta.url).resolve('#probe/go/zz_leakdiff.go'), 'utf8')
  const write = async (source: string): Promise<string> => {
    // Named by content: many programs share one file.
    const path = join(scratch, `${createHash('sha256').update(source).digest('hex').slice(0, 16)}.go`)
    await writeFile(path, source)
    return path
  }
  const ours: [string, string][] = []
  for (const path of namedFiles) {
    const source = await readFile(users[path] ?? path, 'utf8')
    ours.push([path, await write(withProbe(source, probe))])
  }
  for (const p of packages) {
    if (p.files.some((file) => namedFiles.includes(join(p.directory, file)))) continue
    ours.push([join(p.directory, 'zz_leakdiff_probe.go'), await write(constrained(probe, p.tagSets))])
  }
  const path = join(scratch, 'overlay.json')
  const Replace = { ...users, ...Object.fromEntries((await Promise.all(ours.map(underBothNames))).flat()) }
  await writeFile(path, JSON.stringify({ Replace }, null, 1))
  return path
}

// A shell that enters a directory through a symbolic link tells Go that name, any other program the real one.
export async function underBothNames([path, target]: readonly [string, string]): Promise<
  readonly [string, string][]
> {
  const real = join(await realpath(dirname(path)), basename(path))
  return real === path
    ? [[path, target]]
    : [
        [path, target],
        [real, target],
      ]
}

/** A directory that is a program only under some tags must not become a broken one without them. */
function constrained(probe: string, tagSets: MainPackage['tagSets']): string {
  if (tagSets.length === 0) return probe
  const alternatives = tagSets.map((tags) => `(${tags.join(' && ')})`).join(' || ')
  return probe.replace(/^\/\/go:build (.*)$/m, `//go:build ($1) && (${alternatives})`)
}

/** An overlay as Go reads it in `directory`, paths made absolute. Throws ConfigError when it cannot be read. */
export async function readOverlay(directory: string, file: string): Promise<Replace> {
  const path = resolve(directory, file)
  try {
    const { Replace = {} } = JSON.parse(await readFile(path, 'utf8')) as { readonly Replace?: Replace }
    const absolute = (name: string): string => (name === '' ? '' : resolve(directory, name))
    return Object.fromEntries(Object.entries(Replace).map(([from, to]) => [absolute(from), absolute(to)]))
  } catch (cause) {
    throw new ConfigError(
      `The overlay that GOFLAGS names, ${path}, cannot be read.`,
      'leakdiff merges it with its own: give the path of the JSON file that `go build -overlay` takes.',
      { cause },
    )
  }
}
