import { channel } from 'node:diagnostics_channel'

/**
 * What `--debug` tells of: commands, processes found, probes' messages, roles given, settle readings,
 * judged figures.
 */
const debugTopics = ['command', 'process', 'probe', 'role', 'settle', 'judge'] as const
export type DebugTopic = (typeof debugTopics)[number]

const messages = channel('leakdiff:debug')

/** What subscribers are given; the text is other people's as well, and goes to the log alone. */
interface Message {
  readonly topic: DebugTopic
  readonly text: string
}

/** Tells whoever listens; costs nothing while nobody does, since `text` is not called then. */
export function debug(topic: DebugTopic, text: () => string): void {
  if (messages.hasSubscribers) messages.publish({ topic, text: text() } satisfies Message)
}

/**
 * Has each message written as one line with the seconds since the first call of this: `  1.234 probe   …`.
 */
export function writeDebug(write: (line: string) => void): void {
  const began = performance.now()
  messages.subscribe((message) => {
    const { topic, text } = message as Message
    const seconds = ((performance.now() - began) / 1000).toFixed(3)
    write(`${seconds.padStart(8)} ${topic.padEnd(7)} ${text.replace(/[\r\n]+/g, ' ')}`)
  })
}

/** Whether messages are wanted although no flag says so: `LEAKDIFF_DEBUG` is set and neither empty nor 0. */
export const isDebugging = (env: Readonly<Record<string, string | undefined>>): boolean =>
  !['', '0', undefined].includes(env.LEAKDIFF_DEBUG)
