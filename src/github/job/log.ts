import * as core from '@actions/core'
import { isDebugging, writeDebug } from '../../debug.ts'
import { inertLine, type Log } from '../../log.ts'
import { withoutSecrets } from '../../secrets.ts'

// The door through which all goes that the action logs. Names come from forks,
// and programs print what they like: nothing of it is a command to the runner.

/** Progress as lines of the job's log; what programs printed stands in folded groups. */
export function createLog(): Log {
  let last = ''
  if (core.isDebug() || isDebugging(process.env)) writeDebug(info)
  return {
    step(text) {
      if (text !== last) info(text)
      last = text
    },
    detail(title, lines) {
      core.startGroup(inertLine(title))
      for (const line of lines) info(line)
      core.endGroup()
    },
  }
}

export const info = (text: string): void => core.info(inertLine(text))
export const debug = (text: string): void => core.debug(inertLine(text))

/** Where an annotation belongs in the repository. */
export interface Place {
  readonly title: string
  readonly file: string
  readonly startLine: number
}

/** An annotation of the run, or of a place. */
export function annotate(level: 'error' | 'warning', text: string, place?: Place): void {
  const properties = place
    ? { ...place, title: told(place.title), file: inertLine(place.file) }
    : { title: 'leakdiff' }
  const say = { error: core.error, warning: core.warning }
  say[level](told(text), properties)
}

export const warn = (text: string): void => annotate('warning', text)

/** Its line breaks are no end of the command: the library writes them as `%0A`. */
const told = (text: string): string => withoutSecrets(text.split('\n').map(inertLine).join('\n'))
