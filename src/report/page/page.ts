import { createHash } from 'node:crypto'
import { textOf } from '../narrative/document.ts'
import { htmlDetail } from '../narrative/finding/detail.ts'
import { headline } from '../narrative/headline.ts'
import { story } from '../narrative/story.ts'
import type { RenderOptions } from '../options.ts'
import { htmlText } from '../render/escape.ts'
import type { Result } from '../result.ts'
import { aboutHtml } from './about.ts'
import { blockHtml } from './blocks.ts'
import { stylesheet } from './style.ts'
import { trendHtml, trendStyle } from './trend.ts'
import { workloadHtml } from './workload.ts'

/**
 * One page that needs nothing beside itself: no request, light and dark, readable on paper, on a phone,
 * by keyboard and read aloud. All that is told stands in it without a script; the one script of ours, when
 * `options.script` brings it, makes flame graphs and lets charts be walked by keyboard.
 * The policy allows no other.
 */
export function renderHtml(result: Result, options: RenderOptions = {}): string {
  const [title, ...blocks] = story(result, options, htmlDetail)
  // Who leaks and what to do first, then the pictures, then whatever else leaks, and figures.
  const figures = blocks.findIndex(({ kind }) => kind !== 'paragraph')
  const sentences = blocks.slice(0, Math.min(figures < 0 ? blocks.length : figures, firstSentences))
  const rank = ['fail', 'inconclusive', 'pass']
  const pictured = result.workloads
    .toSorted((a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict))
    .slice(0, mostPictured)
  const pictures = pictured.map((workload, i) => workloadHtml(result, workload, options, i))
  const script = options.script ?? ''
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${htmlText(textOf(headline(result, options)))}</title>
<style>${stylesheet}${options.trend ? trendStyle : ''}</style>
</head>
<body class="${result.verdict}">
<main>
${title === undefined ? '' : blockHtml(title)}
${aboutHtml(result, options)}
${sentences.map(blockHtml).join('\n')}
${[...pictures, ...(options.trend ? [trendHtml(options.trend)] : [])].join('\n')}
${blocks.slice(sentences.length).map(blockHtml).join('\n')}
</main>
${script === '' ? '' : `<script>${script}</script>`}
</body>
</html>
`
}

/** Why, who, and the next step: more of them would push the first picture out of sight. */
const firstSentences = 3

/** Workloads with pictures: a page of more is too heavy for a phone. */
const mostPictured = 30

/** Styles are ours alone: no text of others stands in a style. The script is named by its hash. */
function policy(script: string): string {
  const scripts =
    script === '' ? '' : ` script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`
  return `default-src 'none'; style-src 'unsafe-inline';${scripts} base-uri 'none'; form-action 'none'`
}
