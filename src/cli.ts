#!/usr/bin/env node
import { Command, Option } from 'commander'
import type { DiffFlags } from './cli/diff.ts'
import { diffExamples, likePprof } from './cli/diff-flags.ts'
import { historyCommands } from './cli/history/commands.ts'
import type { InitFlags } from './cli/init.ts'
import { err, out } from './cli/out.ts'
import { directoryOfProfiles } from './cli/profiles-flag.ts'
import { inputKeys } from './configure/keys.ts'
import {
  ConfigError,
  describeError,
  diskFull,
  exitStatus,
  InconclusiveError,
  notPermitted,
  UserError,
} from './errors.ts'
import { anyOf, runtimeNames } from './runtimes/names.ts'
import { version } from './version.ts'

const keepHelp =
  'keep the raw profiles and dumps of every round there; they hold what the program’s memory holds'
const profilesHelp =
  'write base, head and growth a round as pprof profiles and folded stacks; --profiles with a directory does the same'
const recordHelp = 'keep the figures in the history, as the action does on the default branch'
const acceptHelp = 'print waivers for what fails, ready to paste'
const debugHelp =
  'tell every command, process, probe message, role, settle reading and judged figure (or LEAKDIFF_DEBUG=1)'

const program = new Command('leakdiff')
  .description('Stops leaks in pull requests: compares what keeps growing on base and head.')
  .version(version)
  .exitOverride()
  .hook('preAction', (_, command) => {
    if (command.opts().debug === true) process.env.LEAKDIFF_DEBUG = '1'
  })
  // Two hundred flags are made for the command that is asked for alone.
  .hook('preSubcommand', (_, command) => {
    if ([run, measure, report, bisect].includes(command)) configurable(command)
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
  .option('--accept', acceptHelp)
  .option('--record', recordHelp)
  .option('--bisect', 'end with 125 when the commit cannot be judged, for git bisect run')
run.action(async (_, command: Command) => {
  const { runCommand } = await import('./cli/run.ts')
  const given = command.opts<Record<string, string | undefined>>()
  process.exitCode = await runCommand({ ...given, ...flagsIn(given), inputs: scalarInputs(given) })
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
  .option('--accept', acceptHelp)
  .option('--record', recordHelp)
report.action(async (directories: string[], _, command: Command) => {
  const { reportCommand } = await import('./cli/report.ts')
  const given = command.opts<Record<string, string | undefined>>()
  process.exitCode = await reportCommand(directories, {
    ...given,
    ...flagsIn(given),
    inputs: scalarInputs(given),
  })
})

const diff = program
  .command('diff')
  .description('what grew between profiles: two, several of a series, or folders of them')
  .argument('<profiles...>', 'BEFORE and AFTER, or a series: files, folders, URLs, or - for standard input')
  .option(
    '--diff-base <profile>',
    'a profile from before; several are summed, and so are the profiles from after',
    collected,
  )
  .option('--base <profiles...>', 'BEFORE and AFTER on base; their growth is subtracted')
  .option(
    '--quantity <quantity>',
    'heap-bytes, heap-objects, alloc-bytes, alloc-objects, tasks, or a sample type',
  )
  .option('--by <by>', 'function, line or stack')
  .option('--focus <regexp>', 'only stacks with a function or file that matches')
  .option('--ignore <regexp>', 'no stacks with a function or file that matches')
  .option('--tagfocus <labels>', 'only samples with such a label: tenant=acme, or a range of numbers, 64kb:')
  .option('--tagignore <labels>', 'no samples with such a label')
  .option('--sort <order>', 'flat, cum or name')
  .option('--cum', 'the same as --sort cum')
  .option('--top [n]', 'show this many rows; 0 shows all')
  .option('--json <file>', 'write every row')
  .option('--folded <file>', 'write the stacks folded, for a flame graph')
  .option('--pprof <file>', 'write what grew as pprof')
  .option('--fail-above <limit>', 'end with 1 when more grew in all: 1MB, or 10 goroutines')
  .option('--wait <time>', 'read a server that is named twice again after that time: 30s')
  .option('--header <header>', 'send this with a request: "Name: value"', collected)
  .addHelpText('after', diffExamples)
for (const flag of ['--lines', '--functions', '--sample-index <type>', '--nodecount <n>'])
  diff.addOption(new Option(flag).hideHelp())
diff.action(async (profiles: string[], flags: DiffFlags) => {
  const { diffCommand } = await import('./cli/diff.ts')
  process.exitCode = await diffCommand(profiles, flags)
})

const bisect = historyCommands(program, scalarInputs)

program
  .command('probe')
  .description('write the probe for a program in a container, and tell how to mount it there')
  .argument('<directory>')
  .requiredOption('--runtime <runtime>', anyOf(runtimeNames))
  .action(async (directory: string, options: { runtime: string }) => {
    const { probeCommand } = await import('./cli/probe.ts')
    process.exitCode = await probeCommand(directory, options)
  })

program
  .command('version')
  .description('print the version')
  .action(() => out(`${version}\n`))

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
    'try, in a copy, how this repository can be measured, and write a first configuration and workflow from what worked; nothing is overwritten',
  )
  .option(
    '--action <owner/name@sha>',
    'the action that the workflow uses; the running copy of leakdiff when left out',
  )
  .option('--time-limit <duration>', 'time for each program or suite that is tried, set-up excluded (2m)')
  .option('--yes', 'try without asking first')
  .option('--dry-run', 'show what would be written, and write nothing')
  .action(async (options: InitFlags) => {
    const { initCommand } = await import('./cli/init.ts')
    process.exitCode = await initCommand(options)
  })

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

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

/** What cannot be measured is skipped by git bisect, which takes every other status for bad. */
const skipped = 125

function statusOf(error: unknown): number {
  if (process.argv[2] === 'run' && process.argv.includes('--bisect')) return skipped
  if (error instanceof ConfigError) return exitStatus.usage
  if (error instanceof InconclusiveError) return exitStatus.inconclusive
  return error instanceof UserError ? exitStatus.usage : exitStatus.bug
}

try {
  const read = process.argv[2] === 'diff' ? likePprof : directoryOfProfiles
  await program.parseAsync(read(process.argv))
} catch (thrown) {
  const error = diskFull(thrown) ?? notPermitted(thrown) ?? thrown
  if (isUsage(error)) process.exitCode = error.exitCode === 0 ? 0 : exitStatus.usage
  else {
    err(`${describeError(error)}\n`)
    process.exitCode = statusOf(error)
  }
}

/** Flags that take no value. */
function flagsIn(given: Readonly<Record<string, unknown>>) {
  return { accept: 'accept' in given, bisect: 'bisect' in given, record: 'record' in given }
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
