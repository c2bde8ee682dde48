import { Command } from 'commander'
import { err } from './cli/out.ts'
import { inputKeys } from './configure/keys.ts'
import { ConfigError, describeError, diskFull, exitStatus, InconclusiveError, UserError } from './errors.ts'
import type { DiffOptions } from './profile-diff/command.ts'
import { anyOf, runtimeNames } from './runtimes/names.ts'
import { version } from './version.ts'

const keepHelp =
  'keep the raw profiles and dumps of every round there; they hold what the program’s memory holds'
const profilesHelp = 'write base, head and growth a round as pprof profiles and folded stacks'
const debugHelp =
  'tell every command, process, probe message, role, settle reading and judged figure (or LEAKDIFF_DEBUG=1)'

const program = new Command('leakdiff')
  .description('Stops leaks in pull requests: compares what keeps growing on base and head.')
  .version(version)
  .exitOverride()
  .hook('preAction', (_, command) => {
    if (command.opts().debug === true) process.env.LEAKDIFF_DEBUG = '1'
  })

const run = program
  .command('run')
  .description('measure base and head of this repository, and judge')
  .option('--config <file>', 'configuration; .github/leakdiff.yml when left out')
  .option('--workload <names>', 'measure these workloads alone, with commas between several')
  .option('--base <revision>', 'commit to compare with; the merge base with the default branch when left out')
  .option('--head <revision>', 'commit to measure; the working tree (.) when left out')
  .option('--out <directory>', 'keep the trial files there')
  .option('--keep <directory>', keepHelp)
  .option('--debug', debugHelp)
  .option('--json <file>', 'write the result')
  .option('--html <file>', 'write the report as a page')
  .option('--markdown <file>', 'write the report as the comment')
  .option('--junit <file>', 'write the result as JUnit XML, which other CI systems show')
  .option('--write-profiles <directory>', profilesHelp)
  .option('--bisect', 'end with 125 instead of 3, for git bisect run')
configurable(run)
run.action(async (_, command: Command) => {
  const { runCommand } = await import('./cli/run.ts')
  const given = command.opts<Record<string, string | undefined>>()
  process.exitCode = await runCommand({ ...given, bisect: 'bisect' in given, inputs: scalarInputs(given) })
})

const measure = program
  .command('measure')
  .description('measure one side and leave its trial files, for `leakdiff report` in another job')
  .requiredOption('--side <side>', 'base or head')
  .requiredOption('--out <directory>', 'where the trial files go')
  .option('--keep <directory>', keepHelp)
  .option('--debug', debugHelp)
  .option('--trial <number>', 'measure this trial alone; the report then expects every one, on both sides')
  .option('--config <file>', 'configuration; .github/leakdiff.yml when left out')
  .option('--workload <names>', 'measure these workloads alone, with commas between several')
  .option('--base <revision>', 'commit to compare with, the same in every job')
  .option('--head <revision>', 'commit to measure, the same in every job; the working tree (.) when left out')
configurable(measure)
measure.action(async (_, command: Command) => {
  const { measureCommand } = await import('./cli/measure.ts')
  const given = command.opts<Record<string, string> & { side: string; out: string }>()
  process.exitCode = await measureCommand({ ...given, inputs: scalarInputs(given) })
})

const report = program
  .command('report')
  .description('judge what `leakdiff measure` or `leakdiff run --out` has left')
  .argument('<directories...>', 'directories with trial files')
  .option('--config <file>', 'configuration; .github/leakdiff.yml when left out')
  .option('--workload <names>', 'report on these workloads alone, with commas between several')
  .option('--json <file>', 'write the result')
  .option('--html <file>', 'write the report as a page')
  .option('--markdown <file>', 'write the report as the comment')
  .option('--junit <file>', 'write the result as JUnit XML, which other CI systems show')
  .option('--write-profiles <directory>', profilesHelp)
configurable(report)
report.action(async (directories: string[], _, command: Command) => {
  const { reportCommand } = await import('./cli/report.ts')
  const given = command.opts<Record<string, string>>()
  process.exitCode = await reportCommand(directories, { ...given, inputs: scalarInputs(given) })
})

program
  .command('diff')
  .description('what grew between two profiles, or two folders of profiles')
  .argument('<before>')
  .argument('<after>')
  .option('--base <profiles...>', 'BEFORE and AFTER of base, whose growth is taken off')
  .option('--quantity <quantity>', 'heap-bytes, heap-objects, alloc-bytes, alloc-objects or tasks')
  .option('--by <by>', 'function, line or stack')
  .option('--top <n>', 'show this many rows')
  .option('--json <file>', 'write every row')
  .action(async (before: string, after: string, options: Omit<DiffOptions, 'before' | 'after'>) => {
    const { diffCommand } = await import('./cli/diff.ts')
    process.exitCode = diffCommand({ ...options, before, after })
  })

program
  .command('probe')
  .description('write what a container needs for its program to be measured, and how to mount it')
  .argument('<directory>')
  .requiredOption('--runtime <runtime>', anyOf(runtimeNames))
  .action(async (directory: string, options: { runtime: string }) => {
    const { probeCommand } = await import('./cli/probe.ts')
    process.exitCode = await probeCommand(directory, options)
  })

program
  .command('demo')
  .description('measure a small server with a planted leak; needs nothing but Node and git')
  .option('--json <file>', 'write the result')
  .option('--html <file>', 'write the report as a page')
  .option('--markdown <file>', 'write the report as the comment')
  .option('--write-profiles <directory>', profilesHelp)
  .action(async (outputs: Record<string, string>) => {
    const { demoCommand } = await import('./cli/demo.ts')
    process.exitCode = await demoCommand(outputs)
  })

program
  .command('init')
  .description(
    'look at this repository, and write a first configuration and workflow; nothing is overwritten',
  )
  .option(
    '--action <owner/name@sha>',
    'the action that the workflow uses; the running copy of leakdiff when left out',
  )
  .action(async (options: { action?: string }) => {
    const { initCommand } = await import('./cli/init.ts')
    process.exitCode = await initCommand(options)
  })

/** Every scalar key of the configuration as a flag. */
function configurable(command: Command): void {
  for (const { input, help, default: value } of inputKeys) {
    command.option(`--${input} <value>`, value === undefined ? help : `${help} (${value})`)
  }
}

/** Flags by the key of the configuration that they set. */
function scalarInputs(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const camel = (key: string) => key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const inputs = inputKeys.flatMap(({ input: key }) => {
    const value = given[camel(key)]
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(inputs)
}

function statusOf(error: unknown): number {
  if (error instanceof ConfigError) return exitStatus.usage
  if (error instanceof InconclusiveError) return exitStatus.inconclusive
  return error instanceof UserError ? exitStatus.usage : exitStatus.bug
}

try {
  await program.parseAsync()
} catch (thrown) {
  const error = diskFull(thrown) ?? thrown
  if (isUsage(error)) process.exitCode = error.exitCode === 0 ? 0 : exitStatus.usage
  else {
    err(`${describeError(error)}\n`)
    process.exitCode = statusOf(error)
  }
}

/** What commander has already told the user. */
function isUsage(error: unknown): error is { exitCode: number } {
  return (
    error instanceof Error &&
    'code' in error &&
    String(error.code).startsWith('commander.') &&
    'exitCode' in error
  )
}
