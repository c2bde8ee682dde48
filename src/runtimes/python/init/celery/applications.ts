import { posix } from 'node:path'
import type { Tree } from '../../../onboarding/onboarding.ts'
import { type Module, moduleOf, type Source } from '../sources.ts'
import { workerOptions } from './options.ts'

/** A Celery application, and how the project starts a worker of it. */
export interface Application {
  /** As `-A` takes it. */
  readonly name: string
  /** What its worker is started with besides. */
  readonly options: string
  readonly module: Module | null
  /** The file that starts it so, or makes it. */
  readonly seenIn: string
}

type Named = Pick<Application, 'name'>

/** Those that the project starts a worker of come first; then those that its sources make. */
export function celeryApplications(tree: Tree, sources: readonly Source[]): readonly Application[] {
  const started = startedWorkers(tree)
  const made = sources.flatMap(({ file, text }) => {
    const name = madeIn(text)
    if (name === null) return []
    const module = moduleOf(file, sources)
    return [{ name: `${module.name}:${name}`, options: '', module, seenIn: file }]
  })
  const isSame = (one: Named, other: Named) =>
    one.name === other.name || one.name.startsWith(`${other.name}.`) || one.name.startsWith(`${other.name}:`)
  return [
    ...started.map((one) => ({ ...one, module: made.find((other) => isSame(other, one))?.module ?? null })),
    ...made.filter((one) => !started.some((other) => isSame(one, other))),
  ]
}

const starters =
  /^(?:Procfile[\w.-]*|(?:[\w.-]*\.)?Dockerfile[\w.-]*|(?:docker-)?compose[\w.-]*\.ya?ml|(?:GNU)?[Mm]akefile|\.?[Jj]ustfile|[Tt]askfile(?:\.dist)?\.ya?ml|[\w.-]*\.(?:sh|service|conf)|start[\w-]*|worker|entrypoint)$/

/** `celery -A shop worker -l info`, `celery worker --app=shop`, in whatever starts programs. */
function startedWorkers(tree: Tree): readonly Omit<Application, 'module'>[] {
  const files = tree.files.filter((file) => starters.test(posix.basename(file)))
  const found = files.flatMap((file) =>
    linesOf(tree.read(file) ?? '').flatMap((line) => {
      const [, words] = /\bcelery\b(?:\.__main__\.main)?((?:\s+\S+)*)/.exec(line) ?? []
      const worker = words === undefined ? null : workerOptions(words)
      return worker === null ? [] : [{ ...worker, seenIn: file }]
    }),
  )
  return found.filter((one, at) => found.findIndex(({ name }) => name === one.name) === at)
}

/** Lists of a container's words, and lines that go on, as lines of a shell. */
const linesOf = (text: string): readonly string[] =>
  text
    .replace(/\\\n\s*/g, ' ')
    .replace(/\[([^\]\n]*\bcelery\b[^\]\n]*)\]/g, (_, list: string) => list.replace(/["']\s*,\s*["']/g, ' '))
    .replace(/["']/g, ' ')
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))

const making =
  /^(\w+)\s*(?::[^=\n]+)?=\s*(?:(?:celery\.)?Celery\(|(?:\w+\.)*(?:make|create|init|get|celery)_?\w*(?:celery|init)\w*\(|\w+\.extensions\[["']celery["']\])/m

/** The name at the top of a module that holds an application. */
function madeIn(text: string): string | null {
  if (!/\bcelery\b/i.test(text)) return null
  return making.exec(text)?.[1] ?? null
}
