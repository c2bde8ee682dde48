import { createHash } from 'node:crypto'
import { stylesheet } from '../page/style.ts'
import { trendHtml, trendStyle } from '../page/trend.ts'
import { htmlText } from '../render/escape.ts'
import { driftHeadline } from './terminal.ts'
import type { Trend } from './trend.ts'

export interface TrendPage {
  /** ISO 8601, UTC. */
  readonly date: string
  /** The page's own script, as text; without it charts are walked by no key. */
  readonly script: string
  readonly version: string
}

/** A page of the trend alone, as self-contained as the report's. */
export function renderTrendPage(trend: Trend, { date, script, version }: TrendPage): string {
  const title = trend.drift === null ? 'leakdiff: how growth went' : driftHeadline(trend.drift)
  const scripts =
    script === '' ? '' : ` script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';${scripts} base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<style>${stylesheet}${trendStyle}</style>
</head>
<body class="${trend.drift?.verdict ?? 'pass'}">
<main>
<h1>${htmlText(title)}</h1>
<p class="about"><time datetime="${htmlText(date)}">${htmlText(date.slice(0, 16).replace('T', ' '))} UTC</time> · leakdiff ${htmlText(version)}</p>
${trendHtml(trend)}
</main>
${script === '' ? '' : `<script>${script}</script>`}
</body>
</html>
`
}
