import { stringify } from 'yaml'
import type { TriedServer, TriedTests, TriedWorker, Worked } from '../try/tried.ts'
import { type NamedWorkload, scriptOf } from './named.ts'

type Line = readonly [text: string, why: string]

/** `.github/leakdiff.yml`, each line with a reason. */
export function configText(workloads: readonly NamedWorkload[]): string {
  const lines = workloads.flatMap((workload) => [
    [`  ${workload.name}:`, 'a name, shown in reports'] satisfies Line,
    ...workloadLines(workload).map(([text, why]): Line => [`    ${text}`, why]),
  ])
  const width = Math.max(...lines.map(([text]) => text.length).filter((length) => length <= 70))
  return [
    '# What leakdiff measures on every pull request, on base and on head. Written by leakdiff init; yours to edit.',
    'workloads:',
    ...lines.map(([text, why]) => `${text.padEnd(width)}  # ${why}`),
    '',
  ].join('\n')
}

function workloadLines(workload: NamedWorkload): readonly Line[] {
  const { several, tried } = workload
  const { runtime } = tried.recognised
  return [[`runtime: ${runtime}`, 'what runs it'], ...placeLines(tried, several), ...ownLines(workload)]
}

function ownLines(workload: NamedWorkload): readonly Line[] {
  const { tried } = workload
  switch (tried.kind) {
    case 'server':
      return serverLines(workload, tried)
    case 'worker':
      return workerLines(workload, tried)
    case 'tests':
      return testLines(tried)
  }
}

/** What says how it is measured: who changes that wants to see what comes of it, the first time too. */
const own = '.github/leakdiff*'

/** A project among others, or in a workspace, is measured when something changes that it is made of. */
function placeLines({ recognised }: Worked, several: boolean): readonly Line[] {
  const { folder, shares = [] } = recognised
  if (folder === '') return []
  const directory: Line = [`directory: ${yaml(folder)}`, 'where its commands run']
  const why =
    shares.length > 0
      ? 'measured only when something in these changed: all the folders and files that it uses'
      : 'measured only when something in it changed; add what it shares with others'
  const changed: Line = [`changed: ${JSON.stringify([folder, ...shares, own]).replaceAll(',', ', ')}`, why]
  return several || shares.length > 0 ? [directory, changed] : [directory]
}

function serverLines(workload: NamedWorkload, server: TriedServer): readonly Line[] {
  const { place, requests, start } = server
  const listened = `it listened there ${secondsText(server.startSeconds)} after its start`
  const ready: Line =
    place.port === null
      ? [`ready: ${yaml(`${place.host}:$PORT`)}`, `${listened}; leakdiff chooses PORT`]
      : [`ready: ${yaml(`${place.host}:${place.port}`)}`, `${listened}, whatever PORT is`]
  return [
    ...setupLines(server),
    [`start: ${yaml(start)}`, 'the long-lived program'],
    ready,
    roundLine(workload, server),
    [`operations: ${requests}`, requestsText(server)],
  ]
}

function roundLine({ driver }: NamedWorkload, tried: TriedServer | TriedWorker): Line {
  const script = tried.recognised.folder === '' ? driver : `"$LEAKDIFF_HEAD/${driver}"`
  return [
    `round: ${yaml(`${scriptOf(tried).command} ${script}`)}`,
    `gives it work, for ${secondsText(tried.roundSeconds)}; exit 0 = the round was done`,
  ]
}

function workerLines(workload: NamedWorkload, worker: TriedWorker): readonly Line[] {
  const { jobs, ready, recognised, requests } = worker
  const sent =
    jobs.length === 1
      ? `one task, sent ${requests} times a round`
      : `of a round: each of ${jobs.length} tasks is sent ${requests} times`
  return [
    ...setupLines(worker),
    [`start: ${yaml(recognised.start)}`, 'the worker, with a queue of its own'],
    ...(ready === null
      ? []
      : [[`ready: ${yaml(ready)}`, 'what it prints once it takes tasks'] satisfies Line]),
    roundLine(workload, worker),
    [`operations: ${requests}`, sent],
  ]
}

function setupLines({ recognised, setupSeconds, stoodIn }: Worked): readonly Line[] {
  const { setup } = recognised
  if (setup === null) return []
  const took = setupSeconds === null ? '' : `, in ${secondsText(setupSeconds)}`
  const told = stoodIn === null ? took : '; it failed where this was written, and has to work in CI'
  return [[`setup: ${yaml(setup)}`, `builds one revision, once${told}`]]
}

function testLines(tests: TriedTests): readonly Line[] {
  const { recognised, roles, seconds } = tests
  const processes = `${roles.length} process${roles.length === 1 ? '' : 'es'}`
  const ran = `tests as they are, repeated as rounds; they ran twice in ${secondsText(seconds)}, in ${processes}`
  return [...setupLines(tests), [`test: ${yaml(recognised.test)}`, ran]]
}

const requestsText = ({ exchanges, requests }: TriedServer): string =>
  exchanges.length === 1
    ? `one request, made ${requests} times a round`
    : `of a round: each of ${exchanges.length} requests is made ${requests} times`

const secondsText = (seconds: number): string =>
  seconds < 1 ? `${Math.max(0.1, Math.round(seconds * 10) / 10)} s` : `${Math.round(seconds)} s`

/** Plain where YAML takes it as this very string. */
const yaml = (text: string): string => stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd()
