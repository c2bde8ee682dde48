import { declaredCommands } from '../../onboarding/declared.ts'
import type { Tree } from '../../onboarding/onboarding.ts'
import type { Manifest } from './manifest.ts'

/** A command that may start the package's server. */
export interface Start {
  readonly command: string
  /** With more arguments, where they do not simply follow. */
  readonly withArguments?: (words: string) => string
  /** In words. */
  readonly seen: string
}

const reloads =
  /\b(?:nodemon|ts-node-dev|tsnd|tsx watch|node-dev|concurrently)\b|--watch\b|\bwatch\b|\b(?:next|nuxt|astro|remix|react-router|vinxi|wrangler|nuxi) (?:vite:)?dev\b|^vite(?: dev| serve)?(?: --\S+(?: \S+)?)*$/
export const scriptNames = [
  'start',
  'start:prod',
  'start:production',
  'prod',
  'production',
  'serve',
  'server',
  'preview',
  'start:server',
  'start:api',
]

/**
 * Ways to start the server, the likeliest first: scripts that do not reload, what the other files of the
 * project run, the scripts of development without their reloading, and files that listen.
 */
export function starts(
  tree: Tree,
  manifest: Manifest,
  manager: string,
  listening: readonly string[],
): readonly Start[] {
  const { scripts } = manifest
  const named = scriptOrder(scripts).flatMap((name) => {
    const script = scripts[name]
    return script === undefined || reloads.test(script) || isNothing(script)
      ? []
      : [ofScript(name, script, manifest, manager)]
  })
  const declared = declaredCommands(tree)
    .map(({ command, file }) => ({ command: command.replace(/^exec\s+/, ''), file }))
    .filter(({ command }) => /^(?:[A-Z_]+=\S+\s+)*(?:node|npx)\s/.test(command) && !reloads.test(command))
    .map(({ command, file }): Start => ({ command, seen: `started by \`${command}\`, as ${file} does` }))
  const developed = developing(scripts).flatMap((name) => {
    const script = withoutReloading(settled(scripts[name] ?? '', tree, manifest))
    return script === null
      ? []
      : [{ command: script, seen: `started by \`${script}\`, the script \`${name}\` without its reloading` }]
  })
  const files = filesThatListen(manifest, listening).map(
    (command): Start => ({ command, seen: `started by \`${command}\`` }),
  )
  const all = [...named, ...declared, ...developed, ...files]
  return all.filter((one, i) => all.findIndex(({ command }) => command === one.command) === i).slice(0, most)
}

/** What compiles at every start comes behind what starts the program that was built. */
const scriptOrder = ({ start = '' }: Manifest['scripts']): readonly string[] =>
  /^nest start|\bts-node\b/.test(start)
    ? [...scriptNames.slice(1, 5), 'start', ...scriptNames.slice(5)]
    : scriptNames

/** Each costs a start. */
const most = 5

/**
 * What `npm init` writes, what starts something else, and what starts another package, which is tried itself.
 */
const isNothing = (script: string): boolean =>
  /^echo\b|^react-scripts\b|^(?:bun|deno)\b|^expo\b|^electron\b/.test(script) || ofAnother.test(script)

const ofAnother =
  /^(?:npm|pnpm|yarn|npx)\b.*\s(?:-w|--workspaces?|--filter|-F|-C|--prefix|--cwd)(?:[\s=]|$)|^(?:npx )?(?:turbo|nx|lerna|rush|moon)\s|^yarn workspaces?\s|^cd\s/

function ofScript(name: string, script: string, { scripts }: Manifest, manager: string): Start {
  // The program itself, without a package manager around it, ends at once when it is told to.
  const direct =
    /^(?:[A-Z_][A-Z0-9_]*=[\w./:-]+ )*node [\w./ =@:-]+$/.test(script) && scripts[`pre${name}`] === undefined
  // Who builds at every start has it built once, by set-up.
  const built = /^(?:npm|yarn|pnpm)(?: run)? build\s*&&\s*(node [\w./ =-]+)$/.exec(script)?.[1]
  if (direct || built !== undefined)
    return { command: built ?? script, seen: `started by \`${built ?? script}\`` }
  const run = name === 'start' ? `${manager} start` : `${manager} run ${name}`
  const dashes = manager === 'npm' ? ' -- ' : ' '
  return {
    command: run,
    withArguments: (words) => `${run}${dashes}${words}`,
    seen: `started by \`${run}\` (${script})`,
  }
}

