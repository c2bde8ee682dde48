import { strToU8, zipSync } from 'fflate'

/** A jar of these files, packed or, as those within others are, not. */
export function jarOf(files: Readonly<Record<string, string | Buffer>>, level: 0 | 6 = 0): Buffer {
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return Buffer.from(zipSync(Object.fromEntries(bytes), { level }))
}
