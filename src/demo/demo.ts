import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import { shop } from './shop.ts'

/** A temporary git repository with two commits of a small shop server: base is clean, head leaks a timer. */
export interface DemoRepository extends AsyncDisposable {
  readonly directory: string
  readonly base: string
  readonly head: string
}

/**
 * Makes the repository; it is removed when disposed, and at the end of this process. Throws UserError without
 * git.
 */
export async function createDemoRepository(): Promise<DemoRepository> {
  const directory = await mkdtemp(join(tmpdir(), 'leakdiff-demo-'))
  // Whatever ends this process, a second interrupt too.
  const atExit = () => rmSync(directory, { recursive: true, force: true })
  process.once('exit', atExit)
  const remove = async () => {
    await rm(directory, { recursive: true, force: true })
    process.off('exit', atExit)
  }
  await git(directory, 'init', '--quiet', '--initial-branch=main')
  const base = await commit(directory, shop.base, 'A shop')
  const head = await commit(directory, shop.head, 'Remind customers of their baskets')
  return { directory, base, head, [Symbol.asyncDispose]: remove }
}

async function commit(
  directory: string,
  files: Readonly<Record<string, string>>,
  message: string,
): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(directory, dirname(path)), { recursive: true })
    await writeFile(join(directory, path), text)
  }
  await git(directory, 'add', '--all')
  await git(directory, 'commit', '--quiet', '--no-verify', '--message', message)
  return git(directory, 'rev-parse', 'HEAD')
}

/**
 * Git with an author of its own and none of the user's settings:
 * a signing key or a hook must not get in the way.
 */
async function git(directory: string, ...args: string[]): Promise<string> {
  const author = { NAME: 'leakdiff demo', EMAIL: 'demo@leakdiff.invalid' }
  const { stdout } = await execa('git', args, {
    cwd: directory,
    // Ctrl-C on a terminal is told to all of its processes; ours decides what ends then.
    detached: true,
    env: {
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: author.NAME,
      GIT_AUTHOR_EMAIL: author.EMAIL,
      GIT_COMMITTER_NAME: author.NAME,
      GIT_COMMITTER_EMAIL: author.EMAIL,
    },
  })
  return stdout.trim()
}
