import { type Result, resultSchema } from '../../src/report/result.ts'

type Finding = Result['workloads'][number]['findings'][number]

/**
 * A result with this verdict, checked; a red one holds a leak of one task an operation and one that was there
 * before.
 */
export function resultOf(verdict: Result['verdict'], head = '9b7e4d1'.padEnd(40, '0')): Result {
  const spent = { seconds: 12, spans: { setup: 2, measure: 10 } }
  const reasons =
    verdict === 'inconclusive'
      ? [{ code: 'crashed', text: 'the program crashed', remedy: 'Look at its log.' }]
      : []
  const findings = verdict === 'fail' ? [finding('leak'), finding('existing')] : []
  const counts = { operations: 10, rounds: 24, trials: { base: 2, head: 2 } }
  return resultSchema.parse({
    schemaVersion: 1,
    tool: { version: '0.0.0' },
    verdict,
    reasons: [],
    spent,
    base: { sha: '1f0c3a2'.padEnd(40, '0'), how: 'merge-parent' },
    head: { sha: head, how: 'head' },
    workloads: [
      {
        name: 'reconnect',
        runtime: 'node',
        verdict,
        reasons,
        notes: [],
        ...counts,
        spent,
        totals: [],
        findings,
      },
    ],
  } satisfies Result)
}

function finding(ruling: Finding['ruling']): Finding {
  const growth = { perRound: 10, low: 9.9, high: 10.1 }
  return {
    id: (ruling === 'leak' ? 'a' : 'b').repeat(12),
    ruling,
    quantity: 'tasks',
    unit: 'tasks',
    role: 'node server.js',
    function: 'subscribe',
    stack: [{ function: 'subscribe', file: 'src/server.js', line: 12, inProject: true, changed: true }],
    base: ruling === 'leak' ? null : growth,
    head: growth,
    excess: ruling === 'leak' ? 10 : 0,
    perOperation: 1,
    budget: 0,
    shape: 'growing',
    state: null,
    createdBy: null,
    creators: [],
    parts: [],
    holders: [],
    changedLines: [],
    waiver: null,
  }
}
