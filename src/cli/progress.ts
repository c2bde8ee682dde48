import yoctoSpinner, { type Spinner } from 'yocto-spinner'
import { isDebugging, writeDebug } from '../debug.ts'
import type { Log } from '../log.ts'

/**
 * Progress on stderr: a live line on a terminal, grouped lines in CI, plain lines elsewhere and with `--debug`, whose messages
 * stand between them.
 */
export function createProgress(stream: NodeJS.WriteStream, ci: boolean): Log & { end: () => void } {
  if (!isDebugging(process.env)) return stream.isTTY && !ci ? livingLine(stream) : lines(stream, ci)
  writeDebug((line) => stream.write(`${line}\n`))
  return lines(stream, ci)
}

function lines(stream: NodeJS.WriteStream, ci: boolean): Log & { end: () => void } {
  let last = ''
  const write = (line: string) => stream.write(`${line}\n`)
  return {
    step: (text) => {
      if (text !== last) write(text)
      last = text
    },
    detail: (title, text) => {
      if (ci) write(`::group::${title}`)
      else write(title)
      for (const line of text) write(ci ? line : `  ${line}`)
      if (ci) write('::endgroup::')
    },
    end: () => {},
  }
}

function livingLine(stream: NodeJS.WriteStream): Log & { end: () => void } {
  let spinner: Spinner | null = null
  return {
    step: (text) => {
      spinner ??= yoctoSpinner({ stream }).start()
      spinner.text = text
    },
    detail: (title, text) => {
      spinner?.clear()
      stream.write(`${title}\n${text.map((line) => `  ${line}\n`).join('')}`)
    },
    end: () => spinner?.stop(),
  }
}
