import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { openRepository } from '../checkout/git/repository.ts'
import { parseDuration } from '../configure/values/units.ts'
import { ConfigError, InconclusiveError } from '../errors.ts'
import { candidates, type Initialised, initialise, type NewFile, writeFiles } from '../init/init.ts'
import type { Recognised } from '../init/recognise/recognise.ts'
import type { Failed, Worked } from '../init/try/tried.ts'
import { minimalFile } from '../init/write/minimal.ts'
import type { NamedWorkload } from '../init/write/named.ts'
import { givenSource, ownSource } from '../init/write/source.ts'
import { isCI } from '../log.ts'
import { maskSecrets } from '../measure/process/secrets.ts'
import { out } from './out.ts'
import { interruptible } from './terminal/interrupt.ts'
import { createProgress } from './terminal/progress.ts'

export interface InitFlags {
  readonly action?: string | undefined
  readonly timeLimit?: string | undefined
  readonly yes?: boolean | undefined
  readonly dryRun?: boolean | undefined
}

/**
 * `leakdiff init`: the exit status. Throws UserError when nothing is recognised,
 * InconclusiveError when nothing of it worked.
 */
export const initCommand = (flags: InitFlags): Promise<number> =>
  interruptible((signal) => initialised(flags, signal))

async function initialised(
  { action, dryRun = false, timeLimit = '2m', yes = false }: InitFlags,
  signal: AbortSignal,
): Promise<number> {
  const repository = await openRepository(process.cwd())
  const source = action === undefined ? await ownSource() : givenSource(action)
  const limit = limitOf(timeLimit)
  const all = await candidates(repository)
  if (!yes && !(await agreed(all, signal))) return 0
  const done = await tried({ repository, source, limit, signal }, all)
  signal.throwIfAborted()
  if (!dryRun) await writeFiles(repository, done.files)
  out(`${told(done, dryRun, source === null).join('\n')}\n`)
  if (done.workloads.length === 0 && done.failed.length > 0) throw nothingWorked(done)
  return 0
}

async function tried(
  request: Omit<Parameters<typeof initialise>[0], 'log'>,
  all: readonly Recognised[],
): Promise<Initialised> {
  const log = createProgress(process.stderr, isCI(process.env))
  try {
    return await initialise({ ...request, log }, all)
  } finally {
    log.end()
  }
}

function limitOf(text: string): number {
  const limit = parseDuration(text)
  if (limit !== null && limit > 0) return limit
  throw new ConfigError(`--time-limit is \`${text}\``, 'Write a duration: 90s, 2m.')
}

