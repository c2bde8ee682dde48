/** @typedef {ReturnType<typeof import('./random.mjs').randomOf>} Random */
import { behaviours, families, taskKinds } from './noise.mjs'
import { rareBehaviours } from './rare.mjs'

/**
 * Sites of one process; those that live from round to round carry the noise of the total,
 * the others stand still or churn.
 */
export const siteCount = 2000
const carriers = 12
const churning = 600
const period = 16_384

/**
 * A program drawn at random. `scale` multiplies all of its noise.
 * @param {Random} random
 * @param {{ scale?: number, family?: string, behaviour?: string, taskKind?: string }} [asked]
 */
export function programOf(random, { scale = 1, family, behaviour, taskKind } = {}) {
  const program = {
    scale,
    family: family ?? random.pick(Object.keys(families)),
    behaviour: behaviour ?? (random.chance(0.4) ? random.pick(Object.keys(behaviours)) : 'nothing'),
    taskKind: taskKind ?? random.pick(Object.keys(taskKinds)),
    sigma: scale * random.logBetween(500, 32_000),
    drift: random.uniform(),
    poolSize: Math.round(scale * random.whole(1, 4)),
    byClock: random.chance(0.1) ? scale * random.logBetween(1_000, 300_000) : 0,
    taskLeak: random.chance(0.1) ? random.pick([1, 5, 100]) : 0,
  }
  return {
    ...program,
    grow: (behaviours[program.behaviour] ?? rareBehaviours[program.behaviour])(random, program),
  }
}

/**
 * A fresh start of a program: its totals round by round. `bytes` and `tasks` a round, and `more` at a round,
 * are added to what it does by itself.
 * @param {Random} random
 * @param {any} program
 * @param {number} rounds
 * @param {{ bytes?: number, tasks?: number, more?: (round: number) => number }} [leak]
 */
export function startOf(random, program, rounds, { bytes = 0, tasks = 0, more = () => 0 } = {}) {
  const rate = 1 + 0.02 * random.normal()
  const clock = random.between(0.85, 1.15)
  const grow = program.grow(rate, random, rounds)
  const noises = Array.from({ length: carriers }, () =>
    families[program.family](random, rounds + 1, program.sigma / Math.sqrt(carriers), {
      ...program,
      scale: program.scale / Math.sqrt(carriers),
    }),
  )
  const done = (n, each) => Array.from({ length: n }, (_, i) => each(i))
  const own = done(rounds, (i) => grow(i) + more(i) + bytes * i + program.byClock * clock * i)
  const carried = noises.map((noise, c) => done(rounds, (i) => noise[i] + (c === 0 ? own[i] : 0)))
  const heap = done(rounds, (i) => carried.reduce((sum, series) => sum + series[i], 0))
  const idle = noises.reduce((sum, noise) => sum + noise[rounds] - noise[rounds - 1], 0)
  const leaked = lossy(random, rounds, program.taskLeak + tasks)
  const taskNoise = taskKinds[program.taskKind](random, rounds, program.poolSize)
  return {
    heap,
    carried,
    idle: Math.max(0, idle / 3 + program.byClock * clock),
    seconds: clock,
    tasks: leaked.map((count, i) => count + taskNoise[i]),
    tasksLeft: (leaked.at(-1) ?? 0) - (leaked[0] ?? 0),
  }
}

/** Of a hundred operations two leak nothing, at random. */
function lossy(random, rounds, perRound) {
  let count = 0
  return Array.from({ length: rounds }, () => {
    for (let i = 0; i < perRound; i++) count += perRound > 1 && random.chance(0.02) ? 0 : 1
    return count
  })
}

/**
 * Sampled bytes of the sites that move, one series each: the carriers of the total, and those that churn.
 * The others stand still.
 */
export function sitesOf(random, { carried }) {
  const rounds = carried[0].length
  const sampled = carried.map((series) =>
    series.map((v) => v + period * (random.poisson(4) - 4) * Math.min(1, Math.abs(v) / period)),
  )
  for (let site = 0; site < churning; site++) {
    const live = -5 * Math.log(1 - random.uniform())
    sampled.push(Array.from({ length: rounds }, () => period * random.poisson(live)))
  }
  return sampled
}
