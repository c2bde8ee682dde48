import { randomUUID } from 'node:crypto'
import * as core from '@actions/core'
import { isDebugging, writeDebug } from '../../debug.ts'
import type { Log } from '../../log.ts'

/** Progress as lines of the job's log; what programs printed stands in folded groups, in which the runner obeys no command. */
export function createLog(): Log {
  let last = ''
  if (core.isDebug() || isDebugging(process.env)) writeDebug((line) => core.info(withoutCommand(line)))
  return {
    step(text) {
      if (text !== last) core.info(withoutCommand(text))
      last = text
    },
    detail(title, lines) {
      const resume = randomUUID()
      core.startGroup(withoutCommand(title))
      console.log(`::stop-commands::${resume}`)
      for (const line of lines) console.log(line)
      console.log(`::${resume}::`)
      core.endGroup()
    },
  }
}

/** `::error::` and the like would be obeyed at the start of a line. */
function withoutCommand(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/^\s*(?=::|##\[)/, '> ')
}
