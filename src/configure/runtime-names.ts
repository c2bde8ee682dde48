/** The runtimes that a configuration may name. */
export const runtimeNames = ['go', 'node', 'python'] as const
export type RuntimeName = (typeof runtimeNames)[number]
