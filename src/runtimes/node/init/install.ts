import { posix } from 'node:path'
import { foldersAbove, subtree } from '../../onboarding/folders.ts'
import type { Surroundings, Tree } from '../../onboarding/onboarding.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** How a package and what it depends on are installed and built. */
export interface Installation {
  /** Without a build. */
  readonly install: string
  /** What builds it, in the same folder; null: nothing does. */
  readonly build: string | null
  /** `npm`, `pnpm`, `yarn`. */
  readonly manager: string
  readonly warnings: readonly string[]
  /** A command as it finds what is installed. */
  readonly run: (command: string) => string
  /** Of a workspace, what else in the repository the package is made of. */
  readonly shares: readonly string[]
  /** Where its modules, and those of what it shares, are installed. */
  readonly modules: readonly string[]
}

const lockFiles: readonly (readonly [file: string, manager: string, install: string])[] = [
  ['pnpm-lock.yaml', 'pnpm', 'pnpm install --frozen-lockfile'],
  ['yarn.lock', 'yarn', 'yarn install'],
  ['package-lock.json', 'npm', 'npm ci --no-audit --no-fund'],
  ['npm-shrinkwrap.json', 'npm', 'npm ci --no-audit --no-fund'],
]

/**
 * As the lock file says, which may stand in the root of the workspace; with the build of that root where it
 * has one.
 */
export function installationOf(tree: Tree, manifest: Manifest, around: Surroundings): Installation {
  const root = workspaceRoot(around)
  const own = lockIn(tree)
  const shared = own === null && root !== null ? lockIn(subtree(around.repository, root.folder)) : null
  const [file, manager, install] = own ?? shared ?? [null, 'npm', 'npm install --no-audit --no-fund']
  const command = manager === 'yarn' ? yarnInstall(around, root?.folder ?? around.folder) : install
  const up = root === null || own !== null ? '' : posix.relative(around.folder, root.folder)
  const ownBuild = manifest.scripts.build === undefined ? null : `${manager} run build`
  const rootBuild =
    up === '' || root?.manifest.scripts.build === undefined ? null : `(cd ${up} && ${manager} run build)`
  const used = up === '' || root === null ? [] : usedOf(manifest, around, root)
  const folders = [around.folder, ...(up === '' || root === null ? [] : [root.folder]), ...used]
  return {
    install: up === '' ? command : `(cd ${up} && ${command})`,
    build: rootBuild ?? ownBuild,
    manager,
    run: manager === 'yarn' && isPlugAndPlay(around, root?.folder ?? around.folder) ? byYarn : (text) => text,
    warnings: file === null && manifest.dependencies.length > 0 ? [unlocked(tree)] : [],
    shares: up === '' || root === null ? [] : [...used, ...filesOf(root, file)],
    modules: folders.map((folder) => inFolder(folder, 'node_modules')),
  }
}

const lockIn = (tree: Tree) => lockFiles.find(([file]) => tree.files.includes(file)) ?? null

/** Yarn of version 1 has another word for it than the later ones, which note it in their settings. */
function yarnInstall({ repository }: Surroundings, folder: string): string {
  const isModern =
    repository.files.includes(inFolder(folder, '.yarnrc.yml')) ||
    /^__metadata:/m.test(repository.read(inFolder(folder, 'yarn.lock')) ?? '')
  return `yarn install ${isModern ? '--immutable' : '--frozen-lockfile'}`
}

/**
 * Whether yarn installs no folder node_modules, and Node finds packages through yarn alone:
 * https://yarnpkg.com/features/pnp.
 */
function isPlugAndPlay(around: Surroundings, folder: string): boolean {
  const settings = around.repository.read(inFolder(folder, '.yarnrc.yml')) ?? ''
  return (
    yarnInstall(around, folder).endsWith('--immutable') &&
    !/^nodeLinker:\s*['"]?(?:node-modules|pnpm)\b/m.test(settings)
  )
}

/** `A=1 npx jest`, `node server.js`: started by yarn. */
const byYarn = (command: string): string =>
  command.replace(/(^|&& |\b[A-Z_]\w*=\S+ )(npx|node) /g, (_, before: string, program: string) =>
    program === 'npx' ? `${before}yarn ` : `${before}yarn node `,
  )

function unlocked(tree: Tree): string {
  const bun = tree.files.find((file) => /^bun\.lockb?$/.test(file))
  if (bun !== undefined)
    return `${bun} is read by Bun alone, which leakdiff does not measure: npm installs, and both sides may get other versions of dependencies. Commit package-lock.json as well.`
  return 'There is no lock file: both sides may get other versions of dependencies. Commit package-lock.json.'
}

interface Root {
  readonly folder: string
  readonly manifest: Manifest
  readonly globs: readonly string[]
}

/** The folder above that names this package as one of its workspace. */
function workspaceRoot({ folder, repository }: Surroundings): Root | null {
  for (const at of foldersAbove(folder)) {
    const tree = subtree(repository, at)
    if (!tree.files.includes('package.json')) continue
    const manifest = readManifest(tree)
    const globs = [...manifest.workspaces, ...pnpmGlobs(tree)]
    if (globs.some((glob) => matches(glob, posix.relative(at, folder))))
      return { folder: at, manifest, globs }
  }
  return null
}

const pnpmGlobs = (tree: Tree): readonly string[] => {
  const list = /^packages:\s*\n((?:\s*-.*\n?)+)/m.exec(tree.read('pnpm-workspace.yaml') ?? '')?.[1] ?? ''
  return [...list.matchAll(/-\s*['"]?([^'"\n#]+)/g)].map(([, glob = '']) => glob.trim())
}

/** `apps/*`, `packages/**`, `apps/api`. */
const matches = (glob: string, path: string): boolean =>
  new RegExp(
    `^${glob
      .replace(/^\.\//, '')
      .replace(/\/$/, '')
      .replace(/[.+]/g, '\\$&')
      .replace(/\*\*/g, '\0')
      .replace(/\*/g, '[^/]*')
      .replaceAll('\0', '.*')}$`,
  ).test(path)

const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

/** The lock file and the manifest of the workspace. */
const filesOf = (root: Root, lock: string | null): readonly string[] =>
  [lock, 'package.json'].flatMap((file) => (file === null ? [] : [inFolder(root.folder, file)]))

export interface Member {
  readonly folder: string
  readonly manifest: Manifest
}

const membersOf = (repository: Tree, root: Pick<Root, 'folder' | 'globs'>): readonly Member[] =>
  repository.files.flatMap((file) => {
    const folder = posix.dirname(file)
    const isMember =
      posix.basename(file) === 'package.json' &&
      root.globs.some((glob) => matches(glob, posix.relative(root.folder, folder)))
    return isMember ? [{ folder, manifest: readManifest(repository, file) }] : []
  })

/** The packages of which this one is the root. */
export function packagesOf(tree: Tree, manifest: Manifest, around: Surroundings): readonly Member[] {
  const root = { folder: around.folder, globs: [...manifest.workspaces, ...pnpmGlobs(tree)] }
  return membersOf(around.repository, root)
}

/** The packages of the workspace that it depends on, directly or not: their folders. */
function usedOf(manifest: Manifest, { repository }: Surroundings, root: Root): readonly string[] {
  const members = membersOf(repository, root)
  const used = new Set<(typeof members)[number]>()
  const walk = ({ dependencies }: Manifest): void => {
    for (const member of members)
      if (member.manifest.name !== null && dependencies.includes(member.manifest.name) && !used.has(member)) {
        used.add(member)
        walk(member.manifest)
      }
  }
  walk(manifest)
  return [...used].map(({ folder }) => folder)
}
