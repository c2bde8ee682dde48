const programs = /^(?:npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack)(?:-cli)?(?:-\d[\w.-]*?)?(?:\.[cm]?js)?$/

/**
 * True when `program` (process.argv[1], an absolute path) is a package manager's command line:
 * a wrapper around the program, never the program. Covers `npm-cli.js`, `pnpm.cjs`,
 * `.yarn/releases/yarn-4.9.1.cjs` and corepack's shims.
 */
export function isPackageManager(program: string | undefined): boolean {
  if (program === undefined) return false
  return programs.test(program.slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1))
}
