import * as z from 'zod'
import { hows } from '../checkout/revision.ts'
import { shapes } from '../judge/shape.ts'

/** The result of a run, as `--json` writes it and every renderer reads it. Schema version 1. */

const how = z.enum(hows)
const verdict = z.enum(['pass', 'fail', 'inconclusive'])
const reason = z.strictObject({ code: z.string(), text: z.string(), remedy: z.string() })
const note = z.strictObject({ code: z.string(), text: z.string(), subject: z.exactOptional(z.string()) })
const spent = z.strictObject({ seconds: z.number(), spans: z.record(z.string(), z.number()) })
const commit = z.strictObject({ sha: z.string(), how })

const side = z.strictObject({
  perRound: z.number(),
  low: z.number(),
  high: z.number(),
})
const total = z.strictObject({
  quantity: z.string(),
  unit: z.string(),
  role: z.string(),
  base: side.extend({ series: z.array(z.array(z.number())) }).nullable(),
  head: side.extend({ series: z.array(z.array(z.number())) }),
  excess: z.number(),
  /** null: a growth of this total never fails the check. */
  budget: z.number().nullable(),
  smallestVisible: z.number(),
  leaks: z.boolean(),
  /**
   * How many of the workload's rounds each measured one was, all figures being those of one; left out: one.
   */
  repeat: z.int().positive().optional(),
  /** Of the newest head trial. */
  shape: z.enum(shapes).optional(),
})

const place = z.strictObject({ function: z.string(), file: z.string(), line: z.int().nonnegative() })
/** Neither `inProject` nor `inDependency`: the runtime's own. */
const frame = place.extend({
  inProject: z.boolean(),
  inDependency: z.boolean().optional(),
  changed: z.boolean(),
})

/** A sentence in parts: plain text, words of code, functions, and places of the source. */
const sentence = z.array(
  z.union([
    z.string(),
    z.strictObject({ code: z.string() }),
    z.strictObject({ function: z.string() }),
    z.strictObject({
      place: z.strictObject({
        file: z.string(),
        line: z.int().nonnegative(),
        inProject: z.boolean().optional(),
      }),
    }),
  ]),
)

/** What the runtime's people know of it, beyond what holds for every program. */
const advice = z.strictObject({
  /** How to end or release it. */
  next: sentence.optional(),
  /** What a task does now. */
  now: sentence.optional(),
  /** What a task is, in words with an article. */
  kind: z.string().optional(),
  /** Of a task that nothing can wake any more: its state without the mark of that, and who says so. */
  proof: z.strictObject({ state: z.string(), by: sentence }).optional(),
})

