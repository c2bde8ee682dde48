import { describe, expect, test } from 'vitest'
import { ofCommands } from './commands.ts'
import { type Fault, suffer } from './fault.ts'
import { ofJava } from './java.ts'
import { mounts, ofTheMachine } from './machine.ts'
import { ofPython } from './python.ts'
import { ofRepositories } from './repositories.ts'

const faults = [...ofCommands, ...ofTheMachine, ...ofRepositories, ...ofPython, ...ofJava]
const told = new Map<Fault, string>()

describe.concurrent('whatever goes wrong', () => {
  test.for(faults)('$what', async (fault, { skip }) => {
    if (fault.mounts && !mounts) skip('needs a namespace in which a disk can be mounted')
    told.set(fault, await suffer(fault))
  })
})

const preface = `# Whatever goes wrong

Each row was brought about on real processes, by the command line. Of every one holds: no process, no worktree and no temporary file was left behind, and the checkout was as before.
One thing is beyond reach: a daemon that leaves its session, drops its environment and outlives its parent between two snapshots. \`test/faults/table.faults.ts\` writes this table.`

test('the table in the docs is what these tests have shown', async ({ skip }) => {
  if (!mounts) skip('no namespace for mounts here: the rows of the disk were not seen')
  const rows = faults.map(
    (fault) => `| ${fault.what} | ${cell(fault)} | ${fault.verdict} | ${fault.status} |`,
  )
  const table = ['| what goes wrong | what is told | verdict | exit status |', '|---|---|---|--:|', ...rows]
  await expect(`${preface}\n\n${table.join('\n')}\n`).toMatchFileSnapshot('../../docs/faults.md')
})

function cell(fault: Fault): string {
  const text = (told.get(fault) ?? 'not seen').replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')
  return text === '' ? 'nothing: it does no harm' : text
}
