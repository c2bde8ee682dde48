import { notMangled } from '../reader.ts'

const [base, least, most, skew, damp] = [36, 1, 26, 38, 700]

/** Unicode identifiers of Rust: RFC 3492, section 6.2, with `_` before the encoded part. */
export function punycode(text: string): string {
  const split = text.lastIndexOf('_')
  const output = Array.from(split < 0 ? '' : text.slice(0, split))
  const encoded = text.slice(split + 1)
  let [code, index, bias, at] = [128, 0, 72, 0]
  while (at < encoded.length) {
    const before = index
    let weight = 1
    for (let k = base; ; k += base) {
      const digit = digitOf(encoded[at++])
      index += digit * weight
      const threshold = Math.min(most, Math.max(least, k - bias))
      if (digit < threshold) break
      weight *= base - threshold
      if (weight > 2 ** 31) throw notMangled
    }
    const points = output.length + 1
    bias = adapted(index - before, points, before === 0)
    code += Math.floor(index / points)
    index %= points
    if (code > 0x10ffff) throw notMangled
    output.splice(index++, 0, String.fromCodePoint(code))
  }
  return output.join('')
}

function adapted(difference: number, points: number, isFirst: boolean): number {
  let delta = Math.floor(difference / (isFirst ? damp : 2))
  delta += Math.floor(delta / points)
  let k = 0
  for (; delta > ((base - least) * most) / 2; k += base) delta = Math.floor(delta / (base - least))
  return k + Math.floor(((base - least + 1) * delta) / (delta + skew))
}

function digitOf(letter = ''): number {
  const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(letter.toLowerCase())
  if (digit < 0 || letter === '') throw notMangled
  return digit
}
