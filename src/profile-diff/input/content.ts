import { constants, createGunzip, gunzipSync } from 'node:zlib'
import { broken, tooLarge, unsupported } from '../../profile/formats/pprof/refusal.ts'
import { inflate, inflateLimit } from '../../profile/formats/pprof/wire/inflate.ts'
import type { Source } from './source.ts'

const headSize = 1 << 16
const pieceSize = 4 * 2 ** 20
/** Some 30 million lines, and some ten seconds. */
const textLimit = 1.5e9

/** The first 64 KiB of a source, inflated when it is gzip; less when there is less. */
export function headOf(source: Source): Uint8Array {
  const start = source.read(0, headSize)
  if (!isGzip(start)) return start
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
export function wholeOf(source: Source, limit = inflateLimit): Buffer {
  if (source.size > limit) throw tooLarge()
  return inflate(source.read(0, source.size), limit)
}

/**
 * A text source piece by piece, inflated; each piece is given away before the next is read.
 * Throws as `wholeOf` does.
 */
export async function eachPiece(source: Source, take: (bytes: Uint8Array) => void): Promise<number> {
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
