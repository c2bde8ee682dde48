import type { Result } from '../result.ts'

/** What lies between base and head, as whoever reads it calls it: a pull request only where there is one. */
export interface Change {
  /** `This pull request`, at the start of a sentence. */
  readonly subject: string
  /** `this pull request`, inside of one. */
  readonly name: string
  /** The verb with its ending: `changes`, of many `change`. */
  readonly does: (verb: 'change' | 'rewrite' | 'take') => string
}

const one = (name: string): Change => ({
  name,
  subject: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  does: (verb) => `${verb}s`,
})
const yours: Change = {
  name: 'your changes',
  subject: 'Your changes',
  does: (verb) => (verb === 'change' ? 'touch' : verb),
}

/** Who changed what: by how head and base were chosen. */
export function changeOf({ base, head }: Pick<Result, 'base' | 'head'>): Change {
  if (head.how === 'working-tree') return yours
  if (base?.how === 'before') return one('this push')
  const isPull =
    ['merge-parent', 'merge-base', 'merge-group'].includes(base?.how ?? '') && head.how === 'head'
  return one(isPull ? 'this pull request' : 'head')
}
