import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { ConfigError } from '../../../errors.ts'
import type { ProgramFile } from '../programs.ts'
import { withProbe } from './with-probe.ts'

/**
 * From the path of a source file to that of the file to read in its place; the value of `-overlay`'s
 * `Replace`.
 */
export type Replace = Readonly<Record<string, string>>

export interface OverlayRequest {
  /** Absolute directory of ours that outlives every build. */
  readonly scratch: string
  /** The GOROOT of the toolchain that builds. */
  readonly goroot: string
  /** The files with a main function, as the user's overlay has them. */
  readonly programs: readonly ProgramFile[]
  /** The overlay that the user has set. */
  readonly users: Replace
}

/**
 * Writes an overlay, which it returns the path of: the probe as one more file of package runtime/pprof, and
 * in every program an import of that. No file is added to the user's packages, because `go generate`, `go
 * fmt` and code generators read all files that Go lists from the disk.
 */
export async function writeOverlay({ scratch, goroot, programs, users }: OverlayRequest): Promise<string> {
  await mkdir(scratch, { recursive: true })
  const probe = join(scratch, 'zz_leakdiff.go')
  await cp(probeFile('zz_leakdiff.go'), probe)
  const replaced = await Promise.all(
    programs.map(async ({ path, source }) => {
      const copy = join(scratch, `${createHash('sha256').update(path).digest('hex').slice(0, 16)}.go`)
      await writeFile(copy, withProbe(source))
      return (await namesOf(path)).map((name) => [name, copy] as const)
    }),
  )
  const path = join(scratch, 'overlay.json')
  const added = { [join(goroot, 'src/runtime/pprof/zz_leakdiff.go')]: probe }
  await writeFile(
    path,
    JSON.stringify({ Replace: { ...users, ...Object.fromEntries(replaced.flat()), ...added } }, null, 1),
  )
  return path
}

// A shell that enters a directory through a symbolic link tells Go that name, any other program the real one.
async function namesOf(path: string): Promise<readonly string[]> {
  return [...new Set([path, join(await realpath(dirname(path)), basename(path))])]
}

/**
 * An overlay as Go reads it in `directory`, paths made absolute. Throws ConfigError when it cannot be read.
 */
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

/** A file of the probe in this installation. */
export const probeFile = (name: 'zz_leakdiff.go' | 'zz_leakdiff_rounds.go'): string =>
  join(dirname(createRequire(import.meta.url).resolve('#probe/go/zz_leakdiff.go')), name)
