import { writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { basename, join } from 'node:path'
import { UserError } from '../../../errors.ts'
import { dumpLimit } from '../../../profile/formats/goroutine-text/parse.ts'
import type { Total } from '../../../profile/profile.ts'
import { timeLimits } from '../../../time-limits.ts'
import type { Probe } from '../../probe.ts'
import { endings } from '../parse.ts'

/** More than any profile that could be read afterwards. */
const largestAnswer = 1 << 30

/** Process id in the name of a probe's socket, `go-12.sock`; null for other names. */
export function socketPid(fileName: string): number | null {
  const pid = /^go-(\d+)\.sock$/.exec(fileName)?.[1]
  return pid === undefined ? null : Number(pid)
}

/** Connect to the probe in a Go process. Throws UserError when nothing answers there. */
export async function connectSocket(path: string): Promise<Probe> {
  // Every question has a connection of its own:
  // a program that executes itself anew answers again on the same path.
  const { pid } = await askJson(path, 'hello')
  return probeAt(path, Number(pid))
}

/** The questions that every probe answers. */
export function probeAt(path: string, pid: number): Probe {
  return {
    pid,
    collect: async () => void (await askJson(path, 'collect')),
    count: async () => totalsOf(path, await askJson(path, 'count')),
    snapshot: async (directory, { round, dump }) => {
      const save = async (profile: Buffer, ending: string): Promise<string> => {
        const file = join(directory, `go-${pid}.r${round}${ending}`)
        await writeFile(file, profile)
        return file
      }
      const files = [
        await save(await askProfile(path, 'goroutine'), endings.tasks),
        await save(await askProfile(path, 'heap'), endings.heap),
      ]
      const text = dump ? await askDump(path) : null
      return text === null ? files : [...files, await save(text, endings.dump)]
    },
    close: async () => {},
  }
}

function totalsOf(path: string, answer: Readonly<Record<string, unknown>>): readonly Total[] {
  const whole = (name: string): number => {
    const value = answer[name]
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value
    throw silent(path, `gave no figure for ${name}`)
  }
  return [
    { quantity: 'tasks', value: whole('tasks') },
    { quantity: 'heap-bytes', value: whole('heapBytes') },
    { quantity: 'heap-objects', value: whole('heapObjects') },
  ]
}

/** A question that is answered by one line; `limit` (ms), 0 for none, is how long it may take. */
export async function askJson(
  path: string,
  question: string,
  limit = timeLimits.probe,
): Promise<Readonly<Record<string, unknown>>> {
  return fromJson(path, await ask(path, question, limit))
}

/** A profile is followed by a line that says how long it was and what went wrong. */
async function askProfile(path: string, question: string): Promise<Buffer> {
  const answer = await ask(path, question)
  const end = answer.lastIndexOf('\n', -2)
  const { bytes, error } = fromJson(path, answer.subarray(end + 1))
  if (error !== '') throw silent(path, `could not write the ${question} profile: ${error}`)
  if (end !== bytes) throw silent(path, `sent ${end} bytes of a ${question} profile of ${bytes}`)
  return answer.subarray(0, end)
}

/** null when there are too many goroutines to stop the world for, or more than the runtime prints. */
async function askDump(path: string): Promise<Buffer | null> {
  if ((await askJson(path, 'dumpable')).dumpable !== true) return null
  const text = await askProfile(path, 'dump')
  return text.length < dumpLimit ? text : null
}

function fromJson(path: string, bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(bytes.toString('utf8')) as Record<string, unknown>
  } catch (cause) {
    throw silent(path, 'broke off', cause)
  }
}

function ask(path: string, question: string, limit = timeLimits.probe): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const socket = createConnection(path)
    const fail = (what: string, cause?: unknown): void => {
      socket.destroy()
      reject(silent(path, what, cause))
    }
    socket.setTimeout(limit, () => fail(`did not answer \`${question}\` within ${limit / 1000} s`))
    socket.once('error', (cause) => fail(chunks.length > 0 ? 'broke off' : 'cannot be reached', cause))
    socket.once('connect', () => socket.write(`${question}\n`))
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      length += chunk.length
      if (length > largestAnswer) fail(`sent more than ${largestAnswer} bytes`)
    })
    // An answer cut short is told by its last line.
    socket.once('close', () => resolve(Buffer.concat(chunks)))
  })
}

function silent(path: string, what: string, cause?: unknown): UserError {
  return new UserError(
    `The probe ${basename(path)} ${what}.`,
    'Look at the program’s own output: it may have ended, or be stopped.',
    { cause },
  )
}
