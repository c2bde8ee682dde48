import { foldProfile, refuseInexact, type Sign } from '../profile/formats/pprof/fold.ts'
import {
  type FrameTable,
  frameTable,
  internFrame,
  internLines,
} from '../profile/formats/pprof/frame-table.ts'
import { pprofName } from '../profile/formats/pprof/names.ts'
import type { PprofFile } from '../profile/formats/pprof/open.ts'
import { internStack, type StackTable, stackTable } from '../profile/formats/pprof/stack-table.ts'
import type { Profile } from '../profile/profile.ts'

/** Sums a whole stack of function names. */
export interface StackSums {
  readonly frames: FrameTable
  readonly stacks: StackTable
}

export function stackSums(): StackSums {
  return { frames: frameTable('function'), stacks: stackTable(1) }
}

/** Adds one sample type of a pprof profile. Throws as `foldProfile` does. */
export function addFileStacks(
  { frames, stacks }: StackSums,
  file: PprofFile,
  column: number,
  sign: Sign,
): void {
  foldProfile(stacks, file, internLines(frames, file, pprofName), [column], sign)
}

/** Adds the samples of a profile that was read whole. */
export function addProfileStacks({ frames, stacks }: StackSums, profile: Profile, sign: Sign): void {
  for (const { stack, value } of profile.samples) {
    const ids = stack.map((frame) => internFrame(frames, frame))
    const row = internStack(stacks, Int32Array.from(ids.reverse()), ids.length)
    stacks.values[row] = (stacks.values[row] as number) + sign * value
    stacks.magnitude[0] = (stacks.magnitude[0] as number) + Math.abs(value)
  }
  refuseInexact(stacks.magnitude[0] as number)
}
