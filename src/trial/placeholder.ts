import type { Revision } from '../checkout/revision.ts'
import { hostOf } from './host.ts'
import type { Reason, Trial } from './trial.ts'

export interface Placeholder
  extends Pick<Trial, 'workload' | 'workloadHash' | 'runtime' | 'number' | 'alone'> {
  readonly revision: Revision
  readonly version: string
  readonly reason: Reason
}

/** A trial without any figure, which hands over to another job why there are none. */
export function placeholder({ revision, version, reason, ...trial }: Placeholder): Trial {
  const { side, sha, how } = revision
  return {
    ...trial,
    side,
    stage: 'first',
    sha,
    how,
    versions: { leakdiff: version, toolchain: '' },
    host: hostOf(),
    roles: [],
    frames: [],
    sites: [],
    period: 0,
    rounds: [],
    drained: null,
    failures: [reason],
    notes: [],
    seconds: 0,
  }
}