/** Whoever sits at a terminal is asked before programs of his are run. */
async function agreed(all: readonly Recognised[], signal: AbortSignal): Promise<boolean> {
  const { stderr, stdin } = process
  if (!stdin.isTTY || !stderr.isTTY) return true
  const commands = all.flatMap((one) => [
    ...(one.setup === null ? [] : [one.setup]),
    one.kind === 'tests' ? one.test : one.start,
  ])
  const sends = all.some(({ kind }) => kind === 'worker')
    ? 'Of a worker each task that needs no argument is sent, to the broker that its settings name.\n'
    : ''
  stderr.write(
    `To be tried in a copy of the working tree, until something works:\n${[...new Set(commands)].map((line) => `  ${line}\n`).join('')}${sends}`,
  )
  const terminal = createInterface({ input: stdin, output: stderr })
  try {
    // ^C and ^D close it, and leave the question open for ever.
    const closed = once(terminal, 'close').then(() => 'no')
    const question = terminal.question('Run these, and write what worked? [Y/n] ', { signal })
    const answer = await Promise.race([question, closed])
    return /^(?:y|yes|)$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}

function told(done: Initialised, dryRun: boolean, isUnknown: boolean): readonly string[] {
  const { failed, files, kept, untried, workloads } = done
  return [
    ...workloads.map(workedLine),
    ...notesOf(workloads).map((text) => `note        ${text}`),
    ...workloads.flatMap(stoodInLines),
    ...failed.flatMap(failedLines),
    ...(untried > 0 ? [`not tried   ${untried} more programs of this repository`] : []),
    ...kept.map((file) => `left alone  ${file}: it was there already`),
    ...files.flatMap((one) => (dryRun ? shown(one) : [`wrote       ${one.file}`])),
    ...(isUnknown && workloads.length > 0 ? [unknownSource] : []),
    ...(failed.length > 0 && workloads.length === 0
      ? []
      : ['', nextStep(files, dryRun), '', '  leakdiff run']),
  ]
}

const nextStep = (files: readonly NewFile[], dryRun: boolean): string => {
  if (dryRun) return 'Nothing was written. Next: the same without --dry-run, then'
  return files.length === 0 ? 'Nothing to write.' : 'Next: look at what was written, then'
}

const shown = ({ file, text }: NewFile): readonly string[] => [
  `would write ${file}`,
  ...text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`),
]

function workedLine({ name, tried: one }: NamedWorkload): string {
  const { folder, seen } = one.recognised
  const where = folder === '' ? '' : `${folder}: `
  return `works       ${name}: ${where}${seen.join('; ')}${didWords(one)}`
}

function didWords(one: Worked): string {
  switch (one.kind) {
    case 'server':
      return serverWords(one)
    case 'worker':
      return `; a round sends ${one.jobs.length} of its tasks, ${one.left.length} left out`
    case 'tests':
      return `; ${one.roles.length} ran twice`
  }
}

function serverWords({
  exchanges,
  left,
  place,
  start,
  recognised,
}: Extract<NamedWorkload['tried'], { kind: 'server' }>): string {
  const with_ = start === recognised.start ? '' : `, by \`${start}\``
  const at = place.port === null ? '$PORT' : `port ${place.port}`
  return `${with_}; it listens on ${at} and answers ${exchanges.length}, ${left.length} left out`
}

function notesOf(workloads: readonly NamedWorkload[]): readonly string[] {
  return workloads.flatMap(({ name, tried: one }) => {
    const fixed =
      one.kind === 'server' && one.place.port !== null
        ? [
            `The program listens on port ${one.place.port} whatever PORT is: nothing else may listen there while leakdiff runs. If the program reads PORT from the environment, leakdiff chooses a free port.`,
          ]
        : []
    return [...one.recognised.warnings, ...fixed, ...(one.kind === 'tests' ? one.notes : [])].map(
      (text) => `${name}: ${text}`,
    )
  })
}

/** CI has no checkout with everything installed: what failed here must not be a surprise there. */
function stoodInLines({ name, tried: { recognised, stoodIn } }: NamedWorkload): readonly string[] {
  if (stoodIn === null) return []
  const { output, paths, why } = stoodIn
  const { setup } = recognised.installed ?? { setup: null }
  return [
    `note        ${name}: \`${recognised.setup}\` failed here, so it was tried with ${paths.join(' and ')} of your checkout. In CI it has to work; to measure here as well, give \`copy: ${JSON.stringify(paths)}\` and ${setup === null ? 'no `setup`' : `\`setup: ${setup}\``}.`,
    `            ${maskSecrets(why)}`,
    ...output.slice(-6).map((line) => `            | ${maskSecrets(line)}`),
  ]
}

const failedLines = ({ output, recognised, remedy, why }: Failed): readonly string[] => [
  `did not work ${recognised.folder === '' ? '' : `${recognised.folder}: `}${recognised.seen.join('; ')}`,
  `            ${why}`,
  `            ${remedy}`,
  // What was seen before it was tried may be why.
  ...recognised.warnings.map((text) => `            ${text}`),
  ...output.slice(-12).map((line) => `            | ${line}`),
]

function nothingWorked({ failed }: Initialised): InconclusiveError {
  const [first] = failed
  const start = first === undefined ? '' : `\n\n${minimalFile(first.recognised)}`
  return new InconclusiveError(
    'nothing-worked',
    'Nothing that was recognised worked when it was tried, and nothing was written.',
    `Mend what is told above, or start from this .github/leakdiff.yml: ${start}`,
  )
}

const unknownSource =
  'not written  .github/workflows/leakdiff.yml: a local copy of leakdiff cannot pin itself. Name the action: --action OWNER/NAME@SHA'
