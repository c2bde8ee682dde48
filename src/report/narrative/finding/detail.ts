/** How much of a result is told. */
export interface Detail {
  /** Findings told as a paragraph, in each workload. */
  readonly told: number
  /** Findings in the folded evidence, with their stacks; 0: no evidence. */
  readonly findings: number
  /** Frames of each stack. */
  readonly frames: number
  /** How it was measured. */
  readonly measured: boolean
  /** Workloads with a section of their own. */
  readonly workloads: number
  /** Where a reader finds the rest when the caller names no place. */
  readonly elsewhere?: string
  /** A passing run tells only its headline. */
  readonly passInOneLine: boolean
}

const common = { told: 3, measured: true, workloads: 50 } as const

/** What a comment drops step by step until it fits. The last one fits always: every name in it is clipped. */
export const commentDetails: readonly Detail[] = [
  { ...common, findings: 20, frames: 24, passInOneLine: true },
  { ...common, findings: 10, frames: 12, passInOneLine: true },
  { ...common, findings: 3, frames: 8, passInOneLine: true },
  { ...common, findings: 1, frames: 6, workloads: 10, passInOneLine: true },
  { told: 1, findings: 0, frames: 0, measured: true, workloads: 10, passInOneLine: true },
  { told: 1, findings: 0, frames: 0, measured: false, workloads: 5, passInOneLine: true },
  { told: 0, findings: 0, frames: 0, measured: false, workloads: 2, passInOneLine: true },
]

/** The job's summary tells more, and of a pass too. */
export const summaryDetails: readonly Detail[] = [
  { ...common, findings: 500, frames: 64, passInOneLine: false },
  { ...common, findings: 100, frames: 32, passInOneLine: false },
  ...commentDetails,
]

export const htmlDetail: Detail = {
  ...common,
  told: 10,
  findings: 1000,
  frames: 256,
  workloads: 1000,
  passInOneLine: false,
}

export const terminalDetail: Detail = {
  ...common,
  findings: 0,
  frames: 0,
  elsewhere: 'Write --html FILE or --json FILE to have it all.',
  passInOneLine: true,
}
