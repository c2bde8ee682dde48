import { percent } from '../narrative/numbers.ts'
import { htmlText } from '../render/escape.ts'
import type { WorkloadResult } from '../result.ts'
import { nameHtml } from './blocks.ts'

/**
 * Who holds what grew, as trees that fold: from the root that a developer would open down to what is held.
 * '' when nobody knows.
 */
export function holdersHtml({ findings }: WorkloadResult): string {
  const held = findings.flatMap((finding) =>
    finding.holders.filter(({ why, path }) => why === 'holds' && path !== null),
  )
  const paths = [...new Map(held.map((holder) => [holder.path, holder])).values()]
  if (paths.length === 0) return ''
  const trees = paths.map(({ path, share }) =>
    tree((path ?? '').split(' → '), ` ${percent(share)} of what is new`),
  )
  return `<section class="holders"><h3>Who holds it</h3><ul class="tree">${trees.join('')}</ul></section>`
}

function tree([first = '', ...rest]: readonly string[], told: string): string {
  const name = `<code>${nameHtml(first)}</code>${htmlText(told)}`
  if (rest.length === 0) return `<li>${name}</li>`
  return `<li><details open><summary>${name}</summary><ul>${tree(rest, '')}</ul></details></li>`
}
