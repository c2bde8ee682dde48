import type { SourceFiles } from '../../runtimes/source.ts'
import type { TrialFrame } from '../../trial/trial.ts'
import { pathOf } from './changed-lines.ts'
import type { Edit } from './edits.ts'
import type { Part, Sources } from './sources.ts'

/** Functions of head that frames stand in, the frame to read first in front, each once. */
export function partsOf(sources: Sources, frames: readonly TrialFrame[]): readonly Part[] {
  const parts = frames.flatMap((frame) => {
    const path = frame.location.origin === 'project' ? pathOf(frame) : null
    return path === null ? [] : (sources.partAt(path, frame.line) ?? [])
  })
  return [...new Map(parts.toReversed().map((part) => [keyOf(part), part])).values()].toReversed()
}

const keyOf = ({ file, lines }: Part): string => `${file}\0${lines.join('-')}`

/** Edits inside of these functions, by their order; of one function those that take something out first. */
export function inside(edits: readonly Edit[], parts: readonly Part[]): readonly Edit[] {
  return parts.flatMap((part) =>
    edits.filter(({ within }) => within !== null && keyOf(within) === keyOf(part)),
  )
}

/** Edits of functions that these call by name. */
export function called(edits: readonly Edit[], parts: readonly Part[]): readonly Edit[] {
  return edits.filter(({ within }) => {
    const name = within?.name?.at(-1)
    if (name === undefined || within === null) return false
    const call = new RegExp(`(?<![\\w$])${escaped(name)}\\s*(?:\\[[^\\]]*\\]\\s*)?\\(`)
    return parts.some((part) => keyOf(part) !== keyOf(within) && call.test(part.text))
  })
}

/** Edits of other functions of the same type, as the names of frames tell it; then of those that name it. */
export function ofSameType(
  edits: readonly Edit[],
  { identifiers }: Pick<SourceFiles, 'identifiers'>,
  frames: readonly TrialFrame[],
): readonly Edit[] {
  const types = new Set(
    frames
      .filter(({ location }) => location.origin === 'project')
      .map(({ site }) => identifiers(site))
      .flatMap(([type, ...more]) => (type === undefined || more.length === 0 ? [] : [type])),
  )
  const own = edits.filter(({ within }) => {
    const [type, ...more] = within?.name ?? []
    return type !== undefined && more.length > 0 && types.has(type)
  })
  return [...own, ...edits.filter(({ within }) => [...types].some((type) => names(within?.text ?? '', type)))]
}

/** Edits of other functions in the files of these. */
export const inSameFile = (edits: readonly Edit[], parts: readonly Part[]): readonly Edit[] =>
  edits.filter(({ file, within }) => within !== null && parts.some((part) => part.file === file))

/**
 * New lines that name what holds the growth: the variable at the root of its path, and best what lies below
 * it. `paths`: `bus → EventEmitter → _events → price`.
 */
export function namingHolder(
  edits: readonly Edit[],
  sources: Sources,
  paths: readonly string[],
): readonly { readonly edit: Edit; readonly line: number }[] {
  const found = paths.flatMap((path) => {
    const [root = '', ...below] = path.split(' → ')
    // What it is may stand before its name: `static Shop.sessions`.
    const variable = /^(?:.* [\w$.]*\.|[\w$.]*?)([\w$]{2,})$/.exec(root)?.[1]
    if (variable === undefined) return []
    return edits.flatMap((edit) =>
      edit.added.flatMap((line) => {
        const text = sources.code(edit.file)?.[line - 1] ?? ''
        const weight = names(text, variable) ? below.filter((name) => names(text, name)).length + 1 : 0
        return weight > 0 ? [{ edit, line, weight }] : []
      }),
    )
  })
  return found.toSorted((a, b) => b.weight - a.weight)
}

const names = (text: string, name: string): boolean =>
  /^[\w$-]+$/.test(name) && new RegExp(`(?<![\\w$])${escaped(name)}(?![\\w$])`).test(text)

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&')
