import type { FindingResult } from '../result.ts'
import type { Context } from './context.ts'
import { functionName, placeOf } from './context.ts'
import type { Inline } from './document.ts'
import { code } from './document.ts'

/** How to end a wait of the project's own code, by its kind; null when the code of others waits, or for other states. */
export function waitStep(context: Context, finding: FindingResult): readonly Inline[] | null {
  const frame = finding.stack.findLast(
    (f) => f.inProject || /@|(?:^|\/)(?:vendor|node_modules)\//.test(f.file),
  )
  if (context.words.taskStack !== 'running' || !frame?.inProject) return null
  const place = placeOf(frame, context)
  const at = place === null ? [] : [' at ', place]
  const who = functionName(frame.function)
  const kind = waits.find(({ state }) => state.test(finding.state ?? ''))
  return kind === undefined ? null : kind.step(who, at)
}

type Step = (who: Inline, at: readonly Inline[]) => readonly Inline[]

/** Of Go, as its traces call them (runtime/runtime2.go, waitReasonStrings). */
const waits: readonly { readonly state: RegExp; readonly step: Step }[] = [
  {
    state: /\(nil chan\)|\(no cases\)/,
    step: (who, at) => [
      'nothing can ever end the wait of ',
      who,
      ...at,
      ': make the channel before it is used.',
    ],
  },
  {
    state: /^chan send/,
    step: (who, at) => [
      'give the channel room for what ',
      who,
      ' sends',
      ...at,
      ', or let it stop sending when nobody receives any more.',
    ],
  },
  {
    state: /^chan receive/,
    step: (who, at) => [
      'close the channel, or cancel the context, for which ',
      who,
      ' waits',
      ...at,
      ', on every way out of what sends to it.',
    ],
  },
  {
    state: /^select/,
    step: (who, at) => [
      'have one case of the ',
      code('select'),
      ...at,
      ' come true when the owner of ',
      who,
      ' ends: close that channel, or cancel that context.',
    ],
  },
  {
    state: /Mutex/,
    step: (who, at) => [
      'unlock on every way out what ',
      who,
      ' waits to lock',
      ...at,
      '; somebody locked it and left.',
    ],
  },
  {
    state: /WaitGroup/,
    step: (who, at) => [
      'call ',
      code('Done'),
      ' as often as ',
      code('Add'),
      ' counts, on errors too: ',
      who,
      ' waits for the rest',
      ...at,
      '.',
    ],
  },
  {
    state: /^sync\.Cond/,
    step: (who, at) => ['wake ', who, ...at, ' when its owner ends, and let it return then.'],
  },
]
