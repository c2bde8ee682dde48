// Real servers of Python as whole comparisons: with themselves, silent each time, and with a leak,
// which has to be named, held and blamed. Writes its section of docs/live.md when all of them ran.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendLine, markdownTable, readLines } from '../json-lines.mjs'
import { serversHeading, withSection } from '../live-page.mjs'
import { commitOf, compareSides, namesCulprit, root } from '../scenario.mjs'
import { pythonServers } from './servers.mjs'
import { startServices } from './services.mjs'

/**
 * Returns how many were not as expected. `results`: JSON lines, added to; what they hold is not run again.
 */
export async function acceptServers(names, { runs, results }) {
  const services = await startServices()
  try {
    for (const { scenario, head, run } of comparisons(names, pythonServers(services.environment), runs)) {
      if (
        readLines(results).some((row) => row.name === scenario.name && row.head === head && row.run === run)
      )
        continue
      process.stderr.write(`${scenario.name}: clean → ${head} … `)
      const outcome = await compareSides(scenario, 'clean', head)
      const row = { name: scenario.name, head, run, commit: commitOf(root), ...seen(scenario, head, outcome) }
      appendLine(results, row)
      process.stderr.write(`${row.ok ? 'ok' : 'NOT AS EXPECTED'}, ${row.verdict}, ${row.seconds} s\n`)
      if (!row.ok) process.stderr.write(`${outcome.stderr.slice(-4000)}\n${outcome.stdout}\n`)
    }
  } finally {
    await services.stop()
  }
  const rows = readLines(results)
  if (names.length === 0) write(rows)
  return rows.filter(({ ok }) => !ok).length
}

function comparisons(names, servers, runs) {
  const wanted = servers.filter(({ name }) => names.length === 0 || names.includes(name))
  const equal = Array.from({ length: runs }, (_, run) =>
    wanted.map((scenario) => ({ scenario, head: 'clean', run })),
  )
  return [...equal.flat(), ...wanted.map((scenario) => ({ scenario, head: 'leaky', run: 0 }))]
}

function seen(scenario, head, { result, status, seconds }) {
  const workload = result?.workloads[0]
  const first = workload?.findings[0]
  const told = {
    verdict: result?.verdict ?? `exit status ${status}`,
    findings: workload?.findings.length ?? 0,
    trials: workload === undefined ? '' : `${workload.trials.base} + ${workload.trials.head}`,
    seconds: Math.round(seconds),
    visible: visibleOf(workload),
  }
  if (head === 'clean') return { ...told, ok: told.verdict === 'pass' && told.findings === 0 }
  const holder = first?.holders.map(({ path }) => path).find((path) => scenario.holder.test(path))
  const blamed = first?.changedLines.find(({ file }) => file === scenario.blamed)
  const named = result !== null && namesCulprit(scenario, result)
  return {
    ...told,
    function: first?.function ?? '',
    perOperation: first === undefined ? '' : `${Number(first.perOperation.toPrecision(3))} ${first.unit}`,
    holder: holder ?? '',
    blamed: blamed === undefined ? '' : `${blamed.file}:${blamed.line}`,
    ok: told.verdict === 'fail' && named && holder !== undefined && blamed !== undefined,
  }
}

/** The smallest growth a round that each judged total would have shown, the worst of its roles. */
function visibleOf(workload) {
  const judged = (workload?.totals ?? []).filter(({ smallestVisible }) => smallestVisible !== null)
  const names = [...new Set(judged.map(({ quantity }) => quantity))]
  const worst = (name) =>
    Math.max(
      ...judged.filter(({ quantity }) => quantity === name).map(({ smallestVisible }) => smallestVisible),
    )
  return Object.fromEntries(names.map((name) => [name, Math.round(worst(name) * 10) / 10]))
}

function write(rows) {
  const path = join(root, 'docs/live.md')
  const page = readFileSync(path, 'utf8')
  const section = sectionFrom(rows)
  writeFileSync(path, withSection(page, serversHeading, section))
}

function sectionFrom(rows) {
  const names = [...new Set(rows.map(({ name }) => name))]
  const cells = names.map((name) => {
    const equal = rows.filter((row) => row.name === name && row.head === 'clean')
    const red = rows.find((row) => row.name === name && row.head === 'leaky')
    return [
      name,
      `${equal.filter(({ ok }) => ok).length} of ${equal.length}`,
      equal.map(({ trials }) => trials).join(', '),
      Object.entries(equal[0]?.visible ?? {})
        .map(([quantity, value]) => `${quantity} ${value}`)
        .join(', '),
      red?.verdict ?? '',
      red?.function ? `\`${red.function}\`, ${red.perOperation}` : '',
      red?.holder ? `\`${red.holder}\`` : '',
      red?.blamed ? `\`${red.blamed}\`` : '',
      red?.seconds ?? '',
    ]
  })
  const header = [
    'server',
    'silent with itself',
    'trials of it',
    'smallest visible a round',
    'with a leak',
    'who leaks',
  ]
  return [
    serversHeading,
    '',
    `Written by \`npm run acceptance -- servers\`, by ${rows.at(-1)?.commit}: Django with gunicorn and two workers on PostgreSQL, Flask with gunicorn and threads, FastAPI with`,
    'uvicorn, Celery with two worker processes on Redis (`test/live/servers`), at default settings on a busy machine.',
    '',
    markdownTable([...header, 'who holds it', 'the line to blame', 'seconds'], cells),
  ].join('\n')
}
