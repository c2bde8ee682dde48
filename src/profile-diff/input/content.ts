import { constants, createGunzip, gunzipSync } from 'node:zlib'
import { encodingOf, textOf } from '../../profile/formats/encoding.ts'
import { broken, tooLarge, unsupported } from '../../profile/formats/pprof/refusal.ts'
import { inflate, inflateLimit } from '../../profile/formats/pprof/wire/inflate.ts'
import { refuseMangled } from '../../profile/formats/wrapped/mangled.ts'
import { bodyOf, responseOf } from '../../profile/formats/wrapped/response.ts'
import { wrappingOf } from '../../profile/formats/wrapped/wrapped.ts'
import { type Source, sourceOf } from './source.ts'

const headSize = 1 << 16
const pieceSize = 4 * 2 ** 20
/** Some 30 million lines, and some ten seconds. */
const textLimit = 1.5e9
/** Of a text that a profile was made, or a body that a server sent in pieces: all of it is in memory. */
const wrappedLimit = 128e6

/** What was found in a source, by it: it is asked for several times. */
const contents = new WeakMap<Source, Source>()

/** What a source holds when its profile is in something else: the answer of a server, a text. */
function contentOf(source: Source): Source {
  const known = contents.get(source)
  if (known !== undefined) return known
  const content = unwrapped(source)
  contents.set(source, content)
  return content
}

function unwrapped(source: Source): Source {
  const head = source.read(0, headSize)
  if (isGzip(head)) return inGzip(source, head)
  refuseMangled(head)
  if (encodingOf(head) === 'utf-8' && head.subarray(0, 16).some((byte) => byte < 7)) return source
  const response = responseOf(head)
  if (response !== null) {
    const { start, isChunked, isCompressed } = response
    if (isChunked || isCompressed) return opened(source, (bytes) => bodyOf(bytes, response, wrappedLimit))
    const read = (from: number, length: number) => source.read(start + from, length)
    return unwrapped({ name: source.name, size: source.size - start, read })
  }
  const unwrap = wrappingOf(narrow(head))
  return unwrap === null ? source : opened(source, (bytes) => unwrap(narrow(bytes)))
}

/** A profile as nearly all are, or a text in which one stands, compressed. */
function inGzip(source: Source, start: Uint8Array): Source {
  const head = inflatedHead(start)
  if (encodingOf(head) === 'utf-8' && head.subarray(0, 16).some((byte) => byte < 7)) return source
  const unwrap = wrappingOf(narrow(head))
  return unwrap === null ? source : opened(source, (bytes) => unwrap(narrow(inflate(bytes, wrappedLimit))))
}

/** Letters of one byte each, of a text that an editor of Windows has widened. */
function narrow(bytes: Uint8Array): Buffer {
  if (encodingOf(bytes) !== 'utf-8') return Buffer.from(textOf(bytes), 'latin1')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function opened(source: Source, open: (bytes: Buffer) => Buffer): Source {
  if (source.size > wrappedLimit)
    throw unsupported(
      `it is packed into ${wrappedLimit / 1e6} MB of something else and more`,
      'Unpack it, and give the profile itself: `base64 -d FILE >profile.pb.gz`, `curl -o profile.pb.gz URL`.',
    )
  const bytes = source.read(0, source.size)
  return sourceOf(source.name, open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
}

/** The first 64 KiB of a source, inflated when it is gzip; less when there is less. */
export function headOf(wrapped: Source): Uint8Array {
  const source = contentOf(wrapped)
  const start = source.read(0, headSize)
  return isGzip(start) ? inflatedHead(start) : start
}

function inflatedHead(start: Uint8Array): Uint8Array {
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2 ** 28 }).subarray(
      0,
      headSize,
    )
  } catch {
    // What is wrong with it is told when all of it is read.
    return start
  }
}

/** All of a source at once, inflated. Throws FormatError when it is empty, damaged or too large. */
export function wholeOf(wrapped: Source, limit = inflateLimit): Buffer {
  const source = contentOf(wrapped)
  if (source.size > limit) throw tooLarge()
  return inflate(source.read(0, source.size), limit)
}

/**
 * A text source piece by piece, inflated; each piece is given away before the next is read.
 * Throws as `wholeOf` does.
 */
export async function eachPiece(wrapped: Source, take: (bytes: Uint8Array) => void): Promise<number> {
  const source = contentOf(wrapped)
  if (source.size === 0) throw broken('it is empty')
  const start = source.read(0, 2)
  if (isGzip(start)) return inflatePieces(source, take)
  if (source.size > textLimit) throw tooLong()
  for (let at = 0; at < source.size; at += pieceSize) take(source.read(at, pieceSize))
  return source.size
}

function tooLong(): Error {
  return unsupported(
    `it holds more than ${textLimit / 1e9} GB of text`,
    'Give the profile as pprof, which is small however much it counts.',
  )
}

async function inflatePieces(source: Source, take: (bytes: Uint8Array) => void): Promise<number> {
  const gunzip = createGunzip({ chunkSize: 1 << 20 })
  const bytes = source.read(0, source.size)
  gunzip.end(bytes)
  let size = 0
  try {
    for await (const piece of gunzip) {
      size += (piece as Buffer).length
      if (size > textLimit) throw tooLong()
      take(piece as Buffer)
    }
  } catch (cause) {
    if ((cause as { code?: string }).code?.startsWith('Z_') !== true) throw cause
    throw broken(`its gzip stream cannot be inflated (${(cause as Error).message})`, { cause })
  }
  return size
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}
