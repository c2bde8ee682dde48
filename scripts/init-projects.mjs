// Repositories as their frameworks' guides lay them out, for `leakdiff init`: one text a project in
// test/init/projects. Its first line says of which table it is, what installs it, and who is to be named for
// the leak; then come its files. A line that starts with `+leak+` is of the leaking version alone, one with
// `-leak-` of the clean one.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './scenario.mjs'

const folder = join(root, 'test/init/projects')

/** Every project, those of one table together. */
export function projects() {
  const tables = ['node', 'go', 'tests']
  const all = readdirSync(folder).map((file) => projectOf(file.replace(/\.txt$/, '')))
  return all.sort((a, b) => tables.indexOf(a.table) - tables.indexOf(b.table) || (a.name < b.name ? -1 : 1))
}

/**
 * @returns {{ name: string, table: string, install: string, culprit: string, clean: Record<string, string>,
 * leaky: Record<string, string> }}
 */
export function projectOf(name) {
  const [head, ...sections] = readFileSync(join(folder, `${name}.txt`), 'utf8').split(/^=== /m)
  const [table, install, culprit] = head.split('|').map((word) => word.trim())
  const files = (leaks) =>
    Object.fromEntries(
      sections.map((section) => {
        const [file, ...lines] = section.split('\n')
        return [file, lines.flatMap((line) => lineOf(line, leaks)).join('\n')]
      }),
    )
  return { name, table, install, culprit, clean: files(false), leaky: files(true) }
}

function lineOf(line, leaks) {
  const [, sign, text] = /^([+-])leak[+-](.*)$/.exec(line) ?? []
  if (sign === undefined) return [line]
  return (sign === '+') === leaks ? [text] : []
}

/** The clean project as somebody has it who followed the guide: installed, committed. */
export function make({ clean, install, name }, repository) {
  write(clean, repository)
  const [manager, ...modules] = install.split(' ')
  const run = (command, ...args) =>
    execFileSync(command, args, { cwd: repository, stdio: ['ignore', 'ignore', 'pipe'], env: environment() })
  if (manager === 'go') {
    for (const module of modules) run('go', 'get', module)
    run('go', 'mod', 'tidy')
  } else if (manager === 'none') {
    // It has no dependencies, and no module of its own.
  } else if (manager === 'npm') run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error')
  else if (manager === 'yarn-berry') installBerry(repository, run)
  else run(manager, 'install')
  writeFileSync(join(repository, '.gitignore'), `${ignored.join('\n')}\n`)
  const git = (...args) => run('git', '-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args)
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message', `${name}, as the guide says`)
}

const ignored = [
  ...['node_modules', 'dist', 'build', '.next', '.react-router'],
  ...['.pnp.*', '.yarn/cache', '.yarn/unplugged', '.yarn/install-state.gz'],
]

/**
 * A later yarn, as `yarn set version` leaves it: the repository has its own, which installs no node_modules.
 */
function installBerry(repository, run) {
  const released = '.yarn/releases/yarn-berry.cjs'
  mkdirSync(join(repository, dirname(released)), { recursive: true })
  copyFileSync(join(managers, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js'), join(repository, released))
  write({ '.yarnrc.yml': `enableTelemetry: false\nyarnPath: ${released}\n`, 'yarn.lock': '' }, repository)
  run('yarn', 'install')
}

export function write(files, repository) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, file)), { recursive: true })
    writeFileSync(join(repository, file), text)
  }
}

const managers = join(root, '.cache/managers')

/** pnpm and yarn as a team has them installed. */
export function environment() {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    PATH: `${join(managers, 'node_modules/.bin')}:${process.env.PATH}`,
  }
}

const versions = ['pnpm@9.15.9', 'yarn@1.22.22', '@yarnpkg/cli-dist@4.18.1']

/** Installs them, where they are not. */
export function installManagers() {
  mkdirSync(managers, { recursive: true })
  // Else npm installs them into the project above.
  writeFileSync(join(managers, 'package.json'), '{}')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...versions], {
    cwd: managers,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
