import { FormatError } from '../../../errors.ts'

/**
 * How gzip begins when its bytes were taken for letters: in UTF-8, where the second is written as two, as
 * that of Windows or as the one that stands for what is none, and the same in UTF-16.
 */
const beginnings = [
  ...['\x1f\xc2\x8b\x08', '\x1f\xe2\x80\xb9\x08', '\x1f\xef\xbf\xbd\x08'],
  ...['\xff\xfe\x1f\0', '\xfe\xff\0\x1f'],
]

/** Throws FormatError, `broken`, for a profile that was saved as a text: what it was cannot be told. */
export function refuseMangled(head: Uint8Array): void {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 16)).toString('latin1')
  const text = start.startsWith('\xef\xbb\xbf') ? start.slice(3) : start
  if (!beginnings.some((one) => text.startsWith(one))) return
  throw new FormatError(
    'broken',
    'The profile is damaged: its bytes were saved as a text, which changes them.',
    'Save it as it is: `curl -o heap.pb.gz URL`, in PowerShell `Invoke-WebRequest -OutFile`; not by `>`, nor by way of a string.',
  )
}
