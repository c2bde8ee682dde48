import * as z from 'zod'
import { hows } from '../checkout/revision.ts'
import { type Quantity, quantities } from '../profile/profile.ts'
import { runtimeNames } from '../runtimes/names.ts'
import { siteLimit, stackLimit } from './site-table.ts'
import type { Trial } from './trial.ts'

/** What is believed of a trial file: it may come from anybody's pull request. */
const absurd = 'no figure that a program can have'

export const limits = {
  inflated: 64 * 1024 * 1024,
  sites: siteLimit,
  stack: stackLimit,
  text: 20_000,
  /** Of lists that a program or a measurement makes short. */
  list: 10_000,
  /** Rounds of the workload in a measured one. */
  repeat: 1000,
  /**
   * Of objects and of lists in one file, before any is made: each takes many times the memory of its text.
   */
  objects: 2_000_000,
  lists: 6_000_000,
} as const

const text = z.string().max(limits.text)
/**
 * More than any program has of anything;
 * sums of so many as fit into a file stay far from what a number can hold.
 */
const most = 1e15
const figure = z.number().min(-most, { error: absurd }).max(most, { error: absurd })
const amount = z.number().min(0, { error: absurd }).max(most, { error: absurd })
const count = z.int().nonnegative()
const short = <T extends z.ZodType>(item: T) => z.array(item).max(limits.list).readonly()
const quantity = z.enum(Object.keys(quantities) as [Quantity, ...Quantity[]])
const location = z.discriminatedUnion('origin', [
  z.strictObject({ origin: z.literal('project'), path: text }),
  z.strictObject({
    origin: z.literal('dependency'),
    package: text,
    version: text.nullable(),
    path: text.nullable(),
  }),
  z.strictObject({ origin: z.literal('runtime'), path: text.optional() }),
])
const frame = z.strictObject({ function: text, file: text, line: count, site: text, location })
const tasks = z.strictObject({
  state: text.nullable(),
  minutes: amount.nullable(),
  creators: short(z.strictObject({ frame, count: amount })),
})
const site = z.strictObject({
  role: count,
  quantity,
  stack: z.array(count).max(limits.stack).readonly(),
  tasks: z.exactOptional(tasks),
})
const total = z.strictObject({ role: count, quantity, value: amount })
const snapshot = z.strictObject({
  elapsed: amount,
  settled: z.boolean(),
  totals: short(total),
  sites: z
    .array(z.tuple([count, figure]).readonly())
    .max(limits.sites)
    .readonly(),
})
const role = z.strictObject({
  name: text,
  started: z.boolean(),
  seen: z.enum(['probe', 'proc']),
  processes: count,
  renewed: z.exactOptional(z.literal(true)),
  repeat: z.exactOptional(z.int().positive().max(limits.repeat)),
})
const reason = z.strictObject({ code: text, text, remedy: text })
const how = z.enum(hows)

const trial = z.strictObject({
  schemaVersion: z.literal(1),
  workload: text,
  workloadHash: text,
  side: z.enum(['base', 'head']),
  number: z.int().positive(),
  stage: z.enum(['first', 'confirm']),
  sha: z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, { error: 'not the name of a commit' }),
  how,
  runtime: z.enum(runtimeNames),
  versions: z.strictObject({ leakdiff: text, toolchain: text }),
  host: z.strictObject({ cpus: count, image: text }),
  roles: short(role),
  frames: z.array(frame).max(limits.sites).readonly(),
  sites: z.array(site).max(limits.sites).readonly(),
  period: amount,
  rounds: short(snapshot),
  drained: snapshot.nullable(),
  idled: z.exactOptional(snapshot),
  failures: short(reason),
  notes: short(
    z.strictObject({
      code: text,
      text,
      subject: z.exactOptional(text),
      paths: z.exactOptional(short(text)),
    }),
  ),
  seconds: amount,
  alone: z.exactOptional(z.literal(true)),
})

/** The trial file: shape, limits, and every index pointing at something that is there. */
export const trialFileSchema = trial.superRefine((file, context) => {
  const problem = strayIndex(file)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

/** JSON Schema (draft 2020-12) of the trial file; `schema/trial.schema.json` holds the same. */
export function trialJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    title: 'leakdiff trial',
    description: 'One fresh start of the measured program, with all figures after every round.',
    ...z.toJSONSchema(trial, { target: 'draft-2020-12' }),
  }
}

function strayIndex({ drained, frames, idled, roles, rounds, sites }: Trial): string | null {
  const snapshots = [...rounds, ...[idled, drained].flatMap((s) => s ?? [])]
  const strayFrame = sites.some((s) => s.stack.some((index) => index >= frames.length))
  const straySite = snapshots.some((s) => s.sites.some(([index]) => index >= sites.length))
  const strayRole = [...sites, ...snapshots.flatMap((s) => s.totals)].some((s) => s.role >= roles.length)
  if (strayFrame) return 'a stack names a frame that is not there'
  if (straySite) return 'a snapshot names a site that is not there'
  return strayRole ? 'a site or total names a role that is not there' : null
}
