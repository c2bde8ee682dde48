import { execFileSync } from 'node:child_process'

/** One member of a tar archive, as it may stand there whatever a file system would allow. */
export interface Member {
  readonly name: string
  readonly content?: Buffer
  /** A link to this path in place of a file. */
  readonly link?: { readonly kind: 'hard' | 'symbolic'; readonly to: string }
}

/**
 * The archive of these members as the cache's library packs it, format ustar.
 * Names and links have at most 100 characters.
 */
export function archiveOf(members: readonly Member[]): Buffer {
  const blocks = members.flatMap((member) => [headerOf(member), padded(member.content ?? Buffer.alloc(0))])
  const tar = Buffer.concat([...blocks, Buffer.alloc(1024)])
  return execFileSync('zstd', ['-q', '-c'], { input: tar, maxBuffer: 2 ** 30 })
}

function headerOf({ content, link, name }: Member): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0, 100)
  header.write(`0000644\0${'0000000\0'.repeat(2)}`, 100)
  header.write(`${(content?.length ?? 0).toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0        `, 124)
  header.write(link === undefined ? '0' : link.kind === 'hard' ? '1' : '2', 156)
  header.write(link?.to ?? '', 157, 100)
  header.write('ustar\u000000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

const padded = (content: Buffer): Buffer =>
  Buffer.concat([content, Buffer.alloc((512 - (content.length % 512)) % 512)])