/** Scripts that reload what they start, the one of the whole first. */
const developing = (scripts: Manifest['scripts']): readonly string[] => [
  ...['start', 'dev', 'develop', 'start:dev'],
  ...Object.keys(scripts).filter((name) =>
    /^(?:dev|watch)[:-](?:server|api|backend|http)$|^(?:server|api)[:-]dev$/.test(name),
  ),
]

/** `nodemon` alone, with what its settings, or `main`, have it start. */
function settled(script: string, tree: Tree, { main }: Manifest): string {
  if (!/\bnodemon$/.test(script.trim())) return script
  const [, exec] =
    /"exec"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(tree.read('nodemon.json') ?? tree.read('package.json') ?? '') ??
    []
  return exec === undefined ? `${script.trim()} ${main ?? 'index.js'}` : `${script.trim()} --exec '${exec}'`
}

/** The same program as a development script starts, once and for good; null: not known of this one. */
function withoutReloading(script: string): string | null {
  if (!reloads.test(script)) return null
  const [, variables = '', rest = ''] =
    /^((?:(?:cross-env )?(?:[A-Z_][A-Z0-9_]*=\S+ )+)?)(.*)$/.exec(script) ?? []
  const given = variables.replace('cross-env ', '')
  const [, tsx] =
    /^(?:npx )?tsx (?:watch )?(.*)$/.exec(rest.replace(/\s*--(?:watch|clear-screen=false)(?=\s|$)/g, '')) ??
    []
  if (tsx !== undefined) return `${given}npx tsx ${tsx}`
  const [, tsnode] =
    /^(?:ts-node-dev|tsnd) (?:--(?:respawn|transpile-only|transpileOnly|rs) )*(\S+)/.exec(rest) ?? []
  if (tsnode !== undefined) return `${given}npx ts-node --transpile-only ${tsnode}`
  if (/^node /.test(rest))
    return `${given}${rest.replace(/\s--watch(?:-path(?:=|\s)\S+|-preserve-output)?/g, '')}`
  const [, file, exec] =
    /^nodemon (?:-w \S+ |--watch \S+ |-e \S+ |--ext \S+ )*(?:(\S+\.[cm]?[jt]s)|(?:-x|--exec) ['"]?([^'"]+))/.exec(
      rest,
    ) ?? []
  if (exec !== undefined) return `${given}${/^(?:node|npx|npm|yarn|pnpm) /.test(exec) ? exec : `npx ${exec}`}`
  if (file !== undefined) return `${given}${/ts$/.test(file) ? 'npx tsx' : 'node'} ${file}`
  if (/^next dev/.test(rest)) return `${given}npx next start`
  if (/^nest start/.test(rest)) return `${given}npx nest start`
  return /^vite\b/.test(rest) ? `${given}npx vite preview` : null
}

function filesThatListen({ dependencies, main }: Manifest, listening: readonly string[]): readonly string[] {
  const scripts = listening.filter((file) => /\.[cm]?js$|(?:^|\/)bin\//.test(file))
  const typed = listening.filter((file) => /\.[cm]?ts$/.test(file))
  const first = scripts.filter((file) => file === main)
  const built = main !== undefined && /^(?:\.\/)?(?:dist|build|lib|out)\//.test(main) ? [`node ${main}`] : []
  const runner = dependencies.includes('tsx')
    ? 'npx tsx'
    : dependencies.includes('ts-node')
      ? 'npx ts-node'
      : null
  return [
    ...built,
    ...[...first, ...scripts.filter((file) => file !== main)].map((file) => `node ${file}`),
    // A Node of today runs TypeScript by itself.
    ...typed.map((file) => `${runner ?? 'node'} ${file}`),
  ]
}
