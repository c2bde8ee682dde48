import { createConnection } from 'node:net'
import { InconclusiveError, UserError } from '../../../errors.ts'
import { timeLimits } from '../../../time-limits.ts'
import { refusedCode } from '../../probe.ts'
import { type Jvm, wordsOf } from './jvm.ts'

/**
 * Runs one command of `jcmd` in a JVM, and returns what it says. Its socket takes one command a connection
 * and closes it behind the answer, whose first line is 0 where it went well: version 1 of the protocol of
 * HotSpot's `attachListener`. Throws UserError when nobody listens, InconclusiveError when who asks may not.
 */
export async function command(jvm: Jvm, text: string, limit: number = timeLimits.probe): Promise<string> {
  const answer = await exchange(jvm, ['1', 'jcmd', text, '', ''], limit)
  // It looks at who asks, and closes the connection of whom it does not answer.
  if (answer === '') throw hasEnded(jvm) ? silent(jvm, `ended during ${nameOf(text)}`) : anotherUsers(jvm)
  const end = answer.indexOf('\n')
  const told = answer.slice(end + 1)
  if (answer.slice(0, end) !== '0') throw silent(jvm, `failed to run ${nameOf(text)}: ${firstLine(told)}`)
  return told
}

function exchange(jvm: Jvm, words: readonly string[], limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(jvm.socket)
    const chunks: Buffer[] = []
    const timer = setTimeout(() => {
      socket.destroy()
      reject(silent(jvm, `did not answer within ${limit / 1000} s`))
    }, limit)
    socket.on('connect', () => socket.write(words.map((word) => `${word}\0`).join('')))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', (error) => {
      clearTimeout(timer)
      const { code } = error as NodeJS.ErrnoException
      // It closes a connection that it does not take before it has read what was asked.
      if (code === 'EPIPE' || code === 'ECONNRESET') resolve('')
      else
        reject(
          code === 'EACCES' || code === 'EPERM' ? anotherUsers(jvm) : silent(jvm, 'cannot be reached', error),
        )
    })
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks).toString())
    })
  })
}

const nameOf = (text: string): string => text.split(' ')[0] ?? ''

/** What has ended, and was not waited for yet, has no words any more. */
const hasEnded = ({ pid }: Jvm): boolean => wordsOf(pid) === ''

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? ''

const silent = ({ pid }: Jvm, what: string, cause?: unknown): UserError =>
  new UserError(
    `The JVM ${pid} ${what}.`,
    'Look at the program’s own output: it may have ended, or hang in a collection.',
    { cause },
  )

const anotherUsers = ({ pid }: Jvm): InconclusiveError =>
  new InconclusiveError(
    refusedCode,
    `The JVM ${pid} runs as another user, and a JVM answers its own user and root alone.`,
    'Run leakdiff as that user or as root, or start the program as the user that runs leakdiff.',
  )
