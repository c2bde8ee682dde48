/** How one series of equally spaced rounds grows, in units per round. */
export interface Growth {
  /** The smaller of the whole and the late slope, never below 0: a step, a spike or a full cache counts as none. */
  readonly steady: number
  /** Robust (Theil–Sen) slopes over all rounds, the first half and the second half. */
  readonly whole: number
  readonly early: number
  readonly late: number
  /** Least-squares slope: those of sites add up to that of their total. */
  readonly plain: number
  /** 99 % interval of the whole slope. */
  readonly low: number
  readonly high: number
}
