import { demangleCpp } from './itanium.ts'
import { notMangled } from './reader.ts'
import { demangleRustLegacy } from './rust-legacy.ts'
import { demangleRustV0 } from './rust-v0.ts'

/**
 * The readable name of a symbol of C++ or Rust, without parameters and template arguments; null for what is no mangled name. macOS puts one
 * more `_` before every symbol.
 *
 * Our own, since the libraries there are write a name out in full: a few hundred letters may stand for gigabytes.
 */
export function demangle(symbol: string): string | null {
  if (!symbol.startsWith('_') && !symbol.startsWith('.')) return null
  return attempt(symbol) ?? (symbol.startsWith('__') ? attempt(symbol.slice(1)) : null)
}

function attempt(symbol: string): string | null {
  try {
    if (symbol.startsWith('_R')) return demangleRustV0(symbol)
    return (symbol.startsWith('_ZN') ? demangleRustLegacy(symbol) : null) ?? demangleCpp(symbol)
  } catch (thrown) {
    if (thrown === notMangled) return null
    throw thrown
  }
}
