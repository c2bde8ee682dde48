import { createHash } from 'node:crypto'
import { htmlText, safeUrl } from '../render/escape.ts'
import { stylesheet } from './style.ts'

export interface Page {
  /** Plain text, for the tab. */
  readonly title: string
  readonly verdict: 'pass' | 'fail' | 'inconclusive'
  /** Styles beyond the page's own. */
  readonly style?: string
  /** The one script of ours, as text; '' for none. */
  readonly script: string
  /** HTML. */
  readonly content: string
}

/**
 * A file that needs nothing beside itself: no request, and no script but ours, which is named by its hash.
 */
export function pageHtml({ content, script, style = '', title, verdict }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<style>${stylesheet}${style}</style>
</head>
<body class="${verdict}">
<main>
${content}
</main>
${script === '' ? '' : `<script>${script}</script>`}
</body>
</html>
`
}

/** Styles are ours alone: no text of others stands in a style. */
function policy(script: string): string {
  const scripts =
    script === '' ? '' : ` script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`
  return `default-src 'none'; style-src 'unsafe-inline';${scripts} base-uri 'none'; form-action 'none'`
}

/** The line below a page's headline; '' stands for what is not known. */
export const factsHtml = (facts: readonly string[]): string =>
  `<p class="about">${facts.filter((fact) => fact !== '').join(' · ')}</p>`

/** `date`: ISO 8601, UTC. */
export const timeHtml = (date: string): string =>
  `<time datetime="${htmlText(date)}">${htmlText(date.slice(0, 16).replace('T', ' '))} UTC</time>`

/** What stands on one line of a telephone beside `Again: `; a longer command would push all else away. */
const shortCommand = 40

/** How the page is made again. */
export const commandHtml = (command: string): string =>
  command.length <= shortCommand
    ? `<p class="about">Again: <code>${htmlText(command)}</code></p>`
    : `<details class="about again"><summary>Again: the command of this run</summary><pre tabindex="0">${htmlText(command)}</pre></details>`

export const anchor = (url: string, label: string): string =>
  safeUrl(url)
    ? `<a href="${htmlText(url)}" rel="noreferrer nofollow">${htmlText(label)}</a>`
    : htmlText(label)

/** A commit as a link into its repository, where that is known. */
export const commitHtml = (sha: string, repositoryUrl: string | null | undefined): string =>
  repositoryUrl && /^[0-9a-f]{40,64}$/.test(sha)
    ? anchor(`${repositoryUrl}/commit/${sha}`, sha.slice(0, 7))
    : `<code>${htmlText(sha.slice(0, 7))}</code>`
