import type { Site, Trial } from '../../trial/trial.ts'
import { count } from '../narrative/numbers.ts'
import type { Words } from '../narrative/words.ts'
import { htmlText } from '../render/escape.ts'
import { nameHtml } from './blocks.ts'

const mostRows = 40

/**
 * Tasks that stayed after head's last drain: where, in which state, made by whom, for how long.
 * '' when they were not asked.
 */
export function tasksHtml(trials: readonly Trial[], words: Words): string {
  const trial = trials
    .filter(({ side, drained }) => side === 'head' && drained !== null)
    .toSorted((a, b) => b.number - a.number)[0]
  const left = new Map(trial?.drained?.sites ?? [])
  const rows = (trial?.sites ?? []).flatMap((site, index) => {
    const value = left.get(index) ?? 0
    return site.quantity === 'tasks' && value > 0 ? [{ site, value }] : []
  })
  if (trial === undefined || rows.length === 0) return ''
  const shown = rows.toSorted((a, b) => b.value - a.value).slice(0, mostRows)
  const body = shown.map(({ site, value }) => row(trial, site, value)).join('\n')
  const title = `All ${words.taskName.many} that stayed, by place, state, creator and age`
  return `<details class="tasks"><summary>${htmlText(title)}</summary><div class="wide" tabindex="0" role="region" aria-label="tasks"><table><thead><tr><th scope="col" class="number">${htmlText(words.taskName.many)}</th><th scope="col">place</th><th scope="col">state</th><th scope="col">created by</th><th scope="col" class="number">longest, min</th></tr></thead><tbody>${body}</tbody></table></div></details>`
}

function row({ frames }: Trial, { stack, tasks }: Site, value: number): string {
  const own = stack.map((index) => frames[index]).filter((frame) => frame !== undefined)
  const place = own.findLast((frame) => frame.location.origin !== 'runtime') ?? own.at(-1)
  const creators = (tasks?.creators ?? [])
    .slice(0, 2)
    .map(({ frame }) => `<code>${nameHtml(frame.function)}</code>`)
  return `<tr><td class="number">${htmlText(count(value))}</td><td><code>${nameHtml(place?.function ?? '')}</code></td><td>${nameHtml(tasks?.state ?? '')}</td><td>${creators.join(', ')}</td><td class="number">${tasks?.minutes ?? ''}</td></tr>`
}
