import type { Declarations, HeapClass, Root } from './classes.ts'
import type { HeapGraph } from './graph.ts'
import { type PathNode, type Paths, pathTree } from './paths.ts'

/**
 * By which names every living object is reached, on a shortest way from a static field; what no static field
 * reaches from a thread, and what no thread reaches from a local variable or from the JVM itself.
 * What is to be cleaned stands in lists of the JVM, and constants in tables of their classes:
 * by those only what nothing else reaches.
 */
export function reach(graph: HeapGraph, declarations: Declarations): readonly PathNode[] {
  const paths = pathTree()
  const walk = walkOf(graph, paths)
  const lasting = lastingLoaders(graph, declarations)
  const threads = declarations.roots.filter(({ kind }) => kind === 'thread')
  const all = [...declarations.classes.values()]
  const classes = all.filter(isLasting(lasting))
  // Whoever knows of a thread does not keep it running.
  for (const { id } of threads) walk.wait(graph.objectOf(id))
  for (const { id } of classes) walk.start(graph.objectOf(id), 'classes')
  walk.spread(visitor(graph, paths, walk, lasting))
  for (const kind of ['thread', 'local', 'native'] as const) {
    for (const root of declarations.roots)
      if (root.kind === kind) walk.start(graph.objectOf(root.id), rootText(graph, root))
    walk.spread(visitor(graph, paths, walk, lasting))
  }
  walk.spreadLate(visitor(graph, paths, walk, lasting))
  for (const { id } of all) walk.start(graph.objectOf(id), 'classes')
  walk.spread(visitor(graph, paths, walk, lasting))
  return paths.nodes
}

interface Walk {
  /** Of an object its node; -1: it was not reached. */
  readonly nodeOf: (object: number) => number
  /** It is reached as a root alone. */
  readonly wait: (object: number) => void
  readonly start: (object: number, text: string) => void
  readonly take: (object: number, node: number, isPart: boolean) => void
  /** Visits everything that was taken, nearest first, and what is taken meanwhile. */
  readonly spread: (visit: (object: number) => void) => void
  /** Takes what is reached so once everything else was. */
  readonly later: (takeIt: () => void) => void
  /** The same by such ways, until there is none left. */
  readonly spreadLate: (visit: (object: number) => void) => void
}

const unreached = -1
const waiting = -2

function walkOf(graph: HeapGraph, paths: Paths): Walk {
  const nodes = new Int32Array(graph.count).fill(unreached)
  const queue = new Int32Array(graph.count)
  const late: (() => void)[] = []
  let end = 0
  let done = 0
  const put = (object: number, node: number, isPart: boolean): void => {
    nodes[object] = node
    paths.add(node, graph.bytes(object), isPart)
    queue[end++] = object
  }
  const spread = (visit: (object: number) => void): void => {
    for (; done < end; done++) visit(queue[done] ?? 0)
  }
  return {
    nodeOf: (object) => Math.max(unreached, nodes[object] ?? unreached),
    wait: (object) => {
      if (object >= 0) nodes[object] = waiting
    },
    start: (object, text) => {
      if (object >= 0 && (nodes[object] ?? 0) < 0) put(object, paths.root(text), false)
    },
    take: (object, node, isPart) => {
      if (nodes[object] === unreached) put(object, node, isPart)
    },
    spread,
    later: (takeIt) => late.push(takeIt),
    spreadLate: (visit) => {
      for (let takeIt = late.pop(); takeIt !== undefined; takeIt = late.pop()) {
        takeIt()
        spread(visit)
      }
    },
  }
}

function visitor(graph: HeapGraph, paths: Paths, walk: Walk, lasting: ReadonlySet<number>) {
  const nameOf = (object: number): string => {
    const itself = graph.asClass(object)
    return itself === null ? graph.classOf(object).name : `class ${itself.name}`
  }
  const follow = (from: number, holder: string, field: string, target: number): void => {
    const name = nameOf(target)
    walk.take(target, paths.step(from, holder, field, name), paths.isPart(holder, field, name))
  }
  const visitClass = (object: number, ofClass: HeapClass): void => {
    const from = walk.nodeOf(object)
    const { loader, name } = ofClass
    const isRoot = isLasting(lasting)(ofClass)
    const at = (text: string): number => (isRoot ? paths.root(text) : paths.step(from, '', '', text))
    graph.references(object, (target, field) => {
      if (walk.nodeOf(target) !== unreached) return
      if (ofJvm.test(field)) walk.later(() => follow(at(`class ${name}`), '', '', target))
      else follow(at(`static ${name}.${field}`), '', '', target)
    })
    if (!lasting.has(loader) && graph.objectOf(loader) >= 0)
      follow(from, '', 'classLoader', graph.objectOf(loader))
  }
  const visitObject = (object: number, isLate = false): void => {
    const ofClass = graph.classOf(object)
    const { id, name } = ofClass
    const key = name === threadLocalEntry ? graph.weaklyOf(object) : null
    // Its name may be found yet: of a pool that only its threads know.
    if (key !== null && !isLate && walk.nodeOf(key) === unreached) {
      walk.later(() => visitObject(object, true))
      return
    }
    const local = key === null ? null : threadLocal(key, walk, paths)
    const from = local ?? walk.nodeOf(object)
    graph.references(object, (target, field, inList) => {
      if (walk.nodeOf(target) !== unreached) return
      if (inList) walk.later(() => follow(from, name, field, target))
      else if (local === null) follow(from, name, field, target)
      else follow(from, '', '', target)
    })
    // An object keeps its class alive.
    if (!isLasting(lasting)(ofClass)) follow(from, name, '', graph.objectOf(id))
  }
  return (object: number): void => {
    const itself = graph.asClass(object)
    if (itself === null) visitObject(object)
    else visitClass(object, itself)
  }
}

/** What a class has beside its static fields: constants that it has used, the lock of its initialiser. */
const ofJvm = /^</

const threadLocalEntry = 'java.lang.ThreadLocal$ThreadLocalMap$Entry'

/** What a thread keeps for a thread local is found by that one's own name: `thread local Shop.current`. */
function threadLocal(object: number, { nodeOf }: Walk, { nodes, root }: Paths): number {
  const own = nodes[nodeOf(object)]
  const above = nodes[own?.parent ?? -1]
  if (own === undefined || above === undefined) return root('thread local')
  const name = /^static (.*)$/.exec(above.name)?.[1] ?? `${above.name}.${own.field}`
  return root(`thread local ${name}`)
}

const isLasting =
  (lasting: ReadonlySet<number>) =>
  ({ isHidden, loader }: HeapClass): boolean =>
    !isHidden && lasting.has(loader)

/**
 * Loaders whose classes stay: the JVM's own, and those of which there is one of their kind.
 * Of a loader that is made again and again it matters who holds it.
 */
function lastingLoaders(graph: HeapGraph, { classes }: Declarations): ReadonlySet<number> {
  const loaders = [...new Set([...classes.values()].map(({ loader }) => loader))].filter((id) => id !== 0)
  const kindOf = (id: number): string => graph.classOf(graph.objectOf(id)).name
  const counts = new Map<string, number>()
  for (const id of loaders) counts.set(kindOf(id), 1 + (counts.get(kindOf(id)) ?? 0))
  return new Set([0, ...loaders.filter((id) => counts.get(kindOf(id)) === 1)])
}

function rootText(graph: HeapGraph, { id, kind, of }: Root): string {
  if (kind === 'thread') return `running ${graph.classOf(graph.objectOf(id)).name}`
  if (kind === 'local') return of === null ? 'local variable' : `local variable of ${of}`
  return 'the JVM'
}
