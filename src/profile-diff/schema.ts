import * as z from 'zod'
import { type DiffResult, granularities } from './diff.ts'

/**
 * What `leakdiff diff --json` writes; published as schema/diff.schema.json, from
 * `z.toJSONSchema(diffResultSchema)`.
 */
export const diffResultSchema = z.strictObject({
  schemaVersion: z.literal(1),
  quantity: z.string(),
  unit: z.string(),
  by: z.enum(granularities),
  total: z.number(),
  of: z.number(),
  moments: z.int().min(3).exactOptional(),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      flat: z.number(),
      cumulative: z.number(),
      steps: z.array(z.number()).exactOptional(),
    }),
  ),
}) satisfies z.ZodType<DiffResult>

/** The JSON Schema that schema/diff.schema.json publishes. */
export function diffJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(diffResultSchema)
}
