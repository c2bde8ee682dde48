/**
 * Programs that move rarely, or whose starts differ. Each is (random, {scale}) → start, and start is (rate,
 * random, rounds) → bytes held after round i. Rarity, size,
 * period and phase are drawn over two powers of ten.
 */
export const rareBehaviours = {
  sawtooth: (random, { scale }) => {
    const tooth = scale * random.logBetween(10_000, 500_000)
    const period = Math.round(random.logBetween(2, 60))
    const fixed = random.chance(0.5) ? random.whole(0, period - 1) : null
    return (rate, own) => {
      const phase = fixed ?? own.whole(0, period - 1)
      return (i) => tooth * rate * ((i + phase) % period)
    }
  },
  'sawtooth by the clock': (random, { scale }) => {
    const tooth = scale * random.logBetween(10_000, 500_000)
    const period = random.logBetween(2, 60)
    return (rate, own) => {
      const phase = own.between(0, period)
      const length = period * own.between(0.85, 1.15)
      return (i) => tooth * rate * ((i + phase) % length)
    }
  },
  'up and down': (random, { scale }) => {
    const slope = scale * random.logBetween(10_000, 500_000)
    const period = random.logBetween(4, 60)
    return (rate, own) => {
      const phase = own.between(0, period)
      return (i) => slope * rate * Math.abs(((i + phase) % period) - period / 2)
    }
  },
  'rare bursts': (random, { scale }) => {
    const chance = random.logBetween(0.005, 0.5)
    const size = scale * random.logBetween(20_000, 2_000_000)
    return (_rate, own, rounds) => {
      const values = Array.from({ length: rounds }, () =>
        own.chance(chance) ? size * own.between(0.5, 1.5) : 0,
      )
      return (i) => values[i] ?? values.at(-1)
    }
  },
  'swings that stick': (random, { scale }) => {
    const chance = random.logBetween(0.005, 0.5)
    const size = scale * random.logBetween(20_000, 2_000_000)
    return (_rate, own, rounds) => walked(rounds, () => (own.chance(chance) ? size * own.normal() : 0))
  },
  'two levels': (random, { scale }) => {
    const chance = random.logBetween(0.005, 0.5)
    const size = scale * random.logBetween(20_000, 2_000_000)
    return (_rate, own, rounds) => {
      let up = own.chance(0.5)
      return walked(rounds, () => {
        if (!own.chance(chance)) return 0
        up = !up
        return up ? size : -size
      })
    }
  },
  'random leak, both sides': (random, { scale }) => {
    const often = random.logBetween(0.02, 20)
    const size = scale * random.logBetween(5_000, 1_000_000)
    return leakByChance(often, size)
  },
  'leaks of starts that differ by 10 %': startsDiffer(0.1),
  'leaks of starts that differ by 20 %': startsDiffer(0.2),
}

function startsDiffer(by) {
  return (random, { scale }) => {
    const perRound = scale * random.logBetween(20_000, 1_000_000)
    const leak = leakOfStarts(by)
    return (rate, own) => {
      const held = leak(rate, own)
      return (i) => perRound * held(i)
    }
  }
}

/** One unit a round, give or take what starts differ by. */
export function leakOfStarts(by) {
  return (_rate, own) => {
    const start = Math.max(0.1, 1 + by * own.normal())
    return (i) => start * i
  }
}

/** `size` units at a time, on average `often` times a round. */
export function leakByChance(often, size = 1 / often) {
  return (_rate, own, rounds) => walked(rounds, () => size * own.poisson(often))
}

function walked(rounds, step) {
  let value = 0
  const values = Array.from({ length: rounds }, () => (value += step()))
  return (i) => values[i] ?? value
}
