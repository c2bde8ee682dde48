/**
 * Rust's older mangling, which looks like C++'s with a hash behind:
 * `_ZN5alloc3vec12Vec$LT$T$GT$4push17h0123456789abcdefE` is `alloc::vec::Vec<T>::push`.
 * null for what is none.
 */
export function demangleRustLegacy(symbol: string): string | null {
  const match = /^_ZN(.*)17h([\da-f]{16})E$/.exec(symbol.replace(/\.llvm\.\d+$/, ''))
  if (match === null) return null
  const [, parts = '', hash = ''] = match
  // So few different digits are no hash.
  if (new Set(hash).size < 5) return null
  const names: string[] = []
  for (let at = 0; at < parts.length; ) {
    const length = /^\d{1,6}/.exec(parts.slice(at, at + 6))?.[0]
    if (length === undefined) return null
    at += length.length
    const end = at + Number(length)
    if (end > parts.length) return null
    names.push(unescaped(parts.slice(at, end)))
    at = end
  }
  return names.join('::')
}

const signs: Readonly<Record<string, string>> = {
  ...{ SP: '@', BP: '*', RF: '&', LT: '<', GT: '>', LP: '(', RP: ')', C: ',' },
}

function unescaped(name: string): string {
  return name
    .replace(/^_(?=\$)/, '')
    .replace(
      /\$(?:(SP|BP|RF|LT|GT|LP|RP|C)|u([2-7][\da-f]))\$|\.\./g,
      (all, sign?: string, code?: string) => {
        if (sign !== undefined) return signs[sign] ?? all
        return code === undefined ? '::' : String.fromCharCode(Number.parseInt(code, 16))
      },
    )
}
