import type { Frame } from '../profile/profile.ts'
import type { Location } from '../runtimes/runtime.ts'
import type { TrialFrame } from './trial.ts'

/** Where a frame stands: in the source, where a map leads to it, else in the file that ran. */
export function placed(
  frame: Frame,
  locate: (frame: Frame) => Location,
): Pick<TrialFrame, 'line' | 'location'> {
  const location = locate(frame)
  if (location.origin !== 'project' || location.line === undefined) return { line: frame.line, location }
  return { line: location.line, location: { origin: 'project', path: location.path } }
}
