import type { TextReader } from '../text-reader.ts'
import { unwrapper } from './unwrap.ts'

/** What stands behind a text that was pasted: ends of quotations, the page, the shell. */
const trailer = /^(?:```|~~~|\{(?:noformat|code)\}|<\/(?:pre|code)>.*|\(END\)|[$%]|".*|exit status \d+)$/

/**
 * Reads a text that stands within others, and has something before every line, as in logs: all from where
 * `begins` fits on. Of what it began with, each line is rid.
 */
export function pastedReader(begins: RegExp, reader: TextReader): TextReader {
  const unwrap = unwrapper()
  let isBegun = false
  let isBehind = false
  let last = ''
  return {
    line(text) {
      last = text
      for (const one of unwrap.split(text)) {
        const start = isBegun ? null : begins.exec(one)
        if (start !== null) unwrap.learn(one.slice(0, start.index))
        isBegun ||= start !== null
        const line = unwrap.strip(one)
        isBehind ||= isBegun && trailer.test(line)
        if (isBegun && !isBehind) reader.line(line)
      }
    },
    // A record is whole without the line break behind it.
    end: (isEnded) => reader.end(isEnded || (/[}\]">]\s*$/.test(last.slice(-100)) && !unwrap.isPart(last))),
  }
}
