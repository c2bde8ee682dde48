import type { TrialFrame } from '../trial/trial.ts'

/** What a pull request did to one file, as far as frames are concerned; paths are relative to the revision's root. */
export interface FileMove {
  readonly path: string
  readonly oldPath: string | null
  readonly definitions?: {
    readonly renamed: readonly (readonly [was: string, is: string])[]
    readonly moved: readonly { readonly name: string; readonly from: string }[]
  }
}

/** Names a frame by what outlives a move: file and function as head calls them. */
export type PlaceOf = (frame: TrialFrame) => string

/** How frames of each side are named alike. What git does not show keeps its name. */
export function placesAfter(moves: readonly FileMove[]): { readonly base: PlaceOf; readonly head: PlaceOf } {
  const files = new Map(moves.flatMap(({ path, oldPath }) => (oldPath === null ? [] : [[oldPath, path]])))
  const names = unambiguous(moves.flatMap(({ definitions }) => definitions?.renamed ?? []))
  const relocated = new Map(
    moves.flatMap(({ path, definitions }) =>
      (definitions?.moved ?? []).map(({ name, from }) => [`${from}\0${name}`, path] as const),
    ),
  )
  const now = (identifiers: readonly string[]) => identifiers.map((name) => names.get(name) ?? name)
  return {
    head: cached((frame) => placeOf(pathOf(frame), identifiersOf(frame))),
    base: cached((frame) => {
      const path = pathOf(frame)
      const called = now(identifiersOf(frame))
      const moved = relocated.get(`${path}\0${called.join('.')}`) ?? files.get(path) ?? path
      return placeOf(moved, called)
    }),
  }
}

/** The stacks of a trial share their frames. */
function cached(compute: PlaceOf): PlaceOf {
  const known = new WeakMap<TrialFrame, string>()
  return (frame) => {
    const found = known.get(frame) ?? compute(frame)
    known.set(frame, found)
    return found
  }
}

const placeOf = (path: string, identifiers: readonly string[]): string => `${path}\0${identifiers.join('.')}`

/** One name each way: neither two that became one nor one that became two, and nothing that changed places. */
function unambiguous(renamed: readonly (readonly [was: string, is: string])[]): ReadonlyMap<string, string> {
  const names = new Map(renamed)
  const back = new Map(renamed.map(([was, is]) => [is, was]))
  const wrong = renamed.filter(([was, is]) => names.get(was) !== is || back.get(is) !== was)
  const doubtful = new Set(wrong.flat())
  return new Map([...names].filter(([was, is]) => !doubtful.has(was) && !doubtful.has(is) && !back.has(was)))
}

/** Of a dependency its package, whatever its version. */
function pathOf({ location, file }: TrialFrame): string {
  if (location.origin === 'project') return location.path
  return location.origin === 'dependency' ? location.package.replace(/\/v\d+(?=\/|$)/, '') : file
}

/** Type and function, without package and closures: `a.com/x/cache.(*LRU).Put.func` is `LRU`, `Put`; `put (cache.js)` is `put`. */
function identifiersOf({ site }: TrialFrame): readonly string[] {
  const name = site.replace(/ \(.*\)$/, '')
  const bare = name.slice(name.lastIndexOf('/') + 1)
  const all = bare.match(/[\p{L}\p{N}_$]+/gu) ?? []
  const inPackage = all.length > 1 ? all.slice(1) : all
  return inPackage.filter((part) => part !== 'func' && part !== 'anonymous')
}
