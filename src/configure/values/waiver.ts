import * as z from 'zod'
import type { Excuse, Waiver } from '../config.ts'
import { budgetKeys } from '../keys.ts'
import { countPattern, parseSize, sizePattern } from './units.ts'

const quantities = Object.values(budgetKeys)
const isBytes = (quantity: string) => quantity.endsWith('-bytes')

const text = (expected: string) => z.string({ error: expected }).trim().min(1, { error: expected })
const boundError = 'expected a number, or a size such as 64 kB, that a round may grow by'
const bound = z.union(
  [z.number().min(0), z.string().regex(new RegExp(`${sizePattern.source}|${countPattern.source}`))],
  { error: boundError },
)
const dayError = 'expected the last valid day, such as 2027-03-01'
const day = z.string({ error: dayError }).refine(isDay, { error: dayError })

const excuseShape = {
  site: text('expected a function, in which * is any run of characters')
    .refine((site) => /[^*\s]/.test(site), { error: 'expected more than *: name what is excused' })
    .meta({ description: 'A function on the stack; * is any run of characters, all else is literal.' }),
  quantity: z
    .enum(quantities, { error: `expected one of ${quantities.join(', ')}` })
    .optional()
    .meta({ description: 'What may grow; left out: whatever is counted in the unit of up-to.' }),
  'up-to': bound.meta({
    description: 'How much more a round may leave on head than on base, in the whole process.',
  }),
}

const excuseSchema = z.strictObject(excuseShape, { error: 'expected a map of keys' })

export const excuseKeys = Object.keys(excuseShape)

export const waiverShape = {
  ...excuseShape,
  with: z
    .array(excuseSchema.transform(excuseOf), { error: 'expected a list of site, quantity and up-to' })
    .prefault([])
    .meta({ description: 'What else grows by the same leak, each with its own site, quantity and bound.' }),
  reason: text('expected the reason why this may grow').meta({ description: 'Why this may grow.' }),
  expires: day.meta({
    description: 'Last valid day, UTC; afterwards the waiver is ignored, and that is said.',
  }),
}

/** One waiver as it is written. */
export const waiverSchema = z
  .strictObject(waiverShape, { error: 'expected a map of keys' })
  .transform((written, ctx): Waiver => {
    const { reason, expires, with: others } = written
    return { ...excuseOf(written, ctx), with: others, reason, expires }
  })

type Written = z.infer<typeof excuseSchema>

function excuseOf({ 'up-to': upTo, ...written }: Written, ctx: z.RefinementCtx): Excuse {
  const { quantity = null, site } = written
  const sized = typeof upTo === 'string' && /[B]$/.test(upTo)
  if (sized && quantity !== null && !isBytes(quantity)) {
    const message = `expected a number of ${quantity}`
    ctx.addIssue({ code: 'custom', path: ['up-to'], message, input: upTo })
    return z.NEVER
  }
  const unit = sized || (quantity !== null && isBytes(quantity)) ? 'bytes' : 'count'
  const value = typeof upTo === 'number' ? upTo : (parseSize(upTo) ?? 0)
  return { site, quantity, upTo: value, unit }
}

function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
  )
}
