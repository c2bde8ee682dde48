// Compares mutated profiles with sound ones, and says what is no refusal: a crash, too long,
// or too much memory.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { UserError } from '../../../src/errors.ts'
import { type By, diffProfiles } from '../../../src/profile-diff/diff.ts'
import { sourceOf } from '../../../src/profile-diff/input/source.ts'
import { mutated, randomOf } from './mutate.ts'

/** Sound profiles of every format, not compressed, and one in what profiles are put into. */
export function seedsOf(folder: string): readonly Buffer[] {
  const files = readdirSync(folder).filter((name) => !name.endsWith('.md'))
  const seeds = files.map((name) => {
    const bytes = readFileSync(join(folder, name))
    return bytes[0] === 0x1f ? gunzipSync(bytes) : bytes
  })
  return [...seeds, ...wrapped(readFileSync(join(folder, 'go-1.26.after.mutex.pb.gz')))]
}

function wrapped(bytes: Buffer): readonly Buffer[] {
  const size = bytes.length.toString(16)
  const headers = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'
  return [
    Buffer.concat([Buffer.from(`${headers}${size}\r\n`), bytes, Buffer.from('\r\n0\r\n\r\n')]),
    ...[bytes.toString('base64'), bytes.toString('hex'), JSON.stringify([...bytes])].map((text) =>
      Buffer.from(text),
    ),
    Buffer.from(JSON.stringify({ profileBytes: bytes.toString('base64') })),
  ]
}

export interface Fuzzed {
  /** How many were read; the others were refused. */
  readonly read: number
  /** Seconds of the slowest. */
  readonly longest: number
  /** By number, so that it can be run again. */
  readonly wrong: readonly { readonly number: number; readonly problem: string }[]
}

/** Runs the inputs of the numbers `from` to `to`. */
export async function fuzz(files: readonly Buffer[], from: number, to: number): Promise<Fuzzed> {
  const wrong: { number: number; problem: string }[] = []
  let read = 0
  let longest = 0
  for (let number = from; number < to; number++) {
    const random = randomOf(number)
    const made = mutated(files, random)
    const bytes = random() < 0.1 ? gzipSync(made, { level: 1 }) : made
    const other = random() < 0.3 ? mutated(files, random) : bytes
    const by = (['function', 'line', 'stack'] as const)[Math.floor(random() * 3)] as By
    const before = sourceOf('before', random() < 0.5 ? other : bytes)
    const selected = { focus: 'main|shop', ignore: 'runtime', tagFocus: '1:', tagIgnore: 'a=b' }
    const select = random() < 0.1 ? { selected } : {}
    const started = performance.now()
    try {
      const { rows } = await diffProfiles({
        moments: [[before], [sourceOf('after', bytes)]],
        quantity: null,
        by,
        ...select,
      })
      read++
      if (rows.some(({ flat, cumulative }) => !Number.isFinite(flat) || !Number.isFinite(cumulative)))
        wrong.push({ number, problem: 'a figure that is no number' })
    } catch (error) {
      if (!(error instanceof UserError))
        wrong.push({
          number,
          problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
        })
    }
    const seconds = (performance.now() - started) / 1000
    longest = Math.max(longest, seconds)
    if (seconds > 20) wrong.push({ number, problem: `${seconds.toFixed(1)} s` })
  }
  return { read, longest, wrong }
}
