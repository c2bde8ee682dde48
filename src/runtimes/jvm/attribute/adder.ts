import type { Frame } from '../../../profile/profile.ts'
import { isCollection } from '../heap/collections.ts'
import { ignoreRules } from '../ignore-rules.ts'
import type { Placed } from './place.ts'

/** A stack, and to which share it is the one, 0 to 1. */
export interface Share {
  readonly stack: readonly Frame[]
  readonly share: number
}

/**
 * The stacks by which something was put where these objects are held; empty where none tells.
 * Whoever allocated the entry of a map was called by who put it there. Where no entry was sampled,
 * a method of the class that holds may stand on the stacks on which what it holds was allocated; what a
 * constructor makes is what is held.
 */
export function addersIn(placed: readonly Placed[]): readonly Share[] {
  const put = placed.filter(({ place }) => place?.isPut === true)
  const entries = put.filter(({ object }) => isEntry(object.type)).map(({ object }) => callerOf(object.stack))
  if (entries.length > 0) return sharesOf(entries)
  const ofOwner = placed.flatMap(({ object, place }) => {
    const at =
      place === null ? -1 : object.stack.findLastIndex((one) => isOf(one, place.owner) && !isConstructor(one))
    return at < 0 ? [] : [object.stack.slice(0, at + 1)]
  })
  return sharesOf(ofOwner.length > 0 ? ofOwner : put.map(({ object }) => callerOf(object.stack)))
}

const sharesOf = (stacks: readonly (readonly Frame[])[]): readonly Share[] =>
  together(stacks.map((stack) => ({ stack, share: 1 / stacks.length })))

/** Shares of one stack are one. */
export function together(shares: readonly Share[]): readonly Share[] {
  const byStack = new Map<string, Share>()
  for (const { share, stack } of shares) {
    const key = textOf(stack)
    byStack.set(key, { stack, share: share + (byStack.get(key)?.share ?? 0) })
  }
  return [...byStack.values()]
}

export const textOf = (stack: readonly Frame[]): string =>
  stack.map((frame) => `${frame.function}:${frame.line}`).join('\n')

/** A part of a collection, or an array that grew. */
const isEntry = (type: string): boolean => type.endsWith(']') || isCollection(type)

/**
 * A stack up to the innermost function of somebody's code: what that called of the library says nothing more,
 * unless the JVM keeps it by itself.
 */
export function callerOf(stack: readonly Frame[]): readonly Frame[] {
  if (ignoreRules.some(({ matches }) => matches(stack))) return stack
  const at = stack.findLastIndex((frame) => !isOfLibrary(classOf(frame)))
  return at < 0 ? stack : stack.slice(0, at + 1)
}

/**
 * Who had an object made of which nobody knows who holds it: what a constructor allocates is made by whoever
 * calls it.
 */
export function makerOf(stack: readonly Frame[]): readonly Frame[] {
  const at = stack.findLastIndex((frame) => !isConstructor(frame))
  const maker = callerOf(at < 0 ? stack : stack.slice(0, at + 1))
  const last = maker.at(-1)
  return last === undefined || isOfLibrary(classOf(last)) ? callerOf(stack) : maker
}

const isConstructor = (frame: Frame): boolean => frame.function.endsWith('.<init>')

const isOfLibrary = (name: string): boolean =>
  /^(?:java|javax|jdk|sun|com\.sun)\./.test(name) || isCollection(name)

const classOf = ({ function: name }: Frame): string => name.slice(0, Math.max(0, name.lastIndexOf('.')))

/** What is within a class is of it. */
function isOf(frame: Frame, owner: string): boolean {
  const name = classOf(frame)
  return name === owner || name.startsWith(`${owner}$`)
}
