/** The package's version; the bundler puts it in. */
declare const __VERSION__: string | undefined
export const version: string = typeof __VERSION__ === 'undefined' ? '0.0.0-dev' : __VERSION__
