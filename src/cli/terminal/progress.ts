import yoctoSpinner, { type Spinner } from 'yocto-spinner'
import { isDebugging, writeDebug } from '../../debug.ts'
import { inertLine, type Log } from '../../log.ts'

/**
 * Progress on stderr: a live line on a terminal, grouped lines in CI, plain lines elsewhere and with
 * `--debug`, whose messages stand between them.
 */
export function createProgress(stream: NodeJS.WriteStream, ci: boolean): Log & { end: () => void } {
  if (!isDebugging(process.env)) return stream.isTTY && !ci ? livingLine(stream) : lines(stream, ci)
  writeDebug((line) => stream.write(`${ci ? inertLine(line) : line}\n`))
  return lines(stream, ci)
}

function lines(stream: NodeJS.WriteStream, ci: boolean): Log & { end: () => void } {
  let last = ''
  // What programs print, and their names, are no commands to whoever reads this.
  const told = (text: string) => (ci ? inertLine(text) : text)
  const write = (line: string) => stream.write(`${line}\n`)
  return {
    step: (text) => {
      if (text !== last) write(told(text))
      last = text
    },
    detail: (title, text) => {
      write(ci ? `::group::${told(title)}` : title)
      for (const line of text) write(ci ? told(line) : `  ${line}`)
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
