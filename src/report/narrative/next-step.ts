import { longest, rises } from '../render/sparkline.ts'
import type { FindingResult } from '../result.ts'
import type { Context } from './context.ts'
import { functionName } from './context.ts'
import type { Inline } from './document.ts'
import { code } from './document.ts'
import { libraryStep } from './library-step.ts'
import { count } from './numbers.ts'
import { waitStep } from './wait-step.ts'

/** What to do about a finding: one sentence for each kind of leak. */
export function nextStep(context: Context, finding: FindingResult): readonly Inline[] {
  const known = libraryStep(finding)
  if (known !== null) return known
  if (finding.quantity === 'tasks') return taskStep(context, finding)
  const files = finding.parts.some((p) => p.quantity === 'files' && p.role === finding.role)
  if (finding.quantity === 'files' || files)
    return ['close the file or socket on every way out, errors included.']
  if (finding.quantity === 'threads')
    return ['end the thread when its work is done, or take threads from a pool of fixed size.']
  if (finding.quantity === 'listeners') return ['remove the listener when its owner goes away.']
  return heldStep(finding) ?? [...bound(context, finding), ...releaseStep(finding)]
}

function taskStep(context: Context, finding: FindingResult): readonly Inline[] {
  const wait = waitStep(context, finding)
  if (wait !== null) return wait
  const kind = `${finding.state ?? ''} ${finding.function ?? ''}`
  if (/timeout|interval|timer|immediate/i.test(kind))
    return ['clear the timer when what started it ends or goes away.']
  if (/socket|tcp|pipe|server|tls|udp|http/i.test(kind))
    return ['close the connection when its work ends, on errors too.']
  if (finding.createdBy?.function) {
    return [
      'let what ',
      functionName(finding.createdBy.function),
      ' starts end with its owner: cancel the wait, or close what it waits for.',
    ]
  }
  return ['make it end with its owner: cancel the wait, or close what it waits for.']
}

const holderOf = (finding: FindingResult): string | null =>
  finding.holders.find((h) => h.path !== null && h.why === 'holds')?.path ?? null

/** What never holds a cache: timers, listeners, promises. */
function heldStep(finding: FindingResult): readonly Inline[] | null {
  const path = holderOf(finding)
  if (path === null) return null
  const parts = path.split(' → ')
  if (parts[0] === 'timer list') return ['clear the timer when what started it ends or goes away.']
  if (parts.slice(-3).includes('Promise'))
    return [
      'a promise that does not settle keeps all that wait for it, ',
      code('Promise.race'),
      ' too: settle it, or wait for it once alone.',
    ]
  if (parts.some((part) => /^(?:_events|kEvents|Listener)$/.test(part)))
    return ['remove the listener when its owner goes away.']
  return null
}

function releaseStep(finding: FindingResult): readonly Inline[] {
  const path = holderOf(finding)
  if (path !== null) {
    const [root = ''] = path.split(' → ')
    return ['take what is over out of ', code(root), ', or give it a bound.']
  }
  if (finding.function === null) return ['look for what each round adds and never takes away.']
  const name = functionName(finding.function)
  if (finding.changedLines[0]?.why === 'removed')
    return ['see whether what is taken out let go of what ', name, ' allocates; if so, put it back.']
  return ['find what keeps alive what ', name, ' allocates; release it, or give it a bound.']
}

/** A cache that is not full yet, or whose entries live longer, looks like a leak; how far it was seen to grow comes first. */
function bound({ workload }: Context, finding: FindingResult): readonly Inline[] {
  const total = workload.totals.find((t) => t.quantity === finding.quantity && t.role === finding.role)
  const series = longest(total?.head.series ?? [])
  if (series.length < 3 || finding.shape !== 'growing') return []
  const risen = rises(series)
  const rounds =
    risen === series.length - 1
      ? `every one of ${series.length} rounds`
      : `${risen} of ${series.length - 1} rounds`
  const operations =
    workload.operations > 1 ? [`${count(series.length * workload.operations)} operations`] : []
  const seconds = workload.watched === undefined ? [] : [`${count(Math.ceil(workload.watched))} s`]
  const told = [...operations, ...seconds].map((part) => `, ${part}`).join('')
  return [
    `it grew in ${rounds}${told}; what is kept for longer than that on purpose looks the same. If this is not: `,
  ]
}
