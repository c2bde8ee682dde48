import yoctoSpinner from 'yocto-spinner'
import { isDebugging, writeDebug } from '../../debug.ts'
import { inertLine, type Log, type RoundsDone } from '../../log.ts'

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
  // Signals are ours: what it would do on one is to exit, with all that runs left behind.
  const spinner = yoctoSpinner({ stream, handleSignals: false })
  const pace = createPace(() => performance.now())
  let told: () => string = () => ''
  const show = (): void => {
    spinner.text = told()
  }
  const every = setInterval(show, 1000)
  every.unref()
  return {
    step: (text, at) => {
      const left = pace(at)
      told = () => `${text} · ${left()}`
      show()
      spinner.start()
    },
    detail: (title, text) => {
      spinner.clear()
      stream.write(`${title}\n${text.map((line) => `  ${line}\n`).join('')}`)
    },
    end: () => {
      clearInterval(every)
      spinner.stop()
    },
  }
}

/**
 * Follows the rounds of one trial after the other: how long it all has taken so far, and how much longer this
 * trial takes at its pace. `now` in milliseconds.
 */
export function createPace(now: () => number): (at?: RoundsDone) => () => string {
  const began = now()
  let first: { readonly at: number; readonly done: number } | null = null
  let last = 0
  const endOf = ({ done, of }: RoundsDone): number | null => {
    if (first === null || done < last) first = { at: now(), done }
    last = done
    const made = done - first.done
    return made < 1 ? null : now() + ((now() - first.at) / made) * (of - done)
  }
  return (at) => {
    const end = at === undefined ? null : endOf(at)
    return () => {
      const elapsed = minutes(now() - began)
      return end === null
        ? elapsed
        : `${elapsed}, about ${minutes(Math.max(0, end - now()))} left in this trial`
    }
  }
}

/** `1:05`. */
function minutes(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
