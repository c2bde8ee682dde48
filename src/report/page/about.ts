import type { RenderOptions } from '../options.ts'
import { htmlText, safeUrl } from '../render/escape.ts'
import type { Result } from '../result.ts'
import { nameHtml } from './blocks.ts'

/**
 * What was measured, where and when: repository, pull request, commits, date,
 * the run and the command that does it again.
 */
export function aboutHtml(
  { base, head, tool, workloads }: Result,
  { about, repositoryUrl, reproduce }: RenderOptions,
): string {
  const commit = (sha: string) =>
    repositoryUrl && /^[0-9a-f]{40,64}$/.test(sha)
      ? anchor(`${repositoryUrl}/commit/${sha}`, sha.slice(0, 7))
      : `<code>${nameHtml(sha.slice(0, 7))}</code>`
  const name = repositoryUrl?.split('/').slice(-2).join('/')
  const facts = [
    ...(name && repositoryUrl ? [anchor(repositoryUrl, name)] : []),
    ...(about?.pullRequest && repositoryUrl
      ? [anchor(`${repositoryUrl}/pull/${about.pullRequest}`, `#${about.pullRequest}`)]
      : []),
    `head ${commit(head.pullRequest?.sha ?? head.sha)}${base === null ? ', without a base' : ` against base ${commit(base.sha)}`}`,
    ...(about?.date
      ? [
          `<time datetime="${htmlText(about.date)}">${htmlText(about.date.slice(0, 16).replace('T', ' '))} UTC</time>`,
        ]
      : []),
    ...(about?.runUrl ? [anchor(about.runUrl, 'the run')] : []),
    `leakdiff ${htmlText(tool.version)}`,
  ]
  const again = workloads.map((w) => reproduce?.(w.name) ?? null).find((one) => one !== null)
  const command = again
    ? `<p class="about">Again: <code class="command">${htmlText(again.command)}</code></p>`
    : ''
  return `<p class="about">${facts.join(' · ')}</p>${command}`
}

const anchor = (url: string, label: string): string =>
  safeUrl(url)
    ? `<a href="${htmlText(url)}" rel="noreferrer nofollow">${htmlText(label)}</a>`
    : htmlText(label)
