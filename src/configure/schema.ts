import * as z from 'zod'
import { inFile, isList, type Key, type KeyType } from './key.ts'
import { groupHelp, runKeys, workloadKeys } from './keys.ts'
import { groupOf } from './settings.ts'
import { budgetSchema, oneOfSchema, valueSchemas, wholeSchema } from './values/values.ts'
import { excuseKeys, waiverSchema, waiverShape } from './values/waiver.ts'

type Shape = Readonly<Record<string, z.ZodType>>

function schemaOf(type: KeyType): z.ZodType {
  if (typeof type === 'string') return valueSchemas[type]
  if ('oneOf' in type) return oneOfSchema(type.oneOf)
  return 'budget' in type ? budgetSchema(type.budget.endsWith('-bytes')) : wholeSchema(type)
}

/** The schema of a key that may be left out. */
function keySchema({ type, help, default: value }: Key): z.ZodType {
  const schema = schemaOf(type)
  if (value !== undefined) return schema.prefault(inFile(type, value)).meta({ description: help })
  return (isList(type) ? schema.default([]) : schema.optional()).meta({ description: help })
}

const mapError = 'expected a map of keys'

/**
 * `settle.quiet` and `settle.limit` as the map `settle`: left out like its keys,
 * but never empty when none has a default.
 */
function groupSchema(group: string, keys: readonly Key[]): z.ZodType {
  const shape = shapeOf(keys.map((key) => ({ ...key, name: key.name.slice(group.length + 1) })))
  const meta = { description: groupHelp[group] ?? '' }
  if (keys.some((key) => key.default !== undefined))
    return z.strictObject(shape, { error: mapError }).prefault({}).meta(meta)
  const error = `expected a map with at least one of ${Object.keys(shape).join(', ')}`
  return z
    .strictObject(shape, { error })
    .refine((map) => Object.values(map).some((value) => value !== undefined), { error })
    .optional()
    .meta(meta)
}

function shapeOf(keys: readonly Key[]): Shape {
  const entries = keys.map((key): [string, z.ZodType] => {
    const group = groupOf(key)
    const isGrouped = group !== key.name
    return [
      group,
      isGrouped
        ? groupSchema(
            group,
            keys.filter((other) => groupOf(other) === group),
          )
        : keySchema(key),
    ]
  })
  return Object.fromEntries(entries)
}

const waivers = z
  .array(waiverSchema, { error: 'expected a list of waivers' })
  .prefault([])
  .meta({ description: 'Sites that may grow: up to how much, why, and until when.' })
const workload = z.strictObject({ ...shapeOf(workloadKeys), waivers }, { error: mapError })

// The name is a part of paths and of reports.
const namePattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/
const name = z
  .string()
  .regex(namePattern, { error: 'expected a name of letters, digits, dots, dashes and underscores' })

/** The defaults of the run come last, after file and inputs, so the schema only tells them. */
const runShape: Shape = Object.fromEntries(
  (runKeys as readonly Key[]).map(({ name, type, help: description, default: value }) => [
    name,
    schemaOf(type)
      .optional()
      .meta(value === undefined ? { description } : { description, default: value }),
  ]),
)

/**
 * The configuration as it is written. Durations come out in milliseconds, budgets in units,
 * `ready` in its form.
 */
export const configSchema = z.strictObject(
  {
    workloads: z
      .record(name, workload, { error: 'expected a map of workloads by name' })
      .optional()
      .meta({ description: 'What to measure, by name.' }),
    ...runShape,
  },
  { error: 'expected a map with the key workloads' },
)

export type CheckedWorkload = z.output<typeof workload>

/** The keys known at a place of the configuration: [] its top, ['workloads', name] a workload, … */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(configSchema.shape)
  if (path.length === 2) return Object.keys(workload.shape)
  const group = String(path[2])
  if (group === 'waivers' && path[4] === 'with') return path.length === 6 ? excuseKeys : []
  if (group === 'waivers') return path.length === 4 ? Object.keys(waiverShape) : []
  return workloadKeys.flatMap((key) =>
    key.name.startsWith(`${group}.`) ? [key.name.slice(group.length + 1)] : [],
  )
}

/** JSON Schema (2020-12) of the configuration file: what schema/config.schema.json holds. */
export function configJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { io: 'input' })
  return { $schema, title: 'leakdiff configuration', ...schema }
}
