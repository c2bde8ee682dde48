import type { Quantity } from '../profile/profile.ts'

/** A place of the source that a sentence leads to. `line` 0: not known. */
export interface Place {
  readonly file: string
  readonly line: number
  /** Left out: not known. */
  readonly inProject?: boolean | undefined
}

/**
 * A part of a sentence: plain text, a word of code, a function by its name, or a place, which reports link.
 */
type Phrase = string | { readonly code: string } | { readonly function: string } | { readonly place: Place }

/** A sentence as data. Who renders it writes the markup and escapes all of it. */
export type Sentence = readonly Phrase[]

interface Call extends Place {
  readonly function: string
}

/** What grew, as a result has it: all that advice is chosen by. Frames outermost first. */
export interface Grown {
  readonly quantity: Quantity | string
  readonly role: string
  /** The function to read first. */
  readonly function: string | null
  readonly stack: readonly (Call & { readonly inDependency?: boolean | undefined })[]
  /** Of tasks: what they wait for, or what they are. */
  readonly state: string | null
  /** Calls of the runtime's library by which it was made. */
  readonly through?: readonly string[] | undefined
  /** Who keeps it alive: names from a root to it, as `Runtime.retainers` gives them. */
  readonly holders: readonly { readonly path: string | null; readonly why: string }[]
  /** What grows with it. */
  readonly parts: readonly {
    readonly quantity: string
    readonly role: string
    readonly function: string | null
    readonly state?: string | undefined
    readonly startedBy?: Call | undefined
  }[]
}

/** memory: what no open file, thread or task stands behind. */
export type Kind = 'tasks' | 'files' | 'threads' | 'memory'

/** When it holds and what is said then. All that a rule names must hold. */
export interface AdviceRule {
  readonly of: readonly Kind[]
  /** Its state alone. */
  readonly state?: RegExp
  /**
   * Its state and the function that it is called by: `IO wait net/http.(*conn).serve`. Or those of a part.
   */
  readonly is?: RegExp
  /** A function on its stack, or that of a part which was started by somebody else. */
  readonly runs?: RegExp
  readonly through?: RegExp
  /** A path of names that holds it: `timer list → Timeout → handler`. */
  readonly holder?: RegExp
  /** Only where the innermost frame of somebody's code is the project's own. */
  readonly inProject?: true
  readonly say: Sentence | ((about: About) => Sentence)
}

/** What a rule met. */
export interface About {
  /** The innermost function of somebody's code on the stack, and ` at ` its place where that is known. */
  readonly who: Phrase
  readonly at: Sentence
  /** The call that `through` matched. */
  readonly through: Phrase
}

/** What the people of a runtime know of what grows in it. */
export interface Advice {
  /**
   * How to end or release it, as an order in small letters with its full stop: the first rule that holds is
   * told. Where none does, reports say what holds for every program: close the file, end the task with its
   * owner, give the cache a bound.
   */
  readonly next: readonly AdviceRule[]
  /**
   * What a task does now, after `It ` or `Each `, without a full stop. Where no rule holds: its state,
   * and in which function it waits.
   */
  readonly now: readonly AdviceRule[]
  /**
   * A state that proves that nothing can wake the task any more:
   * its first group is the state without that mark, `by` who says so.
   */
  readonly proof?: { readonly state: RegExp; readonly by: Sentence }
  /** States that are names of the runtime's own, in words with an article: what a task is. */
  readonly states?: Readonly<Record<string, string>>
}

/** What more than one runtime says. */
export const closeConnection: Sentence = ['close the connection when its work ends, on errors too.']
export const clearTimer: Sentence = ['clear the timer when what started it ends or goes away.']
export const removeListener: Sentence = ['remove the listener when its owner goes away.']
