import { longest, rises } from '../../render/sparkline.ts'
import type { FindingResult } from '../../result.ts'
import type { Context } from '../context.ts'
import { functionName, inlinesOf } from '../context.ts'
import type { Inline } from '../document.ts'
import { code } from '../document.ts'
import { count } from '../numbers.ts'

/** What to do about a finding: what its runtime's people say, else what holds for every program. */
export function nextStep(context: Context, finding: FindingResult): readonly Inline[] {
  const { next } = finding.advice ?? {}
  if (next !== undefined) return inlinesOf(context, next)
  if (finding.quantity === 'tasks') return taskStep(finding)
  const files = finding.parts.some((p) => p.quantity === 'files' && p.role === finding.role)
  if (finding.quantity === 'files' || files)
    return ['close the file or socket on every way out, errors included.']
  if (finding.quantity === 'threads')
    return ['end the thread when its work is done, or take threads from a pool of fixed size.']
  if (isNative(finding))
    return [
      'look at what native code (an add-on, an extension, cgo, mmap) takes in each round and never gives back.',
    ]
  return [...bound(context, finding), ...releaseStep(finding)]
}

/** Nobody of the runtime holds it, and no stack tells who made it. */
const isNative = ({ function: made, holders, quantity }: FindingResult): boolean =>
  quantity === 'rss-bytes' || (quantity === 'external-bytes' && made === null && holders.length === 0)

function taskStep({ createdBy }: FindingResult): readonly Inline[] {
  if (!createdBy?.function)
    return ['make it end with its owner: cancel the wait, or close what it waits for.']
  const who = functionName(createdBy.function)
  return ['let what ', who, ' starts end with its owner: cancel the wait, or close what it waits for.']
}

function releaseStep(finding: FindingResult): readonly Inline[] {
  const holder = finding.holders.find(({ why }) => why === 'holds')
  if (holder) {
    const root = holder.collection ?? holder.path.split(' → ')[0] ?? ''
    return ['remove what is no longer needed from ', code(root), ', or give it a bound.']
  }
  if (finding.function === null) return ['look for what each round adds and never takes away.']
  const name = functionName(finding.function)
  const [line] = finding.changedLines
  if (line?.why === 'dependency' && line.package !== undefined)
    return ['take another version of ', code(line.package), ', or report it there: what grows comes by it.']
  if (line?.why === 'removed')
    return ['check whether the removed code released what ', name, ' allocates; if so, put it back.']
  if (finding.quantity === 'instances')
    return ['find what holds on to each ', name, '; release it, or give it a bound.']
  return ['find what holds on to what ', name, ' allocates; release it, or give it a bound.']
}

/**
 * A cache that is not full yet, or whose entries live longer, looks like a leak;
 * how far it was seen to grow comes first.
 */
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
    `it grew in ${rounds}${told}; a cache that is meant to keep more looks the same. If this is not such a cache: `,
  ]
}