const finding = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  ruling: z.enum(['leak', 'worse', 'existing', 'fixed', 'waived', 'suspect']),
  quantity: z.string(),
  unit: z.string(),
  role: z.string(),
  /** The frame to read first; null, and `stack` empty, when a total has no site to show. */
  function: z.string().nullable(),
  stack: z.array(frame),
  /** The deepest frame below which nearly all of it was made, where that is not `function`. */
  inside: frame.nullable().optional(),
  base: side.nullable(),
  head: side,
  /** The figure of the leak, a round. */
  excess: z.number(),
  /** How much of `excess` `function` makes; left out: all of it. */
  own: z.number().optional(),
  perOperation: z.number(),
  budget: z.number().nullable(),
  shape: z.enum(shapes),
  state: z.string().nullable(),
  /** `inProject` is left out when it is not known. */
  createdBy: place.extend({ inProject: z.boolean().optional() }).nullable(),
  /** Of tasks that run the runtime's library alone: the call of the project that had them started. */
  startedBy: place.extend({ inProject: z.boolean() }).optional(),
  /** Of memory kept by listeners or callbacks: the project's function of which most are kept. */
  registeredBy: place.extend({ inProject: z.boolean(), changed: z.boolean() }).optional(),
  /** Calls of the runtime's library by which it was made. */
  through: z.array(z.string()).optional(),
  creators: z.array(z.strictObject({ function: z.string(), count: z.int() })),
  parts: z.array(
    z.strictObject({
      quantity: z.string(),
      role: z.string(),
      function: z.string().nullable(),
      /** Of tasks: what they wait for, or are. */
      state: z.string().optional(),
      perRound: z.number(),
      /** Of tasks that run the runtime's library alone: the call that had them started. */
      startedBy: place.extend({ inProject: z.boolean() }).optional(),
    }),
  ),
  holders: z.array(
    z.strictObject({
      path: z.string(),
      share: z.number(),
      /** What on the path grows, by its own name. */
      collection: z.string().optional(),
      why: z.string(),
    }),
  ),
  /** What for the runtime took memory beside its heap in the diagnostic run, by its own names. */
  native: z
    .strictObject({
      bytes: z.number(),
      kinds: z.array(z.strictObject({ name: z.string(), share: z.number() })),
      /** How much more resident memory there was, where most of it is none of these; else 0. */
      resident: z.number(),
    })
    .optional(),
  changedLines: z.array(
    z.strictObject({
      file: z.string(),
      line: z.int(),
      /**
       * stack: a frame of the finding stands on it. dependency: it takes `package`. near: new code close to
       * such a frame. removed: lines after it were taken out. rewritten: it stands in the place of another.
       * holder: it names what holds the growth. alone: it is all code that the pull request changes.
       */
      why: z.enum(['stack', 'dependency', 'near', 'removed', 'rewritten', 'holder', 'alone']).optional(),
      /** The line that was taken out, where it was one. */
      text: z.string().optional(),
      /**
       * The function behind a part of the finding to which it leads, where nothing of the finding's own does.
       */
      part: z.string().optional(),
      /** A frame only calls `package`, whose compiled code has no frames. */
      called: z.literal(true).optional(),
      /** It was started by way of `package`, of which no frame stands on its stack. */
      started: z.literal(true).optional(),
      package: z.string().optional(),
      /** null: the line names a folder. */
      version: z.string().nullable().optional(),
      /** The list of versions, or the property, by which the line takes `package`, which it does not name. */
      by: z.string().optional(),
    }),
  ),
  /** Nothing of the functions that led to it is changed, for certain. */
  untouched: z.literal(true).optional(),
  /**
   * A waiver that names it. Only `applied` excuses: exceeded, more grows than it allows; not alone,
   * something else grows too.
   */
  waiver: z
    .strictObject({
      site: z.string(),
      quantity: z.string().nullable(),
      upTo: z.number(),
      reason: z.string(),
      expires: z.string(),
      state: z.enum(['applied', 'exceeded', 'not alone']),
    })
    .nullable(),
  advice: advice.optional(),
  /** The waivers that would excuse it. */
  accept: z.array(z.strictObject({ site: z.string(), quantity: z.string(), upTo: z.number() })).optional(),
})

const workload = z.strictObject({
  name: z.string(),
  runtime: z.string(),
  /**
   * What the runtime calls a task, and what a task's stack tells: where it runs now, or where it was created.
   */
  tasks: z
    .strictObject({ one: z.string(), many: z.string(), stack: z.enum(['running', 'creation']) })
    .optional(),
  verdict,
  reasons: z.array(reason),
  notes: z.array(note),
  operations: z.number(),
  /** Measured rounds of the longest trial. */
  rounds: z.int(),
  /** Seconds that the measured rounds of head's longest trial took. */
  watched: z.number().optional(),
  trials: z.strictObject({ base: z.int(), head: z.int() }),
  spent,
  totals: z.array(total),
  findings: z.array(finding),
})

export const resultSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ version: z.string() }),
  verdict,
  reasons: z.array(reason),
  spent,
  base: commit.nullable(),
  head: commit.extend({
    /**
     * Where GitHub's merge of a pull request was measured: its own commit,
     * and where the lines stand there that differ.
     */
    pullRequest: z
      .strictObject({
        sha: z.string(),
        moved: z.record(z.string(), z.array(z.strictObject({ from: z.int(), by: z.int().nullable() }))),
      })
      .optional(),
  }),
  workloads: z.array(workload),
})

export type Result = z.infer<typeof resultSchema>
export type WorkloadResult = Result['workloads'][number]
export type TotalResult = WorkloadResult['totals'][number]
export type FindingResult = WorkloadResult['findings'][number]
export type ReasonResult = Result['reasons'][number]
