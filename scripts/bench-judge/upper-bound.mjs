/**
 * The largest share of which `events` or fewer in `n` are still seen in 5 % of cases:
 * the one-sided 95 % bound of Clopper and Pearson, by bisection of the binomial distribution.
 */
export function upperBound(events, n) {
  let [low, high] = [events / n, 1]
  for (let i = 0; i < 60; i++) {
    const share = (low + high) / 2
    if (atMostSoMany(events, n, share) > 0.05) low = share
    else high = share
  }
  return high
}

function atMostSoMany(events, n, share) {
  if (share >= 1) return events >= n ? 1 : 0
  let term = n * Math.log1p(-share)
  let sum = Math.exp(term)
  for (let k = 1; k <= events; k++) {
    term += Math.log((n - k + 1) / k) + Math.log(share / (1 - share))
    sum += Math.exp(term)
  }
  return sum
}
