import { byFunction } from '../../trial/creators.ts'
import { fileOf } from '../../trial/frame-name.ts'
import type { Site, Trial, TrialFrame } from '../../trial/trial.ts'
import { count } from '../narrative/numbers.ts'
import type { Words } from '../narrative/words.ts'
import { htmlText } from '../render/escape.ts'
import { nameHtml, tableHtml } from './blocks.ts'

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
  const many = words.taskName.many
  const columns = [
    { name: 'place', number: false },
    { name: many, number: true },
    { name: 'state', number: false },
    { name: 'created by', number: false },
    { name: 'minutes waited', number: true },
  ].map((column) => ({ ...column, html: htmlText(column.name) }))
  const body = shown.map(({ site, value }) => row(trial, site, value))
  // Not every runtime knows who created a task, and how long it has waited.
  const told = columns.map((_, i) => body.some((cells) => cells[i] !== ''))
  const known = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, i) => told[i])
  const names = known(columns)
    .map(({ name }) => name.replace(/,.*/, ''))
    .filter((name) => name !== many)
  const title = `All ${many} that stayed, by ${names.join(', ')}`
  return `<details class="tasks"><summary>${htmlText(title)}</summary>${tableHtml('tasks', known(columns), body.map(known))}</details>`
}

function row({ frames }: Trial, { stack, tasks }: Site, value: number): readonly string[] {
  const own = stack.map((index) => frames[index]).filter((frame) => frame !== undefined)
  const place = own.findLast((frame) => frame.location.origin !== 'runtime') ?? own.at(-1)
  const creators = byFunction(tasks?.creators ?? [])
    .slice(0, 2)
    .map(({ frame }) => placed(frame))
  return [
    place === undefined ? '' : placed(place),
    htmlText(count(value)),
    nameHtml(tasks?.state ?? ''),
    creators.join(', '),
    String(tasks?.minutes ?? ''),
  ]
}

/** A function with its place: a name alone, and a call that stands for one, says too little. */
function placed(frame: TrialFrame): string {
  const file = fileOf(frame)
  const at = frame.line > 0 ? `${file}:${frame.line}` : file
  return `<code>${nameHtml(frame.function)}</code>${file === '' ? '' : ` at <code>${nameHtml(at)}</code>`}`
}
