import type { About, Advice, AdviceRule, Grown, Kind, Sentence } from '../runtimes/advice.ts'

/** What a runtime says of one finding; left out: nothing beyond what holds for every program. */
export interface Advised {
  readonly next?: Sentence
  readonly now?: Sentence
  readonly proof?: { readonly state: string; readonly by: Sentence }
  /** What a task is, in words. */
  readonly kind?: string
}

/** The advice of a runtime for what grew, by the first of its rules that holds. */
export function advise({ next, now, proof, states = {} }: Advice, grown: Grown): Advised {
  const kind = Object.hasOwn(states, grown.state ?? '') ? states[grown.state ?? ''] : undefined
  const [order, doing] = [said(next, grown), said(now, grown)]
  const state = proof?.state.exec(grown.state ?? '')?.[1]
  return {
    ...(order === null ? {} : { next: order }),
    ...(doing === null ? {} : { now: doing }),
    ...(kind === undefined ? {} : { kind }),
    ...(proof === undefined || state === undefined ? {} : { proof: { state, by: proof.by } }),
  }
}

function said(rules: readonly AdviceRule[], grown: Grown): Sentence | null {
  const rule = rules.find((one) => holds(one, grown))
  if (rule === undefined) return null
  return typeof rule.say === 'function' ? rule.say(aboutOf(rule, grown)) : rule.say
}

function holds(rule: AdviceRule, grown: Grown): boolean {
  const { holder, is, runs, state, through } = rule
  const matches = (pattern: RegExp | undefined, texts: readonly string[]) =>
    pattern === undefined || texts.some((text) => pattern.test(text))
  return (
    rule.of.includes(kindOf(grown)) &&
    matches(state, [grown.state ?? '']) &&
    matches(
      is,
      [grown, ...grown.parts].map((one) => `${one.state ?? ''} ${one.function ?? ''}`),
    ) &&
    matches(runs, runningOf(grown)) &&
    matches(through, grown.through ?? []) &&
    matches(holder, holdersOf(grown)) &&
    (rule.inProject === undefined || innermost(grown)?.inProject === true)
  )
}

/** Memory that comes with open files is released by closing them. */
function kindOf({ parts, quantity, role }: Grown): Kind {
  if (quantity === 'tasks' || quantity === 'threads') return quantity
  const files = parts.some((part) => part.quantity === 'files' && part.role === role)
  return quantity === 'files' || files ? 'files' : 'memory'
}

const runningOf = ({ parts, stack }: Grown): readonly string[] => [
  ...stack.map((frame) => frame.function),
  ...parts.flatMap((part) => (part.startedBy === undefined ? [] : [part.function ?? ''])),
]

/** Only evidence of holding counts, and the largest holder alone. */
const holdersOf = ({ holders }: Grown): readonly string[] =>
  holders.flatMap(({ path, why }) => (path === null || why !== 'holds' ? [] : [path])).slice(0, 1)

/** The innermost frame of somebody's code. */
const innermost = ({ stack }: Grown) => stack.findLast((frame) => frame.inProject || frame.inDependency)

function aboutOf({ through }: AdviceRule, grown: Grown): About {
  const frame = innermost(grown)
  const called = grown.through?.find((name) => through?.test(name))
  return {
    who: { function: frame?.function ?? grown.function ?? '' },
    at: frame === undefined || frame.file === '' ? [] : [' at ', { place: placeOf(frame) }],
    through: { code: called ?? '' },
  }
}

const placeOf = ({ file, inProject = false, line }: Grown['stack'][number]) => ({ file, line, inProject })
