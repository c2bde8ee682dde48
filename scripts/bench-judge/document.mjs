import { besideTables } from './beside-tables.mjs'
import { equalTables } from './equal-tables.mjs'
import { foundTables } from './found-tables.mjs'
import { families } from './noise.mjs'
import { siteCount } from './program.mjs'
import { rareTables } from './rare-tables.mjs'
import { shapeTables } from './shape-tables.mjs'
import { typeTables } from './type-tables.mjs'
import { upperBound } from './upper-bound.mjs'

/**
 * The page with all tables; `factor` scales how many comparisons are made,
 * and `kept` gives the text of a title that is known, else of what makes it.
 */
export function documentOf({ ours, source, factor, kept }) {
  const times = (n) => Math.max(20, Math.round(n * factor))
  const heapOf = (judged) => judged.totals.find((t) => t.diff.quantity === 'heap-bytes')
  const percent = (share) => `${(100 * share).toFixed(share > 0 && share < 0.001 ? 3 : 1)} %`
  const table = (head, rows) =>
    [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
      .map((r) => `| ${r.join(' | ')} |`)
      .join('\n')
  const part = (title, make) => `\n## ${title}\n\n${kept(title, make)}\n`

  const atMost = (events, n) => `${(100 * upperBound(events, n)).toFixed(3)} %`
  const tools = { ours, source, times, percent, table, heapOf, atMost, kept }
  const [equal, found, rare] = [equalTables(tools), foundTables(tools), rareTables(tools)]
  const [shapes, beside, single] = [shapeTables(tools), besideTables(tools), typeTables(tools)]
  return [
    '<!-- written by: npm run bench:judge -->\n# How often the judge errs\n',
    intro(),
    part('Nothing changed: two equal programs', equal.equal),
    part('The same, by what the program does', equal.byKind),
    part('A leak is found', found.power),
    part('Rare moves, chance, and starts that differ', rare.rareMoves),
    part('A leak that comes rarely, on head alone', rare.rareLeaks),
    part('Worse than base', rare.worse),
    part('One task a round', found.oneTask),
    part('One object of a type a round', single.types),
    part('What fills and stops, on head alone', shapes.bounded),
    part('Containers that double, on head alone', shapes.doubling),
    part('Growth by the clock', shapes.atRest),
    part('What a total hides', beside.hidden),
    part('Intervals', beside.coverage),
    part('What others do with the same series', beside.rivals),
  ].join('\n')

  function intro() {
    return `Simulated programs, judged by the code that judges real ones, at default settings and Go's floors
(${source.runtimes.go.floors['heap-bytes']} bytes, ${source.runtimes.go.floors['heap-objects']} objects, ${source.runtimes.go.floors.tasks} task a round). A program has ${siteCount} sites; its
totals are the sums of the dozen that move; the others stand still, since sites do not decide. Noise is drawn from ${Object.keys(families).length} families (${Object.keys(families).join(', ')}), 0.5 to 32 kB a round; four in
ten programs also fill a cache, double a container or leak the same on both sides, one in ten grows by the clock, one in ten leaks
tasks on both sides. Two starts of one program differ by 2 % in what they grow and by up to 15 % in how long a round takes.
A run goes as it does in the product: head's confirming trial may end early, and base's is left out where it cannot matter. *At most* is what the true share lies
below with 95 % confidence (Clopper and Pearson). Seeds are fixed, and none of them was looked at while constants were chosen; one rule was narrowed since five
of the *sawtooth by the clock* were red. Each row says how many comparisons stand behind it. Nothing is timed. Run \`npm run bench:judge\`
to write this page again.`
  }
}
