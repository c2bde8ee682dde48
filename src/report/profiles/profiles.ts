import { type StackGrowth, stackGrowths } from '../../diff/stack-growth.ts'
import type { Quantity } from '../../profile/profile.ts'
import type { Trial } from '../../trial/trial.ts'
import { foldedOf } from './folded.ts'
import { type Figure, pprofOf } from './pprof.ts'

/** One file to take away, by its name in the folder of all. */
export interface ProfileFile {
  readonly name: string
  readonly bytes: Buffer
}

/** What goes into one profile: pprof shows the last of several quantities first. */
const kinds: Readonly<Record<string, readonly Quantity[]>> = {
  heap: ['heap-objects', 'external-bytes', 'heap-bytes'],
  tasks: ['tasks'],
}

/**
 * Of each workload that was measured: heap and tasks of base, of head,
 * and what head grows by in a round beyond base, as pprof (`NAME-heap-growth.pb.gz`), and the growth as
 * folded stacks (`NAME-heap-growth.folded`). No file that would be empty.
 */
export function profileFiles(trials: readonly Trial[]): readonly ProfileFile[] {
  return [...new Set(trials.map((trial) => trial.workload))].flatMap((workload) => {
    const stacks = stackGrowths(trials.filter((trial) => trial.workload === workload))
    return Object.entries(kinds).flatMap(([kind, wanted]) =>
      filesOf(
        `${workload}-${kind}`,
        wanted,
        stacks.filter((stack) => wanted.includes(stack.quantity)),
      ),
    )
  })
}

function filesOf(
  name: string,
  wanted: readonly Quantity[],
  stacks: readonly StackGrowth[],
): readonly ProfileFile[] {
  const pprof = (figure: Figure): readonly ProfileFile[] => {
    const bytes = pprofOf(stacks, wanted, figure)
    return bytes === null ? [] : [{ name: `${name}-${figure}.pb.gz`, bytes }]
  }
  const main = stacks.filter(({ quantity }) => quantity === wanted.at(-1))
  const folded = foldedOf(main, 'growth')
  return [
    ...(['base', 'head', 'growth'] as const).flatMap(pprof),
    ...(folded === '' ? [] : [{ name: `${name}-growth.folded`, bytes: Buffer.from(folded) }]),
  ]
}
