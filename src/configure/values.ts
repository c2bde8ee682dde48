import { posix } from 'node:path'
import * as z from 'zod'
import type { Budget, Endpoint, Ready } from './config.ts'
import { countPattern, parseSize, sizePattern } from './quantities.ts'
import { parseReady, readyForms } from './ready.ts'

/** The schemas of single values; each says in one phrase what it expects. */

const commandError = 'expected a command'
// A NUL byte cannot be passed to any process.
export const commandSchema = z
  .string({ error: commandError })
  .trim()
  .min(1, { error: commandError })
  .refine((text) => !text.includes('\0'), { error: 'expected a command without NUL bytes' })

const pathError = 'expected a path inside the repository, relative and without ..'
export const pathSchema = z
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

const driverEntry = pathSchema.refine((path) => path !== '.' && path.split('/')[0] !== '.git', {
  error: 'expected a part of the repository: all of head over base would measure head twice',
})
export const driverSchema = z.array(driverEntry, { error: 'expected a list of files and folders' })

const copyEntry = pathSchema.refine((path) => path !== '.' && path.split('/')[0] !== '.git', {
  error: 'expected a part of the checkout',
})
export const copySchema = z.array(copyEntry, { error: 'expected a list of files and folders' })

const globError = 'expected a glob inside the repository, such as api/** or go.mod'
const glob = z
  .string({ error: globError })
  .trim()
  .min(1, { error: globError })
  .refine((text) => isInside(text.replace(/^!/, '')), { error: globError })
export const globsSchema = z.array(glob, { error: 'expected a list of globs' })

export const readySchema = z.string({ error: readyForms }).transform((text, ctx): Ready => {
  const ready = parseReady(text.trim())
  if (ready.kind !== 'problem') return ready
  ctx.addIssue({ code: 'custom', message: ready.problem, input: text })
  return z.NEVER
})

const filesError = 'expected a glob such as mem-*.pprof or $LEAKDIFF_DIR/mem-*.pprof'
export const filesGlobSchema = z
  .string({ error: filesError })
  .trim()
  .min(1, { error: filesError })
  .refine((text) => !text.includes('\0') && !text.startsWith('!'), { error: filesError })

const endpointError = 'expected the URL of a pprof endpoint, such as http://127.0.0.1:6060/debug/pprof'
const endpointUrl = z.string({ error: endpointError }).regex(/^https?:\/\/\S+$/, { error: endpointError })
const namedEndpoints = z
  .record(z.string().min(1), endpointUrl)
  .refine((map) => Object.keys(map).length > 0, { error: endpointError })

export const profilesSchema = z
  .union([endpointUrl, namedEndpoints], { error: `${endpointError}, or a map of such by name` })
  .transform((profiles): readonly Endpoint[] =>
    typeof profiles === 'string'
      ? [{ name: null, url: profiles }]
      : Object.entries(profiles).map(([name, url]) => ({ name, url })),
  )

/** `auto`, `off`, or a number of units; sizes (kB, KiB, …) for bytes alone. */
export function budgetSchema(isBytes: boolean) {
  const forms = isBytes ? 'a number of bytes or a size such as 64 kB or 8 KiB' : 'a number'
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

const repeatError = 'expected auto, or a whole number from 1 to 1000'
const repeatNumber = z
  .int({ error: repeatError })
  .min(1, { error: repeatError })
  .max(1000, { error: repeatError })

/** How often a measured round runs the workload's own. */
export const repeatSchema = z.union([z.literal('auto'), repeatNumber], { error: repeatError })
