import type { TrialFrame } from '../trial/trial.ts'

/**
 * What a pull request did to one file, as far as frames are concerned;
 * paths are relative to the revision's root.
 */
export interface FileMove {
  readonly path: string
  readonly oldPath: string | null
  readonly definitions?: {
    readonly renamed: readonly (readonly [was: string, is: string])[]
    readonly moved: readonly { readonly name: string; readonly from: string }[]
  }
}

/** What the pull request moved, and how names are met again across it. */
export interface Moves {
  readonly files: readonly FileMove[]
  /** Type and function of a site's name, as definitions call them. */
  readonly identifiers: (site: string) => readonly string[]
  /** A dependency by what all of its versions have in common; left out: its name. */
  readonly unversioned?: (packageName: string) => string
}

/** Names a frame by what outlives a move: file and function as head calls them. */
export type PlaceOf = (frame: TrialFrame) => string

/** How frames of each side are named alike. What git does not show keeps its name. */
export function placesAfter({ files: moves, identifiers, unversioned = (name) => name }: Moves): {
  readonly base: PlaceOf
  readonly head: PlaceOf
} {
  const files = new Map(moves.flatMap(({ path, oldPath }) => (oldPath === null ? [] : [[oldPath, path]])))
  const names = unambiguous(moves.flatMap(({ definitions }) => definitions?.renamed ?? []))
  const relocated = new Map(
    moves.flatMap(({ path, definitions }) =>
      (definitions?.moved ?? []).map(({ name, from }) => [`${from}\0${name}`, path] as const),
    ),
  )
  const pathOf = ({ location, file }: TrialFrame): string => {
    if (location.origin === 'project') return location.path
    return location.origin === 'dependency' ? unversioned(location.package) : file
  }
  const now = (all: readonly string[]) => all.map((name) => names.get(name) ?? name)
  return {
    head: cached((frame) => placeOf(pathOf(frame), identifiers(frame.site))),
    base: cached((frame) => {
      const path = pathOf(frame)
      const called = now(identifiers(frame.site))
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

const placeOf = (path: string, names: readonly string[]): string => `${path}\0${names.join('.')}`

/**
 * One name each way: neither two that became one nor one that became two, and nothing that changed places.
 */
function unambiguous(renamed: readonly (readonly [was: string, is: string])[]): ReadonlyMap<string, string> {
  const names = new Map(renamed)
  const back = new Map(renamed.map(([was, is]) => [is, was]))
  const wrong = renamed.filter(([was, is]) => names.get(was) !== is || back.get(is) !== was)
  const doubtful = new Set(wrong.flat())
  return new Map([...names].filter(([was, is]) => !doubtful.has(was) && !doubtful.has(is) && !back.has(was)))
}
