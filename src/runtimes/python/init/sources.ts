import type { PortWay, Tree } from '../../onboarding/onboarding.ts'
import { listsPackages } from './lists.ts'
import { pyProjectOf } from './pyproject.ts'

export interface Source {
  readonly file: string
  readonly text: string
}

/** A way to start a server of the project. */
export interface Started {
  /** The framework, for a person. */
  readonly what: string
  /** What stands after the interpreter. */
  readonly words: string
  /** A command that was installed beside the interpreter, which is started in its place. */
  readonly command?: string
  /** Set before it: `FLASK_APP=shop`. */
  readonly variables?: string
  readonly ports?: readonly PortWay[]
  /** The file that starts it so. */
  readonly declaredIn?: string
}

const notServed =
  /(?:^|\/)(?:tests?|testing|docs|examples?|migrations|versions|benchmarks?|scripts)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|setup|noxfile|tasks|fabfile)\.py$/

/** What may be a part of a server. */
export const servedSources = (tree: Tree): readonly Source[] =>
  tree.files
    .filter((file) => file.endsWith('.py') && !notServed.test(file))
    .map((file) => ({ file, text: tree.read(file) ?? '' }))
    .toSorted((a, b) => likelihood(a.file) - likelihood(b.file))

/** Files that are named as a program's first one come first, and those that lie less deep. */
function likelihood(file: string): number {
  const names = ['main', 'app', 'asgi', 'wsgi', 'server', 'run', '__main__', 'application', '__init__']
  const at = names.indexOf(/([^/]*)\.py$/.exec(file)?.[1] ?? '')
  return 20 * file.split('/').length + (at < 0 ? names.length : at)
}

export interface Module {
  readonly name: string
  /** Where Python must look for it besides the project's folder; '' for nowhere. */
  readonly path: string
}

/**
 * A file as it is imported. Where its packages are imported by a name that stands deeper than the project's
 * folder, as below `src`, that folder is on Python's path.
 */
export function moduleOf(file: string, sources: readonly Source[]): Module {
  const steps = file.replace(/(?:(?:^|\/)__(?:init|main)__)?\.py$/, '').split('/')
  const depth = steps.findIndex((step, index) => index < steps.length - 1 && isImported(step, sources))
  const isSrc = steps[0] === 'src' && !sources.some((one) => one.file === 'src/__init__.py')
  const skipped = depth >= 0 ? depth : isSrc && steps.length > 1 ? 1 : 0
  return { name: steps.slice(skipped).join('.'), path: steps.slice(0, skipped).join('/') }
}

/** Looked for once in all sources, not once for each file that is asked for. */
const known = new WeakMap<readonly Source[], ReadonlySet<string>>()

function isImported(name: string, sources: readonly Source[]): boolean {
  const found = known.get(sources) ?? importedNames(sources)
  known.set(sources, found)
  return found.has(name)
}

const importing = /^\s*(?:from|import)\s+(\w+)\b(?!\s*=)/gm

const importedNames = (sources: readonly Source[]): ReadonlySet<string> =>
  new Set(sources.flatMap(({ text }) => [...text.matchAll(importing)].map(([, name = '']) => name)))

/**
 * What is set before a program whose modules stand below a folder of their own; a package of a layout with
 * `src` is found where it is installed. What stands there already stays: the probe is found by it.
 */
export const pathVariable = (tree: Tree, { path }: Module): string =>
  path === '' || (path === 'src' && isPackage(tree)) ? '' : `PYTHONPATH=${path}:$PYTHONPATH`

/** Whether it can be installed as a package. */
export const isPackage = (tree: Tree): boolean =>
  tree.files.includes('setup.py') ||
  pyProjectOf(tree).isBuilt ||
  /^\[metadata\]/m.test(tree.read('setup.cfg') ?? '')

/** Whether the project's lists of packages name one. */
export function needs(tree: Tree, name: string): boolean {
  return tree.files
    .filter(listsPackages)
    .some((file) => new RegExp(`(?:^|["'\\s])${name}\\b`, 'mi').test(tree.read(file) ?? ''))
}
