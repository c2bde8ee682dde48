import { type Chunk, chunksOf, eventsOf } from './chunk.ts'
import { constantsOf } from './constants.ts'
import { oldObjectOf, startedThreadOf } from './events.ts'
import { typesOf } from './metadata.ts'
import { type Read, readerOf } from './read.ts'
import type { OldObject, Recording, StartedThread } from './recording.ts'
import { tooLarge } from './refusal.ts'
import { readStruct } from './value.ts'

/** Far more than settings of leakdiff's own let the JVM write. */
const mostBytes = 256e6

/**
 * Old objects and started threads of a recording (JFR, version 2 of its format: Java 11 and later); what else
 * is in it is skipped. Throws FormatError.
 */
export function readRecording(bytes: Buffer): Recording {
  if (bytes.length > mostBytes) throw tooLarge(bytes.length)
  const read = chunksOf(bytes).map(readChunk)
  return { objects: read.flatMap(({ objects }) => objects), threads: read.flatMap(({ threads }) => threads) }
}

function readChunk(chunk: Chunk): Recording {
  const types = typesOf(chunk)
  const reader = readerOf(chunk, constantsOf(chunk, types))
  const objects: OldObject[] = []
  const threads: StartedThread[] = []
  for (const { type, cursor } of eventsOf(chunk)) {
    const name = types.get(type)?.name
    const struct = (): Read => reader(readStruct(cursor, types, type))
    if (name === 'jdk.OldObjectSample') objects.push(oldObjectOf(struct()))
    else if (name === 'jdk.ThreadStart') threads.push(startedThreadOf(struct()))
  }
  return { objects, threads }
}
