import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandOf, type Workload } from '../../configure/config.ts'
import { ConfigError } from '../../errors.ts'
import { splitFlags } from './goflags.ts'

/** What the workload's own commands say about its builds. */
export interface BuildCommands {
  /** Values of `-tags`, each a list; never the empty one. */
  readonly tagSets: readonly (readonly string[])[]
  /** Go files given to `go build` or `go run` by name, as patterns relative to one of `directories`. */
  readonly files: readonly string[]
  /** Directories that are built or entered, relative, as written. */
  readonly directories: readonly string[]
}

/**
 * Reads set-up and start, and the Makefile when they call make. Throws ConfigError when they take our build flags away:
 * nothing would be measured then, and nobody would know why.
 */
export async function readBuildCommands(workload: Workload, directory: string): Promise<BuildCommands> {
  const commands = [workload.setup ?? '', commandOf(workload)].join('\n')
  const makefile = /\bmake\b/.test(commands) ? await readMakefile(directory) : ''
  refuseReplacedFlags(commands, makefile)
  const text = `${commands}\n${makefile}`.replaceAll('\\\n', ' ')
  return {
    tagSets: tagSetsOf(text),
    files: unique(text.matchAll(/(?<![\w./*-])([\w./*-]+\.go)(?![\w./-])/g)).filter(
      (f) => !f.endsWith('_test.go'),
    ),
    directories: [
      ...unique(text.matchAll(/\bcd\s+["']?([\w./-]+)/g)),
      ...unique(text.matchAll(/\s["']?(\.{1,2}\/[\w./-]+)/g)),
    ],
  }
}

async function readMakefile(directory: string): Promise<string> {
  for (const name of ['GNUmakefile', 'makefile', 'Makefile']) {
    const text = await readFile(join(directory, name), 'utf8').catch(() => null)
    if (text !== null) return text
  }
  return ''
}

function refuseReplacedFlags(commands: string, makefile: string): void {
  const replaced =
    /(?:^|[\s;&|("'])GOFLAGS=(?!\S*\$\{?GOFLAGS)(?!["'][^"'\n]*\$\{?GOFLAGS)[^\n;&|]*/.exec(commands) ??
    /^(?:export +)?GOFLAGS *:?=(?!.*\$[({]GOFLAGS).*$/m.exec(makefile)
  if (replaced)
    throw new ConfigError(
      `\`${replaced[0].trim()}\` replaces the GOFLAGS by which leakdiff adds its probe to the build.`,
      'Append instead: GOFLAGS="$GOFLAGS …" in a command, GOFLAGS += … in a Makefile.',
    )
  const overlay = /\s--?overlay[= ]\S+/.exec(`${commands}\n${makefile}`)
  if (overlay)
    throw new ConfigError(
      `\`${overlay[0].trim()}\` replaces the overlay by which leakdiff adds its probe to the build.`,
      'Set it by GOFLAGS in the environment of leakdiff instead; there the two are merged.',
    )
}

function tagSetsOf(text: string): readonly (readonly string[])[] {
  const values = unique(text.matchAll(/\s["']?--?tags[= ]\s*("[^"\n]*"|'[^'\n]*'|[^\s"';&|]+)/g))
  const sets = values
    .map((value) => (splitFlags(value)[0] ?? '').split(/[\s,]+/).filter((tag) => tag !== ''))
    // What a variable of make or the shell holds is not known here.
    .filter((tags) => tags.length > 0 && tags.every((tag) => /^[\w.]+$/.test(tag)))
  return [...new Map(sets.map((tags) => [tags.join(), tags])).values()]
}

function unique(matches: Iterable<RegExpMatchArray>): string[] {
  return [...new Set(Array.from(matches, (match) => match[1] ?? ''))]
}
