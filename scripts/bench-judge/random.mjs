/** Seeded random numbers: the same seed gives the same tables on every machine. Generator: mulberry32. */
export function randomOf(seed) {
  // Apart from the seeds on which the constants of the rule were chosen.
  let state = (seed ^ 0x6a09_e667) >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const between = (low, high) => low + (high - low) * uniform()
  const logBetween = (low, high) => low * (high / low) ** uniform()
  const whole = (low, high) => Math.floor(between(low, high + 1))
  const pick = (values) => values[whole(0, values.length - 1)]
  return { uniform, normal, between, logBetween, whole, pick, chance: (p) => uniform() < p, poisson }

  function poisson(mean) {
    if (mean > 12) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
    let product = uniform()
    let count = 0
    for (const limit = Math.exp(-mean); product > limit; count++) product *= uniform()
    return count
  }
}
