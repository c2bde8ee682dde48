import * as z from 'zod'
import { quantities } from '../profile/profile.ts'
import { type DiffResult, diffQuantities, granularities } from './diff.ts'

const units = [...new Set(diffQuantities.map((quantity) => quantities[quantity]))]

/** What `leakdiff diff --json` writes; published as schema/diff.schema.json, from `z.toJSONSchema(diffResultSchema)`. */
export const diffResultSchema = z.strictObject({
  schemaVersion: z.literal(1),
  quantity: z.enum(diffQuantities),
  unit: z.enum(units),
  by: z.enum(granularities),
  rows: z.array(z.strictObject({ name: z.string(), flat: z.int(), cumulative: z.int() })),
}) satisfies z.ZodType<DiffResult>

/** The JSON Schema that schema/diff.schema.json publishes. */
export function diffJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(diffResultSchema)
}
