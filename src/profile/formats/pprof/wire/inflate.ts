import { gunzipSync } from 'node:zlib'
import { broken, unsupported } from '../refusal.ts'

/** Bytes that a profile may have once inflated, so that all that is made of it stays below 1 GB. */
export const inflateLimit = 400e6

const gzipMagic = [0x1f, 0x8b]

/**
 * The profile's bytes, inflated when they are gzip (of one or more members).
 * Throws FormatError when they are empty, cut short, compressed by other means,
 * or larger than `limit` once inflated.
 */
export function inflate(bytes: Uint8Array, limit: number = inflateLimit): Buffer {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (input.length === 0) throw broken('it is empty')
  if (startsWith(input, [0x28, 0xb5, 0x2f, 0xfd])) {
    throw unsupported(
      'it is compressed by zstd',
      'Decompress it (zstd -d), or write it with gzip as Go does.',
    )
  }
  const most = Math.min(limit, inflateLimit)
  const inflated = startsWith(input, gzipMagic) ? gunzip(input, most) : input
  if (inflated.length > most) throw tooLarge(most)
  if (inflated !== input && startsWith(inflated, gzipMagic))
    throw unsupported('it is compressed by gzip twice', 'Decompress it once: `gunzip -c FILE >once.gz`.')
  if (inflated.length === 0) throw broken('it is empty once decompressed')
  return inflated
}

function gunzip(input: Buffer, limit: number): Buffer {
  try {
    return gunzipSync(input, { chunkSize: chunkSize(input, limit), maxOutputLength: limit })
  } catch (cause) {
    if ((cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit)
    throw broken(`its gzip stream cannot be inflated (${cause instanceof Error ? cause.message : cause})`, {
      cause,
    })
  }
}

/**
 * One byte more than is claimed: then zlib fills one buffer and nothing is joined.
 * What claims too much is not believed.
 */
function chunkSize(input: Buffer, limit: number): number {
  const claimed = claimedSize(input)
  return claimed > limit ? 1 << 20 : Math.max(1 << 16, claimed + 1)
}

/** What the last member says of its size. */
function claimedSize(input: Buffer): number {
  return input.length < 18 ? 0 : input.readUInt32LE(input.length - 4)
}

function startsWith(input: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, at) => input[at] === byte)
}

function tooLarge(limit: number): Error {
  return unsupported(
    `it holds more than ${limit} bytes once inflated`,
    'Check that the file is what it seems to be; a profile with fewer stacks can be read.',
  )
}
