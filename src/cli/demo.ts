import { openRepository, requireGit } from '../checkout/git/repository.ts'
import { loadConfig } from '../configure/load.ts'
import { createDemoRepository } from '../demo/demo.ts'
import { exitStatus } from '../errors.ts'
import { anyOf, runtimeTitles } from '../runtimes/names.ts'
import type { Outputs } from './options.ts'
import { out } from './out.ts'
import { measured } from './run.ts'
import { interruptible } from './terminal/interrupt.ts'
import { tell } from './terminal/tell.ts'

const yourOwn = `
That was a small shop: base is clean, head sets a reminder for every basket and never cancels it. The same for your own project:

  cd your-repository
  leakdiff init    # recognises a ${anyOf(runtimeTitles)} server or tests, and writes .github/leakdiff.yml and a workflow
  leakdiff run

By hand: leakdiff run --setup 'npm ci' --start 'node server.js' --ready '127.0.0.1:$PORT' --round './drive.sh 100' --operations 100
\`start\` is your long-lived program, \`round\` any command that gives it work and ends with 0; $PORT is free and the same in both.
`

/** \`leakdiff demo\`: measures a planted leak for real. The exit status, 1 when it was found. */
export const demoCommand = (outputs: Outputs): Promise<number> =>
  interruptible((signal) => demonstrated(outputs, signal))

async function demonstrated(outputs: Outputs, signal: AbortSignal): Promise<number> {
  await requireGit({ root: process.cwd() })
  await using demo = await createDemoRepository()
  const repository = await openRepository(demo.directory)
  const config = await loadConfig({ root: demo.directory, inputs: {}, defaultName: 'demo' })
  const outcome = await measured(repository, config, { base: demo.base, head: demo.head, signal })
  await tell(outcome, outputs, {})
  out(yourOwn)
  return exitStatus[outcome.result.verdict]
}
