import type { Context } from './context.ts'
import { functionName } from './context.ts'
import type { Inline } from './document.ts'
import { count } from './numbers.ts'
import type { FindingResult } from './result.ts'
import { longest, rises } from './sparkline.ts'

/** What to do about a finding: one sentence for each kind of leak. */
export function nextStep(context: Context, finding: FindingResult): readonly Inline[] {
  if (finding.quantity === 'tasks') return taskStep(finding)
  if (finding.quantity === 'files') return ['close the file or socket on every way out, errors included.']
  if (finding.quantity === 'threads')
    return ['end the thread when its work is done, or take threads from a pool of fixed size.']
  if (finding.quantity === 'listeners') return ['remove the listener when its owner goes away.']
  return [...releaseStep(finding), ...bound(context, finding)]
}

function taskStep(finding: FindingResult): readonly Inline[] {
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

function releaseStep(finding: FindingResult): readonly Inline[] {
  const holder = finding.holders.find((h) => h.path !== null && h.why === 'holds')
  if (holder?.path?.startsWith('timer list'))
    return ['clear the timer when what started it ends or goes away.']
  if (holder?.path && /(?:^| → )(?:_events|kEvents)(?: → |$)/.test(holder.path))
    return ['remove the listener when its owner goes away.']
  if (holder !== undefined) return ['remove it from what holds it, or give that a bound.']
  if (finding.function === null) return ['look for what each round adds and never takes away.']
  return [
    'find what keeps alive what ',
    functionName(finding.function),
    ' allocates; release it, or give it a bound.',
  ]
}

/** A cache that is not full yet looks like a leak; how far it was seen to grow lets the reader name its bound. */
function bound({ workload }: Context, finding: FindingResult): readonly Inline[] {
  const total = workload.totals.find((t) => t.quantity === finding.quantity && t.role === finding.role)
  const series = longest(total?.head.series ?? [])
  if (series.length < 3 || finding.shape !== 'growing') return []
  const risen = rises(series)
  const rounds =
    risen === series.length - 1
      ? `every one of ${series.length} rounds`
      : `${risen} of ${series.length - 1} rounds`
  const operations = series.length * workload.operations
  const told = workload.operations > 1 ? `, ${count(operations)} operations` : ''
  return [` It grew in ${rounds}${told}; if a cache fills here, its bound lies beyond that.`]
}
