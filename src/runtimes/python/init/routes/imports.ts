import { posix } from 'node:path'
import type { Source } from '../sources.ts'

/** A name of a module; null for the module itself. */
export interface Reference {
  readonly file: string
  readonly name: string | null
}

const from = /^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n(]+))/gm
const plain = /^[ \t]*import[ \t]+([\w.]+)(?:[ \t]+as[ \t]+(\w+))?[ \t]*$/gm

/** What a file's names stand for in the project, as its imports say; a re-export is followed. */
export function createImports(sources: readonly Source[]) {
  const files = new Map(sources.map((source) => [source.file, source]))
  const known = new Map<string, ReadonlyMap<string, Reference>>()

  /** The file of `shop.web`, wherever on Python's path its folder is; null: it is somebody else's. */
  function fileOf(module: string, folder: string | null): string | null {
    const path = module.replaceAll('.', '/')
    const names = [path === '' ? '__init__.py' : `${path}.py`, posix.join(path, '__init__.py')]
    if (folder !== null)
      return names.map((name) => posix.join(folder, name)).find((file) => files.has(file)) ?? null
    const endings = names.map((name) => `/${name}`)
    return [...files.keys()].find((file) => endings.some((ending) => `/${file}`.endsWith(ending))) ?? null
  }

  function importsOf(file: string): ReadonlyMap<string, Reference> {
    const told = known.get(file)
    if (told !== undefined) return told
    const found = new Map<string, Reference>()
    for (const one of importedIn(files.get(file)?.text ?? '')) {
      const folder = one.dots === 0 ? null : folderAbove(file, one.dots)
      const target = referenceOf(one, folder)
      if (target !== null) found.set(one.alias, target)
    }
    known.set(file, found)
    return found
  }

  /** A name that is imported is a module, or one of a module. */
  function referenceOf({ module, name }: Imported, folder: string | null): Reference | null {
    const inner = fileOf([module, name ?? ''].filter((step) => step !== '').join('.'), folder)
    if (inner !== null) return { file: inner, name: null }
    const outer = name === null ? null : fileOf(module, folder)
    return outer === null ? null : { file: outer, name }
  }

  /** What `items.router` or `router` means in a file; at most so many re-exports deep. */
  function resolved(file: string, expression: string, depth = 5): Reference {
    const imported = importsOf(file)
    const steps = expression.split('.')
    for (let length = steps.length; length > 0; length--) {
      const target = imported.get(steps.slice(0, length).join('.'))
      if (target === undefined) continue
      const rest = [...(target.name === null ? [] : [target.name]), ...steps.slice(length)].join('.')
      if (rest === '') return target
      return depth === 0 || target.file === file
        ? { ...target, name: rest }
        : resolved(target.file, rest, depth - 1)
    }
    return { file, name: expression }
  }

  return { fileOf: (module: string) => fileOf(module, null), resolved }
}

interface Imported {
  /** Of a relative import. */
  readonly dots: number
  readonly module: string
  /** null: the module itself. */
  readonly name: string | null
  readonly alias: string
}

function importedIn(text: string): readonly Imported[] {
  const names = [...text.matchAll(from)].flatMap(([, dots = '', module = '', listed, line = '']) =>
    (listed ?? line)
      .replace(/#[^\n]*/g, '')
      .split(',')
      .flatMap((part) => {
        const [, name, alias = name] = /^\s*(\w+)(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? []
        return name === undefined || alias === undefined ? [] : [{ dots: dots.length, module, name, alias }]
      }),
  )
  const modules = [...text.matchAll(plain)].map(([, module = '', alias = module]) => ({
    dots: 0,
    module,
    name: null,
    alias,
  }))
  return [...names, ...modules]
}

export type Imports = ReturnType<typeof createImports>

const folderAbove = (file: string, dots: number): string =>
  dots === 1 ? posix.dirname(file) : folderAbove(posix.dirname(file), dots - 1)
