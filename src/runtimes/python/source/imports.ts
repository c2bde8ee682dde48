import { normalized } from '../locate/distributions.ts'

/**
 * Packages of which a line of a source uses an imported name: of `from multidict import CIMultiDict`, where
 * `CIMultiDict` stands on it. A package is taken to be called as what is imported of it,
 * in PEP 503's spelling.
 */
export function packagesUsed(source: string, line: number): readonly string[] {
  const used = new Set((source.split(/\r?\n/)[line - 1] ?? '').match(/[A-Za-z_]\w*/g) ?? [])
  const found = importedNames(source).filter(({ names }) => names.some((name) => used.has(name)))
  return [...new Set(found.map(({ module }) => normalized(module.split('.')[0] ?? module)))]
}

interface Imported {
  readonly module: string
  /** As the source calls them. */
  readonly names: readonly string[]
}

function importedNames(source: string): readonly Imported[] {
  const from = [...source.matchAll(/^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#(]+)/gm)]
  const whole = [...source.matchAll(/^[ \t]*import[ \t]+([^\n#]+)/gm)]
  return [
    ...from.map(([, module = '', names = '']) => ({
      module,
      names: names
        .replace(/[()]|#.*$/gm, '')
        .split(',')
        .map(calledAs),
    })),
    ...whole.flatMap(([, modules = '']) =>
      modules.split(',').map((part) => {
        const [module = ''] = part.trim().split(/\s+/)
        const called = calledAs(part)
        return { module, names: [called.split('.')[0] ?? called] }
      }),
    ),
  ].filter(({ module }) => module !== '' && !module.startsWith('.'))
}

/** `a`, of `a as b` the `b`. */
const calledAs = (part: string): string =>
  part
    .trim()
    .split(/\s+as\s+/)
    .at(-1)
    ?.trim() ?? ''
