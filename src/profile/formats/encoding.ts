const narrow = 'utf-8'

/**
 * How a text is written, by its mark or by its first letters: PowerShell and editors of Windows widen them.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

export function encodingOf(bytes: Uint8Array): Encoding {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 6)).toString('latin1')
  if (start.startsWith('\xff\xfe') || /^(?:[ -~]\0){3}$/.test(start)) return 'utf-16le'
  if (start.startsWith('\xfe\xff') || /^(?:\0[ -~]){3}$/.test(start)) return 'utf-16be'
  return narrow
}

/** The text without its mark. */
export function textOf(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  if (encoding !== narrow) return new TextDecoder(encoding).decode(bytes)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/^\ufeff/, '')
}
