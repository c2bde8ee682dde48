import type { Frame } from '../../profile/profile.ts'
import type { IgnoreRule } from '../runtime.ts'

const leafIn =
  (pattern: RegExp) =>
  (stack: readonly Frame[]): boolean =>
    pattern.test(stack.at(-1)?.file ?? '')

/**
 * What Python keeps alive by itself, each time a little more of it until it has all: stacks alone,
 * the totals have them.
 */
export const ignoreRules: readonly IgnoreRule[] = [
  {
    name: 'import',
    reason: 'Python keeps every module that was imported, once.',
    quantity: 'heap-bytes',
    matches: leafIn(/^<frozen (?:importlib\.|zipimport)|\/importlib\/_bootstrap(?:_external)?\.py$/),
  },
  {
    name: 'linecache',
    reason: 'What prints a traceback keeps the lines of the source files in it.',
    quantity: 'heap-bytes',
    matches: leafIn(/\/python3[^/]*\/(?:linecache|tokenize)\.py$/),
  },
  {
    name: 're',
    reason: 'The module re keeps the last 512 patterns that it compiled.',
    quantity: 'heap-bytes',
    matches: leafIn(/\/python3[^/]*\/(?:re\/_?\w+|sre_\w+|re)\.py$/),
  },
  {
    name: 'typing',
    reason: 'Types that are subscripted are kept, the last 128 of each kind.',
    quantity: 'heap-bytes',
    matches: leafIn(/\/python3[^/]*\/typing\.py$/),
  },
]
