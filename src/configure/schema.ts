import * as z from 'zod'
import { runtimeNames } from '../runtimes/names.ts'
import { type BudgetKey, budgetKeys } from './config.ts'
import { inputKeys, type runKeys, type workloadKeys } from './keys.ts'
import { durationPattern, parseDuration } from './quantities.ts'
import {
  budgetSchema,
  commandSchema,
  copySchema,
  driverSchema,
  filesGlobSchema,
  globsSchema,
  pathSchema,
  profilesSchema,
  readySchema,
} from './values.ts'
import { waiverSchema, waiverShape } from './waiver.ts'

type Key = (typeof workloadKeys | typeof runKeys)[number]['key']

const keyOf = (key: Key) =>
  inputKeys.find((entry) => entry.key === key) ?? { key, description: '', default: '' }
const described = (key: Key) => ({ description: keyOf(key).description })

function whole(key: Key, least: number, most: number, why = '') {
  const error = `expected a whole number from ${least} to ${most}${why}`
  const integer = z.int({ error }).min(least, { error }).max(most, { error })
  return integer.default(Number(keyOf(key).default)).meta(described(key))
}

// setTimeout fires at once for anything above 24.8 days.
const longest = 24 * 3_600_000

function duration(key: Key) {
  return durationText().prefault(keyOf(key).default).meta(described(key))
}

function durationText() {
  const error = 'expected a duration from 1ms to 24h, such as 250ms, 10s, 2m or 1h'
  const text = z.string({ error }).regex(durationPattern, { error })
  return text.transform((value, ctx) => {
    const parsed = parseDuration(value)
    if (parsed !== null && parsed >= 1 && parsed <= longest) return parsed
    ctx.addIssue({ code: 'custom', message: error, input: value })
    return z.NEVER
  })
}

function oneOf<const T extends readonly string[]>(values: T) {
  return z.enum(values, { error: `expected ${values.slice(0, -1).join(', ')} or ${values.at(-1)}` })
}

function budget(name: BudgetKey) {
  const schema = budgetSchema(budgetKeys[name].endsWith('-bytes'))
  return schema.prefault(keyOf(`budgets-${name}`).default).meta(described(`budgets-${name}`))
}

const mapError = 'expected a map of keys'
const settle = z.strictObject(
  { quiet: duration('settle-quiet'), limit: duration('settle-limit') },
  { error: mapError },
)
const timeout = z.strictObject(
  {
    setup: duration('timeout-setup'),
    ready: duration('timeout-ready'),
    round: duration('timeout-round'),
    stop: duration('timeout-stop'),
  },
  { error: mapError },
)
const budgets = z.strictObject(
  {
    heap: budget('heap'),
    external: budget('external'),
    tasks: budget('tasks'),
    files: budget('files'),
    threads: budget('threads'),
    objects: budget('objects'),
    rss: budget('rss'),
  },
  { error: mapError },
)

const files = z
  .strictObject(
    {
      heap: filesGlobSchema.optional().meta(described('files-heap')),
      tasks: filesGlobSchema.optional().meta(described('files-tasks')),
    },
    { error: 'expected a map with heap, tasks or both' },
  )
  .refine(({ heap, tasks }) => heap !== undefined || tasks !== undefined, {
    error: 'expected heap, tasks or both',
  })

const workload = z.strictObject(
  {
    runtime: oneOf(runtimeNames).optional().meta(described('runtime')),
    directory: pathSchema.prefault(keyOf('directory').default).meta(described('directory')),
    changed: globsSchema.prefault([]).meta(described('changed')),
    copy: copySchema.prefault([]).meta(described('copy')),
    driver: driverSchema.prefault([]).meta(described('driver')),
    setup: commandSchema.optional().meta(described('setup')),
    start: commandSchema.optional().meta(described('start')),
    ready: readySchema.optional().meta(described('ready')),
    round: commandSchema.optional().meta(described('round')),
    test: commandSchema.optional().meta(described('test')),
    run: commandSchema.optional().meta(described('run')),
    stop: commandSchema.optional().meta(described('stop')),
    operations: whole('operations', 1, 1e9),
    warmup: whole('warmup', 0, 10_000),
    rounds: whole('rounds', 6, 10_000, ': fewer rounds cannot be judged'),
    trials: whole('trials', 2, 20, ': a leak is believed once two fresh starts have shown it'),
    'measure-base': oneOf(['always', 'when-needed']).default('always').meta(described('measure-base')),
    settle: settle.prefault({}).meta({ description: 'When counts have settled after a round.' }),
    timeout: timeout.prefault({}).meta({ description: 'Time limits of the commands.' }),
    measure: oneOf(['all', 'started']).default('all').meta(described('measure')),
    profiles: profilesSchema.optional().meta(described('profiles')),
    snapshot: commandSchema.optional().meta(described('snapshot')),
    files: files.optional().meta({ description: 'Profiles that `run` writes itself, in place of the POST.' }),
    budgets: budgets.prefault({}).meta({ description: "Accepted excess per round of a role's totals." }),
    waivers: z
      .array(waiverSchema, { error: 'expected a list of waivers' })
      .prefault([])
      .meta({ description: 'Sites that may grow: up to how much, why, and until when.' }),
  },
  { error: mapError },
)

// The name is a part of paths and of reports.
const namePattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/
const name = z
  .string()
  .regex(namePattern, { error: 'expected a name of letters, digits, dots, dashes and underscores' })

/** The configuration as it is written. Durations come out in milliseconds, budgets in units, `ready` in its form. */
export const configSchema = z.strictObject(
  {
    workloads: z
      .record(name, workload, { error: 'expected a map of workloads by name' })
      .optional()
      .meta({ description: 'What to measure, by name.' }),
    comment: oneOf(['auto', 'always', 'never'])
      .optional()
      .meta({ ...described('comment'), default: keyOf('comment').default }),
    'fail-on': oneOf(['inconclusive', 'leak', 'never'])
      .optional()
      .meta({ ...described('fail-on'), default: keyOf('fail-on').default }),
    'time-limit': durationText().optional().meta(described('time-limit')),
  },
  { error: 'expected a map with the key workloads' },
)

export type WrittenWorkload = z.output<typeof workload>
export type WrittenConfig = z.output<typeof configSchema>

const groups = { settle: settle.shape, timeout: timeout.shape, files: files.shape, budgets: budgets.shape }

const isGroup = (key: PropertyKey | undefined): key is keyof typeof groups =>
  typeof key === 'string' && Object.hasOwn(groups, key)

/** The keys known at a place of the configuration: [] its top, ['workloads', name] a workload, … */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(configSchema.shape)
  if (path.length === 2) return Object.keys(workload.shape)
  const group = path[2]
  if (group === 'waivers') return path.length === 4 ? Object.keys(waiverShape) : []
  return isGroup(group) ? Object.keys(groups[group]) : []
}

/** JSON Schema (2020-12) of the configuration file: what schema/config.schema.json holds. */
export function configJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { io: 'input' })
  return { $schema, title: 'leakdiff configuration', ...schema }
}
