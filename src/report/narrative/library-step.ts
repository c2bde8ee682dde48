import type { FindingResult } from '../result.ts'
import type { Inline } from './document.ts'
import { code } from './document.ts'

/** What to do about what a library's call made, when that call says how it ends; null for all others. */
export function libraryStep(finding: FindingResult): readonly Inline[] | null {
  const calls = finding.through ?? []
  const tasks = finding.quantity === 'tasks'
  const running = [...finding.stack, ...finding.parts.filter((part) => part.startedBy !== undefined)]
  if (tasks && running.some(({ function: name }) => /^net\/http\.\(\*persistConn\)/.test(name ?? '')))
    return [
      'close the body of the response on every way out, errors included: ',
      code('defer response.Body.Close()'),
      '.',
    ]
  // A goroutine that waits for anything else does not end by these.
  if (tasks && !/^(?:chan receive|select)/.test(finding.state ?? '')) return null
  const context = calls.find((name) => /^context\.With(?:Cancel|Timeout|Deadline)/.test(name))
  if (context !== undefined)
    return ['call what ', code(context), ' returns on every way out: ', code('defer cancel()'), '.']
  if (calls.some((name) => /^time\.(?:NewTicker|Tick)$/.test(name))) return tickerStep(tasks)
  // Waits of other kinds often have a timer beside them.
  if (!tasks && calls.some((name) => /^time\.(?:AfterFunc|NewTimer|After)$/.test(name)))
    return ['stop the timer on every way out, as soon as what it is for is over.']
  return null
}

const tickerStep = (tasks: boolean): readonly Inline[] =>
  tasks
    ? [
        'end the loop that waits for the ticker when its owner ends, by a channel or a context; ',
        code('Stop'),
        ' alone does not end it.',
      ]
    : ['stop the ticker on every way out.']
