import { demangle } from '../symbols/demangle.ts'

/** Makes a readable name of the linker's. */
export type Rename = (name: string) => string

/**
 * Names of functions as `pprof -top` prints them, for the names of one profile: mangled names of C++ and Rust
 * are made readable; a name that looks like demangled C++ (which a generic Go function's does) loses its
 * parameters and template arguments. For names as the linker knows them,
 * after Demangle in google/pprof's internal/symbolizer.
 */
export function pprofNames(): Rename {
  const work = { left: 100_000_000 }
  return (name) => demangle(name, work) ?? withoutCpp(name)
}

function withoutCpp(name: string): string {
  if (!looksLikeCpp(name)) return name
  return withoutMatching(withoutMatching(name, '(', ')'), '<', '>')
}

const cppSigns = /[[\]<>]|::/

/** Java's `class.<init>` and Go's `pkg.(*Type[...]).Method` look like it too, but are not. */
function looksLikeCpp(name: string): boolean {
  return cppSigns.test(name) && !name.includes('.<') && !name.includes(']).')
}

/**
 * Takes out all that stands between outermost pairs, the pairs included; from the first unmatched closer on,
 * all stays.
 */
function withoutMatching(name: string, open: string, close: string): string {
  let kept = ''
  let from = 0
  let depth = 0
  for (let at = 0; at < name.length; at++) {
    if (name[at] === open && depth++ === 0) {
      kept += name.slice(from, at)
      from = at
    } else if (name[at] === close) {
      if (depth === 0) break
      if (--depth === 0) from = at + 1
    }
  }
  return kept + name.slice(from)
}

/**
 * A generic Go function's name as its runtime prints it: `slices.Sort[...]` for
 * `slices.Sort[go.shape.[]int]`.
 */
export function goPrintName(name: string): string {
  const open = name.indexOf('[')
  const close = name.lastIndexOf(']')
  return open < 0 || close <= open ? name : `${name.slice(0, open)}[...]${name.slice(close + 1)}`
}
