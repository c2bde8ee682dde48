import { UserError } from '../../errors.ts'

/** Bytes that are read into memory of what cannot be read piece by piece: streams and compressed answers. */
export const mostInMemory = 500e6

export async function readStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size > mostInMemory) {
      throw new UserError(
        `${name} gives more than ${mostInMemory} bytes.`,
        'Write it into a file first: files are read piece by piece.',
      )
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
