import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandOf, type Workload } from '../../../configure/config.ts'
import { ConfigError } from '../../../errors.ts'

/**
 * Set-up and start, and the Makefile where they call make: all that can be known of how the program is built.
 */
export async function readBuildCommands(workload: Workload, directory: string): Promise<string> {
  const commands = [workload.setup ?? '', commandOf(workload)].join('\n')
  const makefile = /\bmake\b/.test(commands) ? await readMakefile(directory) : ''
  refuseReplacedFlags(commands, makefile)
  return `${commands}\n${makefile}`
}

/** Whether files are built by name (`go run main.go`), not packages. */
export const namesFiles = (commands: string): boolean => /[\w*](?<!_test)\.go(?![\w./-])/.test(commands)

async function readMakefile(directory: string): Promise<string> {
  for (const name of ['GNUmakefile', 'makefile', 'Makefile']) {
    const text = await readFile(join(directory, name), 'utf8').catch(() => null)
    if (text !== null) return text
  }
  return ''
}

/**
 * Throws ConfigError when our build flags are taken away: nothing would be measured then,
 * and nobody would know why.
 */
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
