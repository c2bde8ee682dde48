import type { StackGrowth } from '../../diff/stack-growth.ts'
import { frameName } from '../../trial/frame-name.ts'
import { type Figure, figures } from './pprof.ts'

/**
 * Folded stacks as flame graph tools read them, one a line: `role;outermost;…;innermost VALUE`.
 * What shrank has a negative value. A semicolon or line break in a name is replaced,
 * since either would end a frame.
 */
export function foldedOf(stacks: readonly StackGrowth[], figure: Figure): string {
  const lines = stacks.flatMap((stack) => {
    const value = Math.round(figures[figure](stack))
    const frames = [stack.role, ...stack.stack.map(frameName)]
    return value === 0 ? [] : [`${frames.map(inert).join(';')} ${value}`]
  })
  return lines.map((line) => `${line}\n`).join('')
}

const inert = (name: string): string => name.replace(/[;\r\n]/g, ':')
