import type { Readable } from 'node:stream'

/** The end of what a command printed; a flood passes through and is gone. */
export interface OutputTail {
  readonly watch: (stream: Readable) => void
  /** The last lines, oldest first, each cut to a length that fits a log. */
  readonly lines: () => readonly string[]
  /** All that is kept, as one text: what a pattern is looked for in. */
  readonly text: () => string
}

const keptCharacters = 64 * 1024
const keptLines = 40
const lineLength = 400

export function createOutputTail(): OutputTail {
  let kept = ''
  const take = (chunk: string): void => {
    kept = (kept + chunk).slice(-keptCharacters)
  }
  return {
    watch: (stream) => {
      stream.setEncoding('utf8')
      stream.on('data', take)
      stream.on('error', () => {}) // the pipe breaks when its process is killed
    },
    lines: () => lastLines(kept),
    text: () => kept,
  }
}

function lastLines(text: string): readonly string[] {
  const lines = text.replace(/\s+$/, '').split(/\r?\n/).slice(-keptLines)
  const cut = lines.map((line) => (line.length > lineLength ? `${line.slice(0, lineLength)} …` : line))
  return cut.length === 1 && cut[0] === '' ? [] : cut
}
