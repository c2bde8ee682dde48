import { growing, nameOf } from './kinds.mjs'
import { taskKinds } from './noise.mjs'
import { programOf } from './program.mjs'
import { randomOf } from './random.mjs'

/** The tables of leaks, which are to be found. */
export function foundTables({ ours, times, percent, table, heapOf, kept }) {
  return { power, oneTask }

  function power() {
    const rows = growing.map(({ behaviour, family }, k) =>
      kept(`found: ${nameOf({ behaviour, family })}`, () => {
        const n = times(400)
        const found = [1, 2, 3].map((multiple) => {
          let fail = 0
          for (let i = 0; i < n; i++) {
            const random = randomOf(20_000_000 + 100_000 * k + 10_000 * multiple + i)
            const program = { ...programOf(random, { family, behaviour }), byClock: 0, taskLeak: 0 }
            const visible = heapOf(ours.compareSides(random, { program }, { program })).smallestVisible
            const bytes = multiple * visible
            fail += ours.compareSides(random, { program }, { program, bytes }).verdict === 'fail' ? 1 : 0
          }
          return percent(fail / n)
        })
        return [nameOf({ behaviour, family }), n, ...found]
      }),
    )
    return `The leak is one, two and three times the *smallest visible growth* that a run on the same program without the leak printed.\n\n${table(['noise', 'runs', 'once', 'twice', 'three times'], rows)}`
  }

  function oneTask() {
    const kinds = Object.keys(taskKinds).flatMap((taskKind, k) =>
      (taskKind === 'constant' ? [0] : [1, 2, 3, 4]).map((poolSize) => ({ taskKind, k, poolSize })),
    )
    const rows = kinds.map(({ taskKind, k, poolSize }) =>
      kept(`tasks: ${taskKind}, ${poolSize}`, () => {
        const n = times(200)
        const found = besidePool({
          taskKind,
          poolSize,
          n,
          seed: 30_000_000 + 100_000 * k + 10_000 * poolSize,
        })
        return [
          taskKind === 'constant' ? 'none of its own' : `${taskKind}, up to ${poolSize}`,
          n,
          found.visible.toFixed(1),
          percent(found.one),
          percent(found.thrice),
        ]
      }),
    )
    return `A pool that changes by three or four tasks in a round hides one a round from an eight-round trial now and then, on head by falling
and on base by rising as fast. What is printed as visible beside it is more than one; three times that is found.

${table(['tasks of the program', 'runs', 'smallest visible (mean)', 'one a round is found', 'three times what is visible'], rows)}`
  }

  /** Shares of runs in which a leak of tasks is found, and what is printed as visible without one. */
  function besidePool({ taskKind, poolSize, n, seed }) {
    const found = { one: 0, thrice: 0, visible: 0 }
    for (let i = 0; i < n; i++) {
      const random = randomOf(seed + i)
      const drawn = programOf(random, { family: 'seen', behaviour: 'nothing', taskKind })
      const program = { ...drawn, poolSize, byClock: 0, taskLeak: 0 }
      const without = ours.compareSides(random, { program }, { program })
      const printed = without.totals.find((t) => t.diff.quantity === 'tasks').smallestVisible
      const leaking = (tasks) => ours.compareSides(random, { program }, { program, tasks }).verdict === 'fail'
      found.one += leaking(1) ? 1 / n : 0
      found.thrice += leaking(Math.ceil(3 * printed)) ? 1 / n : 0
      found.visible += printed / n
    }
    return found
  }
}
