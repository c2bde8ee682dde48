import { type Cursor, cursorOf } from './cursor.ts'
import { broken, notARecording, notSupported } from './refusal.ts'

/** One chunk of a recording: it stands for itself, with its own types and constants. */
export interface Chunk {
  /** From its first byte to its last. */
  readonly bytes: Buffer
  readonly constantsAt: number
  readonly metadataAt: number
  /** When it began: milliseconds since 1970, and ticks of its clock; so many of those make a millisecond. */
  readonly startedAt: number
  readonly startTicks: number
  readonly ticksPerMillisecond: number
}

const headerBytes = 68

/**
 * The chunks of a recording (jdk.jfr.internal.consumer.ChunkHeader): magic, version, and big-endian numbers
 * of eight bytes: size, offsets of constants and metadata, beginning and length, ticks at the beginning,
 * ticks a second. Throws FormatError.
 */
export function chunksOf(recording: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 0; at < recording.length; ) {
    const chunk = chunkAt(recording, at)
    chunks.push(chunk)
    at += chunk.bytes.length
  }
  if (chunks.length === 0) throw notARecording()
  return chunks
}

function chunkAt(recording: Buffer, at: number): Chunk {
  if (recording.toString('latin1', at, at + 4) !== 'FLR\0')
    throw at === 0 ? notARecording() : broken('a chunk of it does not begin as chunks do')
  if (recording.length - at < headerBytes) throw broken('it ends in the header of a chunk')
  const major = recording.readUInt16BE(at + 4)
  if (major !== 2) throw notSupported(`${major}.${recording.readUInt16BE(at + 6)}`)
  const number = (offset: number): number => Number(recording.readBigInt64BE(at + offset))
  const size = number(8)
  if (size < headerBytes || size > recording.length - at) throw broken('a chunk of it is cut')
  const perSecond = number(56)
  if (perSecond <= 0) throw broken('its clock stands still')
  return {
    bytes: recording.subarray(at, at + size),
    constantsAt: number(16),
    metadataAt: number(24),
    startedAt: number(32) / 1e6,
    startTicks: number(48),
    ticksPerMillisecond: perSecond / 1e3,
  }
}

export interface Event {
  readonly type: number
  /** Behind size and type. */
  readonly cursor: Cursor
}

/** Everything in a chunk, in its order: size, type, and what the type says. */
export function* eventsOf({ bytes }: Chunk): Generator<Event> {
  for (let at = headerBytes; at < bytes.length; ) {
    const { end, event } = eventAt(bytes, at)
    yield event
    at = end
  }
}

export function eventAt(bytes: Buffer, at: number): { readonly end: number; readonly event: Event } {
  const head = cursorOf(bytes, 0)
  head.to(at)
  const size = head.small()
  if (size === 0 || size > bytes.length - at) throw broken('an event of it is cut')
  const event = bytes.subarray(at, at + size)
  const cursor = cursorOf(event, head.at() - at)
  return { end: at + size, event: { type: cursor.small(), cursor } }
}
