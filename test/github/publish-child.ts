// Publishes the result on standard input as a step of a job would, with forms as plain as can be.
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { readJob } from '../../src/github/job/job.ts'
import { publish } from '../../src/github/publish/publish.ts'
import type { PublishRequest } from './publish-request.ts'

const { result, pullRequest, token, key, comment, failOn, artifact, forms } = (await json(
  process.stdin,
)) as PublishRequest

const job = readJob(process.env)
const status = await publish(
  result,
  {
    profiles: () => [],
    headline: () => `leakdiff: ${result.verdict}`,
    comment: () => forms?.comment ?? `comment: ${result.verdict} at ${result.head.sha}`,
    summary: () => forms?.summary ?? `summary: ${result.verdict}`,
    annotations: () => forms?.annotations ?? [],
    json: () => JSON.stringify(result),
    html: async () => '<!doctype html><title>leakdiff</title>',
  },
  {
    job,
    directory: join(job.temp, 'leakdiff-report-x'),
    pullRequest,
    token,
    artifactName: 'leakdiff-report-x',
    voice: {
      key,
      leg: '.',
      title: null,
      by: { run: job.run, attempt: Math.round(performance.timeOrigin), writer: 'a1' },
      legs: 1,
      index: null,
    },
    comment,
    failOn,
    artifact,
  },
)
process.exit(status)
