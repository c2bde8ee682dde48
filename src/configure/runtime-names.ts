/** The runtimes that a configuration may name. */
export const runtimeNames = ['go', 'node'] as const
export type RuntimeName = (typeof runtimeNames)[number]
