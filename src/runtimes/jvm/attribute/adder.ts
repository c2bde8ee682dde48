import type { Frame } from '../../../profile/profile.ts'
import { isCollection } from '../heap/collections.ts'
import { ignoreRules } from '../ignore-rules.ts'
import type { Placed } from './place.ts'

/**
 * The stacks by which something was put where these objects are held, one for each of those that tell;
 * empty where none does. Whoever allocated the entry of a map was called by who put it there.
 * Where no entry was sampled, a method of the class that holds may stand on the stacks on which what it holds
 * was allocated.
 */
export function adderIn(placed: readonly Placed[]): readonly (readonly Frame[])[] {
  const put = placed.filter(({ place }) => place?.isPut === true)
  const entries = put.filter(({ object }) => isEntry(object.type)).map(({ object }) => callerOf(object.stack))
  if (entries.length > 0) return entries
  const ofOwner = placed.flatMap(({ object, place }) => {
    const at = place === null ? -1 : object.stack.findLastIndex((frame) => isOf(frame, place.owner))
    return at < 0 ? [] : [object.stack.slice(0, at + 1)]
  })
  return ofOwner.length > 0 ? ofOwner : put.map(({ object }) => callerOf(object.stack))
}

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

const isOfLibrary = (name: string): boolean =>
  /^(?:java|javax|jdk|sun|com\.sun)\./.test(name) || isCollection(name)

const classOf = ({ function: name }: Frame): string => name.slice(0, Math.max(0, name.lastIndexOf('.')))

/** What is within a class is of it. */
function isOf(frame: Frame, owner: string): boolean {
  const name = classOf(frame)
  return name === owner || name.startsWith(`${owner}$`)
}
