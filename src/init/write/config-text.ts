import { stringify } from 'yaml'
import type { TriedServer, TriedTests } from '../try/tried.ts'
import { driverOf, type NamedWorkload } from './named.ts'

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
  const own = tried.kind === 'server' ? serverLines(workload, tried) : testLines(tried)
  return [[`runtime: ${runtime}`, 'what runs it'], ...placeLines(tried, several), ...own]
}

/** What says how it is measured: who changes that wants to see what comes of it, the first time too. */
const own = '.github/leakdiff*'

/** A project among others, or in a workspace, is measured when something changes that it is made of. */
function placeLines({ recognised }: TriedServer | TriedTests, several: boolean): readonly Line[] {
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

function serverLines({ driver }: NamedWorkload, server: TriedServer): readonly Line[] {
  const { place, recognised, requests, start } = server
  const root = recognised.folder === '' ? '' : '$LEAKDIFF_HEAD/'
  const script = root === '' ? driver : `"${root}${driver}"`
  const round = yaml(`${driverOf(server).command} ${script}`)
  const listened = `it listened there ${secondsText(server.startSeconds)} after its start`
  const ready: Line =
    place.port === null
      ? [`ready: ${yaml(`${place.host}:$PORT`)}`, `${listened}; leakdiff chooses PORT`]
      : [`ready: ${yaml(`${place.host}:${place.port}`)}`, `${listened}, whatever PORT is`]
  return [
    ...setupLines(server),
    [`start: ${yaml(start)}`, 'the long-lived program'],
    ready,
    [
      `round: ${round}`,
      `gives it work, for ${secondsText(server.roundSeconds)}; exit 0 = the round was done`,
    ],
    [`operations: ${requests}`, requestsText(server)],
  ]
}

function setupLines({ recognised, setupSeconds, stoodIn }: TriedServer | TriedTests): readonly Line[] {
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
