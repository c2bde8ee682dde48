import type { DiagnosedRole, DiagnosedSample, DiagnosedTasks } from '../measure/diagnose/diagnostic-run.ts'
import type { TrialFrame } from '../trial/trial.ts'

/**
 * The innermost call that tasks and heap growth have in common, and how much of the growth was made below it.
 */
export interface CommonFrame {
  readonly frame: TrialFrame
  /** Frames of somebody's code from the outermost to the common. */
  readonly depth: number
  /** Of all heap growth of the role, 0 to 1. */
  readonly share: number
  /**
   * Calls of the runtime's library by which the heap was made that grew with the tasks:
   * those below the frame, then the others, each with the largest growth first.
   */
  readonly through: readonly string[]
}

type Path = readonly TrialFrame[]

/**
 * Joins tasks that stay to the heap that grew with them:
 * stacks that allocated it and stacks that led to the tasks part at a common. Deeper commonFrames first, for
 * whatever a round starts shares its outermost calls with all growth; heap is told once. By the normalised
 * names of each group of tasks, `namesOf` its stack; groups that come and go, or share no more than the
 * program's own life, have none.
 */
export function commonFramesOf(role: DiagnosedRole): ReadonlyMap<string, CommonFrame> {
  const growth = heapGrowth(role)
  const total = growth.reduce((sum, { value }) => sum + value, 0)
  const lives = steadyPaths(role)
  const candidates = stayingGroups(role).flatMap(({ names, tasks }) => {
    const meets = growth.flatMap((grown) => {
      const common = deepest(tasks, grown.path)
      return common.length === 0 || isLife(lives, common) ? [] : [{ ...grown, common }]
    })
    return meets.length === 0 ? [] : [{ names, meets }]
  })
  return shared(candidates, total)
}

/** The key of a group of tasks: its stack's normalised names, outermost first. */
export const namesOf = (stack: Path): string => stack.map((frame) => frame.site).join('\0')

interface Meet {
  /** What is common, from the outermost frame on. */
  readonly common: Path
  readonly path: Path
  readonly value: number
  readonly through: string | null
}

/**
 * Each group gets the common of most of its deepest growth; what a deeper group accounts for is not told
 * again of a shallower one.
 */
function shared(
  candidates: readonly { readonly names: string; readonly meets: readonly Meet[] }[],
  total: number,
): ReadonlyMap<string, CommonFrame> {
  const commonFrames = candidates.map(({ names, meets }) => {
    const { common, below } = main(meets)
    // What was called above the common frame ends with a round, unless what is below holds on to it.
    return { names, common, below, through: [...new Set([...throughOf(below), ...throughOf(meets)])] }
  })
  const taken = new Map<string, number>()
  const found = new Map<string, CommonFrame>()
  for (const { names, common, below, through } of commonFrames.toSorted(
    (a, b) => b.common.length - a.common.length,
  )) {
    const frame = common.at(-1)
    if (frame === undefined) continue
    const free = below.filter(({ path }) => (taken.get(keyOf(path)) ?? common.length) <= common.length)
    for (const { path } of free) taken.set(keyOf(path), common.length)
    const share = free.reduce((sum, { value }) => sum + value, 0) / total
    if (share >= leastShare)
      found.set(names, { frame, depth: common.length, share: Math.min(1, share), through })
  }
  return found
}

/** Largest growth first. */
const throughOf = (meets: readonly Meet[]): readonly string[] =>
  meets.toSorted((a, b) => b.value - a.value).flatMap(({ through }) => (through === null ? [] : [through]))

/** The call of the runtime's library that the innermost of somebody's code made. */
export function libraryCall(stack: Path): string | null {
  const own = stack.findLastIndex((frame) => frame.location.origin !== 'runtime')
  return own < 0 ? null : (stack[own + 1]?.function ?? null)
}

/** A smaller part of the growth says nothing of who is behind it. */
const leastShare = 0.1
/** Growth at one common that a deeper one may leave out and still stand for the group. */
const most = 0.5

/** With so much of what is below a call, the call is told that is further in. */
const nearlyAll = 0.9

interface Sized {
  readonly common: Path
  readonly value: number
}

