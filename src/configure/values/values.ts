import { posix } from 'node:path'
import * as z from 'zod'
import type { Budget, Endpoint, Values, WholeNumber } from '../key.ts'
import { type DriftBudget, parseDrift } from './drift.ts'
import { parseReady, type Ready, readyExpected } from './ready.ts'
import { countPattern, durationPattern, parseDuration, parseSize, sizePattern } from './units.ts'

/** The schemas of single values; each says in one phrase what it expects. */

const commandError = 'expected a command'
// A NUL byte cannot be passed to any process.
const command = z
  .string({ error: commandError })
  .trim()
  .min(1, { error: commandError })
  .refine((text) => !text.includes('\0'), { error: 'expected a command without NUL bytes' })

const pathError = 'expected a path inside the repository, relative and without ..'
const path = z
  .string({ error: pathError })
  .min(1, { error: pathError })
  .refine(isInside, { error: pathError })
  .transform((path) => posix.normalize(path).replace(/\/$/, ''))

function isInside(path: string): boolean {
  return (
    !posix.isAbsolute(path) &&
    !path.split('/').includes('..') &&
    !/[\0\\]/.test(path) &&
    !path.startsWith('~')
  )
}

const driverEntry = path.refine((path) => path !== '.' && path.split('/')[0] !== '.git', {
  error: 'expected a part of the repository: all of head over base would measure head twice',
})
const driver = z.array(driverEntry, { error: 'expected a list of files and folders' })

const copyEntry = path.refine((path) => path !== '.' && path.split('/')[0] !== '.git', {
  error: 'expected a part of the checkout',
})
const paths = z.array(copyEntry, { error: 'expected a list of files and folders' })

const globError = 'expected a glob inside the repository, such as api/** or Makefile'
const glob = z
  .string({ error: globError })
  .trim()
  .min(1, { error: globError })
  .refine((text) => isInside(text.replace(/^!/, '')), { error: globError })
const globs = z.array(glob, { error: 'expected a list of globs' })

const ready = z.string({ error: readyExpected }).transform((text, ctx): Ready => {
  const ready = parseReady(text.trim())
  if (ready.kind !== 'problem') return ready
  ctx.addIssue({ code: 'custom', message: ready.problem, input: text })
  return z.NEVER
})

const filesError = 'expected a glob such as mem-*.pprof or $LEAKDIFF_DIR/mem-*.pprof'
const writtenGlob = z
  .string({ error: filesError })
  .trim()
  .min(1, { error: filesError })
  .refine((text) => !text.includes('\0') && !text.startsWith('!'), { error: filesError })

const endpointError = 'expected the URL of a pprof endpoint, such as http://127.0.0.1:6060/debug/pprof'
const endpointUrl = z.string({ error: endpointError }).regex(/^https?:\/\/\S+$/, { error: endpointError })
const namedEndpoints = z
  .record(z.string().min(1), endpointUrl)
  .refine((map) => Object.keys(map).length > 0, { error: endpointError })

const endpoints = z
  .union([endpointUrl, namedEndpoints], { error: `${endpointError}, or a map of names to such URLs` })
  .transform((profiles): readonly Endpoint[] =>
    typeof profiles === 'string'
      ? [{ name: null, url: profiles }]
      : Object.entries(profiles).map(([name, url]) => ({ name, url })),
  )

// setTimeout fires at once for anything above 24.8 days.
const longest = 24 * 3_600_000
const durationError = 'expected a duration from 1ms to 24h, such as 250ms, 10s, 2m or 1h'
const duration = z
  .string({ error: durationError })
  .regex(durationPattern, { error: durationError })
  .transform((text, ctx) => {
    const parsed = parseDuration(text)
    if (parsed !== null && parsed >= 1 && parsed <= longest) return parsed
    ctx.addIssue({ code: 'custom', message: durationError, input: text })
    return z.NEVER
  })

const historyError = 'expected ref, off, or a directory'
const history = z
  .string({ error: historyError })
  .trim()
  .min(1, { error: historyError })
  .refine((text) => !text.includes('\0') && !text.startsWith('-'), { error: historyError })

const driftError = 'expected a share and a time, such as 5 % since v1.4 or 5 % since 90 days'
const drift = z.string({ error: driftError }).transform((text, ctx): DriftBudget => {
  const budget = parseDrift(text)
  if (budget !== null) return budget
  ctx.addIssue({ code: 'custom', message: driftError, input: text })
  return z.NEVER
})

export const valueSchemas = {
  command,
  path,
  paths,
  driver,
  globs,
  ready,
  endpoints,
  glob: writtenGlob,
  duration,
  history,
  drift,
} as const satisfies { readonly [Type in keyof Values]: z.ZodType<Values[Type]> }

export function wholeSchema({ from, to, because, auto }: WholeNumber): z.ZodType<number | 'auto'> {
  const why = because === undefined ? '' : `: ${because}`
  const error = `expected ${auto ? 'auto, or ' : ''}a whole number from ${from} to ${to}${why}`
  const whole = z.int({ error }).min(from, { error }).max(to, { error })
  return auto ? z.union([z.literal('auto'), whole], { error }) : whole
}

export function oneOfSchema(words: readonly string[]) {
  return z.enum(words, { error: `expected ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` })
}

/** `auto`, `off`, or a number of units; sizes (kB, KiB, …) for bytes alone. */
export function budgetSchema(isBytes: boolean) {
  const forms = isBytes ? 'a number of bytes, or a size such as 64 kB' : 'a number'
  const error = `expected auto, off, ${forms}`
  const number = z.number({ error }).min(0, { error })
  const text = z.string({ error }).regex(isBytes ? sizePattern : countPattern, { error })
  return z
    .union([z.literal(['auto', 'off'], { error }), number, text], { error })
    .transform((value): Budget => {
      if (typeof value === 'number' || value === 'auto' || value === 'off') return value
      return parseSize(value) ?? 'auto'
    })
}
