/** The runtimes that a configuration may name. */
export const runtimeNames = ['go', 'node'] as const

/** Those whose programs can write profiles of their own, which need no instrumentation. */
export const profileWriters: readonly RuntimeName[] = ['go']

export type RuntimeName = (typeof runtimeNames)[number]
