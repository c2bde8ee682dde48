import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFiles } from '../../runtimes/source.ts'
import type { TrialFrame } from '../../trial/trial.ts'
import { pathOf } from './changed-lines.ts'

/** Tells which packages the line of a frame of the project calls, by what head's source says there. */
export function packagesCalled(
  { packagesUsed }: Pick<SourceFiles, 'packagesUsed'>,
  head: string,
): (frame: TrialFrame) => readonly string[] {
  return (frame) => {
    const path = packagesUsed === undefined ? null : pathOf(frame)
    if (packagesUsed === undefined || path === null) return []
    try {
      return packagesUsed(readFileSync(join(head, path), 'utf8'), frame.line)
    } catch {
      return [] // it is base's alone, or was generated
    }
  }
}
