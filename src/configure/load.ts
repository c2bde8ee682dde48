import { ConfigError } from '../errors.ts'
import type { Config, Workload } from './config.ts'
import type { Key } from './key.ts'
import { runKeys } from './keys.ts'
import { minimalConfig } from './minimal.ts'
import { configSchema, knownKeys } from './schema.ts'
import { settingsOf } from './settings.ts'
import { defaultFile, defaultFiles, namedFile, textSource } from './sources/file.ts'
import {
  actionInputs,
  givenInputs,
  type InputNames,
  type Inputs,
  inputSource,
  workloadInputs,
} from './sources/inputs.ts'
import { didYouMean } from './sources/nearest.ts'
import { problemsError, problemsOf } from './sources/problems.ts'
import type { ConfigSource, Problem } from './sources/source.ts'
import { contradictions, formProblems, workloadOf } from './workload.ts'

export { configInput } from './sources/file.ts'
export { workloadHash } from './workload.ts'

export interface ConfigRequest {
  /** Root of the checkout in which leakdiff was started, never base's. */
  readonly root: string
  /**
   * A file, relative to `root`; without it, and without `configText`, .github/leakdiff.yml if it is there.
   */
  readonly configFile?: string | undefined
  /** YAML text given in place of a file. */
  readonly configText?: string | undefined
  /** Scalar keys by name (`inputKeys`); empty ones count as left out. */
  readonly inputs: Inputs
  /** Measure these workloads alone: names, with commas between several. */
  readonly workload?: string | undefined
  /** Name of a workload that inputs define without a name. */
  readonly defaultName: string
  /** Left out: those of the action. */
  readonly naming?: InputNames
}

/** The checked configuration. Throws ConfigError that lists every problem of a source with its place. */
export async function loadConfig(request: ConfigRequest): Promise<Config> {
  const naming = request.naming ?? actionInputs
  const inputs = givenInputs(request.inputs, naming)
  const written = await writtenSource(request)
  const fromFile = written === null ? nothing : read(written)
  const name = inputName(request, inputs, fromFile.workloads, naming)
  const source = inputSource(inputs, name, naming)
  const fromInputs = read(source)
  refuseBoth(source, fromInputs.workloads, written, fromFile.workloads, isChosen(request, inputs))

  const workloads = [...fromFile.workloads, ...fromInputs.workloads]
  if (workloads.length === 0) throw noWorkload(written)
  return {
    ...settingsOf(runKeys, { ...runDefaults, ...fromFile.run, ...fromInputs.run }),
    workloads: request.workload === undefined ? workloads : selected(workloads, request.workload),
  }
}

/** What one source says. */
interface Read {
  readonly workloads: readonly Workload[]
  /** Keys of the run, by their names in the file, without those left out. */
  readonly run: Readonly<Record<string, unknown>>
}
const nothing: Read = { workloads: [], run: {} }

const runDefaults = Object.fromEntries((runKeys as readonly Key[]).map((key) => [key.name, key.default]))

async function writtenSource({ root, configFile, configText }: ConfigRequest): Promise<ConfigSource | null> {
  if (configText !== undefined && configText.trim() !== '') return await textSource(configText, 'config')
  if (configFile !== undefined && configFile.trim() !== '') return await namedFile(root, configFile)
  return await defaultFile(root)
}

function read(source: ConfigSource): Read {
  if (source.value === null) {
    throw problemsError([{ place: source.label, text: 'is empty: expected a map with the key workloads' }])
  }
  const parsed = configSchema.safeParse(source.value)
  if (!parsed.success) {
    const found = problemsOf(source, parsed.error.issues, knownKeys)
    throw problemsError([...found, ...formsOf(source)], source.described)
  }
  const { workloads: byName = {}, ...run } = parsed.data
  const named = Object.entries(byName)
  const problems = named.flatMap(([name, checked]) => contradictions(source, name, checked))
  const all = [...formsOf(source), ...problems]
  if (all.length > 0) throw problemsError(all, source.described)
  return { workloads: named.map(([name, checked]) => workloadOf(name, checked)), run }
}

/**
 * What is wrong with the forms of workloads, also of those that are wrong in other places:
 * all is told at once.
 */
function formsOf(source: ConfigSource): readonly Problem[] {
  const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const workloads = isMap(source.value) ? source.value.workloads : null
  if (!isMap(workloads)) return []
  return Object.entries(workloads).flatMap(([name, written]) =>
    isMap(written) ? formProblems(source, name, written) : [],
  )
}

const isChosen = ({ workload }: ConfigRequest, inputs: Inputs) =>
  inputs.name !== undefined || workload !== undefined

function inputName(
  { workload, defaultName }: ConfigRequest,
  inputs: Inputs,
  others: readonly Workload[],
  { of: naming }: InputNames,
): string {
  const name = inputs.name?.trim()
  if (name === undefined || workloadInputs(inputs).length > 0) return name ?? workload ?? defaultName
  throw new ConfigError(
    `${naming('name')} names a workload, and nothing else of that workload is given`,
    others.length > 0
      ? `Leave ${naming('name')} out, or name a workload of the file: ${namesOf(others)}.`
      : `Give ${naming('start')} and ${naming('round')} as well.`,
  )
}

/**
 * Two places that define workloads are fine only when somebody gave the one in the inputs a name of its own.
 */
function refuseBoth(
  source: ConfigSource,
  given: readonly Workload[],
  written: ConfigSource | null,
  others: readonly Workload[],
  chosen: boolean,
): void {
  const [workload] = given
  if (workload === undefined || written === null || others.length === 0) return
  const same = others.some(({ name }) => name === workload.name)
  if (!same && chosen) return
  const what = same
    ? `The workload \`${workload.name}\` is defined twice`
    : 'Workloads are defined in two places'
  throw new ConfigError(
    `${what}: in ${written.label} (${namesOf(others)}) and by ${source.label}`,
    `Keep it in one place: remove ${source.label}, or remove the workload from ${written.label}.`,
  )
}

function selected(workloads: readonly Workload[], names: string): readonly Workload[] {
  const chosen = names
    .split(/[,\s]+/)
    .filter((name) => name !== '')
    .map((name) => select(workloads, name))
  return workloads.filter((workload) => chosen.includes(workload))
}

function select(workloads: readonly Workload[], name: string): Workload {
  const found = workloads.find((workload) => workload.name === name)
  if (found !== undefined) return found
  const names = workloads.map((workload) => workload.name)
  throw new ConfigError(
    `There is no workload \`${name}\`${didYouMean(name, names)}`,
    `Defined are: ${names.join(', ')}.`,
  )
}

function noWorkload(written: ConfigSource | null): ConfigError {
  return new ConfigError(
    written === null ? 'There is no workload to measure' : `${written.label} defines no workload`,
    `Let \`leakdiff init\` write a first one, give \`start\` and \`round\` (or \`test\`, or \`run\`) as inputs, or start from this in ${written?.label ?? defaultFiles[0]}:\n\n${minimalConfig}`,
  )
}

const namesOf = (workloads: readonly Workload[]): string => workloads.map(({ name }) => name).join(', ')
