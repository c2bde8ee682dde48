import type { TextReader } from '../text-reader.ts'
import { brokenText } from './refusal.ts'
import { stackList, wholeNumber } from './samples.ts'

/**
 * Counts by stack, as Go writes all its profiles of things with debug=1: `threadcreate profile: total 5`,
 * then `5 @ 0x48edee`.
 */
export function countReader(): TextReader {
  const stacks = stackList()
  let header: { readonly type: string; readonly total: number } | null = null
  let counted = 0
  const line = (text: string): void => {
    const trimmed = text.trim()
    const match = /^(\d+) @([ x\da-f]*)$/i.exec(trimmed)
    if (header === null) header = readHeader(trimmed)
    else if (trimmed.startsWith('#')) stacks.comment(trimmed)
    else if (match !== null) {
      const value = wholeNumber(match[1] ?? '')
      counted += value
      stacks.add([value], match[2] ?? '')
    } else if (trimmed !== '')
      throw brokenText(`${JSON.stringify(trimmed.slice(0, 80))} is no count of a stack`)
  }
  const end = () => {
    const { type, total } = header ?? { type: '', total: 0 }
    if (counted !== total) throw brokenText(`it announces ${total} and holds ${counted}`)
    return stacks.profiles([[type, 'count']], { period: null })
  }
  return { line, end }
}

function readHeader(line: string): { readonly type: string; readonly total: number } | null {
  const match = /(\S+) profile: total (\d+)$/.exec(line)
  return match === null ? null : { type: match[1] ?? '', total: wholeNumber(match[2] ?? '') }
}
