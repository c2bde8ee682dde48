import type { Frame } from '../../profile/profile.ts'
import type { IgnoreRule } from '../runtime.ts'

const through =
  (pattern: RegExp) =>
  (stack: readonly Frame[]): boolean =>
    stack.some((frame) => pattern.test(frame.function))

/**
 * What the JVM keeps alive by itself, each time a little more of it until it has all: stacks alone,
 * the totals have them.
 */
export const ignoreRules: readonly IgnoreRule[] = [
  {
    name: 'class-loading',
    reason: 'A class that was loaded stays, with what its loader keeps of it, once.',
    quantity: 'heap-bytes',
    matches: through(/^jdk\.internal\.loader\./),
  },
  {
    name: 'linking',
    reason: 'Lambdas, method references and joined texts are linked where they first run, once each.',
    quantity: 'heap-bytes',
    matches: through(
      /^java\.lang\.invoke\.(?:MethodHandleNatives\.link\w+|LambdaForm\.compileToBytecode|MethodType\.makeImpl)$/,
    ),
  },
  {
    name: 'reflection',
    reason: 'What a class tells of its members is kept with the class, once each.',
    quantity: 'heap-bytes',
    matches: through(
      /^java\.lang\.Class\.(?:privateGet\w+|reflectionData|newReflectionData|getReflectionFactory)$|^jdk\.internal\.reflect\.(?:MethodAccessorGenerator|ReflectionFactory)\./,
    ),
  },
  {
    name: 'locales',
    reason: 'Names of days, months and time zones are kept for each language in which they were asked for.',
    quantity: 'heap-bytes',
    matches: through(/^sun\.util\.(?:locale|cldr|resources|calendar)\./),
  },
  {
    name: 'recorder',
    reason: 'The JVM’s Flight Recorder, which leakdiff switches on, keeps what it records.',
    quantity: 'any',
    matches: through(/^jdk\.jfr\./),
  },
]
