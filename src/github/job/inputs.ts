import * as core from '@actions/core'
import { basicOf } from '../../checkout/git/environment.ts'
import type { Side } from '../../checkout/revision.ts'
import type { Texts } from '../../configure/committed.ts'
import { inputKeys } from '../../configure/keys.ts'
import { ConfigError } from '../../errors.ts'
import { keepPrivate, keepSecret, knowPublic } from '../../secrets.ts'
import { trialNumber } from '../../trial/shards.ts'

/** compare: all in this job. measure: one side, for a later job. report: what other jobs measured. */
type Mode = 'compare' | 'measure' | 'report'

/** What the workflow gave the step. An input left out, or empty, is null. */
export interface Inputs {
  readonly mode: Mode
  /** The side that `measure` measures. */
  readonly side: Side | null
  /** The one trial that `measure` measures. */
  readonly trial: number | null
  /** The directory of trial files that `report` reads. */
  readonly shards: string | null
  /** Where actions/checkout has put the repository, when it was given a `path`. */
  readonly path: string | null

  readonly token: string | null
  /** A path or YAML text. */
  readonly config: string | null
  /** The one workload of the configuration file to measure. */
  readonly workload: string | null
  readonly base: string | null
  readonly commentKey: string | null
  /** The leg of the matrix, as JSON. */
  readonly matrix: string
  /** How many legs it has. */
  readonly legs: number
  /** Which of them this is, from 0 on; null: nobody said. */
  readonly leg: number | null
  /** null: when the runner can keep artifacts. */
  readonly artifact: boolean | null
  /** null: when the runner has one. */
  readonly cache: boolean | null
  /** Every scalar key of the configuration that was given, `name` among them. */
  readonly scalars: Readonly<Record<string, string>>
  /** Every input as it was given, by its name in lower case. */
  readonly given: Texts
}

/**
 * Reads all inputs; the token is masked in the log from here on. Throws ConfigError for `artifact: maybe`.
 */
export function readInputs(): Inputs {
  const token = given('token')
  if (token) for (const secret of [token, basicOf(token)]) core.setSecret(secret)
  keepSecret(...(token === null ? [] : [token, basicOf(token)]))
  const all = givenIn(process.env)
  keepPrivate(
    ...Object.entries(all).flatMap(([name, value]) =>
      labels.includes(name) || isCommit(value) ? [] : [value],
    ),
  )
  knowPublic(...ordinary)
  return {
    mode: oneOf('mode', ['compare', 'measure', 'report']) ?? 'compare',
    side: oneOf('side', ['base', 'head']),
    trial: trialNumber('the input `trial`', given('trial')),
    shards: given('shards'),
    path: given('path'),
    token,
    config: given('config'),
    workload: given('workload'),
    base: given('base'),
    commentKey: given('comment-key'),
    matrix: given('matrix') ?? 'null',
    legs: numberOf('legs') || 1,
    leg: numberOf('leg'),
    artifact: yesOrNo('artifact'),
    cache: yesOrNo('cache'),
    given: all,
    scalars: Object.fromEntries(
      inputKeys.flatMap(({ input: key }) => {
        const value = given(key)
        return value === null ? [] : [[key, value]]
      }),
    ),
  }
}

const isCommit = (text: string): boolean => /^[0-9a-f]{7,64}$/.test(text)

/** What a workload and a leg are called in reports. */
const labels = ['name', 'workload', 'matrix']

/** What an input may be set to by its own description. */
const ordinary = ['inconclusive', 'when-needed']

function givenIn(env: NodeJS.ProcessEnv): Texts {
  const named = Object.entries(env).filter(([name, value]) => name.startsWith('INPUT_') && value)
  return Object.fromEntries(
    named.map(([name, value = '']) => [name.slice('INPUT_'.length).toLowerCase(), value]),
  )
}

function given(name: string): string | null {
  return core.getInput(name) || null
}

function numberOf(name: string): number | null {
  const value = given(name)
  if (value === null || /^\d{1,6}$/.test(value)) return value === null ? null : Number(value)
  throw new ConfigError(`the input \`${name}\` is not a number`, 'Leave it as it is in action.yml.')
}

function oneOf<const T extends string>(name: string, values: readonly T[]): T | null {
  const value = given(name)
  const known = values.find((v) => v === value)
  if (value === null || known !== undefined) return known ?? null
  throw new ConfigError(`the input \`${name}\` is \`${value}\``, `Write ${values.join(' or ')}.`)
}

function yesOrNo(name: string): boolean | null {
  const value = given(name)
  if (value === null) return null
  try {
    return core.getBooleanInput(name)
  } catch (cause) {
    throw new ConfigError(`the input \`${name}\` is \`${value}\``, 'Write true or false.', { cause })
  }
}
