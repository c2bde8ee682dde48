import Module from 'node:module'

/** What is changed in a module of a test runner. */
export interface ModuleChange {
  readonly file: RegExp
  /** A module that holds this has to hold `known` as well. */
  readonly mark: RegExp
  readonly known: RegExp
  readonly ours: string
}

/** In every text that we have changed. */
export const done = `Symbol.for('leakdiff.`

/**
 * The text of a module of `runner` with our change. Throws when it is not as we know it:
 * tests that are not repeated must not pass.
 */
export function changed(
  text: string,
  { mark, known, ours }: Omit<ModuleChange, 'file'>,
  runner: string,
): string {
  if (text.includes(done)) return text // loaders of a process and of its workers may both be asked
  if (mark.test(text) && !known.test(text)) throw new Error(otherShape(runner))
  return text.replace(known, ours)
}

export const otherShape = (runner: string): string =>
  `leakdiff does not know this version of ${runner}: use a newer leakdiff, or measure a program.`

interface Compiling {
  _compile(this: unknown, text: string, file: string, ...more: unknown[]): unknown
}

/**
 * Changes the one CommonJS module of `changes` that is loaded. From then on Node's own loader is back in its
 * place, so that nothing of ours stands in the stacks of modules that tests load.
 */
export function changeModule(changes: Readonly<Record<string, ModuleChange>>): void {
  const loader = Module.prototype as unknown as Compiling
  const original = loader._compile
  const ours: Compiling['_compile'] = function (text, file, ...more) {
    const [runner, change] =
      Object.entries(changes).find(([, { file: at, mark }]) => at.test(file) && mark.test(text)) ?? []
    if (runner === undefined || change === undefined) return original.call(this, text, file, ...more)
    if (loader._compile === ours) loader._compile = original
    return original.call(this, changed(text, change, runner), file, ...more)
  }
  loader._compile = ours
}
