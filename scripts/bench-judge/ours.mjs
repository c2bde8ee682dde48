import { startOf } from './program.mjs'

/**
 * Judges simulated trials with the judge itself, in the order of a run: first trials, then confirming ones as
 * long as it asks for them, of which head's may end early and base's is left out where it cannot matter.
 */
export function judgeOf({
  baseMatters,
  confirmFactor,
  goFloors,
  growthOf,
  isClear,
  judge,
  spareTrials,
  thresholdOf,
}) {
  const rounds = 8
  const budgets = {
    heap: 'auto',
    objects: 'auto',
    external: 'auto',
    tasks: 0,
    files: 0,
    threads: 2,
    rss: 'off',
  }
  const threshold = thresholdOf(budgets, goFloors)
  const trialsAllowed = 3
  const objectSize = goFloors['heap-bytes'] / goFloors['heap-objects']

  return { compareSides, rounds, floor: goFloors['heap-bytes'] }

  /**
   * `base`, `head`: {program, ...leak}. Returns verdict, trials of head and of base (of which an early end
   * counts a third), the judged totals and the trials.
   */
  function compareSides(random, base, head) {
    /** @type {{ base: ReturnType<typeof startOf>[], head: ReturnType<typeof startOf>[] }} */
    const trials = { base: [], head: [] }
    const start = (side, length) => startOf(random, side.program, length, side)
    trials.base.push(start(base, rounds))
    trials.head.push(start(head, rounds))
    let judged = judgeTrials(trials)
    while (judged.next === 'confirm') {
      const trial = start(head, rounds * confirmFactor)
      const clear = trials.head.length === 1 && isClear(judged.totals, soFar(trial))
      trials.head.push(clear ? until(trial, rounds) : trial)
      // Drawn in any case, so that what follows does not depend on it.
      const other = start(base, rounds * confirmFactor)
      if (baseMatters(judgeTrials(trials))) trials.base.push(other)
      judged = judgeTrials(trials)
    }
    return { ...judged, spent: trials.head.length, trials }
  }

  function judgeTrials(trials) {
    return judge({
      comparison: { workload: '', roles: [], totals: totals(trials), sites: [] },
      threshold,
      taskStack: 'running',
      trials: trialsAllowed,
      spare: spareTrials,
      warmup: 2,
    })
  }

  /** What the first rounds of head's confirming trial show, before it is idle or drained. */
  function soFar(trial) {
    const begun = until(trial, rounds)
    const comparison = totals({ base: [], head: [begun] })
    return { workload: '', roles: [], totals: comparison, sites: [] }
  }

  function totals(trials) {
    const of = (quantity, unit, value) => ({
      role: 'app',
      started: true,
      quantity,
      unit,
      base: trials.base.map(value),
      head: trials.head.map(value),
    })
    return [
      of('heap-bytes', 'bytes', (t, i) => growth(i, t.heap, t.heap.at(-1) - t.heap[0], idle(t, t.idle))),
      // Of one size, so that the floors of bytes and of objects are the same growth.
      of('heap-objects', 'objects', (t, i) => {
        const objects = t.heap.map((bytes) => Math.round(bytes / objectSize))
        return growth(i, objects, objects.at(-1) - objects[0], idle(t, t.idle / objectSize))
      }),
      of('tasks', 'tasks', (t, i) => growth(i, t.tasks, t.tasksLeft, idle(t, 0))),
    ]
  }

  function growth(i, series, left, idle) {
    return {
      number: i + 1,
      stage: i === 0 ? 'first' : 'confirm',
      series,
      growth: growthOf(series),
      left: i === 0 || series.length === rounds ? null : left,
      idle: i === 0 || series.length === rounds ? null : idle,
    }
  }
}

/** A trial that ends after so many rounds, neither idle nor drained. */
const until = (trial, rounds) => ({
  ...trial,
  heap: trial.heap.slice(0, rounds),
  tasks: trial.tasks.slice(0, rounds),
  tasksLeft: 0,
})

const idle = (trial, perRound) => ({ perRound, perSecond: perRound / trial.seconds })
