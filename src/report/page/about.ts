import type { RenderOptions } from '../options.ts'
import { htmlText } from '../render/escape.ts'
import type { Result } from '../result.ts'
import { anchor, commandHtml, commitHtml, factsHtml, timeHtml } from './shell.ts'

/**
 * What was measured, where and when: repository, pull request, commits, date,
 * the run and the command that does it again.
 */
export function aboutHtml(
  { base, head, tool, workloads }: Result,
  { about, repositoryUrl, reproduce }: RenderOptions,
): string {
  const commit = (sha: string) => commitHtml(sha, repositoryUrl)
  const name = repositoryUrl?.split('/').slice(-2).join('/')
  const facts = [
    name && repositoryUrl ? anchor(repositoryUrl, name) : htmlText(about?.repository ?? ''),
    about?.pullRequest && repositoryUrl
      ? anchor(`${repositoryUrl}/pull/${about.pullRequest}`, `#${about.pullRequest}`)
      : '',
    `head ${commit(head.pullRequest?.sha ?? head.sha)}${base === null ? ', without a base' : ` against base ${commit(base.sha)}`}`,
    about?.date ? timeHtml(about.date) : '',
    about?.runUrl ? anchor(about.runUrl, 'the run') : '',
    `leakdiff ${htmlText(tool.version)}`,
  ]
  const again = workloads.map((w) => reproduce?.(w.name) ?? null).find((one) => one !== null)
  const command = again?.command ?? about?.command
  return `${factsHtml(facts)}${command ? commandHtml(command) : ''}`
}
