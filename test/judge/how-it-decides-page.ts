import { likeness } from '../../src/diff/pair-moved.ts'
import { steady } from '../../src/diff/steady.ts'
import type * as constants from '../../src/judge/constants.ts'
import type { Quantity } from '../../src/profile/profile.ts'
import type { Runtime } from '../../src/runtimes/runtime.ts'

interface Figures {
  readonly constants: typeof constants
  readonly runtimes: Readonly<Record<string, Pick<Runtime, 'name' | 'floors'>>>
  /** Rounds' time of the idle phase. */
  readonly idleRounds: number
  /** Most times that a measured round repeats the workload's, and the milliseconds that they may take. */
  readonly repeat: { readonly most: number; readonly milliseconds: number }
  /** Defaults of the configuration by key. */
  readonly defaults: Readonly<Record<string, string>>
}

const columns: readonly Quantity[] = ['tasks', 'files', 'heap-bytes', 'heap-objects', 'external-bytes']

/** docs/how-it-decides.md, with every figure from the code. */
export function howItDecides({ constants: c, runtimes, idleRounds, repeat, defaults }: Figures): string {
  const percent = (share: number) => `${Math.round(100 * share)} %`
  const byType = Object.values(runtimes).flatMap(({ floors, name }) => (floors.instances ? [name] : []))
  const floors = Object.values(runtimes).map(({ name, floors }) => {
    const cell = (quantity: Quantity) => {
      const floor = floors[quantity] ?? c.defaultFloors[quantity]
      return quantity.endsWith('-bytes') ? `${floor} bytes` : String(floor)
    }
    return `| ${name} | ${columns.map(cell).join(' | ')} |`
  })
  return `<!-- figures come from the code: npx vitest run test/judge/how-it-decides.test.ts -u writes them anew -->
# How leakdiff decides

**Totals decide, sites name.** After every round, once the program has settled and collected, leakdiff reads totals that are not
sampled: live tasks, live bytes, live objects, open files. Only they can turn a check red. The stacks then say where the growth is.

## Growth

A total's *growth* is what it gains a round: the smallest of its robust slope over all measured rounds, that over the late half and, in a
long trial, that over the last quarter (with the benefit of its noise); never below 0. A step, a spike or a cache that is full therefore counts as none.

The *excess* is head's growth less ${c.baseMargin} times the most that base grew in a trial as long, whole slope against whole slope and late against late. What base lets go of
counts as what it grew: it gathered that before. Two starts of one program differ in what they leak: where base leaks, the mean of head's starts must also lie above the mean of
base's by what Student's t (${c.scatterQuantiles[2]} with two degrees of freedom, ${c.scatterQuantiles[4]} with four) makes of how much the starts that were seen differ.

## When it is a leak

A total *leaks* in a trial when its excess

- is above the floor, and above your budget: what is smaller is noise of the runtime;
- is above ${c.boundNoise} times its own noise, on both sides: white noise upon a random walk, each as large as changes over one round and over a quarter of the trial say. Of
  several confirming trials the mean counts, which has less noise;
- is still there after the *drain*, a wait with collections after the last round: at least ${percent(c.staysRatio)} of the growth is left. That is asked first: what is gone is
  *slow to settle*, however it levelled off. Where less is left, but more than base's by ${c.plainExcess.other} floors, it is *partly settled*, and what is left is what leaks: tasks and
  files that stayed, or memory of stacks that lost nothing in the drain and grew evenly (what is kept of the largest moment, capacity and dead goroutines, does not);
- is not let go of: see rare moves;
- does not level off: the late slope is at least ${c.levellingRatio} of the early one (else it is cleared when what remains once the decaying part is gone
  is within the floor, and undecided when not);
- is more than the clock explains: after the last round the program is left idle for as long as ${idleRounds} rounds. On head alone, what is left
  beside the clock has to be above ${c.boundNoise} times the noise and ${percent(c.baseMargin - 1)} of what the idle program grew by: rounds do not last the same.

| floor a measured round | tasks | files | live heap | live objects | outside the heap |
|---|--:|--:|--:|--:|--:|
${floors.join('\n')}

Floors lie above what any first trial of a clean server was seen to grow by ([measured](live.md)); longer trials grow by a fraction of it, and what this
program does by chance is the noise above. A measured
round is as many of yours as fit into ${repeat.milliseconds / 1000} s, up to ${repeat.most} (\`repeat: auto\`), so that the same noise stands against more work; all figures are told for one
of yours, and the floor is divided alike. The last warm-up round is timed and decides for both sides. A budget below the floor holds at the floor, and
that is said.

**Objects of one type.** Where a runtime counts its objects by type (${byType.join(', ')}), types of which more live after every round decide as well: in each trial of head no step falls and at least ${percent(steady.rising)} rise,
and base grew by at most ${percent(steady.onBase)} of it. Their sum is a total like the others, with a floor of ${c.defaultFloors.instances}: one object a round. Types of the runtime's library count where none of anybody else does. It is
told where nothing else grows, and is off where a budget accepts heap, objects, tasks or classes.

## Rare moves

A median of steps knows nothing of what comes every twentieth round. So a series is taken apart: a change that lies more than ${c.rareMove.spreads} robust
deviations, and more than ${c.rareMove.floors} floors, from the usual one is a *large move*, unless it is made good within ${c.rareMove.excursion} rounds. Where at most
${percent(c.rareMove.share)} of head's rounds have one (${percent(c.rareMove.shareOfFew)} in a first trial, or on base), the slopes above are those of the rest; elsewhere moves count as noise. What is
usual on head is no large move on base, and where large moves stay, the rest counts as a walk at random: its noise is what its changes say.

- *Falls* undo a climb. Those larger than any on base, and than what base moves by more than once, are taken off, less the large rises of the same trial, which they
  undo first. A trial that begins within a burst falls at once by up to ${c.rareMove.burst} times the bursts that it shows whole: that undoes nothing. When less than ${percent(c.rareMove.undone)} of the excess is left, it is no leak where two trials fell back to
  one level (within ${percent(c.rareMove.oneLevel)} of the fall), and undecided where they did not.
- *Rises* are a leak when, over all confirming trials, they come to more than base's by ${c.rareMove.bound} times their noise: 7 of one size where base has none,
  more where base has some. Fewer are undecided after all trials, unless base moves as much. They are over when nothing came for
  ${c.rareMove.silence} times the longest wait between two of them, in two confirming trials; in one, when it was ${c.rareMove.longSilence} times as long, or when the first trial had the
  same steps in the same rounds. A rise below ${percent(c.rareMove.faint)} of the largest is none of them, as long as all such come to no leak.

Undecided here means: seen, but too rarely. More \`rounds\`, or more operations in each, would decide it.

## Trials

1. One trial a side: ${defaults.warmup} warm-up rounds, ${defaults.rounds} measured. Nothing is above floor, budget and ${c.screenNoise} times the noise: **pass**, and that was all. Where noise
   may hide a leak in the late half, ${percent(c.lateShare)} of that line is enough there to look again; so is a step, however early, and so is growth below bursts: of
   what the total never came down from again, by more than ${c.keptNoise} times its own noise.
2. Otherwise a fresh start of head with ${c.confirmFactor} times as many rounds, then the idle phase and the drain (begun while base's first trial runs, where both leave half of the cores idle); and one of base as well, unless it cannot matter: each total
   that leaks moved on base, in its first trial, upwards by at most ${percent(c.flatShare)} of head's growth and in all by ${percent(c.fallenShare)} (or half the floor), and grows on head in the first rounds already, as fast
   as later, and by more than ${c.evenGrowth} times what it varies by, so that no trial misses it by chance. A head that only a shorter trial of base excuses is compared with one as long. A suspect that moves by less than ${percent(c.clearShare)} of what it may until as much was done as in the first trial is clear, and the trial of a server ends there. **Red**
   when a total that was suspected leaks here. So every red was seen in two starts of head, and no base trial of that length excuses it.
3. In between (it levels but has not stopped, it is within the noise or the scatter of starts, it is let go of or comes too rarely, or it grows by the clock on head alone): once more, up to \`trials\` (${defaults.trials}), and ${c.spareTrials} beyond where it is let go of or comes too rarely. Still in between:
   **inconclusive**, and the site is a *suspect*. Everything else is cleared.

What was seen too few times never passes: with fewer than ${c.fewestIntervals} intervals between snapshots (\`files\`) the growth is shown and the verdict is **inconclusive**, for
so few cannot tell a leak from a cache. One thing ${c.evidentTasks.intervals + 1} of them show: tasks that stay, ${c.evidentTasks.perOperation} an operation or more from each to the next, over ${c.evidentTasks.operations} operations or more, in two fresh
starts of head, while base shows none. That is red. Two show nothing: clients that are connected just then have a task each.

Base only excuses: a head that is quiet passes whatever base did. With \`measure-base: when-needed\` base is not even built until head grows. With
\`time-limit\`, rounds of confirming trials are dropped first, not below those of a first trial; a suspicion left without time is inconclusive.

## Shapes

| shape | what it is | verdict |
|---|---|---|
| growing | as fast late as early | red |
| doubling | at least ${c.doubling.steps} steps, each ${c.doubling.least} to ${c.doubling.most} times the one before, at intervals that widen alike, the next not overdue: something is appended for ever | red; where base steps by as much, once it was seen twice |
| levelling | fills ever more slowly: a cache, a pool, lazy tables | green once what remains is below the floor |
| step | rises once | green |
| sawtooth | rises and falls back | green; undecided when each fall ends elsewhere |
| slow to settle | gone after the drain | green |
| partly settled | most is gone after the drain, and what stays leaks by itself | red, with the figure of what stays |
| while idle | grows by the clock; two starts may differ by a factor of ${c.idleMargin} | green when base does too, else undecided |

A container that stopped cannot be told from one that will double again until the next step is overdue: one that stopped in the last third
of the confirming rounds is red. Only a trial twice as long tells the two apart, for what stopped later in it is as unknown again; every slice that is appended to
for ever would pay for it, and such a slice is what this shape nearly always is. So it is not made: give a container of known size its capacity, or fill it in the warm-up.
What fills more slowly than the confirming rounds last cannot be told from a leak by any measurement of that length. The report says in how many
rounds it grew, so that you can name the bound, raise the budget or have the workload fill it in its warm-up.

## What a run could see

The *smallest visible growth*, printed for each total, is the line above turned round: the floor, or ${c.visibleNoise} times the noise (large moves are noise) of the noisiest trials where that is more, and on top
what the program's own growth excuses: ${percent(c.baseMargin - 1)} of base's, or what starts were seen to differ by. Where each side was started once, nothing is known of that, nor of
what turns later, and ${c.unknownMargin - 1} times what base grows by, or either side lets go of, comes on top. What was found is visible. A leak three times as large as what is printed is found in 99 of 100
runs; beside moves that only some runs show, what is missed is a swing's or a burst's doing, and the run that misses it prints more: of 9,000 none missed a leak
three times what it printed itself; [how often the judge errs](judge.md) has the figures. A move that came in no round of the trials is in no figure. A budget below it is warned about.

## What is not found, by design

- A leak that begins after the last of your rounds in the first trial: a queue that is full by then, a table that rotates once an hour. Those are ${Number(defaults.warmup) + Number(defaults.rounds)} where a round takes longer
  than ${repeat.milliseconds / 2} ms, and up to ${Number(defaults.warmup) - 1 + (Number(defaults.rounds) + 1) * repeat.most} where it is short, since a measured round is then several of yours; the report says how many were seen, and a
  number for \`repeat\` makes them as many on every host. More \`rounds\`, or warm-up rounds, show it.
- A leak that comes in fewer than half of the rounds may show in none of a first trial's: one in five does not in 2 of 10 runs. More operations a round make it common.
- Growth that is gone when the drain is over, however long it was there.
- Growth slower than what is printed as visible.
- A leak inside what swings by as much, until the swings are seen on base too.

And the other way round: a cache larger than what was watched, entries that live longer than the trial, a compaction that no trial saw, all grow as a leak does.
The report says in how many rounds, operations and seconds it grew, before anything else that it advises.

## What the runtime does not count

Memory of native code (an add-on, cgo, mmap) is in no total but the resident memory of the process, without pages of files (of an idle Node those rise by 4 MB at
once). It moves by itself, and has the highest floor: where it grows steadily on head,
by more than ${c.defaultFloors['rss-bytes'] / 1000} kB a measured round beyond base and by more than what the counted totals grow (they make up less than ${percent(c.uncountedShare)} of it), a note says by how much. It
fails nothing by itself; \`budgets: { rss: auto }\`, or a figure, makes it count. WebAssembly memory and buffers are *outside the heap* and judged.

## Naming

Task stacks when tasks leak, else heap by the first function outside the standard library. A site with less than ${percent(c.findingShare)} of its total's excess is a part of
the finding and not one of its own, and so are tasks that only the runtime knows of, and tasks of the same creator that come as often. Where several functions
share a finding, the deepest call below which ${percent(c.insideShare)} of it was made is told as well: *all inside*. A growth that fell to ${percent(c.fixedShare)} of what it was is *fixed*; one of which base had at most ${percent(c.fixedShare)} is new, else *worse*.

## Code that moved

A site is the same on both sides when role and stack are, without lines, numbers of closures and type arguments. What is then on one side alone is
paired by what git shows: renamed files, functions and types, functions that went to another file, whatever they grew by. What git
cannot show, a caller put in between or taken out, or other callers between the same ends, is paired only where no other site could be meant and when as much grows: within
a factor of ${likeness.counted}, or ${likeness.sampled} and ${likeness.sigmas} times the noise of sampling for the heap. A leak that came is not taken for another one that went. A leak in moved code is therefore
*existing*, and *worse* by what it grew. Whatever is paired, totals decide.

## What a total hides

One leak that came and an equal one that went, or a leak inside a cache that shrinks, leave a total as it was. A function or task that grows by itself is
told in a note, beside the verdict: when it grows in every trial of head by more than the floor, ${c.masked.sigmas} times its noise (of sampling at the trial's own period, and of its rounds) and
${c.masked.over} times base (tasks, which may race for who gets stuck: ${c.masked.overCounted} times), its slower half at least ${c.masked.evenness} of its faster one, and when what shrinks makes up ${percent(c.masked.hidden)} of it. Heap profiles are scaled to bytes by whoever
sampled them, so that trials of different periods compare. No site turns a check red by itself, not even where samples tell the round of their birth, as V8's do: growth that
is beyond doubt by its samples alone is, in a first trial, well above the floor of the total, which sees it as soon unless the total is noisy.
`
}
