/**
 * What a clean heap does from round to round, `sigma` bytes large: one function a family, (random, rounds,
 * sigma, program) → values. `seen` is the ratchet measured on real Go servers (|change| a round: a third 0,
 * median 112 B, 90 % below 5.6 kB, 99 % below 13.7 kB, at most 87 kB), with the concave creep of the
 * runtime's own tables; the others are harsher.
 */
export const families = {
  seen: (random, rounds, _sigma, { scale, fair }) => {
    const creep = fair ? 0 : scale * random.between(0, 30_000)
    return walk(
      rounds,
      (i) =>
        scale * seenChange(random, fair ? 0.5 : 0.6) + creep * (Math.exp(-i / 5) - Math.exp(-(i + 1) / 5)),
    )
  },
  white: (random, rounds, sigma) => each(rounds, () => sigma * random.normal()),
  'random walk': (random, rounds, sigma) => walk(rounds, () => sigma * random.normal()),
  mixture: (random, rounds, sigma) => {
    let lasting = sigma * random.normal()
    return each(rounds, () => {
      lasting = 0.8 * lasting + 0.6 * sigma * random.normal()
      return lasting + sigma * random.normal()
    })
  },
  bursts: (random, rounds, sigma) =>
    each(rounds, () => sigma * random.normal() * (random.chance(0.15) ? 20 : 1)),
  'heavy tails': (random, rounds, sigma) =>
    each(rounds, () => (sigma * random.normal()) / Math.sqrt(-Math.log(1 - random.uniform()))),
  drift: (random, rounds, sigma, { drift }) => {
    const slope = 0.3 * sigma * (drift + 0.02 * random.normal())
    return each(rounds, (i) => slope * i + sigma * random.normal())
  },
}

/**
 * What both sides fill, double or grow by the clock,
 * differing by a few per cent between two starts of one binary.
 */
export const behaviours = {
  nothing: () => () => () => 0,
  levelling: (random, { scale }) => {
    const size = scale * random.logBetween(10_000, 10_000_000)
    const full = random.logBetween(2, 60)
    const linear = random.chance(0.5)
    return (start) => (i) => {
      const filled = (i + 2) / (full * start)
      return size * (linear ? Math.min(1, filled) : 1 - Math.exp(-2 * filled))
    }
  },
  doubling: (random, { scale }) => {
    const bytes = scale * random.logBetween(2_000, 200_000)
    const factor = random.pick([1.25, 1.5, 2])
    return (start) => capacity(bytes, factor, start)
  },
  'bounded doubling': (random, { scale }) => {
    const bytes = scale * random.logBetween(2_000, 200_000)
    const full = random.between(2, 30)
    return (start) => (i) => capacity(bytes, 2, start)(Math.min(i, full))
  },
  leak: (random, { scale }) => {
    const rate = scale * random.logBetween(1_000, 1_000_000)
    return (start) => (i) => rate * start * i
  },
}

/**
 * Bytes that a container holds after `i` rounds when `bytes` a round are appended and it grows by `factor`.
 */
export function capacity(bytes, factor, start) {
  return (i) => 1000 * factor ** Math.ceil(Math.log((bytes * start * (i + 3)) / 1000) / Math.log(factor))
}

/**
 * The same of a map in many tables, which double one by one during the last fifth of each doubling, since
 * keys are spread by chance.
 */
export function tables(bytes, start) {
  return (i) => {
    const doublings = Math.log2((bytes * start * (i + 3)) / 1000)
    const whole = Math.floor(doublings)
    return 1000 * 2 ** whole * (1 + Math.max(0, (doublings - whole - 0.8) / 0.2))
  }
}

/** Tasks of a clean program: none of its own, a pool of changing size, tasks that end rounds later. */
export const taskKinds = {
  constant: (_random, rounds) => each(rounds, () => 0),
  pool: (random, rounds, size) => each(rounds, () => random.whole(0, size)),
  'slow exits': (random, rounds, size) => {
    const begun = each(rounds + 2, () => random.whole(0, size))
    return each(rounds, (i) => begun[i] + Math.floor(begun[i + 1] / 2) + Math.floor(begun[i + 2] / 4))
  },
  'elastic pool': (random, rounds, size) => {
    let now = random.whole(0, size)
    return each(rounds, () => {
      now = Math.max(0, Math.min(size, now + random.whole(-1, 1)))
      return now
    })
  },
}

function seenChange(random, rises) {
  const at = random.uniform()
  const known = [
    [0.33, 0],
    [0.5, 112],
    [0.9, 5_600],
    [0.99, 13_700],
    [1, 87_000],
  ]
  const upper = Math.max(
    1,
    known.findIndex(([share]) => at <= share),
  )
  const [from, low] = known[upper - 1]
  const [to, high] = known[upper]
  if (at <= 0.33) return 0
  const size = low + ((high - low) * (at - from)) / (to - from)
  return random.chance(rises) ? size : -size
}

const each = (rounds, value) => Array.from({ length: rounds }, (_, i) => value(i))

function walk(rounds, step) {
  let value = 0
  return each(rounds, (i) => (value += step(i)))
}
