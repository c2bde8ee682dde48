import { startOf } from './program.mjs'

/**
 * Judges simulated trials with the judge itself: first trials,
 * then confirming ones as long as it asks for them.
 */
export function judgeOf({ confirmFactor, goFloors, growthOf, judge, thresholdOf }) {
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
   * `base`, `head`: {program, ...leak}. Returns verdict, trials a side,
   * the judged totals and the first trials.
   */
  function compareSides(random, base, head) {
    /** @type {{ base: ReturnType<typeof startOf>[], head: ReturnType<typeof startOf>[] }} */
    const trials = { base: [], head: [] }
    for (let number = 1; ; number++) {
      const length = rounds * (number === 1 ? 1 : confirmFactor)
      trials.base.push(startOf(random, base.program, length, base))
      trials.head.push(startOf(random, head.program, length, head))
      const judgement = judge({
        comparison: { workload: '', roles: [], totals: totals(trials), sites: [] },
        threshold,
        taskStack: 'running',
        trials: trialsAllowed,
        warmup: 2,
      })
      if (judgement.next === 'done') return { ...judgement, spent: number, trials }
    }
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
      left: i === 0 ? null : left,
      idle: i === 0 ? null : idle,
    }
  }
}

const idle = (trial, perRound) => ({ perRound, perSecond: perRound / trial.seconds })
