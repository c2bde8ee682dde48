import { demangleCpp } from './itanium/demangle.ts'
import { notMangled, type Work } from './reader.ts'
import { demangleRustLegacy } from './rust/legacy.ts'
import { demangleRustV0 } from './rust/v0.ts'

/** Of one symbol; those of real programs take some hundreds. */
const mostWork = 20_000

/**
 * The readable name of a symbol of C++ or Rust, without parameters and template arguments; null for what is
 * no mangled name, and when `work`, which the names of one profile share, is used up.
 * macOS puts one more `_` before every symbol.
 *
 * Our own, since the libraries that there are write a name out in full:
 * a few hundred letters may stand for gigabytes.
 */
export function demangle(symbol: string, work: Work): string | null {
  if (!symbol.startsWith('_')) return null
  return attempt(symbol, work) ?? (symbol.startsWith('__') ? attempt(symbol.slice(1), work) : null)
}

function attempt(symbol: string, work: Work): string | null {
  const own = { left: Math.min(mostWork, work.left) }
  const given = own.left
  try {
    if (symbol.startsWith('_R')) return demangleRustV0(symbol, own)
    return (symbol.startsWith('_ZN') ? demangleRustLegacy(symbol) : null) ?? demangleCpp(symbol, own)
  } catch (thrown) {
    if (thrown === notMangled) return null
    throw thrown
  } finally {
    work.left -= given - own.left
  }
}
