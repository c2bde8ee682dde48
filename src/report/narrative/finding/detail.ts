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
  /** The table of totals that decide, the command that does it again, and what is left out. */
  readonly table: boolean
  readonly reproduce: boolean
  readonly leftOut: boolean
  /** Workloads with a section of their own. */
  readonly workloads: number
  /** Where a reader finds the rest when the caller names no place. */
  readonly elsewhere?: string
  /** A passing run tells only its headline. */
  readonly passInOneLine: boolean
}

const all = { table: true, reproduce: true, leftOut: true } as const
const common = { ...all, told: 3, measured: true, workloads: 50 } as const

/** What a comment drops step by step until it fits. The last one fits always: every name in it is clipped. */
export const commentDetails: readonly Detail[] = [
  { ...common, findings: 20, frames: 24, passInOneLine: true },
  { ...common, findings: 10, frames: 12, passInOneLine: true },
  { ...common, findings: 3, frames: 8, passInOneLine: true },
  { ...common, findings: 1, frames: 6, workloads: 10, passInOneLine: true },
  { ...all, told: 1, findings: 0, frames: 0, measured: true, workloads: 10, passInOneLine: true },
  { ...all, told: 1, findings: 0, frames: 0, measured: false, workloads: 5, passInOneLine: true },
  { ...all, told: 0, findings: 0, frames: 0, measured: false, workloads: 2, passInOneLine: true },
]

/** The job's summary tells more, and of a pass too. */
export const summaryDetails: readonly Detail[] = [
  { ...common, findings: 500, frames: 64, passInOneLine: false },
  { ...common, findings: 100, frames: 32, passInOneLine: false },
  ...commentDetails,
]

/** The command that does it again stands at the page's top. */
export const htmlDetail: Detail = {
  ...common,
  reproduce: false,
  told: 10,
  findings: 1000,
  frames: 256,
  workloads: 1000,
  passInOneLine: false,
}

const short = {
  ...common,
  findings: 0,
  frames: 0,
  measured: false,
  elsewhere: 'Write --html FILE or --json FILE to have it all.',
  passInOneLine: true,
} as const
const shorter = { ...short, reproduce: false } as const
const shortest = { ...shorter, told: 1, leftOut: false, table: false } as const

/** What a terminal drops until it fits into one screen: who leaks, and what to do, stays longest. */
export const terminalDetails: readonly Detail[] = [
  short,
  shorter,
  { ...shorter, leftOut: false },
  { ...shorter, told: 2, leftOut: false },
  { ...shorter, told: 1, leftOut: false },
  shortest,
  { ...shortest, workloads: 2 },
  { ...shortest, workloads: 1, leftOut: true },
  { ...shortest, workloads: 1, told: 0, leftOut: true },
]
