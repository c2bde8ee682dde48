import { relative } from 'node:path'
import { skippedWorkloads } from '../checkout/changes/changed-paths.ts'
import type { FileChange } from '../checkout/changes/changes.ts'
import { withoutLines } from '../checkout/changes/moved-lines.ts'
import type { Repository } from '../checkout/git/git.ts'
import type { Commit, Side } from '../checkout/revision.ts'
import type { Config, Workload } from '../configure/config.ts'
import { workloadHash } from '../configure/load.ts'
import { UserError } from '../errors.ts'
import { changedLines } from '../explain/blame/changed-lines.ts'
import type { Judgement } from '../judge/verdict.ts'
import { buildResult, filesOf } from '../report/build-result.ts'
import type { Result, WorkloadResult } from '../report/result.ts'
import { runtimes } from '../runtimes/index.ts'
import type { Runtime } from '../runtimes/runtime.ts'
import type { Note } from '../trial/both-sides.ts'
import { readTrial, trialFiles } from '../trial/file.ts'
import { commitsOf, joinShards, skippedCode, strangers } from '../trial/shards.ts'
import type { Reason, Trial } from '../trial/trial.ts'
import { version } from '../version.ts'
import { assemble, notMeasured } from './assemble.ts'
import { dayOf, decision, goalOf } from './decision.ts'
import { changesOf } from './prepare.ts'
import { linesOf } from './run.ts'

export interface ReportRequest {
  readonly config: Config
  readonly repository: Repository
  /** Directories that hold trial files, at any depth. */
  readonly directories: readonly string[]
  /** Whether a file is meant for this report, by its path below its directory; left out: each is. */
  readonly accepts?: (path: string) => boolean
  /** The head that was measured, when it is known here; trials of others are foreign. */
  readonly head?: Commit | undefined
  /** Given all trials that were read: what profiles and pictures are made of. */
  readonly onTrials?: ((trials: readonly Trial[]) => void) | undefined
  /** The pull request's own commit, when head's trials may be of GitHub's merge of it. */
  readonly merged?: string
}

/**
 * trial files → diff → judge → explain → report. Whoever wrote the files: only figures are taken from them,
 * never a verdict.
 */
export async function reportTrials(request: ReportRequest): Promise<Result> {
  const started = performance.now()
  const { trials, broken } = await readAll(request)
  request.onTrials?.(trials)
  const found = commitsOf(trials)
  const head = request.head ?? found.head ?? { sha: '', how: 'given' }
  const changes = await knownChanges(request.repository, { ...found, head })
  const expected = trials.filter((trial) => trial.side === 'base' || trial.sha === head.sha)
  const foreign = trials.filter((trial) => !expected.includes(trial))
  const skipped = await skippedOf(request, expected, { ...found, head })
  const workloads = request.config.workloads.map((workload) =>
    skipped.has(workload.name) ? notMeasured(workload) : reportWorkload(workload, expected, changes),
  )
  const names = request.config.workloads.map((workload) => workload.name)
  const reasons = [...broken, ...strangers(trials, names), ...otherHeads(foreign, head)]
  const judged = reasons.length === 0 ? workloads : workloads.map(unsure)
  const pullRequest = await mappedLines(request, head, judged)
  const seconds = (performance.now() - started) / 1000
  return buildResult({ version, head, base: found.base, reasons, pullRequest, workloads: judged, seconds })
}

/** As of a run; what cannot be mapped to a commit that GitHub names is not linked by line. */
async function mappedLines(
  { merged, repository }: ReportRequest,
  head: Commit,
  workloads: readonly WorkloadResult[],
) {
  if (merged === undefined || merged === head.sha) return await linesOf(repository, head, workloads)
  const mapped = isCommit(head) ? await linesOf(repository, { ...head, merged }, workloads) : null
  return mapped ?? withoutLines(merged, filesOf(workloads))
}

/** Nobody is accused, and nobody cleared, while something does not fit. */
const unsure = (workload: WorkloadResult): WorkloadResult => ({ ...workload, verdict: 'inconclusive' })

function reportWorkload(
  workload: Workload,
  all: readonly Trial[],
  changes: readonly FileChange[],
): WorkloadResult {
  const shards = joinShards(all, {
    name: workload.name,
    hash: workloadHash(workload),
    trials: workload.trials,
  })
  const name = workload.runtime ?? shards.trials[0]?.runtime ?? null
  const runtime = name === null ? null : runtimes[name]
  const today = dayOf(new Date())
  return assemble({
    workload,
    runtime,
    sides: shards,
    decide: runtime && decision(workload, runtime, today, changes),
    problems: shards.problems,
    late: null,
    notes: [],
    lastNotes: (judgement) => notDiagnosed(judgement, runtime),
    changedPaths: changes.map(({ path }) => path),
    explained: { changed: changedLines(changes) },
    today,
    spans: { measure: shards.trials.reduce((sum, trial) => sum + trial.seconds, 0) },
  })
}

function notDiagnosed(judgement: Judgement | null, runtime: Runtime | null): readonly Note[] {
  if (judgement === null || runtime === null || goalOf(judgement, runtime) === null) return []
  return [
    {
      code: 'not-diagnosed',
      text: 'Who holds it was not seen: a job that only reports starts no program for a diagnostic run.',
    },
  ]
}

/** What no job measured, and what the commits themselves say nobody had to. */
async function skippedOf(
  { config, repository }: ReportRequest,
  trials: readonly Trial[],
  { base, head }: Readonly<Record<Side, Commit | null>>,
): Promise<ReadonlySet<string>> {
  const named = trials.filter((trial) => trial.failures[0]?.code === skippedCode).map((t) => t.workload)
  const left = config.workloads.filter(
    ({ name }) =>
      named.includes(name) && trials.every((t) => t.workload !== name || t.failures[0]?.code === skippedCode),
  )
  if (left.length === 0 || !isCommit(base) || !isCommit(head)) return new Set()
  return await skippedWorkloads(repository, { base, head }, left)
}

const isCommit = (commit: Commit | null): commit is Commit =>
  commit !== null && /^[0-9a-f]{40,64}$/.test(commit.sha)

interface Read {
  readonly trials: readonly Trial[]
  readonly broken: readonly Reason[]
}

async function readAll({ accepts = () => true, directories }: ReportRequest): Promise<Read> {
  const trials: Trial[] = []
  const broken: Reason[] = []
  for (const directory of directories) {
    const files = (await trialFiles(directory)).filter((path) => accepts(relative(directory, path)))
    for (const path of files) {
      try {
        trials.push(await readTrial(path, relative(directory, path)))
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        broken.push({ code: 'shard-broken', text: error.message, remedy: error.remedy })
      }
    }
  }
  return { trials, broken }
}

function otherHeads(trials: readonly Trial[], head: Commit): readonly Reason[] {
  return [...new Set(trials.map((trial) => trial.sha))].slice(0, 10).map((sha) => ({
    code: 'shard-foreign',
    text: `There are trials of head ${sha.slice(0, 7)}, but ${head.sha.slice(0, 7)} is reported on.`,
    remedy: 'Hand over the trials of one run alone.',
  }))
}

/**
 * Which lines changed is told where both commits are known;
 * a name from a file is a commit's only when it looks like one.
 */
async function knownChanges(
  repository: Repository,
  { base, head }: Readonly<Record<Side, Commit | null>>,
): Promise<readonly FileChange[]> {
  if (!isCommit(base) || !isCommit(head)) return []
  try {
    return await changesOf({ repository, commits: { base, head } })
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}
