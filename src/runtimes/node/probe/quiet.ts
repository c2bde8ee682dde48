import { setFlagsFromString } from 'node:v8'

/** Compile each function once and fully when it first runs, and keep the code. */
const compileOnce = ['--no-flush-bytecode', '--always-sparkplug', '--no-lazy-feedback-allocation']

/**
 * An inlined function is missing from the stacks of what it allocates:
 * sites would change as the program warms up.
 */
const everyFrame = ['--no-turbo-inlining', '--no-maglev-inlining']

/**
 * Before V8 13 the optimisers leave their notes among the program's objects,
 * 5 to 10 kB a round while it warms up.
 */
const neverOptimise = ['--no-opt', '--no-maglev']

/**
 * Code that V8 makes and throws away as a program warms up is most of what moves in a clean heap:
 * some 40 kB a round with V8's defaults, 1 to 3 kB with these flags. They cost peak speed,
 * but change nothing that a program can see.
 */
function quietFlags(v8: string): readonly string[] {
  return Number.parseInt(v8, 10) >= 13 ? [...compileOnce, ...everyFrame] : [...compileOnce, ...neverOptimise]
}

export function quietV8(): void {
  for (const flag of quietFlags(process.versions.v8)) setFlagsFromString(flag)
}
