import { posix } from 'node:path'
import { foldersAbove, subtree } from '../../onboarding/folders.ts'
import type { Surroundings, Tree } from '../../onboarding/onboarding.ts'
import { listsPackages, locksPackages } from './lists.ts'
import { type PyProject, pyProjectOf } from './pyproject.ts'
import { isPackage } from './sources.ts'

/** How a project is installed into an environment of its own, and what runs a module there. */
export interface Installation {
  readonly setup: string
  /** What stands before a script or `-m module`. */
  readonly python: string
  /** The same with more packages than its lists name. */
  readonly withMore: (names: readonly string[]) => string
  readonly warnings: readonly string[]
  /** What else of the repository it is installed from, from its root. */
  readonly shares: readonly string[]
}

/**
 * Those that keep environments by the path of the project, outside of it: each revision would leave one
 * behind. They are told to make it in the project.
 */
const managers = [
  { lock: 'poetry.lock', install: 'POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction' },
  { lock: 'pdm.lock', install: 'PDM_VENV_IN_PROJECT=true pdm install --frozen-lockfile' },
  { lock: 'Pipfile.lock', install: 'PIPENV_VENV_IN_PROJECT=1 pipenv sync --dev' },
]

/**
 * By the lock file where there is one, else by what lists the packages; of a folder that has neither, as the
 * nearest one above it is installed.
 */
export function installationOf(tree: Tree, around: Surroundings): Installation {
  const treeAt = (folder: string) => (folder === around.folder ? tree : subtree(around.repository, folder))
  const above = foldersAbove(around.folder)
  const workspace = tree.files.some((file) => isBeside(file) && locksPackages(file))
    ? undefined
    : above.find((folder) => isWorkspace(treeAt(folder)))
  const found = workspace ?? [around.folder, ...above].find((folder) => isInstalled(treeAt(folder)))
  if (found === undefined || found === around.folder) return installed(tree, '')
  const shares = treeAt(found).files.filter((file) => isBeside(file) && isList(file))
  return {
    ...installed(treeAt(found), `${posix.relative(around.folder, found)}/`, tree),
    shares: shares.map((file) => posix.join(found, file)),
  }
}

/** Whether it stands in the folder itself. */
const isBeside = (file: string): boolean => !file.includes('/')

const isList = (file: string): boolean => listsPackages(file) || locksPackages(file)

/** Of uv, whose members are locked together: https://docs.astral.sh/uv/concepts/projects/workspaces/. */
const isWorkspace = (tree: Tree): boolean => tree.files.includes('uv.lock') && pyProjectOf(tree).isWorkspace

const isInstalled = (tree: Tree): boolean =>
  tree.files.some((file) => (isBeside(file) && isList(file)) || inFolder.test(file))

/** `up`: from the project, `own`, to the folder of its lists, `../`; '' where they are its own. */
function installed(tree: Tree, up: string, own: Tree = tree): Installation {
  const has = (file: string) => tree.files.includes(file)
  const settings = pyProjectOf(tree)
  if (has('uv.lock')) {
    const extras = pyProjectOf(own)
      .extras.filter(isForTests)
      .map((name) => ` --extra ${name}`)
    const uv = `uv sync --frozen${extras.join('')}`
    return whole(
      uv,
      'uv run --no-sync python',
      (names) => `${uv} && uv pip install --quiet ${names.join(' ')}`,
    )
  }
  const manager = managers.find(({ lock }) => has(lock)) ?? (settings.isPoetrys ? managers[0] : undefined)
  if (manager !== undefined) {
    const python = `${up}.venv/bin/python`
    return whole(
      manager.install,
      python,
      (names) => `${manager.install} && ${python} -m pip install --quiet ${names.join(' ')}`,
    )
  }
  if (isListAlone(tree, settings)) {
    const list = [
      '--requirement',
      `${up}pyproject.toml`,
      ...settings.extras.filter(isForTests).map((name) => `--extra ${name}`),
    ]
    const byUv = (more: readonly string[]) =>
      `${inVenv('uv')} && .venv/bin/uv pip install --quiet ${[...list, ...more].join(' ')}`
    return { ...whole(byUv([]), '.venv/bin/python', byUv), warnings: [unlocked] }
  }
  const packages = packagesOf(tree, settings, up)
  const setup = (more: readonly string[]) => inVenv([...packages.words, ...more].join(' '))
  return { ...whole(setup([]), '.venv/bin/python', setup), warnings: packages.warnings }
}

