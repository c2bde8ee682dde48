import { posix } from 'node:path'
import { stringify } from 'yaml'
import type { Driver } from '../../runtimes/onboarding/onboarding.ts'
import type { Recognised, RecognisedServer, RecognisedTests } from '../recognise/recognise.ts'
import { requests, shellDriver } from './driver.ts'

/** A recognised workload under the name that the configuration gives it. */
export interface NamedWorkload {
  readonly name: string
  readonly recognised: Recognised
  /** The script of its round, from the repository's root; null when it needs none. */
  readonly driver: string | null
  /** There are projects in other folders too. */
  readonly several: boolean
}

/** `server` and `tests`; in a repository of several projects with the folder's name in front. */
export function named(all: readonly Recognised[]): readonly NamedWorkload[] {
  const taken = new Set<string>()
  return all.map((recognised) => {
    const several = all.some((other) => other.folder !== recognised.folder)
    const prefix = several && recognised.folder !== '' ? `${wordOf(recognised.folder)}-` : ''
    const name = free(`${prefix}${recognised.kind}`, taken)
    taken.add(name)
    const { ending } = driverOf(recognised)
    const driver = recognised.kind === 'server' ? `.github/leakdiff/${name}.${ending}` : null
    return { name, recognised, several, driver }
  })
}

/** The script that makes a round for it. */
export const driverOf = ({ onboarding }: Recognised): Driver => onboarding.driver ?? shellDriver

const wordOf = (folder: string): string =>
  posix
    .basename(folder)
    .replace(/[^A-Za-z0-9._-]/g, '-')
    .replace(/^[.-]+/, '') || 'project'

function free(name: string, taken: ReadonlySet<string>): string {
  for (let i = 1; ; i += 1) {
    const candidate = i === 1 ? name : `${name}-${i}`
    if (!taken.has(candidate)) return candidate
  }
}

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
  const { recognised, several } = workload
  const { folder, runtime } = recognised
  const own = recognised.kind === 'server' ? serverLines(workload, recognised) : testLines(recognised)
  return [
    [`runtime: ${runtime}`, 'what runs it'],
    ...(folder === '' ? [] : placeLines(folder, several)),
    ...own,
  ]
}

function placeLines(folder: string, several: boolean): readonly Line[] {
  const directory: Line = [`directory: ${yaml(folder)}`, 'where its commands run']
  const changed: Line = [
    `changed: [${JSON.stringify(folder)}]`,
    'measured only when something in it changed; add what it shares with others',
  ]
  return several ? [directory, changed] : [directory]
}

function serverLines({ driver }: NamedWorkload, server: RecognisedServer): readonly Line[] {
  const { address, folder, setup, start } = server
  const root = folder === '' ? '' : '$LEAKDIFF_HEAD/'
  const run = driverOf(server).command
  const script = root === '' ? driver : `"${root}${driver}"`
  const ready: Line =
    address.kind === 'environment'
      ? ['ready: 127.0.0.1:$PORT', 'started once it listens there; leakdiff chooses PORT']
      : [
          `ready: 127.0.0.1:${address.port}`,
          `started once it listens there: the port that ${address.file} names`,
        ]
  return [
    ...setupLines(setup),
    [`start: ${yaml(start)}`, 'the long-lived program'],
    ready,
    [`round: ${yaml(`${run} ${script}`)}`, 'gives it work; exit 0 = the round was done'],
    [`operations: ${requests}`, `in a round: ${requests} requests to each path`],
  ]
}

const setupLines = (setup: string | null): readonly Line[] =>
  setup === null ? [] : [[`setup: ${yaml(setup)}`, 'builds one revision, once']]

const testLines = ({ setup, test }: RecognisedTests): readonly Line[] => [
  ...setupLines(setup),
  [`test: ${yaml(test)}`, 'tests as they are, repeated as rounds in one process'],
]

/** Plain where YAML takes it as this very string. */
const yaml = (text: string): string => stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd()
