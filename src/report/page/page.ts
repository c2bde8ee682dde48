import { textOf } from '../narrative/document.ts'
import { htmlDetail } from '../narrative/finding/detail.ts'
import { headline } from '../narrative/headline.ts'
import { story } from '../narrative/story.ts'
import type { RenderOptions } from '../options.ts'
import type { Result } from '../result.ts'
import { trendHtml, trendStyle } from '../trend/section.ts'
import { aboutHtml } from './about.ts'
import { blockHtml } from './blocks.ts'
import { pageHtml } from './shell.ts'
import { workloadHtml } from './workload.ts'

/**
 * One page that needs nothing beside itself: no request, light and dark, readable on paper, on a phone,
 * by keyboard and read aloud. All that is told stands in it without a script; the one script of ours, when
 * `options.script` brings it, makes flame graphs and lets charts be walked by keyboard.
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
  return pageHtml({
    title: textOf(headline(result, options)),
    verdict: result.verdict,
    style: options.trend ? trendStyle : '',
    script: options.script ?? '',
    content: [
      title === undefined ? '' : blockHtml(title),
      aboutHtml(result, options),
      ...sentences.map(blockHtml),
      ...pictures,
      ...(options.trend ? [trendHtml(options.trend)] : []),
      ...blocks.slice(sentences.length).map(blockHtml),
    ].join('\n'),
  })
}

/** Why, who, and the next step: more of them would push the first picture out of sight. */
const firstSentences = 3

/** Workloads with pictures: a page of more is too heavy for a phone. */
const mostPictured = 30
