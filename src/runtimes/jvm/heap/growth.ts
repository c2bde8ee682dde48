import type { Retainer } from '../../runtime.ts'
import { depthFirst, type Grown, grownOf, type Held, leastObjects, textOf } from './grown.ts'
import { withTypes } from './types.ts'

const mostRetainers = 3
/** What holds less of what is new may be anybody's. */
const leastShare = 0.03
/** What holds fewer of the files or classes that are new is told of no leak of those. */
const leastCounted = 0.25
/**
 * Who holds what was born between two moments, largest first:
 * on the way from a root the first thing of which there are more than before, and before it whoever holds it.
 */
export function retainersOf(before: Held, after: Held): readonly Retainer[] {
  const roots = grownOf(before, after)
  const total = roots.reduce((sum, { whole }) => sum + Math.max(0, whole), 0)
  if (total <= 0) return []
  const counted = countedIn(roots)
  const isWorthIt = (at: Grown) => at.whole >= leastShare * total || holdsMany(at, counted)
  const found = roots.flatMap((root) => [...holdersIn(root, isWorthIt, leastShare * total)])
  const told = merged(found.map((at) => retainerOf(at, total, counted))).toSorted((a, b) => b.share - a.share)
  const [first, rest] = [told.slice(0, mostRetainers), told.slice(mostRetainers)]
  const most = [
    ...first,
    ...rest.filter(({ classes = 0, files = 0 }) => Math.max(classes, files) >= leastCounted),
  ]
  return withTypes(most, [...depthFirst(roots)])
}

/** What is counted beside bytes, each once: open files and sockets, and loaded classes. */
const kinds = {
  // Of each there is one such object, whatever Java code opened it by.
  files: ({ name }: Grown) => name === 'java.io.FileDescriptor',
  classes: ({ name }: Grown) => name.startsWith('class '),
} as const

type Counted = Readonly<Record<keyof typeof kinds, number>>

/** How many of them these hold that were none before. */
function countedIn(roots: readonly Grown[]): Counted {
  const counted = { files: 0, classes: 0 }
  for (const at of depthFirst(roots))
    for (const kind of ['files', 'classes'] as const)
      if (kinds[kind](at)) counted[kind] += Math.max(0, at.objects)
  return counted
}

function retainerOf(at: Grown, total: number, all: Counted): Retainer {
  const { classes, files } = countedIn([at])
  return {
    path: textOf(loaderOf(at) ?? at),
    bytes: at.whole,
    share: at.whole / total,
    ...(files > 0 && { files: files / all.files }),
    ...(classes > 0 && { classes: classes / all.classes }),
  }
}

/** Files and classes may be few bytes of all that is new. */
function holdsMany(at: Grown, all: Counted): boolean {
  const { classes, files } = countedIn([at])
  return (
    Math.max(classes, files) >= leastObjects &&
    (classes >= leastCounted * all.classes || files >= leastCounted * all.files)
  )
}

function* holdersIn(at: Grown, isWorthIt: (at: Grown) => boolean, least: number): Generator<Grown> {
  if (!isWorthIt(at)) return
  if (at.parent !== null && at.objects >= leastObjects) {
    yield at
    return
  }
  const largest = at.children.toSorted((a, b) => b.whole - a.whole)[0]
  // A table or an array of its own grew: what stands in it is told with it.
  if (at.bytes >= least)
    yield largest !== undefined && largest.objects >= leastObjects ? { ...largest, whole: at.whole } : at
  else for (const child of at.children) yield* holdersIn(child, isWorthIt, least)
}

/** Whose class was loaded for it: the loader, where that is most of what it keeps alive. */
function loaderOf(at: Grown): Grown | null {
  const ownClass = at.children.find(({ name }) => name.startsWith('class '))
  const loader = ownClass?.children.find(({ field }) => field === 'classLoader')
  const isMost = loader !== undefined && ownClass !== undefined && 2 * ownClass.whole >= at.whole
  return isMost && loader.objects >= leastObjects ? loader : null
}

/** Keys and values of one map are held by one, and so are the first and the last of one list. */
function merged(found: readonly Retainer[]): readonly Retainer[] {
  const byHolder = new Map<string, Retainer>()
  for (const one of found.toSorted((a, b) => b.share - a.share)) {
    const holder = holderOf(one.path)
    const known = byHolder.get(holder)
    byHolder.set(holder, known === undefined ? one : joined(known, one))
  }
  return [...byHolder.values()]
}

function holderOf(path: string): string {
  const [, holder = path, held = ''] = /^(.*) → ([^→]*)$/.exec(path) ?? []
  const [, owner] = /^(.* → .*)\.\w+$/.exec(holder) ?? []
  return owner === undefined || !/\.[a-z]\w*$/.test(holder) ? holder : `${owner} → ${held}`
}

function joined(one: Retainer, other: Retainer): Retainer {
  const files = (one.files ?? 0) + (other.files ?? 0)
  const classes = (one.classes ?? 0) + (other.classes ?? 0)
  return {
    ...one,
    bytes: one.bytes + other.bytes,
    share: one.share + other.share,
    ...(files > 0 && { files }),
    ...(classes > 0 && { classes }),
  }
}
