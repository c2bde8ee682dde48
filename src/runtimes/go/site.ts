import type { Frame } from '../../profile/profile.ts'

/**
 * The function without what changes between builds of the same code:
 * `pkg.F[go.shape.int].func2.1` is `pkg.F.func`.
 */
export function site(frame: Frame): string {
  return withoutShapes(frame.function)
    .replace(/(?:\.gowrap\d+|\.deferwrap\d+|-range\d+|-fm)+(?=\.|$)/g, '')
    .replace(/\.func\d+(?:\.\d+|\.func\d+)*(?=\.|-|$)/g, '.func')
    .replace(/\.init\.\d+(?=\.|$)/, '.init')
}

/** Takes out type arguments, nested ones too: `F[...]`, `(*T[map[string]int]).M`. */
export function withoutShapes(name: string): string {
  let kept = ''
  let depth = 0
  for (const character of name) {
    if (character === '[') depth++
    if (depth === 0) kept += character
    if (character === ']' && depth > 0) depth--
  }
  return kept
}

/**
 * Import path of a function's package, `main` for programs: `gopkg.in/yaml.v3` of
 * `gopkg.in/yaml%2ev3.(*Node).Decode`.
 */
export function packageOf(name: string): string {
  const plain = withoutShapes(name)
  const dot = plain.indexOf('.', plain.lastIndexOf('/', firstParenthesis(plain)) + 1)
  return readable(dot < 0 ? plain : plain.slice(0, dot))
}

/**
 * `gopkg.in/yaml.v3.(*Node).Decode` for `gopkg.in/yaml%2ev3.(*Node).Decode`: the last element of a package's
 * path has some characters escaped, so that the first dot behind it ends it (PathToPrefix in
 * cmd/internal/objabi).
 */
export function readable(name: string): string {
  if (!name.includes('%')) return name
  return name.replace(/(?:%[0-9a-f]{2})+/g, (escaped) => {
    try {
      const text = decodeURIComponent(escaped)
      return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(text) ? text : escaped
    } catch {
      return escaped // not of our making
    }
  })
}

function firstParenthesis(name: string): number {
  const at = name.indexOf('(')
  return at < 0 ? name.length : at
}
