import { stringify } from 'yaml'
import type { Recognised } from '../recognise/recognise.ts'

/** A configuration to start from, of what was recognised and did not work as it is. */
export function minimalFile(recognised: Recognised): string {
  const { folder, runtime, setup } = recognised
  const common = {
    runtime,
    ...(folder !== '' && { directory: folder }),
    ...(setup !== null && { setup }),
  }
  const name = recognised.kind
  return stringify(
    { workloads: { [name]: { ...common, ...ownKeys(recognised) } } },
    { lineWidth: 0 },
  ).trimEnd()
}

function ownKeys(recognised: Recognised): Readonly<Record<string, string | number>> {
  switch (recognised.kind) {
    case 'tests':
      return { test: recognised.test }
    case 'worker':
      return {
        start: recognised.start,
        ready: recognised.ready,
        round: 'a script that sends 100 tasks, and ends when they are done',
        operations: 100,
      }
    case 'server':
      return {
        start: recognised.start,
        ready: '127.0.0.1:$PORT',
        round: `for i in {1..200}; do curl -fsS -o /dev/null "http://127.0.0.1:$PORT${recognised.routes.asked[0] ?? '/'}"; done`,
        operations: 200,
      }
  }
}
