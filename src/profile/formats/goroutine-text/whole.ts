import type { Open } from './open.ts'

/**
 * Whether a goroutine, with its ancestors, ends where goroutines end: by who created it. Only the main
 * goroutine, threads of the runtime and goroutines that C calls begin otherwise, by functions that are known.
 */
export function isWhole({ header, hasCreator, outermost, parents, isUnavailable }: Open): boolean {
  if (hasCreator) return true
  const id = parents.at(-1) ?? header.id
  const isFirst = id === 1 || id === 0
  if (isUnavailable) return isFirst || header.isLocked
  if (!isFirst && !header.isLocked) return false
  return outermost !== '' && (id === 0 || begins(outermost))
}

function begins(name: string): boolean {
  return (
    /(?:^|\.)(?:main\.main|init(?:\.\d+)?|goexit\w*|mstart\w*|cgocallback\w*|rt0_go|doInit1?)$/.test(name) ||
    name === 'runtime.main' ||
    name.startsWith('_cgoexp_') ||
    name.startsWith('main._cgoexpwrap_')
  )
}
