import type { Frame } from '../../../profile/profile.ts'
import { plainClass } from '../class-name.ts'

/** A method with its class, packages and all: `com.acme.Cart.add`; of a class alone, that. */
export function site({ function: name }: Frame): string {
  const { ofClass, method } = splitName(name)
  return method === null ? plainClass(ofClass) : `${plainClass(ofClass)}.${plainMethod(method)}`
}

/** A frame's name is a class and its method; where nothing but a class is known, that. */
export function splitName(name: string): { readonly ofClass: string; readonly method: string | null } {
  const at = name.lastIndexOf('.')
  const [before, last] = [name.slice(0, Math.max(0, at)), name.slice(at + 1)]
  // Classes are written large; so may a method be, whose class then stands before it.
  const isClass = /^[A-Z]/.test(last) && !/(?:^|\.)[A-Z$][^.]*$/.test(before)
  return at < 0 || isClass || name.endsWith(']')
    ? { ofClass: name, method: null }
    : { ofClass: before, method: last }
}

/**
 * Without the numbers that compilers give: the lambda of a method (`lambda$main$0` of Java,
 * `main$lambda$2` of Kotlin, `$anonfun$main$3` and `$anonfun$main$3$adapted` of Scala) is `main$lambda`,
 * however many there are; what a proxy calls (`CGLIB$add$4`) is `add`;
 * what reaches private things is `access$*`.
 */
function plainMethod(method: string): string {
  return plainLambda(method)
    .replace(/^CGLIB\$(.+)\$\d+$/, '$1')
    .replace(/^access\$\d+$/, 'access$*')
    .replace(/\$\d+$/, '$*')
}

const plainLambda = (method: string): string =>
  method
    .replace(/^lambda\$(.+)\$\d+$/, '$1$lambda')
    .replace(/^\$anonfun\$(.+?)(?:\$\d+)?(?:\$adapted)?$/, '$1$lambda')
    .replace(/^(.+?)(?:\$lambda\$\d+)+$/, '$1$lambda')

/** What Kotlin makes of a lambda, or of one that waits: `AppKt$main$1$2.invokeSuspend`. */
const lambdaClass = /^((?:.*[.$])?[A-Z]\w*)\$([a-z]\w*)(?:\$\d+)+$/

/** A lambda by the method in which it is written: `com.acme.Cart.add$lambda`. */
export function readable(name: string): string {
  const { ofClass, method } = splitName(name)
  const [, owner, within] = /^invoke(?:Suspend)?$/.test(method ?? '') ? (lambdaClass.exec(ofClass) ?? []) : []
  if (owner !== undefined) return `${owner}.${within}$lambda`
  return method === null ? name : `${ofClass}.${plainLambda(method)}`
}