const whole = (setup: string, python: string, withMore: Installation['withMore']): Installation => ({
  setup,
  python,
  withMore,
  warnings: [],
  shares: [],
})

const pip = '.venv/bin/pip install --quiet --disable-pip-version-check'
/** Groups are known to pip since 25.1, and Python may bring an older one. */
const newer = `${pip} --upgrade pip`

const inVenv = (words: string): string =>
  [
    'python3 -m venv .venv',
    ...(words.includes('--group ') ? [newer] : []),
    ...(words === '' ? [] : [`${pip} ${words}`]),
  ].join(' && ')

const unlocked = 'There is no lock file: on another day both sides may get other versions of their packages.'

function packagesOf(tree: Tree, settings: PyProject, up: string) {
  const required = requirements(tree.files).map((file) => `--requirement ${up}${file}`)
  const older = extrasIn(`${tree.read('setup.cfg') ?? ''}\n${tree.read('setup.py') ?? ''}`)
  const extras = [...new Set([...settings.extras, ...older])].filter(isForTests)
  const groups = settings.groups.filter(isForTests).map((name) => `--group ${up}pyproject.toml:${name}`)
  const whole = `${up === '' ? '.' : up}${extras.length > 0 ? `[${extras.join(',')}]` : ''}`
  const isWhole = isPackage(tree) && (required.length === 0 || isImportable(tree))
  const own = isWhole ? ['--editable', quoted(whole), ...groups] : required.length === 0 ? groups : []
  return {
    words: [...required, ...own],
    warnings: own.length > 0 && required.length === 0 ? [unlocked] : [],
  }
}

/**
 * Settings that list what a program needs and build no package: pip would guess one,
 * and refuses to where there are several folders. uv installs what is listed.
 */
const isListAlone = (tree: Tree, settings: PyProject): boolean =>
  !isPackage(tree) && requirements(tree.files).length === 0 && settings.hasDependencies

const quoted = (text: string): string => (text.includes('[') ? `'${text}'` : text)

/** Of a layout with `src` a package is imported only where it is installed. */
const isImportable = (tree: Tree): boolean => tree.files.some((file) => /^src\/\w+\/__init__\.py$/.test(file))

const inFolder = /^requirements\/([\w.-]+)\.txt$/
const wanted =
  /^(?:(?:dev|test|tests)[-_.])?requirements(?:[-_.](?:dev|development|test|tests|testing|local))?\.txt$/

/**
 * The lists that a developer installs; of a folder `requirements` the one for development, which takes the
 * others in, and those for tests.
 */
function requirements(files: readonly string[]): readonly string[] {
  const beside = files.filter((file) => wanted.test(file))
  const inside = files.filter((file) => inFolder.test(file))
  const named = (pattern: RegExp) => inside.filter((file) => pattern.test(inFolder.exec(file)?.[1] ?? ''))
  const [develop] = named(/^(?:local|dev|develop|development)$/)
  const tests = named(/^(?:tests?|testing)$/)
  const base = named(/^(?:base|common|main|default|requirements|prod|production)$/).slice(0, 1)
  const chosen = [...(develop === undefined ? base : [develop]), ...tests]
  return [...beside, ...(chosen.length > 0 || beside.length > 0 ? chosen : inside)]
}

/** Of extras and groups those that tests need. */
const isForTests = (name: string): boolean => /^(?:dev|develop|development|tests?|testing)$/.test(name)

/** Names of extras in setup.cfg and setup.py. */
function extrasIn(text: string): readonly string[] {
  const tables = [
    ...text.matchAll(/^\[options\.extras_require\]\s*\n((?:(?!^\[)[^\n]*\n?)*)/gm),
    ...text.matchAll(/\bextras_require\s*=\s*\{([\s\S]*?)\}/g),
  ]
  return tables.flatMap(([, body = '']) =>
    [...body.matchAll(/^\s*["']?([\w-]+)["']?\s*[:=]/gm)].map(([, name = '']) => name),
  )
}