/** The deepest call below which most of what the group meets was made. */
function main(meets: readonly Meet[]): { readonly common: Path; readonly below: readonly Meet[] } {
  const all = meets.reduce((sum, { value }) => sum + value, 0)
  const commonFrames = [...new Map(meets.map((meet) => [keyOf(meet.common), meet.common])).values()]
  const sized = commonFrames.map((common) => {
    const below = meets.filter((meet) => startsWith(meet.common, common))
    return { common, below, value: below.reduce((sum, { value }) => sum + value, 0) }
  })
  const weighty = sized.filter(({ value }) => value >= most * all)
  const [outer] = weighty.toSorted(deepestFirst)
  if (outer === undefined) return { common: [], below: [] }
  const inside = sized.filter(
    ({ common, value }) => startsWith(common, outer.common) && value >= nearlyAll * outer.value,
  )
  return inside.toSorted(deepestFirst)[0] ?? outer
}

const deepestFirst = (a: Sized, b: Sized): number => b.common.length - a.common.length || b.value - a.value

/** The longest beginning that a path of allocation shares with any path that led to the tasks. */
function deepest(tasks: readonly DiagnosedTasks[], path: Path): Path {
  let longest = 0
  for (const task of tasks) {
    for (const other of [task.stack, ...task.ancestry])
      longest = Math.max(longest, sharedLength(path, codeOf(other)))
  }
  return path.slice(0, longest)
}

/**
 * A creator's stack may show a wrong neighbour for a call that the compiler inlined:
 * so many frames may differ in between.
 */
const slack = 2

function sharedLength(path: Path, other: Path): number {
  let length = 0
  let from = 0
  for (const [index, { site }] of path.entries()) {
    const found = other.slice(from, from + slack + 1).findIndex((frame) => frame.site === site)
    if (found >= 0) {
      length = index + 1
      from += found + 1
    } else if (index - length >= slack) break
  }
  return length
}

interface StayingGroup {
  readonly names: string
  readonly tasks: readonly DiagnosedTasks[]
}

/** Groups that grew, and of which those that were there after the first round are there still. */
function stayingGroups({ before, after }: DiagnosedRole): readonly StayingGroup[] {
  const was = groupsOf(before.tasks)
  return [...groupsOf(after.tasks)].flatMap(([names, tasks]) => {
    const now = idsOf(tasks)
    const then = idsOf(was.get(names) ?? [])
    const stayed = [...then].filter((id) => now.has(id)).length
    return now.size > then.size && stayed > then.size / 2 ? [{ names, tasks }] : []
  })
}

function groupsOf(tasks: readonly DiagnosedTasks[]): ReadonlyMap<string, DiagnosedTasks[]> {
  const groups = new Map<string, DiagnosedTasks[]>()
  for (const task of tasks) {
    const names = namesOf(task.stack)
    const group = groups.get(names)
    if (group === undefined) groups.set(names, [task])
    else group.push(task)
  }
  return groups
}

const idsOf = (tasks: readonly DiagnosedTasks[]): ReadonlySet<number> => new Set(tasks.flatMap((t) => t.ids))

/**
 * Where tasks stand that were there before and are as many as before: the program's own life,
 * to which every common at it belongs.
 */
function steadyPaths(role: DiagnosedRole): readonly Path[] {
  const was = groupsOf(role.before.tasks)
  const grown = new Set(stayingGroups(role).map((group) => group.names))
  return role.after.tasks.flatMap((task) => {
    const names = namesOf(task.stack)
    return was.has(names) && !grown.has(names) ? [codeOf(task.stack)] : []
  })
}

const isLife = (lives: readonly Path[], common: Path): boolean =>
  lives.some((life) => startsWith(life, common))

const startsWith = (path: Path, beginning: Path): boolean =>
  beginning.length <= path.length && beginning.every((frame, index) => frame.site === path[index]?.site)

interface PathGrowth {
  readonly path: Path
  readonly value: number
  readonly through: string | null
}

/** What the heap grew by, by path of somebody's code; single samples are noise. */
function heapGrowth({ before, after, period }: DiagnosedRole): readonly PathGrowth[] {
  const grown = new Map<string, PathGrowth & { value: number }>()
  const add = ({ stack, value }: DiagnosedSample, sign: 1 | -1): void => {
    const path = codeOf(stack)
    const through = libraryCall(stack)
    const key = `${keyOf(path)}\0${through}`
    const known = grown.get(key)
    if (known === undefined) grown.set(key, { path, value: sign * value, through })
    else known.value += sign * value
  }
  for (const sample of before.heap) add(sample, -1)
  for (const sample of after.heap) add(sample, 1)
  return [...grown.values()].filter(({ value }) => value > 2 * period)
}

/**
 * Frames outside the runtime and its library: these are what people know,
 * and stacks of all profiles have them in common.
 */
const codeOf = (stack: Path): Path => stack.filter((frame) => frame.location.origin !== 'runtime')

const keyOf = namesOf
