import type { Command } from 'commander'
import type { BisectFlags } from './bisect.ts'
import type { HistoryFlags } from './history.ts'

type Given = Readonly<Record<string, string | undefined>>

/**
 * The commands that look at many commits: `history`, and `bisect`, which takes the configuration as flags.
 */
export function historyCommands(
  program: Command,
  scalarInputs: (given: Given) => Readonly<Record<string, string>>,
): Command {
  program
    .command('history')
    .description('how growth went over the commits of the default branch, and where it stepped')
    .option('--workload <name>', 'show this workload alone')
    .option('--config <file>', 'configuration; .github/leakdiff.yml when left out')
    .option(
      '--history <place>',
      'where the history is kept: ref or a directory; as the configuration says when left out',
    )
    .option('--drift <budget>', 'such as "5 % since v1.4"; as the configuration says when left out')
    .option('--check', 'end with 1 when growth drifted beyond the budget, with 3 when that is not known')
    .option('--html <file>', 'write the trend as a page')
    .option('--format <format>', 'text, json, openmetrics, bencher or github-action-benchmark', 'text')
    .action(async (flags: HistoryFlags) => {
      const { historyCommand } = await import('./history.ts')
      process.exitCode = await historyCommand(flags)
    })

  const bisect = program
    .command('bisect')
    .description(
      'find the commit between GOOD and BAD that brought a leak in; to resume, run the same command again',
    )
    .argument('<good>', 'a commit that does not leak')
    .argument('<bad>', 'a later commit that leaks')
    .option('--config <file>', 'configuration; .github/leakdiff.yml when left out')
    .option('--workload <names>', 'measure these workloads alone, with commas between several')
    .option('--first-parent', 'look at merges as a whole, not into the branches that they merged')
    .option('--restart', 'forget what an earlier bisection of these commits has found')
  bisect.action(async (good: string, bad: string, _: unknown, command: Command) => {
    const { bisectCommand } = await import('./bisect.ts')
    const given = command.opts<Given & BisectFlags>()
    process.exitCode = await bisectCommand(good, bad, { ...given, inputs: scalarInputs(given) })
  })
  return bisect
}
