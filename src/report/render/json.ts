import * as z from 'zod'
import { UserError } from '../../errors.ts'
import type { Result } from '../result.ts'
import { resultSchema } from '../result.ts'

/**
 * The result as JSON text with a final newline. Throws when it breaks its own schema: that is a bug of ours,
 * never written.
 */
export function renderJson(result: Result): string {
  return `${JSON.stringify(resultSchema.parse(result), null, 2)}\n`
}

/** A result from a file. Throws UserError that names the first place which is not as the schema says. */
export function parseResult(text: string): Result {
  const checked = resultSchema.safeParse(jsonOf(text))
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  const place = issue === undefined || issue.path.length === 0 ? 'the top' : issue.path.join('.')
  throw new UserError(
    `This is not a leakdiff result: at ${place}, ${issue?.message ?? 'it is not as the schema says'}.`,
    'Use the file that --json wrote, with the same version of leakdiff.',
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError('The result is not valid JSON.', 'Use the file that --json wrote, as a whole.', {
      cause,
    })
  }
}

/** JSON Schema (draft 2020-12) of the result; `schema/result.schema.json` holds the same. */
export function resultJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    title: 'leakdiff result',
    description: 'What a run of leakdiff found, as --json writes it.',
    ...z.toJSONSchema(resultSchema, { target: 'draft-2020-12' }),
  }
}
