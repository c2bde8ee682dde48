/**
 * What others do with the same series. Each takes a head's and a base's trials (lists of series) and says red
 * or not.
 */

/** Two heap profiles of head, before and after, and a threshold of the same size as ours a round. */
export const twoSnapshots = (floor) => (head) => {
  const [series] = head
  return series.at(-1) - series[0] > floor * (series.length - 1)
}

/** Grew in every round on head and not on base: Shark, BLeak. */
export const everyRound = (head, base) => rises(head[0]) && !rises(base[0])

const rises = (series) => series.every((value, i) => i === 0 || value > series[i - 1])

/**
 * benchstat: Mann-Whitney over the slopes of several trials a side, two-sided, alpha 0.05;
 * red when head's are larger.
 */
export function mannWhitney(head, base) {
  const heads = head.map(slope)
  const bases = base.map(slope)
  const u = heads.reduce((sum, h) => sum + bases.reduce((s, b) => s + (h > b ? 1 : h === b ? 0.5 : 0), 0), 0)
  // 4 and 4: only complete separation has p below 0.05 (0.0286).
  return u === heads.length * bases.length
}

function slope(series) {
  const centre = (series.length - 1) / 2
  let product = 0
  let square = 0
  for (let i = 0; i < series.length; i++) {
    product += (i - centre) * series[i]
    square += (i - centre) ** 2
  }
  return product / square
}
