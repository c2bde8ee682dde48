import type { About, AdviceRule, Sentence } from '../../advice.ts'

const wait = (state: RegExp, say: (about: About) => Sentence): AdviceRule => ({
  of: ['tasks'],
  inProject: true,
  state,
  say,
})

/**
 * How to end a wait of the project's own code, by its state as Go's traces call it (runtime/runtime2.go,
 * waitReasonStrings).
 */
export const waits: readonly AdviceRule[] = [
  wait(/\(nil chan\)|\(no cases\)/, ({ at, who }) => [
    'nothing can ever end the wait of ',
    who,
    ...at,
    ': make the channel before it is used.',
  ]),
  wait(/^chan send/, ({ at, who }) => [
    'give the channel room for what ',
    who,
    ' sends',
    ...at,
    ', or let it stop sending when nobody receives any more.',
  ]),
  wait(/^chan receive/, ({ at, who }) => [
    'close the channel, or cancel the context, for which ',
    who,
    ' waits',
    ...at,
    ', on every way out of what owns it.',
  ]),
  wait(/^select/, ({ at, who }) => [
    'have one case of the ',
    { code: 'select' },
    ...at,
    ' come true when the owner of ',
    who,
    ' ends: close that channel, or cancel that context.',
  ]),
  wait(/Mutex/, ({ at, who }) => [
    'unlock on every way out what ',
    who,
    ' waits to lock',
    ...at,
    '; somebody locked it and left.',
  ]),
  wait(/^sleep/, ({ at, who }) => [
    'have ',
    who,
    ' return when its owner ends: between its sleeps',
    ...at,
    ' it has to look at a channel or a context that is closed or cancelled then.',
  ]),
  wait(/WaitGroup/, ({ at, who }) => [
    'call ',
    { code: 'Done' },
    ' as often as ',
    { code: 'Add' },
    ' counts, on errors too: ',
    who,
    ' waits for the rest',
    ...at,
    '.',
  ]),
  wait(/^sync\.Cond/, ({ at, who }) => [
    'wake ',
    who,
    ...at,
    ' when its owner ends, and let it return then.',
  ]),
]
